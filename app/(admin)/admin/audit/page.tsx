// The audit: who looked at restricted content and who was refused what; the newest events with their place in the log.
import type { Metadata } from 'next'
import { Empty } from '#components/ui/empty'
import { Crumbs, Headline, SectionHead } from '#components/ui/section'
import { Pager, PlainTable } from '#components/ui/table'
import { formatMoment } from '#messages/format'
import { auditReader } from '#server/desk-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await auditReader('/admin/audit')
  return { title: say('adminPage.audit') }
}

const month = 30 * 86_400_000

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const r = await auditReader('/admin/audit')
  const { say, locale, book } = r
  const query = await searchParams
  if (r.sight === 'none') return <main id="main"><Headline title={say('adminPage.audit')} /><Empty title={say('adminPage.noSight')} /></main>
  const before = query.before?.split(' ', 2)
  const what = query.what === 'read' || query.what === 'refused' ? query.what : undefined
  const filter = { ...(query.person ? { personId: query.person } : {}), ...(query.case ? { caseId: query.case } : {}) }
  const [readings, events, counts] = await Promise.all([
    r.readingsPage({ ...filter, ...(what ? { what } : {}), ...(before?.[0] && before[1] ? { before: [before[0], before[1]] } : {}) }),
    r.eventsPage({ ...filter, ...(Number(query.position) > 0 ? { before: Number(query.position) } : {}) }),
    r.readingCounts(new Date(Date.parse(r.at) - month).toISOString()),
  ])
  const names = await r.namesOf([...readings.rows.map((row) => row.personId), ...events.rows.map((row) => row.by)])
  const nameOf = (id: string) => { const name = names.get(id); return name ? book.name(name) : id.slice(0, 8) }
  const link = (more: Record<string, string>) => `/admin/audit?${new URLSearchParams({ ...(query.person ? { person: query.person } : {}), ...(query.case ? { case: query.case } : {}), ...(what ? { what } : {}), ...more })}`
  return (
    <main id="main">
      <Crumbs label={say('adminPage.crumbs')} items={[{ href: '/admin', text: say('adminPage.title') }, { text: say('adminPage.audit') }]} />
      <Headline title={say('adminPage.audit')} about={say('adminPage.counts', { read: String(counts.read), refused: String(counts.refused) })} />
      <SectionHead title={say('adminPage.readings')} />
      {readings.rows.length === 0 ? <Empty title={say('adminPage.none')} /> : <PlainTable caption={say('adminPage.readings')} heads={['at', 'who', 'what', 'subject', 'code'].map((head) => say(`adminPage.col.${head}`))} rows={readings.rows.map((row) => [
        formatMoment(row.at), <a key="w" href={link({ person: row.personId })}>{nameOf(row.personId)}</a>, row.what === 'read' ? say('adminPage.read') : say('adminPage.refused'), `${say(`${row.kind}.name`)} ${row.caseId?.slice(0, 8) ?? ''}`, row.code ?? '',
      ])} />}
      <Pager label={say('adminPage.readings')} shown={String(readings.rows.length)} next={readings.next ? { href: link({ before: readings.next.join(' ') }), text: say('adminPage.next') } : undefined} first={query.before ? { href: link({}), text: say('adminPage.first') } : undefined} />
      <SectionHead title={say('adminPage.events')} />
      <PlainTable caption={say('adminPage.events')} heads={['position', 'at', 'who', 'what', 'subject'].map((head) => say(`adminPage.col.${head}`))} numbers={[0]} rows={events.rows.map((row) => [
        <a key="p" href={`/log/proof/${row.position}`}>{row.position}</a>, formatMoment(row.at), nameOf(row.by), row.type, `${say(`${row.kind}.name`)} ${row.number ?? row.caseId.slice(0, 8)} ${book.name({ zh: row.titleZh, en: row.titleEn })}`,
      ])} />
      <Pager label={say('adminPage.events')} shown={String(events.rows.length)} next={events.next === null ? undefined : { href: link({ position: String(events.next) }), text: say('adminPage.next') }} first={query.position ? { href: link({}), text: say('adminPage.first') } : undefined} />
    </main>
  )
}
