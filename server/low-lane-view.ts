// What the pages of the lower-risk lane show alike: answers in words, signatures, challenges, platforms, and the choices of its forms.
import 'server-only'
import { platforms } from '#db/reads/portal'
import { dataCategories } from '#domain/agent/vocabulary'
import type { Catalogue } from '#domain/catalogue/shipped'
import { applicable } from '#domain/selftest/checklist'
import type { Selftest } from '#domain/selftest/state'
import type { Answered } from '#domain/selftest/vocabulary'
import { formatMoment } from '#messages/format'
import type { CompanyReader } from './company-reader.ts'
import type { Known, Option } from './form.ts'
import type { WordBook } from './word-book.ts'

export type LowLaneReader = Pick<CompanyReader, 'book' | 'say' | 'catalogue' | 'words' | 'actor' | 'today'>
type Shown = Partial<Selftest>

export type AnswerLine = {
  id: string
  name: string
  question: string
  answered: Answered | null
  answer: string
  isMet: boolean
}
/** The items that concern it, each with the answer that stands now. */
export const answerLines = (state: Shown, r: Pick<LowLaneReader, 'book' | 'say' | 'catalogue'>): AnswerLine[] => {
  const { answers = [], declared = null, scenario = null, sector = null } = state
  return applicable({ declared, scenario, sector }, r.catalogue).map((item) => {
    const answered = answers.find((one) => one.itemId === item.id) ?? null
    return {
      id: item.id,
      name: r.book.name(item),
      question: r.book.name(item.question),
      answered,
      answer: answered ? r.say(`selftest.option.selftestAnswers.${answered.answer}`) : '',
      isMet: answered !== null && answered.answer !== 'not_met',
    }
  })
}

/** The name of a checklist item, whatever edition it stood in. */
export const itemName = (catalogue: Catalogue, book: WordBook, id: string): string => {
  const item = catalogue.checklist.items.find((one) => one.id === id)
  return item ? `${id} ${book.name(item)}` : id
}

export const signatureLines = (state: Shown, r: Pick<LowLaneReader, 'say' | 'today'>) =>
  [...(state.revisions ?? [])].reverse().map((one) => ({
    no: one.no,
    head: r.say('lowLane.signature', { no: one.no, at: formatMoment(one.signedAt, r.today), edition: one.checklistVersion }),
    statement: one.statement,
    hash: one.hash,
    version: one.version,
  }))

export const challengeLines = (state: Shown, r: Pick<LowLaneReader, 'say' | 'today' | 'catalogue' | 'book'>) =>
  [...(state.challenges ?? [])].reverse().map((one) => ({
    key: one.at,
    head: r.say('lowLane.challenge', { at: formatMoment(one.at, r.today), items: one.items.length }),
    delivery: one.deliveredAt ? r.say('lowLane.delivered', { at: formatMoment(one.deliveredAt, r.today) }) : r.say('lowLane.notDelivered'),
    facts: one.facts,
    reasons: one.reasons,
    basis: one.basis,
    items: one.items.map((item) => ({ name: itemName(r.catalogue, r.book, item.itemId), finding: item.finding })),
  }))

/** The names of platforms in the reader's language. */
export const platformNames = async (r: Pick<LowLaneReader, 'actor' | 'book'>): Promise<ReadonlyMap<string, string>> =>
  new Map((await platforms(r.actor)).map(({ id, ...names }) => [id, r.book.name(names)]))

export type ListingLine = {
  id: string
  name: string
  finding: string | null
  checkedOn: string | null
  note: string
  takenDownOn: string | null
}
/** Each platform that it names, with what the platform has said. */
export const listingLines = (state: Shown, names: ReadonlyMap<string, string>, r: Pick<LowLaneReader, 'say'>): ListingLine[] =>
  (state.platformIds ?? []).map((id) => {
    const said = state.listings?.find((one) => one.platformId === id)
    return {
      id,
      name: names.get(id) ?? id.slice(0, 8),
      finding: said?.finding ? r.say(`selftest.option.listingFindings.${said.finding}`) : null,
      checkedOn: said?.checkedOn ?? null,
      note: said?.note ?? '',
      takenDownOn: said?.takenDownOn ?? null,
    }
  })

export const platformChoices = async (r: Pick<LowLaneReader, 'actor' | 'book'>): Promise<Option[]> =>
  [...(await platformNames(r))].map(([value, label]) => ({ value, label }))

/** The choices of the risk that a company declares. */
export const declaredKnown = async (r: LowLaneReader, state: Shown | null): Promise<Known> => ({
  options: {
    'declared.dataCategories': dataCategories.map((value) => ({ value, label: r.say(`agent.option.dataCategories.${value}`) })),
    platformIds: await platformChoices(r),
  },
  values: {
    ...(state?.version ? { version: state.version } : {}),
    ...(state?.buildHash ? { buildHash: state.buildHash } : {}),
    ...(state?.platformIds ? { platformIds: state.platformIds } : {}),
    ...(state?.declared ? Object.fromEntries(Object.entries(state.declared).map(([name, value]) => [`declared.${name}`, value])) : {}),
  },
})

/** The four lists of the lane as tabs. */
export const laneTabs = (
  say: WordBook['say'],
  base: string,
  kinds: readonly ('selftest' | 'sampling' | 'report' | 'credit')[],
  current: string,
) =>
  kinds.map((kind) => ({
    href: `${base}/${laneAddress[kind]}`,
    text: say(`lowLane.tab.${kind}`),
    current: kind === current,
  }))
export const laneAddress = {
  selftest: 'self-tests',
  sampling: 'samplings',
  report: 'information-reports',
  credit: 'credit-records',
} as const
export type LaneKind = keyof typeof laneAddress
