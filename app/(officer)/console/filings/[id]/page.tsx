// One filing under review: identity with its clock, the acts open now, and a tab for each way of looking; every tab is an address.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { withConditions } from '#components/case/form-shape'
import { Overturned } from '#components/case/overturned'
import { Requests } from '#components/case/requests'
import { Neighbours } from '#components/console/neighbours'
import { Alert } from '#components/ui/alert'
import { LinkButton } from '#components/ui/button'
import { ClockChip } from '#components/ui/clock'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName, type Tier, TierMark } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Tabs } from '#components/ui/tabs'
import { changesOf } from '#domain/filing/change-state'
import { conditionsOffer } from '#server/case-acts'
import { clockView, mainClock } from '#server/clock'
import { caseHref } from '#server/day'
import { filingActs } from '#server/filing-acts'
import { filingCase } from '#server/filing-case'
import { filingEyes } from '#server/filing-eyes'
import { formWords } from '#server/form-words'
import { overturnedLines } from '#server/overturned-lines'
import { askedWordsOf, hearingLines, requestLines } from '#server/request-lines'
import { wordBook } from '#server/word-book'
import { History } from '../../_case/history.tsx'
import { Letters } from '../../_case/letters.tsx'
import { Application } from './application.tsx'
import { Changes } from './changes.tsx'
import { FiledChanges } from './filed-changes.tsx'
import { Overview } from './overview.tsx'
import { Reviewers } from './reviewers.tsx'
import { Tests } from './tests.tsx'

const tabs = ['overview', 'application', 'changes', 'tests', 'reviewers', 'letters', 'timeline'] as const
type Tab = (typeof tabs)[number]
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const addressOf = (id: string) => `/console/filings/${encodeURIComponent(id)}`
const one = (value: string | string[] | undefined): string | null => (Array.isArray(value) ? (value[0] ?? null) : (value ?? null))

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { id } = await params
  const [found, book, search] = await Promise.all([filingCase(decodeURIComponent(id), addressOf(id)), wordBook(), searchParams])
  const tab = one(search.tab)
  return {
    title: found
      ? `${book.name(found.filing.agentName)}${tab ? ` · ${book.say(`case.tabs.${tab}`)}` : ''}`
      : book.say('case.notFound.title'),
  }
}

export default async function FilingPage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams])
  const c = await filingCase(decodeURIComponent(id), addressOf(id))
  if (!c) notFound()
  const { r, one: row, filing, who, revision } = c
  const { say, book } = r
  const tab: Tab = tabs.find((name) => name === one(search.tab)) ?? 'overview'
  const [{ forms, turn }, words] = await Promise.all([filingActs(c), formWords()])
  const offer = conditionsOffer(r)
  const panel = filingEyes(filing, row.moves, r, who)
  const clock = mainClock(filing.clocks, row.dueRule)
  const view = clock ? clockView(clock, r.catalogue, r.at, book) : null
  const base = addressOf(row.id)
  const decision = filing.decision || !revision ? null : `${base}/decision`
  const recall = c.recalls?.items.find((item) => item.mark === 'recalled' || item.mark === 'suspended')
  const tier = row.tier !== null && row.tier >= 1 && row.tier <= 4 ? (row.tier as Tier) : null
  const counts: Partial<Record<Tab, string>> = {
    changes: filing.revisions.length > 1 ? String(c.changes) : changesOf(filing).length > 0 ? String(changesOf(filing).length) : undefined,
    tests: c.obligations.total + filing.tests.length > 0 ? String(Math.max(c.obligations.total, filing.tests.length)) : undefined,
    reviewers: say('case.four.progress', { done: panel.done, all: panel.eyes.length }),
    letters: c.letters.total > 0 ? String(c.letters.total) : undefined,
  }
  return (
    <main id="main" className="flush">
      <IdentityBar
        state={row.mark as MarkName}
        lead={
          <>
            {row.number ? <CaseNumber number={row.number} /> : null}
            {tier ? <TierMark tier={tier} word={say(`tier.${['I', 'II', 'III', 'IV'][tier - 1]}`)} /> : null}
            <Mark state={row.mark as MarkName} fill>
              {say(`filing.status.${filing.status}`)}
            </Mark>
            <Neighbours href={base} words={{ previous: say('case.neighbours.previous'), next: say('case.neighbours.next') }} />
          </>
        }
        title={
          <>
            {book.name(filing.agentName)} {revision?.content.version ?? filing.published?.version ?? filing.content.version ?? ''}
          </>
        }
        company={
          filing.organisationId ? (
            <a href={`/console/companies/${filing.organisationId}`}>{book.name(filing.organisationName) || row.organisationName}</a>
          ) : (
            row.organisationName
          )
        }
        code={filing.creditCode}
        acts={
          <>
            {decision && panel.mayDecide ? (
              <LinkButton tone="go" href={decision}>
                {say('case.decidePage')}
              </LinkButton>
            ) : null}
            {forms.length > 0 ? (
              <Acts
                plural="filings"
                id={row.id}
                version={row.version}
                forms={forms.map((form) => withConditions(form, offer))}
                words={words}
                first={decision && panel.mayDecide ? 1 : 2}
                plain={turn === null || (decision !== null && panel.mayDecide)}
              />
            ) : null}
          </>
        }
        meta={[
          filing.ownerId ? say('case.owner', { name: who(filing.ownerId) }) : say('case.noOwner'),
          [r.words.sector(filing.sector), r.words.region(filing.region)].filter(Boolean).join(' · '),
          filing.scenarios.map(r.words.scenario).join(r.locale === 'en' ? ', ' : '、'),
          ...(revision ? [say('case.revision', { no: revision.no })] : []),
        ]}
        end={view ? <ClockChip {...view} /> : undefined}
      />
      {recall ? (
        <div className="px-6 pb-3">
          <Alert
            word={say('state.recalled')}
            title={`${recall.number ?? ''} ${book.name({ zh: recall.titleZh, en: recall.titleEn })}`}
            href={caseHref('recall', recall.id)}
            link={say('case.tests.open')}
          >
            {say(`recall.status.${recall.status}`)}
          </Alert>
        </div>
      ) : null}
      <div className="px-6">
        <Overturned lines={overturnedLines(filing.overturned, '/console/reconsiderations', 'not_filed', book)} />
      </div>
      <Tabs
        label={say('case.label')}
        tabs={tabs.map((name) => ({
          href: name === 'overview' ? base : `${base}?tab=${name}`,
          text: say(`case.tabs.${name}`),
          count: counts[name],
          current: name === tab,
        }))}
      />
      {tab === 'overview' ? <Overview c={c} turn={turn} panel={panel} decision={decision} /> : null}
      {tab === 'application' ? <Application c={c} no={one(search.revision)} base={base} /> : null}
      {tab === 'changes' ? (
        <>
          <FiledChanges c={c} />
          {changesOf(filing).length > 0 && filing.revisions.length < 2 ? null : (
            <Changes c={c} from={one(search.from)} to={one(search.to)} base={base} panel={panel} decision={decision} />
          )}
        </>
      ) : null}
      {tab === 'tests' ? <Tests c={c} /> : null}
      {tab === 'reviewers' ? (
        <>
          <Reviewers c={c} panel={panel} decision={decision} />
          <div className="px-6 pb-8">
            <Requests lines={requestLines(filing, r)} hearings={hearingLines(filing, r)} words={askedWordsOf(r)} isAlways />
          </div>
        </>
      ) : null}
      {tab === 'letters' ? (
        <Letters r={r} items={c.letters.items} chosen={one(search.letter)} language={one(search.in)} base={base} />
      ) : null}
      {tab === 'timeline' ? <History r={r} kind="filing" id={row.id} /> : null}
    </main>
  )
}
