// The decision-authority matrix: one row an action, one of three ways to decide it, limits and evidence. Works inside any form.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type Way = 'alone' | 'ask' | 'user'
const ways = ['alone', 'ask', 'user'] as const
const glyph = { alone: 'd-alone', ask: 'd-ask', user: 'd-you' } as const

export type AuthorityRow = {
  /** Prefix of the field names: `<key>.way` and `<key>.limit`. */
  key: string
  number: ReactNode
  action: string
  note?: ReactNode
  way?: Way
  /** The most freedom that the scenario allows; ways above it are hatched and disabled. */
  ceiling?: Way
  /** Set when the stored way lies above the ceiling: the sentence with the rule's number. */
  error?: ReactNode
  limit?: string
  evidence?: ReactNode
}
export type AuthorityGroup = { key: string; title: ReactNode; rows: readonly AuthorityRow[] }
export type AuthorityWords = {
  action: ReactNode
  alone: string
  ask: string
  user: string
  limit: string
  evidence: ReactNode
  caption: string
}

/** `readOnly` shows the filed matrix without controls' effect (all disabled), for officers. */
export function AuthorityMatrix({
  groups,
  words,
  readOnly,
}: {
  groups: readonly AuthorityGroup[]
  words: AuthorityWords
  readOnly?: boolean
}) {
  return (
    <table className="authm">
      <caption className="vh">{words.caption}</caption>
      <colgroup>
        <col style={{ width: 34 }} />
        <col />
        <col className="w" />
        <col className="w" />
        <col className="w" />
        <col style={{ width: 206 }} />
        <col style={{ width: 76 }} />
      </colgroup>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.action}</th>
          {ways.map((way) => (
            <th key={way} scope="col" className="way">
              <b>
                <Icon name={glyph[way]} />
                {words[way]}
              </b>
            </th>
          ))}
          <th scope="col">{words.limit}</th>
          <th scope="col">{words.evidence}</th>
        </tr>
      </thead>
      {groups.map(({ key, title, rows }) => (
        <tbody key={key}>
          <tr className="grp">
            <th colSpan={7} scope="rowgroup">
              {title}
            </th>
          </tr>
          {rows.map((row) => (
            <MatrixRow key={row.key} row={row} words={words} readOnly={readOnly} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function MatrixRow({ row, words, readOnly }: { row: AuthorityRow; words: AuthorityWords; readOnly?: boolean }) {
  const ceiling = row.ceiling === undefined ? 0 : ways.indexOf(row.ceiling)
  return (
    <tr id={row.key}>
      <td className="t3">{row.number}</td>
      <td>
        {row.action}
        {row.note === undefined ? null : <small>{row.note}</small>}
        {row.error === undefined ? null : (
          <span className="err" id={`${row.key}-error`}>
            {row.error}
          </span>
        )}
      </td>
      {ways.map((way, index) => {
        const above = index < ceiling
        const bad = above && row.way === way
        return (
          <td key={way} className={bad ? 'mode bad' : above ? 'mode cap' : 'mode'}>
            <label>
              <input
                className="box"
                type="radio"
                name={`${row.key}.way`}
                value={way}
                defaultChecked={row.way === way}
                disabled={readOnly || (above && !bad)}
                aria-describedby={bad && row.error !== undefined ? `${row.key}-error` : undefined}
                aria-label={`${row.action} · ${words[way]}`}
              />
              <span className="onphone">{words[way]}</span>
            </label>
          </td>
        )
      })}
      <td className="lim">
        {readOnly ? (
          row.limit
        ) : (
          <input className="field" name={`${row.key}.limit`} defaultValue={row.limit} aria-label={`${row.action} · ${words.limit}`} />
        )}
      </td>
      <td className="t2">{row.evidence}</td>
    </tr>
  )
}

/** How many actions lie in each way; `says` is the same in words. */
export function Meter({
  counts,
  says,
  width = 320,
}: {
  counts: readonly [alone: number, ask: number, user: number]
  says: ReactNode
  width?: number
}) {
  return (
    <>
      <div className="meter" style={{ width }} aria-hidden="true">
        {counts.map((count, index) => (
          <i key={index} style={{ flex: count }} />
        ))}
      </div>
      <span className="t2">{says}</span>
    </>
  )
}
