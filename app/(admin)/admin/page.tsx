// Administration: the doors, and how the background work stands.
import type { Metadata } from 'next'
import { Facts } from '#components/ui/definition-list'
import { Headline, SectionHead } from '#components/ui/section'
import { formatMoment, formatNumber } from '#messages/format'
import { adminReader } from '#server/desk-reader'

const doors = ['people', 'rules', 'whoMay', 'audit'] as const
const hrefs = { people: '/admin/people', rules: '/admin/rules', whoMay: '/admin/who-may', audit: '/admin/audit' }

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await adminReader('/admin')
  return { title: say('adminPage.title') }
}

export default async function AdminPage() {
  const r = await adminReader('/admin')
  const { say, locale } = r
  const work = await r.jobs()
  const moment = (at: string | null) => (at ? formatMoment(at) : say('adminPage.never'))
  return (
    <main id="main">
      <Headline title={say('adminPage.title')} about={say('adminPage.about')} />
      <ul className="tasks">
        {doors.map((door, i) => <li key={door}><b>{i + 1}</b><h2><a href={hrefs[door]}>{say(`adminPage.${door}`)}</a></h2></li>)}
      </ul>
      <SectionHead title={say('adminPage.jobs')} />
      {work ? (
        <Facts entries={[
          { key: 'outbox', term: say('adminPage.job.outbox'), value: formatNumber(locale, work.outbox.waiting) },
          { key: 'checkpoint', term: say('adminPage.job.checkpoint'), value: work.checkpoint ? say('adminPage.atSize', { size: formatNumber(locale, work.checkpoint.size), at: moment(work.checkpoint.at) }) : say('adminPage.never') },
          { key: 'lapsed', term: say('adminPage.job.lapsed'), value: formatNumber(locale, work.lapsed.n), care: work.lapsed.n > 0 },
          { key: 'last', term: say('adminPage.job.last'), value: moment(work.lastSystemEventAt) },
          { key: 'cases', term: say('adminPage.job.cases'), value: formatNumber(locale, work.database.cases) },
          { key: 'events', term: say('adminPage.job.events'), value: formatNumber(locale, work.database.events) },
          { key: 'size', term: say('adminPage.job.size'), value: say('adminPage.bytes', { n: formatNumber(locale, Math.round((work.database.bytes ?? 0) / 1e5) / 10) }) },
        ]} />
      ) : null}
    </main>
  )
}
