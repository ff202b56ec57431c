// The company's reconsiderations: which decision it challenged, where each stands, and how it ended.
import type { Metadata } from 'next'
import { CaseList } from '#components/portal/case-list'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Headline } from '#components/ui/section'
import { companyReader } from '#server/company-reader'
import { listWords, portalList, type Search } from '#server/portal-list'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('reconsiderationDesk.portal.title') }
}

export default async function ReconsiderationsPage({ searchParams }: { searchParams: Search }) {
  const r = await companyReader()
  const { say } = r
  const base = '/portal/reconsiderations'
  const list = await portalList(r, 'reconsideration', base, searchParams)
  const title = say('reconsiderationDesk.portal.title')
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline title={title} about={say('reconsiderationDesk.portal.about')} />
      <CaseList
        {...list}
        label={title}
        base={base}
        words={listWords(r, list)}
        empty={{ title: say('reconsiderationDesk.portal.empty'), hint: say('reconsiderationDesk.portal.emptyHint') }}
        heads={[
          say('portal.col.number'),
          say('portal.col.agent'),
          say('portal.col.scenario'),
          say('portal.col.state'),
          say('portal.col.due'),
        ]}
        rows={list.items.map((item) => [
          item.number ? (
            <CaseNumber key="n" number={item.number} href={`${base}/${item.id}`} />
          ) : (
            <a key="n" href={`${base}/${item.id}`}>
              {say('reconsiderationDesk.noNumber')}
            </a>
          ),
          <a key="a" href={`${base}/${item.id}`}>
            {item.name}
          </a>,
          r.words.pair(item.scenario),
          <Mark key="m" state={item.mark as MarkName}>
            {say(`reconsideration.status.${item.status}`)}
          </Mark>,
          <span key="d" className={item.isLate ? 'stop' : undefined}>
            {item.dueText}
          </span>,
        ])}
      />
    </main>
  )
}
