// Readings and refusals, newest first, each person and case a link that narrows the list to it.
import { Empty } from '#components/ui/empty'
import { DataTable, Pager } from '#components/ui/table'
import { formatMomentFull } from '#messages/format'
import { withQuery } from '#server/address'
import type { AuditReader } from '#server/desk-reader'

/** A cursor is the instant and id of the last row, joined by a blank. */
const beforeIn = (text: string | null): [string, string] | undefined => {
  const [at, id] = (text ?? '').split(' ')
  return at && id ? [at, id] : undefined
}

export async function ReadingsTable({ path, params, r }: { path: string; params: URLSearchParams; r: AuditReader }) {
  const { say, book } = r
  const a = (key: string, facts: Record<string, string | number> = {}) => say(`admin.audit.${key}`, facts)
  const what = params.get('what')
  const before = beforeIn(params.get('before'))
  const { rows, next } = await r.readingsPage({
    ...(params.get('person') ? { personId: params.get('person') ?? '' } : {}),
    ...(params.get('case') ? { caseId: params.get('case') ?? '' } : {}),
    ...(what === 'read' || what === 'refused' ? { what } : {}),
    ...(before ? { before } : {}),
  })
  const names = await r.namesOf(rows.map((row) => row.personId))
  if (rows.length === 0) return <Empty title={a('empty')}>{a('emptyHint')}</Empty>
  return (
    <>
      <DataTable
        label={a('readings')}
        edge
        columns={[
          { key: 'at', head: a('reading.at'), width: 150 },
          { key: 'person', head: a('reading.person'), width: 170 },
          { key: 'what', head: a('reading.what'), width: 150 },
          { key: 'case', head: a('reading.case') },
          { key: 'purpose', head: a('reading.purpose'), width: 150 },
          { key: 'code', head: a('reading.code'), width: 280, flow: true },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            <time key="at" dateTime={row.at}>
              {formatMomentFull(row.at)}
            </time>,
            <a key="person" href={withQuery(path, params, { person: row.personId, before: null })} title={a('only')}>
              {book.name(names.get(row.personId)) || (row.personId === 'public' ? say('role.public') : a('nobody'))}
            </a>,
            a(`what.${row.what === 'read' ? 'read' : 'refused'}`),
            row.caseId ? (
              <a key="case" href={withQuery(path, params, { case: row.caseId, before: null })} title={a('onlyCase')}>
                {say(`${row.kind}.name`)} <span className="mono">{row.caseId.slice(0, 13)}</span>
              </a>
            ) : (
              say(`${row.kind}.name`)
            ),
            row.purpose ?? '',
            row.code ? say([`${row.code.split('.')[0]}.refusal.${row.code.split('.')[1]}`], {}, row.code) : '',
          ],
        }))}
      />
      <Pager
        label={a('readings')}
        shown={a('shown', { count: rows.length })}
        next={next ? { href: withQuery(path, params, { before: next.join(' ') }), text: a('next') } : undefined}
        first={before ? { href: withQuery(path, params, { before: null }), text: a('first') } : undefined}
      />
    </>
  )
}
