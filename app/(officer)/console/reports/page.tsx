// Reports: each chart states its finding, says what the number means, and carries its table and CSV.
import type { Metadata } from 'next'
import { MeasureChart } from '#components/charts/measure-chart'
import { PrintButton } from '#components/portal/print-button'
import { Empty } from '#components/ui/empty'
import { Headline, SectionHead } from '#components/ui/section'
import { TileGrid } from '#components/ui/tile-grid'
import { TwinBox } from '#components/ui/twin'
import { formatMoment, formatNumber } from '#messages/format'
import { deskReader, type Measure } from '#server/desk-reader'
import { cellOf, findingOf, rowName } from '#server/reports'

const codes = ['throughput', 'stageDays', 'backlogAge', 'outcomes', 'correctionRate', 'obligationsByWeek', 'recallCoverage', 'autonomyMix', 'offices'] as const
const periods = [3, 6, 12] as const
/** Which columns are drawn; the table has them all. */
const drawn: Record<(typeof codes)[number], { columns: readonly string[]; isStacked: boolean; isLying: boolean }> = {
  throughput: { columns: ['received', 'decided'], isStacked: false, isLying: false },
  stageDays: { columns: ['median', 'p90', 'limit'], isStacked: false, isLying: true },
  backlogAge: { columns: ['inTime', 'late'], isStacked: true, isLying: false },
  outcomes: { columns: ['cases'], isStacked: false, isLying: true },
  correctionRate: { columns: ['received', 'corrections'], isStacked: false, isLying: false },
  obligationsByWeek: { columns: ['due', 'late'], isStacked: true, isLying: false },
  recallCoverage: { columns: ['affected', 'acknowledged', 'proved'], isStacked: false, isLying: false },
  autonomyMix: { columns: ['alone', 'asks', 'yours'], isStacked: true, isLying: true },
  offices: { columns: ['filed'], isStacked: false, isLying: true },
}

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await deskReader('/console/reports')
  return { title: say('reports.title') }
}

export default async function ReportsPage({ searchParams }: { searchParams: Promise<{ months?: string }> }) {
  const r = await deskReader('/console/reports')
  const { say, locale } = r
  const asked = Number((await searchParams).months)
  const months = periods.find((one) => one === asked) ?? 6
  const measures = await Promise.all(codes.map((code) => r.measure(code, months)))
  const offices = new Map(r.catalogue.authorities.items.map((one) => [one.id, one]))
  const table = (measure: Measure) => (
    <table className="twin">
      <thead><tr><th scope="col">{say('reports.row')}</th>{measure.columns.map((column) => <th key={column} scope="col">{say(`reports.column.${column}`)}</th>)}</tr></thead>
      <tbody>{measure.rows.map((row) => <tr key={row.key}><th scope="row">{rowName(r, measure, row.key)}</th>{measure.columns.map((column) => <td key={column}>{cellOf(r, column, row.values[column], measure.code)}</td>)}</tr>)}</tbody>
    </table>
  )
  return (
    <main id="main">
      <Headline title={say('reports.title')} about={say('reports.about')} end={<PrintButton word={say('reports.print')} />} />
      <nav className="seg" aria-label={say('reports.monthsLabel')}>{periods.map((one) => <a key={one} href={`/console/reports?months=${one}`} aria-current={one === months ? 'page' : undefined}>{say('reports.months', { months: String(one) })}</a>)}</nav>
      <p className="cap t2">{say('reports.asOf', { at: formatMoment(r.at) })}</p>
      <div className="two">
        {measures.map((measure) => {
          const { columns, isStacked, isLying } = drawn[measure.code]
          const finding = findingOf(r, measure, months)
          return (
            <figure key={measure.code} className="curve gaptop">
              <SectionHead level={2} title={finding} />
              <figcaption className="cap t2">{say('reports.definitionLabel')}: {say(`reports.definition.${measure.code}`)} {say('reports.basis', { n: formatNumber(locale, measure.basis) })}</figcaption>
              {measure.basis === 0 ? <Empty level={3} title={say('reports.empty')} /> : measure.code === 'offices' ? (
                <TileGrid label={finding} tiles={measure.rows.flatMap((row) => {
                  const office = offices.get(row.key)
                  const count = row.values.filed ?? 0
                  return office?.tile ? [{ key: row.key, name: r.book.name(office.short), count, text: formatNumber(locale, count), row: office.tile.row, column: office.tile.col, label: `${r.book.name(office)} ${count}` }] : []
                })} />
              ) : (
                <MeasureChart label={finding} isStacked={isStacked} isLying={isLying} series={columns.map((key) => ({ key, name: say(`reports.column.${key}`) }))} rows={measure.rows.map((row) => ({ name: rowName(r, measure, row.key), ...Object.fromEntries(columns.map((column) => [column, row.values[column] ?? null])) }))} />
              )}
              <TwinBox summary={say('reports.table')} csvHref={`/console/reports/csv?measure=${measure.code}&months=${months}`} csv={say('reports.csv')}>{table(measure)}</TwinBox>
            </figure>
          )
        })}
      </div>
    </main>
  )
}
