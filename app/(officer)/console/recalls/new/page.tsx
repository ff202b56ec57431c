// A new recall: first the agent, then the builder. With `?recall=` the builder writes the notice of a case that exists.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RecallBuilder } from '#components/recall/builder'
import { Empty } from '#components/ui/empty'
import { Input } from '#components/ui/field'
import { Crumbs, Headline } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import type { Recall } from '#domain/recall/state'
import { paramsOf, type SearchParams } from '#server/address'
import { ownersOf } from '#server/company-names'
import { type DeskReader, deskReader } from '#server/desk-reader'
import { builderOptions, builderWords, draftFrom, noticeLanguages } from '#server/recall-builder'

const path = '/console/recalls'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recallDesk'))('create') }
}

export default async function NewRecallPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await paramsOf(searchParams)
  const r = await deskReader(`${path}/new?${params}`)
  const { say } = r
  const crumbs = (text: string) => (
    <Crumbs label={say('recallDesk.back')} items={[{ href: path, text: say('recallDesk.title') }, { text }]} />
  )
  if (!r.has('recall_officer')) {
    return (
      <main id="main" className="tight">
        {crumbs(say('recallDesk.create'))}
        <Empty level={1} title={say('ui.forbidden.title')}>
          {say('recallDesk.pick.mayNot')}
        </Empty>
      </main>
    )
  }
  const recallId = params.get('recall')
  const seen = recallId ? await r.one<Recall>('recall', recallId) : null
  if (recallId && !seen) notFound()
  const state = (seen?.state ?? {}) as Partial<Recall>
  const agentId = seen ? state.agentId : params.get('agent')
  const agent = agentId ? await r.agentForRecall(agentId) : null
  if (!agent) return <Pick q={params.get('q') ?? ''} crumbs={crumbs(say('recallDesk.create'))} r={r} />
  const mode = seen ? (seen.moves.includes('expand') ? 'expand' : 'draft') : 'new'
  const first = seen
    ? draftFrom(state, r.today)
    : {
        ...draftFrom({}, r.today),
        path: 'ask' as const,
        sector: agent.sector ?? '',
        scenario: agent.scenario === null ? '' : String(agent.scenario),
      }
  return (
    <main id="main" className="tight pb-10">
      {crumbs(
        say(mode === 'new' ? 'recallDesk.create' : mode === 'expand' ? 'recallDesk.builder.expandTitle' : 'recallDesk.builder.draftTitle'),
      )}
      <Headline
        title={`${say(mode === 'new' ? 'recallDesk.builder.title' : mode === 'expand' ? 'recallDesk.builder.expandTitle' : 'recallDesk.builder.draftTitle')} · ${r.book.name(agent.name)}`}
        about={agent.organisationName ?? ''}
      />
      <RecallBuilder
        mode={mode}
        first={first}
        agent={agent}
        recall={
          seen ? { id: seen.id, version: seen.version, nextVersion: (state.notices?.length ?? 0) + 1, number: state.number ?? null } : null
        }
        options={builderOptions(r)}
        languages={noticeLanguages(r.catalogue, { agent: agent.name, company: agent.organisationName ?? '' })}
        locale={r.locale}
        words={builderWords(r.locale)}
      />
    </main>
  )
}

async function Pick({ q, crumbs, r }: { q: string; crumbs: ReactNode; r: DeskReader }) {
  const { say, book } = r
  const found = await r.list('agent', { ...(q.trim() === '' ? {} : { q }), limit: 20 })
  const owners = await ownersOf(r, found.items)
  const p = (key: string, facts: Record<string, string> = {}) => say(`recallDesk.pick.${key}`, facts)
  return (
    <main id="main" className="tight">
      {crumbs}
      <Headline title={p('title')} />
      <search>
        <form method="get" action={`${path}/new`} className="row items-end">
          <div className="w-[360px] max-w-full *:mb-0">
            <Input id="q" name="q" type="search" label={p('label')} hint={p('hint')} defaultValue={q} maxLength={200} data-search="" />
          </div>
          <button type="submit" className="btn go">
            {p('go')}
          </button>
        </form>
      </search>
      {found.items.length === 0 ? (
        <Empty title={p('none', { query: q })}>{p('noneHint')}</Empty>
      ) : (
        <DataTable
          label={p('title')}
          edge
          columns={[
            { key: 'name', head: p('column.name') },
            { key: 'organisation', head: p('column.organisation') },
            { key: 'region', head: p('column.region'), width: 120 },
            { key: 'act', head: p('column.act'), width: 100, mute: true },
          ]}
          rows={found.items.map((item) => ({
            key: item.id,
            cells: [
              <b key="name">{book.name({ zh: item.titleZh, en: item.titleEn })}</b>,
              owners.get(item.organisationId ?? '') ?? '',
              r.words.region(item.region),
              <a key="act" href={`${path}/new?agent=${item.id}`}>
                {p('choose')}
              </a>,
            ],
          }))}
        />
      )}
    </main>
  )
}
