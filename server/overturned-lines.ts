// The lines that say which acts of a case a reconsideration took away, for either side.
import 'server-only'
import type { WordBook } from './word-book.ts'

type Taken = {
  reconsiderationId: string
  reconsiderationNumber: string
  outcome: string
  on: string
  act?: string
  reason?: { zh: string; en: string }
  publicReason?: { zh: string; en: string }
}

export type OverturnedLine = { key: string; title: string; reason: string; href: string; open: string }

/** `base` is where reconsiderations of the side are opened; `act` names the act where the record does not. */
export const overturnedLines = (
  taken: readonly Taken[] | undefined,
  base: string,
  act: string,
  { say, name }: WordBook,
): OverturnedLine[] =>
  (taken ?? []).map((one) => ({
    key: one.reconsiderationId,
    title: say('reconsiderationDesk.overturnedBy', {
      on: one.on,
      number: one.reconsiderationNumber,
      act: say(`reconsideration.option.challengedActs.${one.act ?? act}`),
      outcome: say(`reconsideration.option.reconsiderationOutcomes.${one.outcome}`),
    }),
    reason: name(one.reason ?? one.publicReason),
    href: `${base}/${one.reconsiderationId}`,
    open: say('reconsideration.name'),
  }))
