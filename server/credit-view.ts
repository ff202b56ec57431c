// What the pages of credit records show alike: the record in words, and its repairs.
import 'server-only'
import type { Credit } from '#domain/credit/credit'
import { formatMoment } from '#messages/format'
import type { WordBook } from './word-book.ts'

type Shown = Partial<Credit>

export const creditEntries = (state: Shown, book: WordBook) => {
  const { say } = book
  const entry = (key: string, value: string | null | undefined, term = say(`credit.field.${key}`)) => (value ? [{ key, term, value }] : [])
  return [
    ...entry('organisationName', state.published?.organisationName ?? state.organisationName),
    ...entry('creditKind', state.creditKind ? say(`credit.option.creditKinds.${state.creditKind}`) : null),
    ...entry('severity', state.severity ? say(`credit.option.severities.${state.severity}`) : null),
    ...entry(
      'source',
      state.source ? `${say(`credit.option.sourceKinds.${state.source.kind}`)} ${state.source.number ?? ''}`.trim() : null,
    ),
    ...entry('publicText', book.name(state.publicText)),
    ...entry(
      'published',
      state.publicFrom && state.publicUntil ? say('lowLane.credit.period', { from: state.publicFrom, until: state.publicUntil }) : null,
    ),
    ...entry(
      'tombstone',
      state.tombstone
        ? say('lowLane.credit.ended', { on: state.tombstone.on, because: say(`credit.option.because.${state.tombstone.because}`) })
        : null,
    ),
    ...entry('facts', state.facts),
    ...entry('basis', state.basis?.join(' ')),
    ...entry('reasons', state.reasons),
  ]
}

export const repairLines = (state: Shown, book: WordBook, today: string) =>
  [...(state.repairs ?? [])].reverse().map((one) => {
    const said = (what: 'assessment' | 'decision') => {
      const found = one[what]
      return found
        ? `${book.say(`lowLane.credit.${what}`)} ${book.say(`credit.option.repairOutcomes.${found.outcome}`)} ${found.reasons}`
        : null
    }
    return {
      key: one.appliedAt,
      head: book.say('lowLane.credit.repair', { at: formatMoment(one.appliedAt, today) }),
      statement: one.statement,
      assessment: said('assessment'),
      decision: said('decision'),
    }
  })
