// Administration at a glance: what each page holds now, and what wants attention.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Banner } from '#components/ui/alert'
import { Headline } from '#components/ui/section'
import { addWorkingDays } from '#domain/clock/working-days'
import { kinds } from '#domain/kinds'
import { roles } from '#domain/permission'
import { formatNumber } from '#messages/format'
import { adminReader, auditReader } from '#server/desk-reader'

/** The longest period of the rules, in working days: a calendar that ends sooner leaves dates open. */
const longestReach = 60

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('title') }
}

export default async function AdminPage() {
  const [r, audit] = await Promise.all([adminReader('/admin'), auditReader('/admin')])
  const { say } = r
  const dayBefore = new Date(Date.parse(r.at) - 86_400_000).toISOString()
  const [people, sets, work, readings] = await Promise.all([
    r.list('person', { status: ['active'], limit: 1 }),
    r.list('catalogue', { limit: 50 }),
    r.jobs(),
    audit.readingCounts(dayBefore),
  ])
  const n = (value: number) => formatNumber(r.locale, value)
  const { publishedUntil } = r.catalogue.calendar
  const isShort = addWorkingDays(r.catalogue.calendar, r.today, longestReach).flagged
  const proposed = sets.items.filter((item) => item.status === 'proposed').length
  const lines: { key: string; href: string; text: string }[] = [
    { key: 'people', href: '/admin/people', text: say('admin.home.people', { active: n(people.total) }) },
    { key: 'offices', href: '/admin/offices', text: say('admin.home.offices', { count: n(r.catalogue.authorities.items.length) }) },
    { key: 'rules', href: '/admin/rules', text: say('admin.home.rules', { sets: sets.total, proposed }) },
    { key: 'calendars', href: '/admin/calendars', text: say('admin.home.calendar', { until: publishedUntil }) },
    { key: 'limits', href: '/admin/limits', text: say('admin.home.limits', { count: r.catalogue.limits.items.length }) },
    {
      key: 'whoMay',
      href: '/admin/who-may',
      text: say('admin.home.whoMay', {
        roles: roles.length,
        commands: [...kinds.values()].reduce((sum, kind) => sum + Object.keys(kind.moves).length, 0),
      }),
    },
    {
      key: 'audit',
      href: '/admin/audit',
      text:
        audit.sight === 'all'
          ? say('admin.home.audit', { read: n(readings.read), refused: n(readings.refused) })
          : say('admin.home.auditClosed'),
    },
    {
      key: 'jobs',
      href: '/admin/jobs',
      text: work ? say('admin.home.jobs', { waiting: n(work.outbox.waiting), size: n(work.logSize) }) : '',
    },
  ]
  return (
    <main id="main" className="tight pb-10">
      <Headline title={say('admin.title')} about={say('admin.lead')} />
      {isShort ? (
        <Banner tone="care" title={say('admin.home.calendarShort')} acts={<a href="/admin/calendars">{say('admin.nav.calendars')}</a>}>
          {say('admin.calendars.shortHint', { until: publishedUntil })}
        </Banner>
      ) : null}
      <dl className="kv max-w-[760px]">
        {lines.flatMap(({ key, href, text }) => [
          <dt key={`${key}-term`}>
            <a href={href}>{say(`admin.nav.${key}`)}</a>
          </dt>,
          <dd key={key}>{text}</dd>,
        ])}
      </dl>
    </main>
  )
}
