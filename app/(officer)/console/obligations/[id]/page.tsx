// One testing obligation: the order and who may carry it out, the reports item by item, the acts, the history.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Acts } from '#components/case/acts'
import { CommandForm } from '#components/case/command-form'
import { Report } from '#components/obligation/report'
import { DefinitionList } from '#components/ui/definition-list'
import { Empty } from '#components/ui/empty'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { SectionHead } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { Timeline } from '#components/ui/timeline'
import type { Obligation } from '#domain/obligation/state'
import { formatMomentFull } from '#messages/format'
import { paramsOf, type SearchParams } from '#server/address'
import { deskReader } from '#server/desk-reader'
import { dueOfItem } from '#server/due'
import { formWords } from '#server/form-words'
import { happeningLines } from '#server/happenings'
import { obligationView } from '#server/obligation-view'

const path = '/console/obligations'
type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('obligation'))('name') }
}

export default async function ObligationPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, paramsOf(searchParams)])
  const r = await deskReader(`${path}/${id}`)
  const seen = (await r.one<Obligation>('obligation', id)) ?? (await r.byNumber('obligation', id))
  if (!seen) notFound()
  const [view, words, history] = await Promise.all([obligationView(seen, r), formWords(), r.history('obligation', seen.id)])
  const { say, book } = r
  const c = (key: string, facts: Record<string, string | number> = {}) => say(`obligationDesk.case.${key}`, facts)
  const state = seen.state as Partial<Obligation>
  const due = r.due(dueOfItem(seen, r.catalogue, r.today), true)
  const asked = view.forms.find((form) => form.command === query.get('act'))
  const table = (key: string) => c(`table.${key}`)
  return (
    <main id="main" className="flush">
      <IdentityBar
        state={seen.mark as MarkName}
        lead={
          <>
            <CaseNumber number={seen.number ?? seen.id} />
            <Mark state={seen.mark as MarkName} fill>
              {say(`obligation.status.${seen.status}`)}
            </Mark>
          </>
        }
        title={book.name(state.agentName)}
        company={view.company}
        acts={
          view.forms.length > 0 ? (
            <Acts plural="obligations" id={seen.id} version={seen.version} forms={view.forms} words={words} fixed={view.fixed} />
          ) : undefined
        }
        meta={[
          r.words.pair(seen.scenario),
          seen.lane ? say(`tier.lane.${seen.lane}`) : '',
          state.plannedAt ? c('planned', { at: formatMomentFull(state.plannedAt) }) : '',
        ].filter(Boolean)}
        end={<span className={due.late ? 'stop' : undefined}>{due.day ? `${due.day} ${due.meaning}` : c('noDue')}</span>}
      />
      <div className="grid grid-cols-[minmax(0,1fr)_340px] gap-x-10 px-6 pt-4 pb-10 max-[1000px]:grid-cols-1">
        <div className="min-w-0">
          {asked ? (
            <section id="act" className="pb-6">
              <SectionHead title={c('act', { act: asked.label })} />
              <CommandForm
                plural="obligations"
                id={seen.id}
                version={seen.version}
                form={asked}
                words={words}
                fixed={(view.fixed as Record<string, Record<string, unknown>>)[asked.command]}
                then={`${path}/${seen.id}`}
              />
            </section>
          ) : null}
          {view.reports.length === 0 ? <SectionHead title={c('reports')} /> : null}
          {view.reports.length === 0 ? (
            <Empty level={3} title={c('noReports')}>
              {c('noReportsHint')}
            </Empty>
          ) : null}
          {view.reports.map((report) => (
            <Report
              key={report.no}
              report={report}
              words={{
                item: table('item'),
                counted: table('counted'),
                share: table('share'),
                interval: table('interval'),
                threshold: table('threshold'),
                verdict: table('verdict'),
                note: table('note'),
              }}
            />
          ))}
          <SectionHead title={c('items')} gap />
          <DataTable
            label={c('items')}
            edge
            columns={[
              { key: 'name', head: c('item.name'), flow: true },
              { key: 'method', head: c('item.method'), width: 104 },
              { key: 'threshold', head: c('item.threshold'), width: 150 },
              { key: 'sample', head: c('item.sample'), width: 92, number: true },
              { key: 'risks', head: c('item.risk'), width: 120, low: true },
            ]}
            rows={view.items.map((item) => ({
              key: item.key,
              cells: [
                <span key="name">
                  <b>{item.name}</b>
                  <small className="t2 block">{item.procedure}</small>
                </span>,
                item.method,
                item.threshold,
                item.sample,
                item.risks,
              ],
            }))}
          />
          <SectionHead title={c('timeline')} gap id="timeline" />
          <Timeline
            words={{ before: say('obligationDesk.timelineWords.before'), after: say('obligationDesk.timelineWords.after') }}
            items={(await happeningLines(history ?? [], 'obligation', book, r.words, r.today)).map(({ entry, ...item }) => ({
              ...item,
              entry: <a href={entry.href}>{entry.text}</a>,
            }))}
          />
        </div>
        <aside className="min-w-0">
          <SectionHead level={2} title={c('order')} />
          <DefinitionList
            entries={view.order.map(({ href, value, ...entry }) => ({ ...entry, value: href ? <a href={href}>{value}</a> : value }))}
          />
          {view.labs ? (
            <>
              <SectionHead level={2} title={c('labs')} gap />
              <p className="cap t2 pt-1">{view.labs.inScope.length > 0 ? c('labsHint', { today: r.today }) : c('labsNone')}</p>
              <ul className="text-[13px] leading-[20px]">
                {view.labs.inScope.map((lab) => (
                  <li key={lab.value} className="border-b border-hairline py-1">
                    <a href={`/console/labs/${lab.value}`}>{lab.label}</a>
                  </li>
                ))}
                {view.labs.out.map((lab) => (
                  <li key={lab.key} className="t3 border-b border-hairline py-1">
                    {lab.name} · {lab.lacks}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {view.remarks.map((remark) => (
            <section key={remark.key} className="pt-4">
              <h3>{remark.title}</h3>
              <p className="t2">{remark.text}</p>
              {remark.key === 'waiver' ? <p className="cap care">{c('publicNote')}</p> : null}
            </section>
          ))}
        </aside>
      </div>
    </main>
  )
}
