// The information reports of the company on agents that it has self-tested.
import type { Metadata } from 'next'
import { NewCase } from '#components/case/new-case'
import { CaseList } from '#components/portal/case-list'
import { Mark, type MarkName } from '#components/ui/mark'
import { Headline } from '#components/ui/section'
import { Tabs } from '#components/ui/tabs'
import { report as kind } from '#domain/report/report'
import { companyReader } from '#server/company-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import { laneTabs } from '#server/low-lane-view'
import { listWords, portalList, type Search } from '#server/portal-list'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('lowLane.tab.report') }
}

export default async function ReportsPage({ searchParams }: { searchParams: Search }) {
  const r = await companyReader()
  const { say, book } = r
  const base = '/portal/information-reports'
  const [list, tests] = await Promise.all([
    portalList(r, 'report', base, searchParams),
    r.list('selftest', { organisationId: r.organisationId, limit: 200 }),
  ])
  const signed = tests.items.filter((item) => item.number !== null)
  const start =
    r.has('filer', 'compliance_lead') && signed.length > 0 ? (
      <NewCase
        plural="information-reports"
        form={
          await formOf(kind, 'create', {
            hide: ['organisationId', 'reporter'],
            options: {
              selftestId: signed.map((item) => ({
                value: item.id,
                label: `${book.name({ zh: item.titleZh, en: item.titleEn })} ${item.number ?? ''}`,
              })),
            },
          })
        }
        words={await formWords()}
        fixed={{ organisationId: r.organisationId, reporter: 'company' }}
        label={say('lowLane.report.start')}
        then={`${base}/{id}`}
      />
    ) : undefined
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline title={say('lowLane.tab.report')} about={say('lowLane.about')} end={start} />
      <Tabs label={say('lowLane.title')} tabs={laneTabs(say, '/portal', ['selftest', 'report', 'credit'], 'report')} />
      <CaseList
        {...list}
        label={say('lowLane.tab.report')}
        base={base}
        words={listWords(r, list)}
        empty={{ title: say('lowLane.empty.title'), hint: say(signed.length > 0 ? 'lowLane.empty.hint' : 'lowLane.report.noSelftest') }}
        heads={[say('portal.col.agent'), say('portal.col.state')]}
        rows={list.items.map((item) => [
          <a key="a" href={`${base}/${item.id}`}>
            {item.name}
          </a>,
          <Mark key="m" state={item.mark as MarkName}>
            {say(`report.status.${item.status}`)}
          </Mark>,
        ])}
      />
    </main>
  )
}
