// One laboratory: its accreditations as of today, its impartiality, its orders, the acts of the registry, the history.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Acts } from '#components/case/acts'
import { Empty } from '#components/ui/empty'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Crumbs, SectionHead } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { Timeline } from '#components/ui/timeline'
import type { Lab } from '#domain/lab/state'
import { deskReader } from '#server/desk-reader'
import { formWords } from '#server/form-words'
import { happeningLines } from '#server/happenings'
import { labView } from '#server/lab-view'
import { obligationWords } from '#server/obligation-lines'

const path = '/console/labs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lab'))('name') }
}

export default async function LabPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const r = await deskReader(`${path}/${id}`)
  const seen = await r.one<Lab>('lab', id)
  if (!seen) notFound()
  const { say, book } = r
  const l = (key: string, facts: Record<string, string | number> = {}) => say(`obligationDesk.labs.${key}`, facts)
  const state = seen.state as Partial<Lab>
  const [view, words, history, orders] = await Promise.all([
    labView(seen, r),
    formWords(),
    r.history('lab', seen.id),
    r.obligationPage({ link: { name: 'lab', to: seen.id }, sort: 'newest', limit: 20 }),
  ])
  const lines = orders.lines.map((line) => obligationWords(line, r))
  return (
    <main id="main" className="flush">
      <div className="px-6 pt-2">
        <Crumbs label={l('title')} items={[{ href: path, text: l('title') }, { text: book.name(state.names) }]} />
      </div>
      <IdentityBar
        state={seen.mark as MarkName}
        lead={
          <Mark state={seen.mark as MarkName} fill>
            {say(`lab.status.${seen.status}`)}
          </Mark>
        }
        title={book.name(state.names)}
        meta={[r.words.region(state.region ?? null), ...(state.closedOn ? [l('closed', { on: state.closedOn })] : [])]}
        acts={
          view.forms.length > 0 ? (
            <Acts plural="labs" id={seen.id} version={seen.version} forms={view.forms} words={words} first={2} />
          ) : undefined
        }
      />
      <div className="px-6 pb-10">
        <SectionHead title={l('accreditations')} gap />
        {view.accreditations.length === 0 ? (
          <Empty level={3} title={l('noAccreditations')} />
        ) : (
          <DataTable
            label={l('accreditations')}
            edge
            columns={[
              { key: 'certificate', head: l('accreditation.certificate'), width: 180 },
              { key: 'basis', head: l('accreditation.basis'), width: 130 },
              { key: 'items', head: l('accreditation.items'), flow: true },
              { key: 'period', head: l('accreditation.period'), width: 210 },
              { key: 'state', head: l('accreditation.state'), width: 230, flow: true },
            ]}
            rows={view.accreditations.map((one) => ({
              key: one.id,
              cells: [
                <span key="no" className="mono">
                  {one.certificate}
                </span>,
                one.basis,
                <details key="items">
                  <summary>{one.count}</summary>
                  <ul className="cap t2">
                    {one.items.map((item) => (
                      <li key={item.id}>
                        {item.id} {item.name}
                      </li>
                    ))}
                  </ul>
                </details>,
                one.period,
                <span key="state">
                  <Mark state={one.standing.state}>{one.standing.word}</Mark>
                  {one.suspensions.map((text) => (
                    <small key={text} className="t2 block">
                      {text}
                    </small>
                  ))}
                </span>,
              ],
            }))}
          />
        )}
        <SectionHead title={l('impartiality')} gap />
        {view.impartiality ? (
          <>
            <p className="t2 pt-2">{view.impartiality.head}</p>
            <p className="max-w-[720px]">{view.impartiality.statement}</p>
            {view.impartiality.interests.length > 0 ? (
              <ul>
                {view.impartiality.interests.map((text) => (
                  <li key={text} className="care">
                    {text}
                  </li>
                ))}
              </ul>
            ) : (
              <p className="t2">{l('noInterests')}</p>
            )}
          </>
        ) : (
          <p className="t2 pt-2">{l(view.isImpartialityHidden ? 'hidden' : 'notDeclared')}</p>
        )}
        <SectionHead
          title={l('orders')}
          gap
          end={
            orders.total > lines.length ? <a href={`/console/obligations?isOpen=all&tie=lab:${seen.id}`}>{l('ordersAll')}</a> : undefined
          }
        />
        {lines.length === 0 ? (
          <p className="t2 pt-2">{l('noOrders')}</p>
        ) : (
          <DataTable
            label={l('orders')}
            edge
            columns={[
              { key: 'status', head: say('obligationDesk.column.status'), width: 120 },
              { key: 'number', head: say('obligationDesk.column.number'), width: 218 },
              { key: 'agent', head: say('obligationDesk.column.agent') },
              { key: 'items', head: say('obligationDesk.column.items') },
              { key: 'due', head: say('obligationDesk.column.due'), width: 128 },
              { key: 'verdict', head: say('obligationDesk.column.verdict'), width: 120 },
            ]}
            rows={lines.map((line) => ({
              key: line.id,
              late: line.due.late,
              cells: [
                <Mark key="mark" state={line.mark as MarkName}>
                  {line.word}
                </Mark>,
                <CaseNumber key="no" number={line.number} href={line.href} />,
                line.agent,
                line.items,
                line.due.day ? `${line.due.day} ${line.due.meaning}` : line.due.meaning,
                line.verdict ? (
                  <Mark key="verdict" state={line.verdict.state}>
                    {line.verdict.word}
                  </Mark>
                ) : (
                  <span key="none" className="t3">
                    {say('obligationDesk.noVerdict')}
                  </span>
                ),
              ],
            }))}
          />
        )}
        <SectionHead title={l('timeline')} gap id="timeline" />
        <Timeline
          words={{ before: say('obligationDesk.timelineWords.before'), after: say('obligationDesk.timelineWords.after') }}
          items={(await happeningLines(history ?? [], 'lab', book, r.words, r.today)).map(({ entry, ...item }) => ({
            ...item,
            entry: <a href={entry.href}>{entry.text}</a>,
          }))}
        />
      </div>
    </main>
  )
}
