// The calendar of working days, a year at a time: holidays, make-up days, and where the published days end.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Banner } from '#components/ui/alert'
import { LinkButton, Segments } from '#components/ui/button'
import { Headline, SectionHead } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { isWorkingDay } from '#domain/clock/calendar'
import { dateOf, dayOf } from '#domain/clock/day'
import { addWorkingDays } from '#domain/clock/working-days'
import { formatDayWithWeekday } from '#messages/format'
import { paramsOf, type SearchParams, withQuery } from '#server/address'
import { rulesReader } from '#server/desk-reader'

const path = '/admin/calendars'
/** The longest period of the rules, in working days. */
const longestReach = 60

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.calendars'))('title') }
}

export default async function CalendarsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await paramsOf(searchParams)
  const r = await rulesReader(`${path}?${params}`)
  const { say, book } = r
  const c = (key: string, facts: Record<string, string | number> = {}) => say(`admin.calendars.${key}`, facts)
  const { calendar } = r.catalogue
  const [first, last] = [Number(calendar.from.slice(0, 4)), Number(calendar.publishedUntil.slice(0, 4))]
  const years = Array.from({ length: last - first + 2 }, (_, at) => String(first + at))
  const year = years.find((one) => one === params.get('year')) ?? r.today.slice(0, 4)
  const days = Array.from({ length: dayOf(`${year}-12-31`) - dayOf(`${year}-01-01`) + 1 }, (_, at) => dateOf(dayOf(`${year}-01-01`) + at))
  const kinds = days.map((on) => isWorkingDay(calendar, on))
  const isWhole = !kinds.includes('unknown')
  const rest = calendar.rest.filter((span) => span.on.startsWith(year) || span.until.startsWith(year))
  const work = calendar.work.filter((day) => day.on.startsWith(year))
  const isShort = addWorkingDays(calendar, r.today, longestReach).flagged
  return (
    <main id="main" className="tight pb-10">
      <Headline
        title={c('title')}
        about={c('about', { from: calendar.from, until: calendar.publishedUntil })}
        end={
          <LinkButton size="sm" href="/admin/rules/calendar?edit=json#edit">
            {c('load')}
          </LinkButton>
        }
      />
      {isShort ? (
        <Banner tone="care" title={c('short', { year: String(last + 1) })}>
          {c('shortHint', { until: calendar.publishedUntil })}
        </Banner>
      ) : null}
      <Segments
        label={c('year')}
        items={years.map((one) => ({ href: withQuery(path, params, { year: one }), text: one, current: one === year }))}
      />
      <SectionHead
        title={isWhole ? c('workingDays', { year, count: kinds.filter((kind) => kind === 'work').length }) : c('unknownDays', { year })}
        gap
        end={c('source')}
      />
      {rest.length === 0 ? (
        <p className="care pt-2">{c('short', { year })}</p>
      ) : (
        <DataTable
          label={c('title')}
          edge
          columns={[
            { key: 'holiday', head: c('column.holiday'), width: 220 },
            { key: 'rest', head: c('column.rest'), width: 240 },
            { key: 'days', head: c('column.days'), width: 80, number: true },
            { key: 'makeUp', head: c('column.makeUp'), flow: true },
          ]}
          rows={rest.map((span) => {
            const makeUp = work.filter((day) => day.name.zh === span.name.zh)
            return {
              key: span.on,
              cells: [
                <b key="name">{book.name(span.name)}</b>,
                c('span', { on: span.on, until: span.until }),
                dayOf(span.until) - dayOf(span.on) + 1,
                makeUp.length === 0 ? (
                  <span key="none" className="t3">
                    {c('none')}
                  </span>
                ) : (
                  makeUp.map((day) => formatDayWithWeekday(r.locale, day.on, r.today)).join(', ')
                ),
              ],
            }
          })}
        />
      )}
    </main>
  )
}
