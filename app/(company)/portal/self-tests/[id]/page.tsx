// One self-test of the company: the form while it is a draft, the case from its signature on.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { Selftest } from '#domain/selftest/selftest'
import { companyReader } from '#server/company-reader'
import { CaseView } from './case-view.tsx'
import { DraftView } from './draft-view.tsx'

type Params = { params: Promise<{ id: string }> }

const selftestOf = async (id: string) => {
  const r = await companyReader()
  const found = await r.one<Selftest>('selftest', id)
  if (found?.audience !== 'company') return notFound()
  return { r, found, state: found.state as Selftest }
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, state } = await selftestOf((await params).id)
  return { title: `${r.book.name(state.agentName)} · ${r.say('selftest.name')}` }
}

export default async function SelftestPage({ params }: Params) {
  const { id } = await params
  const { r, found, state } = await selftestOf(id)
  return state.status === 'draft' ? (
    <DraftView r={r} id={id} version={found.version} moves={found.moves} state={state} />
  ) : (
    <CaseView r={r} found={found} state={state} />
  )
}
