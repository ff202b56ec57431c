// The agents of the company.
import type { Metadata } from 'next'
import { CaseList } from '#components/portal/case-list'
import { Mark, type MarkName } from '#components/ui/mark'
import { Headline } from '#components/ui/section'
import { companyReader } from '#server/company-reader'
import { listWords, portalList, type Search } from '#server/portal-list'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('portal.nav.agents') }
}

export default async function AgentsPage({ searchParams }: { searchParams: Search }) {
  const r = await companyReader()
  const { say } = r
  const list = await portalList(r, 'agent', '/portal/agents', searchParams)
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline title={say('portal.nav.agents')} />
      <CaseList
        {...list}
        label={say('portal.nav.agents')}
        base="/portal/agents"
        words={listWords(r, list)}
        empty={{
          title: say('portal.agents.empty'),
          hint: say('portal.agents.emptyHint'),
          act: (
            <a className="btn go" href="/portal/filings/new">
              {say('portal.home.start')}
            </a>
          ),
        }}
        heads={[say('portal.col.agent'), say('portal.col.state'), say('agent.field.createdAt')]}
        rows={list.items.map((item) => [
          <a key="a" href={`/portal/agents/${item.id}`}>
            {item.name}
          </a>,
          <Mark key="m" state={item.mark as MarkName}>
            {say(`agent.status.${item.status}`)}
          </Mark>,
          item.openedAt?.slice(0, 10) ?? '',
        ])}
      />
    </main>
  )
}
