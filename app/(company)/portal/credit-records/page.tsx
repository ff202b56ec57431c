// The credit records of the company: until when each is public, and whether it was repaired.
import type { Metadata } from 'next'
import { CaseList } from '#components/portal/case-list'
import { Mark, type MarkName } from '#components/ui/mark'
import { Headline } from '#components/ui/section'
import { Tabs } from '#components/ui/tabs'
import { companyReader } from '#server/company-reader'
import { laneTabs } from '#server/low-lane-view'
import { listWords, portalList, type Search } from '#server/portal-list'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('lowLane.tab.credit') }
}

export default async function CreditPage({ searchParams }: { searchParams: Search }) {
  const r = await companyReader()
  const { say } = r
  const base = '/portal/credit-records'
  const list = await portalList(r, 'credit', base, searchParams)
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline title={say('lowLane.tab.credit')} about={say('lowLane.credit.about')} />
      <Tabs label={say('lowLane.title')} tabs={laneTabs(say, '/portal', ['selftest', 'report', 'credit'], 'credit')} />
      <CaseList
        {...list}
        label={say('lowLane.tab.credit')}
        base={base}
        words={listWords(r, list)}
        empty={{ title: say('lowLane.empty.title'), hint: say('lowLane.credit.about') }}
        heads={[say('portal.col.number'), say('portal.col.state'), say('lowLane.column.until')]}
        rows={list.items.map((item) => [
          <a key="n" href={`${base}/${item.id}`} className="mono">
            {item.number ?? say('lowLane.open')}
          </a>,
          <Mark key="m" state={item.mark as MarkName}>
            {say(`credit.status.${item.status}`)}
          </Mark>,
          item.dueText,
        ])}
      />
    </main>
  )
}
