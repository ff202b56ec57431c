// Recalls and suspicions that concern the company's agents, the pressing ones first.
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
  return { title: say('portal.nav.recalls') }
}

export default async function RecallsPage({ searchParams }: { searchParams: Search }) {
  const r = await companyReader()
  const { say } = r
  const list = await portalList(r, 'recall', '/portal/recalls', searchParams, 'status', 'dueOn')
  const report = r.has('compliance_lead', 'representative') ? (
    <LinkButton href="/portal/recalls/new">{say('portal.recalls.report')}</LinkButton>
  ) : undefined
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline title={say('portal.nav.recalls')} end={report} />
      <CaseList
        {...list}
        label={say('portal.nav.recalls')}
        base="/portal/recalls"
        words={listWords(r, list)}
        empty={{ title: say('portal.recalls.empty'), hint: say('portal.recalls.emptyHint'), act: report }}
        heads={[say('portal.col.number'), say('portal.col.agent'), say('portal.col.state'), say('portal.col.due')]}
        rows={list.items.map((item) => [
          item.number ? (
            <CaseNumber key="n" number={item.number} href={`/portal/recalls/${item.id}`} />
          ) : (
            <a key="n" href={`/portal/recalls/${item.id}`}>
              {say('portal.recalls.noNumber')}
            </a>
          ),
          <a key="a" href={`/portal/recalls/${item.id}`}>
            {item.name}
          </a>,
          <Mark key="m" state={item.mark as MarkName}>
            {say(`recall.status.${item.status}`)}
          </Mark>,
          <span key="d" className={item.isLate ? 'stop' : undefined}>
            {item.dueText}
          </span>,
        ])}
      />
    </main>
  )
}
