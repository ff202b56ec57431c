// Exactly what the public page of a recall shows: made from the record after every event, never typed again (features.md 3.1).
import type { Bilingual } from '../act/act.ts'
import type { NoticeContent } from './command.ts'
import { type Progress, progress } from './progress.ts'
import type { Scope } from './scope.ts'
import { currentNotice, type Recall } from './state.ts'
import type { RecallClass, RecallStatus } from './vocabulary.ts'

type Reached = Pick<Scope, 'versionRange' | 'versionHashes' | 'buildHashes' | 'component' | 'scenarios' | 'regions'>
export type PublishedNotice = Pick<
  NoticeContent,
  | 'facts'
  | 'hazard'
  | 'harm'
  | 'riskCodes'
  | 'measures'
  | 'whatUsersMustDo'
  | 'whatCompanyWillDo'
  | 'startOn'
  | 'targetDates'
  | 'contact'
  | 'costs'
  | 'legalBasis'
  | 'depth'
> & { version: number; issuedAt: string; scope: Reached }

export type Published = {
  number: string
  status: RecallStatus
  /** What stands behind the page: a notice that can still be objected to, a declaration, an order, or only an interim stop. */
  how: 'notice' | 'voluntary' | 'ordered' | 'emergency'
  class: RecallClass | null
  agentId: string
  agentName: { zh: string; en: string }
  organisationName: string
  notice: PublishedNotice | null
  /** Every version of the notice, the first one too: a correction never takes back what was published. */
  versions: readonly { version: number; issuedAt: string; droppedAt: string | null }[]
  boundAt: string | null
  plan: { text: Bilingual; address: string | null; at: string } | null
  progress: Progress
  emergency: {
    facts: Bilingual
    whatUsersMustDo: Bilingual
    scope: Reached
    orderedAt: string
    reviewOn: string
    liftedAt: string | null
    liftReason: Bilingual | null
  } | null
  clearedVersionHashes: readonly string[]
  end: { how: 'noDefect' | 'terminated'; at: string; reason: Bilingual | null } | null
}

/** Only what is named here is published: not the reasons why versions are exempt. */
const reached = ({ versionRange, versionHashes, buildHashes, component, scenarios, regions }: Scope): Reached => ({
  versionRange,
  versionHashes,
  buildHashes,
  component,
  scenarios,
  regions,
})

const noticeOf = (recall: Recall): PublishedNotice | null => {
  const notice = currentNotice(recall) ?? recall.notices.at(-1)
  if (!notice) return null
  const {
    facts,
    hazard,
    harm,
    riskCodes,
    measures,
    whatUsersMustDo,
    whatCompanyWillDo,
    startOn,
    targetDates,
    contact,
    costs,
    legalBasis,
    depth,
    scope,
  } = notice.content
  return {
    ...{
      facts,
      hazard,
      harm,
      riskCodes,
      measures,
      whatUsersMustDo,
      whatCompanyWillDo,
      startOn,
      targetDates,
      contact,
      costs,
      legalBasis,
      depth,
    },
    version: notice.version,
    issuedAt: notice.issuedAt,
    scope: reached(scope),
  }
}

/** Null while nothing was issued, declared or ordered; afterwards never null again: an ended recall stays as a tombstone. */
export const publish = (recall: Recall): Published | null => {
  if (recall.number === null || (recall.notices.length === 0 && recall.emergency === null) || recall.status === 'none') return null
  const { emergency, closure } = recall
  const plan = [...recall.plans].reverse().find((one) => one.published)?.published ?? null
  return {
    number: recall.number,
    status: recall.status,
    how: recall.binding?.how ?? (recall.notices.length > 0 ? 'notice' : 'emergency'),
    class: recall.class,
    agentId: recall.agentId ?? '',
    agentName: recall.agentName,
    organisationName: recall.organisationName ?? '',
    notice: noticeOf(recall),
    versions: recall.notices.map(({ version, issuedAt, droppedAt }) => ({ version, issuedAt, droppedAt })),
    boundAt: recall.binding?.at ?? null,
    plan: plan && { text: plan.text, address: plan.address, at: plan.at },
    progress: progress(recall),
    emergency: emergency && {
      facts: emergency.facts,
      whatUsersMustDo: emergency.whatUsersMustDo,
      scope: reached(emergency.scope),
      orderedAt: emergency.at,
      reviewOn: emergency.reviewOn,
      liftedAt: emergency.liftedAt,
      liftReason: emergency.liftReason,
    },
    clearedVersionHashes: recall.cleared.map((one) => one.versionHash),
    end: closure && { how: closure.how, at: closure.at, reason: closure.publicReason },
  }
}
