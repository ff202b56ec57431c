// What follows in other cases when something is decided: one pure table. The system actor asks for each follow-on in the same transaction.
import { agentFollowOns } from './agent/follow-on.ts'
import { creditFollowOns } from './credit/follow-on.ts'
import { deploymentFollowOns } from './deployment/follow-on.ts'
import { deploymentLetters } from './deployment/letters.ts'
import { filingFollowOns } from './filing/follow-on.ts'
import { filingLetters } from './filing/letters.ts'
import { letterFollowOns } from './letter/follow-on.ts'
import { obligationFollowOns } from './obligation/follow-on.ts'
import { recallFollowOns } from './recall/follow-on.ts'
import { reconsiderationFollowOns, reconsiderationLetters } from './reconsideration/follow-on.ts'
import { reportFollowOns } from './report/follow-on.ts'
import { samplingFollowOns } from './sampling/follow-on.ts'
import { openingFollowOns } from './scenario/opening-follow-on.ts'
import { selftestFollowOns } from './selftest/follow-on.ts'
import type { Consequences, FollowOn } from './world.ts'

type Followed = (state: any, event: any) => readonly FollowOn[]

const table: Record<string, readonly Followed[]> = {
  agent: [agentFollowOns],
  filing: [filingFollowOns, filingLetters],
  opening: [openingFollowOns],
  deployment: [deploymentFollowOns, deploymentLetters],
  obligation: [obligationFollowOns],
  recall: [recallFollowOns],
  reconsideration: [reconsiderationLetters, reconsiderationFollowOns],
  letter: [letterFollowOns],
  selftest: [selftestFollowOns],
  report: [reportFollowOns],
  sampling: [samplingFollowOns],
  credit: [creditFollowOns],
}

/** The follow-ons of one event of one kind, for the state after it, in the order in which they are asked. */
export const consequences: Consequences = (kind, state, event) => (table[kind] ?? []).flatMap((followed) => followed(state, event))
