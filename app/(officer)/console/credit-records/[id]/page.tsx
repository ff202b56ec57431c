// One credit record before an officer: what it rests on, until when it is public, its repairs and its end.
import type { Metadata } from 'next'
import { CreditFacts, Repairs } from '#components/selftest/credit-parts'
import type { Credit } from '#domain/credit/credit'
import { creditEntries, repairLines } from '#server/credit-view'
import { caseHref } from '#server/day'
import { LaneCase, laneCase } from '../../_case/lane-case.tsx'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, found } = await laneCase<Credit>('credit', (await params).id)
  return { title: `${found.number ?? ''} ${r.say('credit.name')}`.trim() }
}

export default async function CreditRecordPage({ params }: Params) {
  const { r, found, state } = await laneCase<Credit>('credit', (await params).id)
  const { say, book } = r
  return (
    <LaneCase
      r={r}
      kind="credit"
      found={found}
      title={state.organisationName ?? found.number ?? ''}
      meta={state.creditKind ? [say(`credit.option.creditKinds.${state.creditKind}`)] : []}
    >
      <CreditFacts entries={creditEntries(state, book)} />
      {state.source ? (
        <p className="pt-2">
          <a href={caseHref(state.source.kind, state.source.id)}>{say('credit.field.source')}</a>
        </p>
      ) : null}
      <Repairs title={say('lowLane.credit.repairs')} none={say('lowLane.credit.noRepairs')} lines={repairLines(state, book, r.today)} />
    </LaneCase>
  )
}
