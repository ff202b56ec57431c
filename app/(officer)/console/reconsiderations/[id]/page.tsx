// One reconsideration: the act that is challenged, the acts open now, what both parties said, how it is reviewed, letters and timeline.
import type { Metadata } from 'next'
import { Acts } from '#components/case/acts'
import { Neighbours } from '#components/console/neighbours'
import { Banner } from '#components/ui/alert'
import { LinkButton } from '#components/ui/button'
import { ClockChip } from '#components/ui/clock'
import { Empty } from '#components/ui/empty'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Tabs } from '#components/ui/tabs'
import { clockView, mainClock } from '#server/clock'
import { formWords } from '#server/form-words'
import { reconsiderationActs, reconsiderationCase } from '#server/reconsideration-view'
import { wordBook } from '#server/word-book'
import { History } from '../../_case/history.tsx'
import { Letters } from '../../_case/letters.tsx'
import { Overview, Parties, Review } from './parts.tsx'

const tabs = ['overview', 'parties', 'review', 'letters', 'timeline'] as const
type Tab = (typeof tabs)[number]
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const addressOf = (id: string) => `/console/reconsiderations/${encodeURIComponent(id)}`
const one = (value: string | string[] | undefined): string | null => (Array.isArray(value) ? (value[0] ?? null) : (value ?? null))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  const [found, book] = await Promise.all([reconsiderationCase(decodeURIComponent(id), addressOf(id)), wordBook()])
  return {
    title: found
      ? `${found.state.number ?? book.say('reconsideration.name')} · ${book.name(found.state.agentName)}`
      : book.say('case.notFound.title'),
  }
}

export default async function ReconsiderationPage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams])
  const c = await reconsiderationCase(decodeURIComponent(id), addressOf(id))
  if (!c) {
    const { say } = await wordBook()
    return (
      <main id="main">
        <Empty
          level={1}
          title={say('case.notFound.title')}
          act={<LinkButton href="/console/reconsiderations">{say('case.notFound.back')}</LinkButton>}
        >
          {say('case.notFound.hint')}
        </Empty>
      </main>
    )
  }
  const { r, one: row, state, who } = c
  const { say, book } = r
  const tab: Tab = tabs.find((name) => name === one(search.tab)) ?? 'overview'
  const [{ forms, turn }, words] = await Promise.all([reconsiderationActs(c), formWords()])
  const clock = mainClock(state.clocks, row.dueRule)
  const base = addressOf(row.id)
  const mark = row.mark as MarkName
  return (
    <main id="main" className="flush">
      <IdentityBar
        state={mark}
        lead={
          <>
            {state.number ? <CaseNumber number={state.number} /> : null}
            <Mark state={mark} fill>
              {say(`reconsideration.status.${state.status}`)}
            </Mark>
            <Neighbours href={base} words={{ previous: say('case.neighbours.previous'), next: say('case.neighbours.next') }} />
          </>
        }
        title={`${book.name(state.agentName)} · ${state.challenged ? say(`reconsideration.option.challengedActs.${state.challenged.what}`) : ''}`}
        company={state.organisationId ? <a href={`/console/companies/${state.organisationId}`}>{state.organisationName}</a> : null}
        acts={
          forms.length > 0 ? (
            <Acts plural="reconsiderations" id={row.id} version={row.version} forms={forms} words={words} first={2} plain={turn === null} />
          ) : null
        }
        meta={[
          state.ownerId ? say('case.owner', { name: who(state.ownerId) }) : say('case.noOwner'),
          r.words.forum(state.forumId),
          r.words.region(state.region),
        ]}
        end={clock ? <ClockChip {...clockView(clock, r.catalogue, r.at, book)} /> : undefined}
      />
      {c.isOurs ? null : <Banner tone="plain" title={say('reconsiderationDesk.other', { forum: r.words.forum(state.forumId) })} />}
      <Tabs
        label={say('case.label')}
        tabs={tabs.map((name) => ({
          href: name === 'overview' ? base : `${base}?tab=${name}`,
          text: say(`reconsiderationDesk.tabs.${name}`),
          count: name === 'letters' && c.letters.total > 0 ? String(c.letters.total) : undefined,
          current: name === tab,
        }))}
      />
      {tab === 'overview' ? <Overview c={c} /> : null}
      {tab === 'parties' ? <Parties c={c} /> : null}
      {tab === 'review' ? <Review c={c} /> : null}
      {tab === 'letters' ? (
        <Letters r={r} items={c.letters.items} chosen={one(search.letter)} language={one(search.in)} base={base} />
      ) : null}
      {tab === 'timeline' ? <History r={r} kind="reconsideration" id={row.id} /> : null}
    </main>
  )
}
