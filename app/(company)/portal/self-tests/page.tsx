// The self-tests of the company: what it has signed for, until when, and starting another.
import type { Metadata } from 'next'
import { NewCase } from '#components/case/new-case'
import { CaseList } from '#components/portal/case-list'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Headline } from '#components/ui/section'
import { Tabs } from '#components/ui/tabs'
import { agent as agentKind } from '#domain/agent/agent'
import { scenarioClauses } from '#domain/scenario/vocabulary'
import { selftest as kind } from '#domain/selftest/selftest'
import { companyReader } from '#server/company-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import { declaredKnown, laneTabs } from '#server/low-lane-view'
import { listWords, portalList, type Search } from '#server/portal-list'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('lowLane.tab.selftest') }
}

export default async function SelftestsPage({ searchParams }: { searchParams: Search }) {
  const r = await companyReader()
  const { say, book, words } = r
  const base = '/portal/self-tests'
  const mayStart = r.has('filer', 'compliance_lead')
  const [list, agents, known, allWords] = await Promise.all([
    portalList(r, 'selftest', base, searchParams),
    r.list('agent', { organisationId: r.organisationId, status: ['active'], limit: 200 }),
    declaredKnown(r, null),
    formWords(),
  ])
  const form = await formOf(kind, 'create', {
    ...known,
    hide: ['organisationId', 'buildHash'],
    options: {
      ...known.options,
      agentId: agents.items.map((item) => ({ value: item.id, label: book.name({ zh: item.titleZh, en: item.titleEn }) })),
      sector: r.catalogue.sectors.items.map((item) => ({ value: item.id, label: book.name(item) })),
      scenario: scenarioClauses.map((clause) => ({ value: String(clause), label: words.scenario(clause) })),
    },
  })
  const enter = mayStart ? (
    <NewCase
      plural="agents"
      form={await formOf(agentKind, 'create', { hide: ['organisationId', 'filingId', 'identityCode'] })}
      words={allWords}
      fixed={{ organisationId: r.organisationId }}
      label={say('lowLane.newAgent')}
      hint={say('lowLane.newAgentHint')}
      then={base}
    />
  ) : undefined
  const start = mayStart ? (
    <span className="row">
      {agents.items.length > 0 ? (
        <NewCase
          plural="self-tests"
          form={form}
          words={allWords}
          fixed={{ organisationId: r.organisationId }}
          label={say('lowLane.start')}
          hint={say('lowLane.startHint')}
          then={`${base}/{id}`}
        />
      ) : null}
      {enter}
    </span>
  ) : undefined
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline title={say('lowLane.tab.selftest')} about={say('lowLane.about')} end={start} />
      <Tabs label={say('lowLane.title')} tabs={laneTabs(say, '/portal', ['selftest', 'report', 'credit'], 'selftest')} />
      <CaseList
        {...list}
        label={say('lowLane.tab.selftest')}
        base={base}
        words={listWords(r, list)}
        empty={{ title: say('lowLane.empty.title'), hint: say('lowLane.startHint') }}
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
              {say('lowLane.open')}
            </a>
          ),
          <a key="a" href={`${base}/${item.id}`}>
            {item.name}
          </a>,
          words.pair(item.scenario),
          <Mark key="m" state={item.mark as MarkName}>
            {say(`selftest.status.${item.status}`)}
          </Mark>,
          <span key="d" className={item.isLate ? 'stop' : undefined}>
            {item.dueText}
          </span>,
        ])}
      />
    </main>
  )
}
