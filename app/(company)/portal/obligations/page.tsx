// The tests that the company's agents owe: ordered where, due when, how they ended.
import type { Metadata } from 'next'
import { CaseList } from '#components/portal/case-list'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Headline } from '#components/ui/section'
import { companyReader } from '#server/company-reader'
import { listWords, portalList, type Search } from '#server/portal-list'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('portal.nav.obligations') }
}

export default async function ObligationsPage({ searchParams }: { searchParams: Search }) {
  const r = await companyReader()
  const { say } = r
  const list = await portalList(r, 'obligation', '/portal/obligations', searchParams, 'status', 'dueOn')
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline title={say('portal.nav.obligations')} about={say('portal.obligations.about')} />
      <CaseList
        {...list}
        label={say('portal.nav.obligations')}
        base="/portal/obligations"
        words={listWords(r, list)}
        empty={{ title: say('portal.obligations.empty'), hint: say('portal.obligations.emptyHint') }}
        heads={[
          say('portal.col.number'),
          say('portal.col.test'),
          say('portal.col.scenario'),
          say('portal.col.state'),
          say('portal.col.due'),
        ]}
        rows={list.items.map((item) => [
          <CaseNumber key="n" number={item.number ?? ''} href={`/portal/obligations/${item.id}`} />,
          <a key="a" href={`/portal/obligations/${item.id}`}>
            {item.name}
          </a>,
          r.words.pair(item.scenario),
          <Mark key="m" state={item.mark as MarkName}>
            {say(`obligation.status.${item.status}`)}
          </Mark>,
          <span key="d" className={item.isLate ? 'stop' : undefined}>
            {item.dueText}
          </span>,
        ])}
      />
    </main>
  )
}
