// The month of testing obligations by due date, on the working days of the calendar in force.
import { Month } from '#components/obligation/month'
import { Banner } from '#components/ui/alert'
import { LinkButton } from '#components/ui/button'
import { dateOf, dayOf } from '#domain/clock/day'
import { formatWeekday } from '#messages/format'
import { withQuery } from '#server/address'
import type { DeskReader } from '#server/desk-reader'
import { calendarWeeks, monthAsked, obligationWords } from '#server/obligation-lines'

const path = '/console/obligations'
type Query = Parameters<DeskReader['obligationPage']>[0]

export async function CalendarView({ params, query, r }: { params: URLSearchParams; query: Query; r: DeskReader }) {
  const { say } = r
  const span = monthAsked(params.get('month'), r.today)
  const page = await r.obligationPage({ ...query, dueFrom: span.from, dueTo: span.to, sort: 'dueOn', limit: 200 })
  const weeks = calendarWeeks(
    span,
    page.lines.map((line) => obligationWords(line, r)),
    r,
  )
  const name = say('obligationDesk.calendar.month', {
    year: String(span.year),
    month: r.locale === 'en' ? String(span.place).padStart(2, '0') : String(span.place),
  })
  const label = say('obligationDesk.calendar.label', { month: name })
  const { publishedUntil } = r.catalogue.calendar
  const monday = dayOf(weeks[0]?.[0]?.on ?? r.today)
  return (
    <>
      <div className="row flex-wrap px-6 pb-3">
        <h2 className="grow">{name}</h2>
        <LinkButton size="sm" href={withQuery(path, params, { month: span.previous })}>
          {say('obligationDesk.calendar.previous')}
        </LinkButton>
        <LinkButton size="sm" href={withQuery(path, params, { month: null })}>
          {say('obligationDesk.calendar.today')}
        </LinkButton>
        <LinkButton size="sm" href={withQuery(path, params, { month: span.next })}>
          {say('obligationDesk.calendar.next')}
        </LinkButton>
      </div>
      {span.to > publishedUntil ? (
        <div className="px-6">
          <Banner tone="care" title={say('obligationDesk.calendar.unknownTitle', { until: publishedUntil })}>
            {say('obligationDesk.calendar.unknownHint')}
          </Banner>
        </div>
      ) : null}
      {page.lines.length === 0 ? <p className="t2 px-6 pb-2">{say('obligationDesk.calendar.noneThisMonth')}</p> : null}
      <Month
        label={label}
        todayWord={say('obligationDesk.calendar.today')}
        weekdays={Array.from({ length: 7 }, (_, place) => formatWeekday(r.locale, dateOf(monday + place)))}
        weeks={weeks.map((week) =>
          week.map((day) => ({
            ...day,
            label: `${day.on}${day.noteLong ? ` ${day.noteLong}` : ''}: ${say('obligationDesk.calendar.count', { count: day.lines.length })}`,
            lines: day.lines.map(({ id, number, href, agent, due }) => ({ id, number, href, agent, late: due.late })),
            moreHref: withQuery(path, params, { view: null, month: null, dueFrom: day.on, dueTo: day.on }),
            more: day.lines.length > 3 ? say('obligationDesk.calendar.more', { count: day.lines.length - 3 }) : null,
          })),
        )}
      />
    </>
  )
}
