// Bar, column and line charts as server SVG: the title states the finding, the number stands at the mark, the table is below.
import { Fragment, type ReactNode } from 'react'
import { Scroll } from './scroll.tsx'
import { TwinBox } from './twin.tsx'

type Frame = {
  title: ReactNode
  note?: ReactNode
  /** The text alternative: what a person who does not see the chart should know. */
  summary: string
  /** The twin table: heads and rows, and where the same data is as CSV. */
  twin: {
    summary: string
    heads: readonly ReactNode[]
    rows: readonly (readonly ReactNode[])[]
    csvHref?: string
    csv?: ReactNode
    open?: boolean
  }
  level?: 2 | 3
}

function ChartFrame({ title, note, twin, level = 3, children }: Omit<Frame, 'summary'> & { children: ReactNode }) {
  const Title = `h${level}` as const
  return (
    <figure className="curve">
      <figcaption>
        <Title>{title}</Title>
        {note === undefined ? null : <p className="cap t2">{note}</p>}
      </figcaption>
      {children}
      <TwinBox summary={twin.summary} csvHref={twin.csvHref} csv={twin.csv} open={twin.open}>
        <table className="twin">
          <thead>
            <tr>
              {twin.heads.map((head, index) => (
                <th key={index} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {twin.rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, index) =>
                  index === 0 ? (
                    <th key="head" scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={index}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TwinBox>
    </figure>
  )
}

export type Bar = { key: string; label: string; value: number; text: string; tone?: 'stop' | 'rest' }

const fillOfTone = { stop: 'var(--color-cinnabar)', rest: 'var(--color-rest)' } as const

/** Lying bars from zero, one a category, the number at the end of each. For ranks and shares. Plain boxes: the words keep their size. */
export function BarChart({ bars, ...frame }: Frame & { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <ChartFrame {...frame}>
      <div className="bars" role="img" aria-label={frame.summary}>
        {bars.map(({ key, label, value, text, tone }) => (
          <Fragment key={key}>
            <span>{label}</span>
            <div>
              <i className={tone} style={{ width: `calc((100% - 5em) * ${(value / most).toFixed(4)})` }} />
              <b>{text}</b>
            </div>
          </Fragment>
        ))}
      </div>
    </ChartFrame>
  )
}

/** Standing columns from zero, in the order of time, the number over each; `every` prints every nth label. */
export function ColumnChart({
  bars,
  every = 1,
  height = 180,
  ...frame
}: Frame & { bars: readonly Bar[]; every?: number; height?: number }) {
  const width = 640
  const base = height - 24
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const step = width / Math.max(1, bars.length)
  const wide = Math.min(40, step * 0.7)
  return (
    <ChartFrame {...frame}>
      <Scroll label={frame.summary}>
        <svg
          className="chart"
          viewBox={`0 0 ${width} ${height}`}
          style={{ maxWidth: width }}
          width="100%"
          role="img"
          aria-label={frame.summary}
        >
          {bars.map(({ key, label, value, text, tone }, at) => {
            const tall = ((base - 22) * value) / most
            const middle = step * at + step / 2
            return (
              <g key={key}>
                <rect
                  x={(middle - wide / 2).toFixed(1)}
                  y={(base - tall).toFixed(1)}
                  width={wide.toFixed(1)}
                  height={tall.toFixed(1)}
                  fill={tone ? fillOfTone[tone] : 'var(--color-celadon)'}
                />
                {wide < 14 ? null : (
                  <text x={middle.toFixed(1)} y={(base - tall - 5).toFixed(1)} textAnchor="middle" className="lab">
                    {text}
                  </text>
                )}
                {at % every === 0 ? (
                  <text x={middle.toFixed(1)} y={height - 7} textAnchor="middle">
                    {label}
                  </text>
                ) : null}
              </g>
            )
          })}
          <path className="base" d={`M0,${base}H${width}`} />
        </svg>
      </Scroll>
    </ChartFrame>
  )
}

export type Series = { key: string; label: string; values: readonly number[] }

const dashes = [undefined, '6 3', '2 3', '8 3 2 3', '1 3'] as const

/** At most five lines, each with its own dash and its name at its end; from zero, with `marks` on the left axis. */
export function LineChart({
  series,
  labels,
  every = 1,
  marks,
  height = 220,
  ...frame
}: Frame & {
  series: readonly Series[]
  labels: readonly string[]
  every?: number
  marks: readonly { value: number; text: string }[]
  height?: number
}) {
  const [from, to, head, base] = [52, 548, 12, height - 24]
  const most = Math.max(1, ...series.flatMap(({ values }) => values), ...marks.map(({ value }) => value))
  const x = (at: number) => from + ((to - from) * at) / Math.max(1, labels.length - 1)
  const y = (value: number) => base - ((base - head) * value) / most
  const ends = series.slice(0, 5).map(({ values }) => y(values.at(-1) ?? 0))
  return (
    <ChartFrame {...frame}>
      <Scroll label={frame.summary}>
        <svg className="chart" viewBox={`0 0 640 ${height}`} style={{ maxWidth: 640 }} width="100%" role="img" aria-label={frame.summary}>
          {marks.map(({ value, text }) => (
            <Fragment key={value}>
              <path className="ax" d={`M${from},${y(value).toFixed(1)}H${to}`} />
              <text x={from - 8} y={(y(value) + 4).toFixed(1)} textAnchor="end">
                {text}
              </text>
            </Fragment>
          ))}
          <path className="base" d={`M${from},${base}H${to}`} />
          {labels.map((label, at) =>
            at % every === 0 ? (
              <text key={at} x={x(at).toFixed(1)} y={height - 7} textAnchor="middle">
                {label}
              </text>
            ) : null,
          )}
          {series.slice(0, 5).map(({ key, label, values }, at) => (
            <g key={key}>
              <path
                d={`M${values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' L')}`}
                fill="none"
                stroke={`var(--color-chart-${at + 1})`}
                strokeWidth="2"
                strokeDasharray={dashes[at]}
              />
              <text x={to + 8} y={(apart(ends, at) + 4).toFixed(1)} className="lab">
                {label}
              </text>
            </g>
          ))}
        </svg>
      </Scroll>
    </ChartFrame>
  )
}

/** Where the name of a line stands so that it keeps 16 px from those above it. */
function apart(ends: readonly number[], at: number): number {
  const order = ends.map((end, index) => ({ end, index })).sort((one, other) => one.end - other.end)
  let floor = Number.NEGATIVE_INFINITY
  for (const { end, index } of order) {
    const place = Math.max(end, floor)
    if (index === at) return place
    floor = place + 16
  }
  return 0
}

/** Bars without axis beside a sentence that says the same: arrivals of the last days. */
export function Sparkline({ values, height = 18 }: { values: readonly number[]; height?: number }) {
  const most = Math.max(1, ...values)
  return (
    <svg width={values.length * 7} height={height} aria-hidden="true">
      {values.map((value, at) => {
        const tall = Math.round((height * value) / most)
        return <rect key={at} x={at * 7} y={height - tall} width="5" height={tall} fill="var(--color-celadon)" />
      })}
    </svg>
  )
}
