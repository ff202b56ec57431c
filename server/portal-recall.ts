// The forms of a company in a recall: choices from its own versions and deployments, and numbers that begin with what is known already.
import 'server-only'
import type { Agent } from '#domain/agent/agent'
import { pendingNotice } from '#domain/recall/decide-order'
import { currentPlan, type Recall } from '#domain/recall/state'
import { type ReportBucket, reportBuckets } from '#domain/recall/vocabulary'
import type { CompanyReader } from './company-reader.ts'
import type { Known } from './form.ts'
import { type AllFormWords, faultFormWords } from './form-words.ts'
import { pairOptions, regionOptions, riskOptions, versionOptions } from './portal-options.ts'

/** What the forms of the acts offer and begin with. With a notice before it, a company accepts that one: its own is asked for only where there is none. */
export const recallForms = async (r: CompanyReader, recall: Recall, moves: readonly string[]): Promise<Record<string, Known>> => {
  const agent = recall.agentId ? await r.one<Agent>('agent', recall.agentId) : null
  const versions = versionOptions((agent?.state as Agent | undefined)?.versions ?? [])
  const plan = currentPlan(recall)
  const own = moves.includes('declareVoluntary') && pendingNotice(recall) === null
  const scope = {
    'notice.scope.versionHashes': versions,
    'notice.scope.scenarios': pairOptions(r, recall.sector ? [recall.sector] : []),
    'notice.scope.regions': regionOptions(r),
    'notice.riskCodes': riskOptions(r),
  }
  return {
    declareVoluntary: own ? { options: scope } : { hide: ['notice'] },
    filePlan: {
      options: { 'package.versionHash': versions },
      values: plan
        ? {
            responsible: plan.responsible,
            remedy: plan.remedy,
            steps: plan.steps,
            channels: plan.channels,
            operators: plan.operators,
            users: plan.users,
            costs: plan.costs,
          }
        : {},
    },
    publishPlan: { values: { told: (plan?.channels ?? []).map(({ name }) => ({ name, on: r.today })) } },
  }
}

/** The answers so far, as a first guess of a report: what stopped, what was told, what nobody answered. */
export const firstBuckets = (recall: Recall): Record<ReportBucket, number> => {
  const counts: Record<ReportBucket, number> = { remedied: 0, notified: 0, unreachable: 0, refused: 0, notYet: 0 }
  for (const { deploymentId } of recall.binding?.affected ?? []) {
    const { declared, proved } = recall.responses[deploymentId] ?? { declared: null, proved: null }
    if (declared?.statement === 'refuses') counts.refused += 1
    else if (proved?.outcome === 'unreachable' && !declared) counts.unreachable += 1
    else if (declared && ['stopped', 'replaced', 'notRunning'].includes(declared.statement)) counts.remedied += 1
    else if (declared) counts.notified += 1
    else counts.notYet += 1
  }
  return counts
}

export const bucketWords = ({ say }: Pick<CompanyReader, 'say'>, form: AllFormWords, kind: 'reportStage' | 'finish') => {
  const word = (key: string) =>
    say(`portal.recalls.buckets.${key}`, { sum: '{sum}', affected: '{affected}', difference: '{difference}', count: '{count}' })
  return {
    buckets: Object.fromEntries(reportBuckets.map((bucket) => [bucket, say(`recall.option.reportBuckets.${bucket}`)])) as Record<
      ReportBucket,
      string
    >,
    legend: word('legend'),
    sum: word('sum'),
    fits: word('fits'),
    off: word('off'),
    openLeft: word('openLeft'),
    narrative: say('recall.field.narrative'),
    next: say('recall.field.next'),
    finishedOn: say('recall.field.finishedOn'),
    summary: say('recall.field.summary'),
    evidence: word('evidence'),
    evidenceHint: word('evidenceHint'),
    hash: say('labPage.rawHash'),
    submit: say(`recall.command.${kind}.label`),
    sending: form.sending,
    missing: form.missing,
    ...faultFormWords({ say }, form),
  }
}
