// The curve of a recall, drawn on the server: stacked from proved (bottom) to refused (top), labelled at the end of each band, with its table.
import type { ReactNode } from 'react'
import { Scroll } from './scroll.tsx'
import { TwinBox } from './twin.tsx'

export type Band = 'proved' | 'declared' | 'silent' | 'lost' | 'refused'
const bands = ['proved', 'declared', 'silent', 'lost', 'refused'] as const

export type RecallPoint = {
  /** Hours since the notice went out. */
  hours: number
  /** Column head of the twin table: "+6 h". */
  head: ReactNode
  counts: Readonly<Record<Band, number>>
}

const left = 32
const right = 824
const top = 24
const bottom = 202
const labelX = 840
const labelGap = 17

/** Labels of the bands' ends, pushed apart so that none hides another: from below upwards, then down from the top edge. */
export function spreadLabels(wished: readonly number[], gap = labelGap, highest = 10): number[] {
  const spread = [...wished]
  for (let at = 1; at < spread.length; at++) spread[at] = Math.min(spread[at] ?? 0, (spread[at - 1] ?? 0) - gap)
  for (let at = spread.length - 1, floor = highest; at >= 0; at--) {
    spread[at] = Math.max(spread[at] ?? 0, floor)
    floor = (spread[at] ?? 0) + gap
  }
  return spread
}

/**
 * `title` states the finding. `words` names the bands; `summary` is the text alternative. `total` is the number of
 * deployments, equal at every point. `limit` draws the legal limit, `days` the marks of midnight, both in hours.
 */
export function RecallCurve({
  id,
  title,
  note,
  summary,
  total,
  points,
  words,
  limit,
  days,
}: {
  id: string
  title: ReactNode
  note?: ReactNode
  summary: string
  total: number
  points: readonly RecallPoint[]
  words: Readonly<Record<Band, string>>
  limit?: { hours: number; word: string }
  days: readonly { hours: number; text: string }[]
}) {
  // Latin words are longer than Han ones: give the labels at the end their room.
  const width = labelX + (Math.max(...bands.map((band) => words[band].length)) > 7 ? 124 : 92)
  const span = Math.max(1, points.at(-1)?.hours ?? 1)
  const x = (hours: number) => left + ((right - left) * hours) / span
  const y = (count: number) => bottom - ((bottom - top) * count) / Math.max(1, total)
  const heights = points.map(({ counts }) => {
    let sum = 0
    return bands.map((band) => {
      sum += counts[band]
      return sum
    })
  })
  const line = (band: number) => points.map(({ hours }, at) => `${fixed(x(hours))},${fixed(y(heights[at]?.[band] ?? 0))}`)
  const floor = (band: number) => (band < 0 ? points.map(({ hours }) => `${fixed(x(hours))},${fixed(bottom)}`) : line(band)).reverse()
  const last = heights.at(-1) ?? []
  const middles = bands.map((_, band) => (y(last[band] ?? 0) + y(band === 0 ? 0 : (last[band - 1] ?? 0))) / 2)
  const shown = bands.map((_, band) => band).filter((band) => (points.at(-1)?.counts[bands[band] ?? 'proved'] ?? 0) > 0)
  const places = spreadLabels(shown.map((band) => middles[band] ?? 0))
  return (
    <figure className="curve">
      <figcaption>
        <h2>{title}</h2>
        {note === undefined ? null : <p className="cap t2">{note}</p>}
      </figcaption>
      <Scroll label={summary}>
        <svg className="chart" viewBox={`0 0 ${width} 224`} width="100%" role="img" aria-label={summary}>
          <defs>
            <pattern id={`${id}-hatch`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="2" height="4" fill="var(--color-control)" />
            </pattern>
          </defs>
          {quarters(total).map((count) => (
            <g key={count}>
              <path className="ax" d={`M${left},${fixed(y(count))}H826`} />
              <text x={left - 8} y={fixed(y(count) + 4)} textAnchor="end">
                {count}
              </text>
            </g>
          ))}
          {bands.map((band, at) => (
            <g key={band}>
              <path
                className={`f-${band}`}
                d={`M${line(at).join(' L')} L${floor(at - 1).join(' L')}Z`}
                style={band === 'lost' ? { fill: `url(#${id}-hatch)` } : undefined}
              />
              <path d={`M${line(at).join(' L')}`} fill="none" stroke="var(--color-paper)" strokeWidth="1.5" />
            </g>
          ))}
          <path className="base" d={`M${left},${bottom}H826`} />
          {days.map(({ hours, text }) => (
            <g key={hours}>
              <path className="ax" d={`M${fixed(x(hours))},${bottom}v6`} />
              <text x={fixed(x(hours) + 4)} y="218">
                {text}
              </text>
            </g>
          ))}
          {limit && limit.hours <= span ? (
            <g>
              <path d={`M${fixed(x(limit.hours))},4V${bottom}`} stroke="var(--color-paper)" strokeWidth="4" opacity="0.7" />
              <path d={`M${fixed(x(limit.hours))},4V${bottom}`} stroke="var(--color-cinnabar)" strokeWidth="1.5" strokeDasharray="4 3" />
              <text className="limit" x={fixed(x(limit.hours) - 6)} y="15" textAnchor="end">
                {limit.word}
              </text>
            </g>
          ) : null}
          {shown.map((band, at) => {
            const name = bands[band] ?? 'proved'
            return (
              <g key={name}>
                <path d={`M825,${fixed(middles[band] ?? 0)} L836,${fixed(places[at] ?? 0)}`} stroke="var(--color-control)" fill="none" />
                <text className="lab" x={labelX} y={fixed((places[at] ?? 0) + 4)}>
                  <tspan fontWeight="600">{points.at(-1)?.counts[name]}</tspan> {words[name]}
                </text>
              </g>
            )
          })}
        </svg>
      </Scroll>
    </figure>
  )
}

/** The same data as a table: it carries the swatches of the bands and a line of sums. */
export function RecallTwin({
  summary,
  points,
  words,
  total,
  csvHref,
  csv,
  open = true,
}: {
  summary: string
  points: readonly RecallPoint[]
  words: Readonly<Record<Band, string>>
  total: string
  csvHref?: string
  csv?: ReactNode
  open?: boolean
}) {
  return (
    <TwinBox summary={summary} csvHref={csvHref} csv={csv} open={open}>
      <table className="twin">
        <thead>
          <tr>
            <td />
            {points.map(({ hours, head }) => (
              <th key={hours} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bands.map((band) => (
            <tr key={band}>
              <th scope="row">
                <Swatch band={band}>{words[band]}</Swatch>
              </th>
              {points.map(({ hours, counts }) => (
                <td key={hours}>{counts[band]}</td>
              ))}
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">{total}</th>
            {points.map(({ hours, counts }) => (
              <td key={hours}>{bands.reduce((sum, band) => sum + counts[band], 0)}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </TwinBox>
  )
}

/** A band's swatch and its word. */
export function Swatch({ band, children }: { band: Band; children: ReactNode }) {
  return (
    <span className="row">
      <i className={`sw f-${band}`} />
      {children}
    </span>
  )
}

/** The six figures over a recall: all, then each band. `stop` marks the one that is red when it is not zero. */
export function Tally({
  items,
}: {
  items: readonly { key: string; figure: ReactNode; word: ReactNode; note?: ReactNode; band?: Band; stop?: boolean }[]
}) {
  return (
    <div className="tally">
      {items.map(({ key, figure, word, note, band, stop }) => (
        <div key={key}>
          <b className={stop ? 'stop' : undefined}>{figure}</b>
          <span>
            {band === undefined ? null : <i className={`sw f-${band}`} />}
            {word}
          </span>
          {note === undefined ? null : <small>{note}</small>}
        </div>
      ))}
    </div>
  )
}

const fixed = (value: number) => value.toFixed(1)

/** Four even marks on the way to the total, or every one when there are fewer than four. */
const quarters = (total: number) =>
  [...new Set([1, 2, 3, 4].map((quarter) => Math.round((total * quarter) / 4)))].filter((count) => count > 0)
