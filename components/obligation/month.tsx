// A month of due dates: weeks from Monday, days of rest muted, make-up days marked, what the calendar does not say hatched.
import { CaseNumber } from '#components/ui/number'

export type MonthDay = {
  on: string
  day: number
  isThisMonth: boolean
  isToday: boolean
  kind: string
  note: string | null
  noteLong: string | null
  lines: readonly { id: string; number: string; href: string; agent: string; late: boolean }[]
  moreHref: string
  more: string | null
  label: string
}

const dayClass = ({ kind, isThisMonth, isToday }: MonthDay) =>
  [
    'h-[116px] align-top border border-hairline p-1',
    kind === 'weekend' || kind === 'holiday' ? 'bg-sunken' : '',
    kind === 'unknown' ? 'bg-[repeating-linear-gradient(45deg,transparent_0_6px,var(--color-sunken)_6px_8px)]' : '',
    isThisMonth ? '' : 'text-ink-3',
    isToday ? 'outline-2 -outline-offset-2 outline-brand' : '',
  ]
    .filter(Boolean)
    .join(' ')

/** `weekdays` are the seven heads from Monday on. */
export function Month({
  label,
  weekdays,
  weeks,
  todayWord,
}: {
  label: string
  weekdays: readonly string[]
  weeks: readonly (readonly MonthDay[])[]
  todayWord: string
}) {
  return (
    <section className="scroll px-6 pb-6" aria-label={label} tabIndex={0}>
      <table className="w-full min-w-[840px] table-fixed border-collapse text-[12px] leading-[18px]">
        <caption className="vh">{label}</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col" className="t2 border-b-2 border-ink pb-1 text-start font-normal">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.on}>
              {week.map((day) => (
                <td key={day.on} className={dayClass(day)} aria-label={day.label}>
                  <div className="row justify-between">
                    <time dateTime={day.on} className={day.kind === 'weekend' || day.kind === 'holiday' ? 't3' : undefined}>
                      {day.day}
                      {day.isToday ? <span className="vh"> {todayWord}</span> : null}
                    </time>
                    {day.note ? (
                      <abbr
                        className={day.kind === 'makeUpDay' ? 'care no-underline' : 't3 no-underline'}
                        title={day.noteLong ?? undefined}
                      >
                        {day.note}
                      </abbr>
                    ) : null}
                  </div>
                  <ul>
                    {day.lines.slice(0, 3).map((line) => (
                      <li key={line.id} className={line.late ? 'stop truncate' : 'truncate'}>
                        <CaseNumber number={line.number} href={line.href} /> <span className="t2">{line.agent}</span>
                      </li>
                    ))}
                  </ul>
                  {day.more ? <a href={day.moreHref}>{day.more}</a> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
