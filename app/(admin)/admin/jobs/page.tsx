// The background work: what waits to be sent, how far the log is signed, whether the clock keeps up, how large the database is.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Facts } from '#components/ui/definition-list'
import { Mark } from '#components/ui/mark'
import { Headline, SectionHead } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { formatBytes, formatMomentFull, formatNumber } from '#messages/format'
import { adminReader } from '#server/desk-reader'

/** The outbox is emptied within seconds, the log signed within the minute (performance.md 5). */
const lateMs = 120_000

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.jobs'))('title') }
}

export default async function JobsPage() {
  const r = await adminReader('/admin/jobs')
  const { say } = r
  const j = (key: string, facts: Record<string, string | number> = {}) => say(`admin.jobs.${key}`, facts)
  const n = (value: number) => formatNumber(r.locale, value)
  const work = await r.jobs()
  if (!work)
    return (
      <main id="main" className="tight">
        <Headline title={j('title')} />
      </main>
    )
  const now = Date.parse(r.at)
  const isOld = (at: string | null) => at !== null && now - Date.parse(at) > lateMs
  const { outbox, checkpoint, lapsed, database } = work
  const behind = work.logSize - (checkpoint?.size ?? 0)
  const state = (isLate: boolean) => <Mark state={isLate ? 'waiting' : 'approved'}>{j(isLate ? 'late' : 'good')}</Mark>
  const isOutboxLate = outbox.waiting > 0 && isOld(outbox.oldestAt)
  const isLogLate = behind > 0 && (checkpoint === null || isOld(checkpoint.at))
  const isClockLate = lapsed.n > 0 && isOld(lapsed.oldestAt)
  return (
    <main id="main" className="tight pb-10">
      <Headline title={j('title')} about={j('about', { at: formatMomentFull(r.at) })} />
      <p className="t2">{j('hint')}</p>
      <div className="grid grid-cols-2 gap-x-12 max-[800px]:grid-cols-1">
        <section>
          <SectionHead title={j('outbox.title')} gap quiet={false} end={state(isOutboxLate)} />
          <Facts
            text
            entries={[
              {
                key: 'n',
                term: j('outbox.title'),
                value: outbox.waiting > 0 ? j('outbox.waiting', { count: n(outbox.waiting) }) : j('outbox.none'),
              },
              ...(outbox.oldestAt ? [{ key: 'old', term: '', value: j('outbox.oldest', { at: formatMomentFull(outbox.oldestAt) }) }] : []),
            ]}
          />
        </section>
        <section>
          <SectionHead title={j('checkpoint.title')} gap quiet={false} end={state(isLogLate)} />
          <Facts
            text
            entries={
              checkpoint
                ? [
                    {
                      key: 'size',
                      term: j('checkpoint.at', { at: formatMomentFull(checkpoint.at) }),
                      value: j('checkpoint.size', { size: n(checkpoint.size), total: n(work.logSize) }),
                    },
                    ...(behind > 0
                      ? [{ key: 'behind', term: '', value: j('checkpoint.behind', { count: n(behind) }), care: isLogLate }]
                      : []),
                    {
                      key: 'root',
                      term: j('checkpoint.root'),
                      value: (
                        <a className="mono" href="/log/checkpoint">
                          {checkpoint.root.slice(0, 24)}
                        </a>
                      ),
                    },
                  ]
                : [{ key: 'none', term: j('checkpoint.title'), value: j('checkpoint.none') }]
            }
          />
        </section>
        <section>
          <SectionHead title={j('clock.title')} gap quiet={false} end={state(isClockLate)} />
          <Facts
            text
            entries={[
              { key: 'lapsed', term: j('clock.title'), value: lapsed.n > 0 ? j('clock.lapsed', { count: n(lapsed.n) }) : j('clock.none') },
              ...(lapsed.oldestAt && lapsed.n > 0
                ? [{ key: 'old', term: '', value: j('clock.oldest', { at: formatMomentFull(lapsed.oldestAt) }) }]
                : []),
              {
                key: 'last',
                term: '',
                value: work.lastSystemEventAt ? j('clock.last', { at: formatMomentFull(work.lastSystemEventAt) }) : j('clock.never'),
              },
            ]}
          />
        </section>
        <section>
          <SectionHead title={j('database.title')} gap end={j(`database.dialect.${database.dialect}`)} />
          <Facts
            text
            entries={[
              {
                key: 'size',
                term: j('database.title'),
                value:
                  database.bytes === null ? j('database.unknown') : j('database.size', { size: formatBytes(r.locale, database.bytes) }),
              },
              { key: 'cases', term: '', value: j('database.cases', { count: n(database.cases) }) },
              { key: 'events', term: '', value: j('database.events', { count: n(database.events) }) },
            ]}
          />
        </section>
      </div>
      {outbox.failing.length > 0 ? (
        <>
          <SectionHead title={j('outbox.failing')} gap />
          <DataTable
            label={j('outbox.failing')}
            edge
            columns={[
              { key: 'topic', head: j('outbox.topic'), width: 200 },
              { key: 'attempts', head: j('outbox.attempts'), width: 80, number: true },
              { key: 'error', head: j('outbox.error'), flow: true },
              { key: 'at', head: j('outbox.at'), width: 160 },
            ]}
            rows={outbox.failing.map((one) => ({
              key: `${one.topic}-${one.at}`,
              cells: [one.topic, n(one.attempts), one.lastError, formatMomentFull(one.at)],
            }))}
          />
        </>
      ) : null}
    </main>
  )
}
