// The decision on an application to deploy: by another person than the reviewer, with the letter that follows from it.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { kinds } from '#domain/kinds'
import { asFormConditions, usualRemedies } from '#server/case-acts'
import { deploymentDecisionLetter } from '#server/decision-letter'
import { deploymentCase, deploymentEyes } from '#server/deployment-case'
import { formOf } from '#server/form'
import { wordBook } from '#server/word-book'
import { DecisionDesk } from '../../../_case/decision-desk.tsx'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ in?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordBook()).say('case.decision.title') }
}

export default async function DeploymentDecisionPage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams])
  const c = await deploymentCase(decodeURIComponent(id), `/console/deployments/${id}/decision`)
  if (!c) notFound()
  const { r, one, deployment, who } = c
  const panel = deploymentEyes(c)
  const remedies = await usualRemedies(r)
  const kind = kinds.get('deployment')
  const { recommendation } = deployment
  const known = recommendation
    ? {
        outcome: recommendation.outcome,
        conditions: asFormConditions(recommendation.conditions),
        reasons: recommendation.reasons,
        validUntil: recommendation.validUntil ?? '',
        ...(recommendation.outcome === 'approve' ? {} : { remedies }),
      }
    : {}
  return (
    <DecisionDesk
      r={r}
      noun="deployment"
      plural="deployments"
      id={one.id}
      version={one.version}
      base={`/console/deployments/${one.id}`}
      number={one.number}
      name={r.book.name(deployment.agentName)}
      revision={null}
      who={who}
      recommendation={recommendation}
      concurrence={deployment.concurrence}
      isSectorNeeded={panel.eyes.some((eye) => eye.key === 'sectorApprove')}
      form={kind && one.moves.includes('decide') ? await formOf(kind, 'decide', { values: known }) : null}
      why={panel.why}
      letter={deploymentDecisionLetter(deployment, r, r.say('case.decision.numberPlaceholder'), remedies)}
      language={search.in ?? null}
    />
  )
}
