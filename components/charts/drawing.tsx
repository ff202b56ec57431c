'use client'
// Draws with recharts: at most five series from the measured palette, each with its own pattern of line, bars from zero, the number at the mark.
import { Bar, BarChart, CartesianGrid, LabelList, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { PlotProps, Series } from './plot.tsx'

const dashes = [undefined, '6 3', '2 3', '8 3 2 3', '1 3'] as const
const colourOf = ({ isLate }: Series, at: number) => (isLate ? 'var(--color-cinnabar)' : `var(--color-chart-${at + 1})`)
const axis = { stroke: 'var(--color-ink-3)', tick: { fill: 'var(--color-ink-2)', fontSize: 12 }, tickLine: false } as const
const box = {
  background: 'var(--color-surface)',
  border: '1px solid var(--color-layer-edge)',
  borderRadius: 4,
  color: 'var(--color-ink)',
  fontSize: 12,
} as const

export function Drawing({ kind, isStacked, isPercent, series, points, locale, height }: PlotProps & { height: number }) {
  // A stack carries its sum at its end, since no part of it starts at zero but the first.
  const data: Record<string, string | number | null>[] = points.map((point) => ({
    ...point,
    total: series.reduce((sum, { key }) => sum + Number(point[key] ?? 0), 0),
  }))
  const shown = (value: unknown) =>
    typeof value !== 'number'
      ? ''
      : isPercent
        ? `${Math.round(value * 100)}\u202f%`
        : value.toLocaleString(locale === 'en' ? 'en' : 'zh-CN')
  const label = (value: unknown) => (value === 0 || value === null ? '' : shown(value))
  const legend =
    series.length > 1 ? (
      <Legend
        verticalAlign="top"
        align="left"
        itemSorter={null}
        iconType={kind === 'lines' ? 'plainline' : 'square'}
        iconSize={12}
        wrapperStyle={{ fontSize: 12, paddingBottom: 6 }}
        formatter={(name) => <span style={{ color: 'var(--color-ink-2)' }}>{name}</span>}
      />
    ) : null
  const tooltip = (
    <Tooltip
      contentStyle={box}
      cursor={{ fill: 'var(--color-brand-wash)', stroke: 'var(--color-hairline)' }}
      formatter={(value) => shown(value)}
    />
  )
  if (kind === 'lines') {
    return (
      <ResponsiveContainer width="100%" height={height}>
        <LineChart data={data} margin={{ top: 8, right: 24, bottom: 0, left: 0 }} accessibilityLayer>
          <CartesianGrid vertical={false} stroke="var(--color-hairline)" />
          <XAxis dataKey="label" {...axis} />
          <YAxis {...axis} width={44} allowDecimals={isPercent} tickFormatter={shown} axisLine={false} domain={[0, 'auto']} />
          {tooltip}
          {legend}
          {series.map((one, at) => (
            <Line
              key={one.key}
              dataKey={one.key}
              name={one.name}
              type="linear"
              stroke={colourOf(one, at)}
              strokeWidth={2}
              strokeDasharray={dashes[at]}
              dot={{ r: 2.5 }}
              connectNulls
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    )
  }
  const isLying = kind === 'bars'
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={data}
        layout={isLying ? 'vertical' : 'horizontal'}
        margin={{ top: isLying ? 0 : 18, right: isLying ? 44 : 8, bottom: 0, left: 0 }}
        accessibilityLayer
        barCategoryGap="22%"
      >
        <CartesianGrid vertical={isLying} horizontal={!isLying} stroke="var(--color-hairline)" />
        {isLying ? <XAxis type="number" {...axis} allowDecimals={false} axisLine={false} /> : <XAxis dataKey="label" {...axis} />}
        {isLying ? (
          <YAxis type="category" dataKey="label" {...axis} width={132} />
        ) : (
          <YAxis {...axis} width={40} allowDecimals={false} axisLine={false} />
        )}
        {tooltip}
        {legend}
        {series.map((one, at) => (
          <Bar
            key={one.key}
            dataKey={one.key}
            name={one.name}
            fill={colourOf(one, at)}
            stackId={isStacked ? 'all' : undefined}
            isAnimationActive={false}
            maxBarSize={isLying ? 18 : 44}
          >
            {isStacked && at < series.length - 1 ? null : (
              <LabelList
                dataKey={isStacked ? 'total' : one.key}
                position={isLying ? 'right' : 'top'}
                formatter={label}
                fill="var(--color-ink)"
                fontSize={12}
              />
            )}
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}
