// Where the company's agents run, or have been applied to run.
import type { Metadata } from 'next'
import { CaseList } from '#components/portal/case-list'
import { LinkButton } from '#components/ui/button'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Headline } from '#components/ui/section'
import { companyReader } from '#server/company-reader'
import { listWords, portalList, type Search } from '#server/portal-list'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('portal.nav.deployments') }
}

export default async function DeploymentsPage({ searchParams }: { searchParams: Search }) {
  const r = await companyReader()
  const { say } = r
  const list = await portalList(r, 'deployment', '/portal/deployments', searchParams)
  const start = r.has('filer', 'compliance_lead') ? (
    <LinkButton tone="go" href="/portal/deployments/new">
      {say('portal.deployments.start')}
    </LinkButton>
  ) : undefined
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline title={say('portal.nav.deployments')} end={start} />
      <CaseList
        {...list}
        label={say('portal.nav.deployments')}
        base="/portal/deployments"
        words={listWords(r, list)}
        empty={{ title: say('portal.deployments.empty'), hint: say('portal.deployments.emptyHint'), act: start }}
        heads={[
          say('portal.col.number'),
          say('portal.col.agent'),
          say('portal.col.scenario'),
          say('portal.col.state'),
          say('portal.col.due'),
        ]}
        rows={list.items.map((item) => [
          item.number ? (
            <CaseNumber key="n" number={item.number} href={`/portal/deployments/${item.id}`} />
          ) : (
            <a key="n" href={`/portal/deployments/${item.id}`}>
              {say('deployment.status.draft')}
            </a>
          ),
          <a key="a" href={`/portal/deployments/${item.id}`}>
            {item.name}
          </a>,
          r.words.pair(item.scenario),
          <Mark key="m" state={item.mark as MarkName}>
            {say(`deployment.status.${item.status}`)}
          </Mark>,
          <span key="d" className={item.isLate ? 'stop' : undefined}>
            {item.dueText}
          </span>,
        ])}
      />
    </main>
  )
}
