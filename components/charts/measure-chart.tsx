'use client'
// Draws one measure with recharts: bars side by side or stacked, at most five series, each with its own fill; the table twin stands beside it on the page.
import dynamic from 'next/dynamic'

export type Series = { key: string; name: string }
export type ChartProps = {
  rows: readonly Record<string, string | number | null>[]
  series: readonly Series[]
  isStacked: boolean
  isLying: boolean
  label: string
}

/** recharts draws nothing on the server and weighs a hundred kilobytes: it comes with this page alone, after the tables. */
const Drawn = dynamic(() => import('./drawn-chart.tsx').then((room) => room.DrawnChart), {
  ssr: false,
  loading: () => <div style={{ height: 240 }} aria-hidden="true" />,
})

export function MeasureChart(props: ChartProps) {
  return (
    <div role="img" aria-label={props.label}>
      <Drawn {...props} />
    </div>
  )
}
