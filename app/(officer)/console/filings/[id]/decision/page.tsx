// The decision on a filing: by another person than the reviewer, with the letter that follows from it.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { kinds } from '#domain/kinds'
import { asFormConditions, usualRemedies } from '#server/case-acts'
import { filingDecisionLetter } from '#server/decision-letter'
import { filingCase } from '#server/filing-case'
import { filingEyes } from '#server/filing-eyes'
import { formOf } from '#server/form'
import { wordBook } from '#server/word-book'
import { DecisionDesk } from '../../../_case/decision-desk.tsx'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ in?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordBook()).say('case.decision.title') }
}

export default async function FilingDecision({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams])
  const c = await filingCase(decodeURIComponent(id), `/console/filings/${id}/decision`)
  if (!c) notFound()
  const { r, one, filing, who, revision } = c
  const panel = filingEyes(filing, one.moves, r, who)
  const remedies = await usualRemedies(r)
  const kind = kinds.get('filing')
  const { recommendation, concurrence } = filing
  const known = recommendation
    ? {
        outcome: recommendation.outcome,
        conditions: asFormConditions(recommendation.conditions),
        reasons: recommendation.reasons,
        ...(recommendation.outcome === 'file' ? {} : { remedies }),
      }
    : {}
  return (
    <DecisionDesk
      r={r}
      noun="filing"
      plural="filings"
      id={one.id}
      version={one.version}
      base={`/console/filings/${one.id}`}
      number={one.number}
      name={r.book.name(filing.agentName)}
      revision={revision?.no ?? null}
      who={who}
      recommendation={recommendation}
      concurrence={concurrence}
      isSectorNeeded={panel.eyes.some((eye) => eye.key === 'sectorApprove')}
      form={kind && one.moves.includes('decide') ? await formOf(kind, 'decide', { values: known }) : null}
      why={panel.why}
      letter={filingDecisionLetter(filing, r, r.say('case.decision.numberPlaceholder'), remedies)}
      language={search.in ?? null}
    />
  )
}
