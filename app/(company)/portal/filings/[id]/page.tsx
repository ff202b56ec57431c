// One filing: the task list while it is a draft, and the case with its clock, letters and history once it was handed in.
import type { Metadata } from 'next'
import { companyReader } from '#server/company-reader'
import { filingOf } from '#server/wizard-view'
import { CaseView } from './case-view.tsx'
import { DraftView } from './draft-view.tsx'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const r = await companyReader()
  const { filing } = await filingOf(r, (await params).id)
  return { title: `${r.book.name(filing.agentName)} · ${r.say('filing.name')}` }
}

export default async function FilingPage({ params }: Params) {
  const r = await companyReader()
  const { found, filing } = await filingOf(r, (await params).id)
  return filing.status === 'draft' ? (
    <DraftView r={r} filing={filing} moves={found.moves} version={found.version} changedAt={found.changedAt} />
  ) : (
    <CaseView r={r} found={found} filing={filing} />
  )
}
