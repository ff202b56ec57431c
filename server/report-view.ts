// What the pages of information reports show alike: figures and lists in words, and the choices of the form.
import 'server-only'
import type { Report } from '#domain/report/report'
import { figuresOf } from '#domain/report/vocabulary'
import { formatNumber } from '#messages/format'
import type { Known, Option } from './form.ts'
import type { WordBook } from './word-book.ts'

type Shown = Partial<Report>

export const figureLines = (state: Shown, book: WordBook) =>
  figuresOf[state.reporter ?? 'company'].map((figure) => {
    const value = state.figures?.[figure]
    return {
      key: figure,
      name: book.say(`report.field.${figure}`),
      value: typeof value === 'number' ? formatNumber(book.locale, value) : '–',
    }
  })

/** What a platform said of each self-test; `names` gives the number or name of one by its id. */
export const listingsSaid = (state: Shown, names: ReadonlyMap<string, string>, book: WordBook) =>
  (state.listings ?? []).map((one) => ({
    key: one.selftestId,
    name: names.get(one.selftestId) ?? one.selftestId.slice(0, 8),
    said: book.say(`report.option.listingFindings.${one.finding}`),
    on: one.checkedOn,
    note: one.note,
  }))
export const takeDownsSaid = (state: Shown, names: ReadonlyMap<string, string>) =>
  (state.takeDowns ?? []).map((one) => ({
    key: one.selftestId,
    name: names.get(one.selftestId) ?? one.selftestId.slice(0, 8),
    said: '',
    on: one.takenDownOn,
    note: one.note,
  }))

/** The form of a report as it stands; a company has no listings to speak of. */
export const reportKnown = (state: Shown, listed: readonly Option[] = []): Known => ({
  hide: [
    ...(state.reporter === 'platform' ? [] : ['listings', 'takeDowns']),
    ...Object.keys(figureWords)
      .filter((figure) => !(figuresOf[state.reporter ?? 'company'] as readonly string[]).includes(figure))
      .map((figure) => `figures.${figure}`),
  ],
  options: { 'listings.selftestId': [...listed], 'takeDowns.selftestId': [...listed] },
  values: {
    ...Object.fromEntries(Object.entries(state.figures ?? {}).map(([name, value]) => [`figures.${name}`, value])),
    ...(state.listings?.length ? { listings: state.listings } : {}),
    ...(state.takeDowns?.length ? { takeDowns: state.takeDowns } : {}),
    ...(state.narrative ? { narrative: state.narrative } : {}),
  },
})
const figureWords = Object.fromEntries([...figuresOf.company, ...figuresOf.platform].map((figure) => [figure, true]))
