'use client'
// The chart of a measure: its drawing library is fetched only where a chart stands, after the page with its numbers is there.
import dynamic from 'next/dynamic'

export type Series = { key: string; name: string; isLate: boolean }
export type PlotShape = {
  kind: 'columns' | 'bars' | 'lines'
  isStacked: boolean
  isPercent: boolean
  series: readonly Series[]
  points: readonly Record<string, string | number | null>[]
}
export type PlotProps = PlotShape & { label: string; locale: string }

const heightOf = ({ kind, points, series, isStacked }: PlotShape) =>
  kind === 'bars' ? Math.max(120, points.length * (isStacked ? 34 : 14 + series.length * 14) + 40) : 240

const Drawing = dynamic(() => import('./drawing.tsx').then((module) => module.Drawing), { ssr: false })

/** The table below says the same: without JavaScript the place of the drawing stays empty. */
export function Plot(props: PlotProps) {
  const height = heightOf(props)
  return (
    <div role="img" aria-label={props.label} style={{ height }} className="w-full">
      <Drawing {...props} height={height} />
    </div>
  )
}
