// All filings of the company, drafts included.
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
  return { title: say('portal.nav.filings') }
}

export default async function FilingsPage({ searchParams }: { searchParams: Search }) {
  const r = await companyReader()
  const { say, words } = r
  const list = await portalList(r, 'filing', '/portal/filings', searchParams)
  const start = r.has('filer', 'compliance_lead') ? (
    <>
      <LinkButton href="/portal/filings/sheet">{say('portal.filings.sheet')}</LinkButton>{' '}
      <LinkButton tone="go" href="/portal/filings/new">
        {say('portal.home.start')}
      </LinkButton>
    </>
  ) : undefined
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline title={say('portal.nav.filings')} end={start} />
      <CaseList
        {...list}
        label={say('portal.nav.filings')}
        base="/portal/filings"
        words={listWords(r, list)}
        empty={{ title: say('portal.filings.empty'), hint: say('portal.filings.emptyHint'), act: start }}
        heads={[
          say('portal.col.number'),
          say('portal.col.agent'),
          say('portal.col.scenario'),
          say('portal.col.state'),
          say('portal.col.due'),
        ]}
        rows={list.items.map((item) => [
          item.number ? (
            <CaseNumber key="n" number={item.number} href={`/portal/filings/${item.id}`} />
          ) : (
            <a key="n" href={`/portal/filings/${item.id}`}>
              {say('filing.status.draft')}
            </a>
          ),
          <a key="a" href={`/portal/filings/${item.id}`}>
            {item.name}
          </a>,
          words.pair(item.scenario),
          <Mark key="m" state={item.mark as MarkName}>
            {say(`filing.status.${item.status}`)}
          </Mark>,
          <span key="d" className={item.isLate ? 'stop' : undefined}>
            {item.dueText}
          </span>,
        ])}
      />
    </main>
  )
}
