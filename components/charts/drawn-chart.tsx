'use client'
// The drawing itself; loaded on demand by measure-chart.
import { Bar, BarChart, CartesianGrid, LabelList, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { ChartProps } from './measure-chart.tsx'

const fills = ['var(--color-chart-1)', 'var(--color-chart-3)', 'var(--color-chart-4)', 'var(--color-chart-2)', 'var(--color-chart-6)']
const ink = { fill: 'var(--color-ink-2)', fontSize: 12 }

export function DrawnChart({ rows, series, isStacked, isLying }: ChartProps) {
  const categories = { dataKey: 'name', tick: ink, tickLine: false, axisLine: { stroke: 'var(--color-control)' }, interval: 0 as const }
  const numbers = { tick: ink, tickLine: false, axisLine: false, allowDecimals: false }
  return (
    <ResponsiveContainer width="100%" height={isLying ? Math.max(160, rows.length * 34 + 60) : 240}>
      <BarChart
        data={[...rows]}
        layout={isLying ? 'vertical' : 'horizontal'}
        margin={{ top: 16, right: 24, bottom: 4, left: 4 }}
        accessibilityLayer
      >
        <CartesianGrid stroke="var(--color-hairline)" vertical={isLying} horizontal={!isLying} />
        {isLying ? <XAxis type="number" {...numbers} /> : <XAxis {...categories} />}
        {isLying ? <YAxis type="category" width={128} {...categories} /> : <YAxis {...numbers} width={36} />}
        <Tooltip
          cursor={{ fill: 'var(--color-sunken)' }}
          contentStyle={{
            background: 'var(--color-surface)',
            border: '1px solid var(--color-layer-edge)',
            color: 'var(--color-ink)',
            fontSize: 13,
          }}
        />
        {series.length > 1 ? <Legend wrapperStyle={{ fontSize: 12, color: 'var(--color-ink-2)' }} /> : null}
        {series.map((one, i) => (
          <Bar
            key={one.key}
            dataKey={one.key}
            name={one.name}
            fill={fills[i % fills.length]}
            stackId={isStacked ? 'all' : undefined}
            isAnimationActive={false}
            maxBarSize={36}
          >
            {isStacked ? null : (
              <LabelList dataKey={one.key} position={isLying ? 'right' : 'top'} style={{ fill: 'var(--color-ink)', fontSize: 11 }} />
            )}
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}
