// The ledger of a home page: a margin of time at the left as in an account book, one case a row, one act at the right.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { CaseNumber } from './number.tsx'

export function Ledger({ children }: { children: ReactNode }) {
  return <ol className="ledger">{children}</ol>
}

/** A quiet line that starts a group within the ledger. */
export function LedgerHead({ children }: { children: ReactNode }) {
  return <li className="head">{children}</li>
}

/**
 * `when` is the date's meaning, `at` the date or the source beside it; `late` marks overdue. `number` and `name` link to
 * `href`; instead of a number another label may stand (`label`). `act` is a verb, never "view".
 */
export function LedgerRow({
  when,
  at,
  late,
  number,
  label,
  href,
  name,
  tier,
  whom,
  why,
  act,
  actHref = href,
}: {
  when: ReactNode
  at?: ReactNode
  late?: boolean
  number?: string
  label?: ReactNode
  href: string
  name: ReactNode
  tier?: ReactNode
  whom?: ReactNode
  why: ReactNode
  act?: ReactNode
  actHref?: string
}) {
  return (
    <li>
      <div className={late ? 'when late' : 'when'}>
        <b>{when}</b>
        {at}
      </div>
      <div className="what">
        <div className="line">
          {number === undefined ? (
            <a className="quiet t2 nw label" href={href}>
              {label}
            </a>
          ) : (
            <CaseNumber number={number} href={href} />
          )}
          <a className="name" href={href}>
            {name}
          </a>
          {tier}
          {whom === undefined ? null : <span className="t2 cut">{whom}</span>}
        </div>
        {act === undefined ? null : (
          <a className="do" href={actHref}>
            {act}
            <Icon name="i-right" />
          </a>
        )}
        <div className="why">{why}</div>
      </div>
    </li>
  )
}

/** Five working days with how many cases fall due; `days` in order, `max` fills the bar. */
export function Week({ days, max }: { days: readonly { day: ReactNode; count: number; today?: boolean }[]; max?: number }) {
  const full = max ?? Math.max(1, ...days.map(({ count }) => count)) * 1.136
  return (
    <div className="week">
      {days.map(({ day, count, today }, index) => (
        <div key={index} className={today ? 'today' : undefined} aria-current={today ? 'date' : undefined}>
          <small>{day}</small>
          <b>{count}</b>
          <i
            className={count === 0 ? 'z' : undefined}
            style={count === 0 ? undefined : { width: `${Math.min(100, Math.round((count / full) * 100))}%` }}
          />
        </div>
      ))}
    </div>
  )
}

/** Who carries how much: the wide bar is what is open, the dark one what falls due. */
export function Load({
  heads,
  rows,
  full,
}: {
  heads: readonly [who: string, bar: string, open: string, due: string]
  rows: readonly { who: ReactNode; open: number; due: number }[]
  /** The open count that fills the bar; by default the largest. */
  full?: number
}) {
  const most = full ?? Math.max(1, ...rows.map(({ open }) => open))
  return (
    <table className="load">
      <thead className="vh">
        <tr>
          {heads.map((head) =>
            head === '' ? (
              <td key="bar" />
            ) : (
              <th key={head} scope="col">
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ who, open, due }, index) => (
          <tr key={index}>
            <th scope="row">{who}</th>
            <td>
              <div className="bar" aria-hidden="true">
                <i style={{ width: `${Math.min(100, (open / most) * 100)}%` }} />
                <i style={{ width: `${Math.min(100, (due / most) * 100)}%` }} />
              </div>
            </td>
            <td className="num">{open}</td>
            <td className="num t2">{due}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
