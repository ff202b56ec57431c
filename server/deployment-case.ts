// One deployment application as its officer reads it: the case, people by name, four eyes, the acts open now.
import 'server-only'
import { cache } from 'react'
import type { One } from '#db/reads/case'
import type { Deployment } from '#domain/deployment/state'
import { kinds } from '#domain/kinds'
import { actsFor, asFormConditions } from './case-acts.ts'
import { whoIn } from './filing-case.ts'
import { eyesOf } from './four-eyes.ts'
import { officerReader } from './officer-reader.ts'

export type DeploymentCase = NonNullable<Awaited<ReturnType<typeof deploymentCase>>>

/** The application behind an id or a number, or null when for this officer it does not exist. Read once a request. */
export const deploymentCase = cache(async (id: string, from: string) => {
  const r = await officerReader(from)
  const one: One<Deployment> | null = (await r.one('deployment', id)) ?? (/^AG/i.test(id) ? await r.byNumber('deployment', id) : null)
  if (!one) return null
  const deployment = one.state as Deployment
  const [who, letters, obligations, recalls] = await Promise.all([
    whoIn(r, deployment),
    r.list('letter', { link: { name: 'about', to: one.id }, limit: 100 }),
    deployment.filingId ? r.list('obligation', { link: { name: 'filing', to: deployment.filingId }, limit: 100 }) : null,
    r.list('recall', { link: { name: 'deployment', to: one.id }, limit: 20 }),
  ])
  return { r, one, deployment, who, letters, obligations, recalls }
})

export const deploymentEyes = ({ r, one, deployment, who }: Pick<DeploymentCase, 'r' | 'one' | 'deployment' | 'who'>) => {
  const { opinion, concurrence, recommendation, applicationHash, lane } = deployment
  const isCurrent = (given: { applicationHash: string }) => given.applicationHash === applicationHash
  const isSectorNeeded = lane !== null && lane !== 'low'
  const missing = [
    ...(isSectorNeeded && (!concurrence || !isCurrent(concurrence)) ? [opinion && isCurrent(opinion) ? 'concurrence' : 'opinion'] : []),
    ...(isSectorNeeded && concurrence?.verdict === 'object' && recommendation?.outcome !== 'refuse' ? ['objection'] : []),
    ...(recommendation && isCurrent(recommendation) ? [] : ['recommendation']),
  ]
  return eyesOf(
    {
      noun: 'deployment',
      did: deployment.did,
      acceptance: deployment.acceptance && { at: deployment.acceptance.at, isDeemed: deployment.acceptance.isDeemed },
      recommendation: recommendation && { ...recommendation, isCurrent: isCurrent(recommendation) },
      rounds: deployment.rounds.filter((round) => round.returned !== '').length,
      isSectorNeeded,
      isSectorAsked: true,
      opinion: opinion && { ...opinion, isCurrent: isCurrent(opinion) },
      concurrence: concurrence && { ...concurrence, isCurrent: isCurrent(concurrence) },
      decision: deployment.status === 're_assessment' ? null : deployment.decision,
      missing,
      isAtDecision: ['accepted', 'assessing', 're_assessment'].includes(deployment.status),
      decide: { mayNow: one.moves.includes('decide'), by: kinds.get('deployment')?.moves.decide?.by ?? [] },
    },
    r,
    who,
  )
}

/** Forms of the open moves. The decision has its own page. */
export const deploymentActs = ({ r, one, deployment }: DeploymentCase) => {
  const { opinion, concurrence, applicationHash, rounds } = deployment
  const own =
    opinion && opinion.applicationHash === applicationHash
      ? { verdict: opinion.verdict, conditions: asFormConditions(opinion.conditions), reasons: opinion.reasons }
      : {}
  const last = rounds.at(-1)?.recommendation
  const sectorConditions = concurrence && concurrence.applicationHash === applicationHash ? asFormConditions(concurrence.conditions) : []
  return actsFor(
    r,
    'deployment',
    one,
    {
      concur: { values: own },
      recommend: {
        values: last
          ? {
              outcome: last.outcome,
              conditions: asFormConditions(last.conditions),
              reasons: last.reasons,
              validUntil: last.validUntil ?? '',
            }
          : { conditions: sectorConditions, ...(sectorConditions.length > 0 ? { outcome: 'approveWithConditions' } : {}) },
      },
    },
    ['decide', 'describe'],
  )
}
