// The newest events with their place in the log and the hash of their leaf; titles only where the reader could see the case anyway.
import { Empty } from '#components/ui/empty'
import { DataTable, Pager } from '#components/ui/table'
import { formatMomentFull, formatNumber } from '#messages/format'
import { withQuery } from '#server/address'
import type { AuditReader } from '#server/desk-reader'

export async function EventsTable({ path, params, r }: { path: string; params: URLSearchParams; r: AuditReader }) {
  const { say, book } = r
  const a = (key: string, facts: Record<string, string | number> = {}) => say(`admin.audit.${key}`, facts)
  const before = /^\d{1,15}$/.test(params.get('before') ?? '') ? Number(params.get('before')) : null
  const { rows, next } = await r.eventsPage({
    ...(params.get('person') ? { personId: params.get('person') ?? '' } : {}),
    ...(params.get('case') ? { caseId: params.get('case') ?? '' } : {}),
    ...(params.get('kind') ? { kind: params.get('kind') ?? '' } : {}),
    ...(before === null ? {} : { before }),
  })
  const names = await r.namesOf(rows.map((row) => row.by))
  if (rows.length === 0) return <Empty title={a('empty')} />
  return (
    <>
      <DataTable
        label={a('events')}
        edge
        columns={[
          { key: 'position', head: a('event.position'), width: 84, number: true },
          { key: 'at', head: a('event.at'), width: 150 },
          { key: 'person', head: a('event.person'), width: 130 },
          { key: 'kind', head: a('event.kind'), width: 110 },
          { key: 'type', head: a('event.type'), width: 170 },
          { key: 'case', head: a('event.case') },
          { key: 'leaf', head: a('event.leaf'), width: 200, low: true },
        ]}
        rows={rows.map((row) => {
          const title = book.name({ zh: row.titleZh, en: row.titleEn })
          return {
            key: String(row.position),
            cells: [
              <a key="position" href={`/log/proof/${row.position}`} title={a('proof')}>
                {formatNumber(r.locale, row.position)}
              </a>,
              <time key="at" dateTime={row.at}>
                {formatMomentFull(row.at)}
              </time>,
              <a key="person" href={withQuery(path, params, { person: row.by, before: null })} title={a('only')}>
                {row.by === 'system' ? a('system') : book.name(names.get(row.by)) || a('nobody')}
              </a>,
              say(`${row.kind}.name`),
              <span key="type" className="mono">
                {row.type}
              </span>,
              <a key="case" href={withQuery(path, params, { case: row.caseId, before: null })} title={a('onlyCase')}>
                {[row.number, title].filter(Boolean).join(' ') || a('titleHidden')}
              </a>,
              <span key="leaf" className="mono t2" title={row.leaf ?? ''}>
                {row.leaf?.slice(0, 24)}
              </span>,
            ],
          }
        })}
      />
      <Pager
        label={a('events')}
        shown={a('shown', { count: rows.length })}
        next={next === null ? undefined : { href: withQuery(path, params, { before: String(next) }), text: a('next') }}
        first={before === null ? undefined : { href: withQuery(path, params, { before: null }), text: a('first') }}
      />
    </>
  )
}
