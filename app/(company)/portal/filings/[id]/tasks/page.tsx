// The task list of a filing that has been handed in already: for corrections and for a new revision.
import type { Metadata } from 'next'
import { companyReader } from '#server/company-reader'
import { filingOf } from '#server/wizard-view'
import { DraftView } from '../draft-view.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('wizard.tasks') }
}

export default async function TasksPage({ params }: { params: Promise<{ id: string }> }) {
  const r = await companyReader()
  const { found, filing } = await filingOf(r, (await params).id)
  return <DraftView r={r} filing={filing} moves={found.moves} version={found.version} changedAt={found.changedAt} />
}
