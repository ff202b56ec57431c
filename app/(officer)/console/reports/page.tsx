// The reports: each figure states its finding, defines its number, and gives the same data as a table, a file and on paper.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MeasureFigure } from '#components/charts/figure'
import { Plot } from '#components/charts/plot'
import { PrintButton } from '#components/charts/print-button'
import { Segments } from '#components/ui/button'
import { Headline } from '#components/ui/section'
import { TileGrid } from '#components/ui/tile-grid'
import { formatNumber } from '#messages/format'
import { paramsOf, type SearchParams, withQuery } from '#server/address'
import { deskReader } from '#server/desk-reader'
import { isNationwide, measureCodes, measureView, periodAsked, periods } from '#server/measure-view'

const path = '/console/reports'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') }
}

export default async function ReportsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await paramsOf(searchParams)
  const r = await deskReader(`${path}?${params}`)
  const { say } = r
  const months = periodAsked(params.get('months'))
  const found = await Promise.all(measureCodes.map((code) => r.measure(code, months)))
  const words = { twin: say('reports.twin'), csv: say('reports.csv'), nothing: say('reports.nothing') }
  return (
    <main id="main" className="tight pb-10">
      <Headline
        title={say('reports.title')}
        about={say('reports.about', { date: r.today, reach: say(isNationwide(r.actor) ? 'reports.reach.national' : 'reports.reach.own') })}
        end={
          <>
            <Segments
              label={say('reports.months')}
              items={periods.map((count) => ({
                href: withQuery(path, params, { months: count === 12 ? null : String(count) }),
                text: say('reports.monthsOf', { count }),
                current: count === months,
              }))}
            />
            <PrintButton text={say('reports.print')} />
          </>
        }
      />
      <div className="grid grid-cols-2 gap-x-12 max-[1000px]:grid-cols-1 print:grid-cols-1">
        {found.map((measure) => {
          const view = measureView(measure, months, r)
          const label = say('reports.chart', { title: view.finding })
          return (
            <MeasureFigure
              key={view.code}
              id={view.code}
              {...view}
              csvHref={`${path}/csv?measure=${view.code}&months=${months}`}
              words={words}
              isEmpty={view.isEmpty && view.plot !== null}
            >
              {view.plot ? (
                <Plot {...view.plot} label={label} locale={r.locale} />
              ) : (
                <div className="scroll">
                  <TileGrid
                    label={say('reports.offices.label')}
                    tiles={measure.rows.flatMap(({ key, values }) => {
                      const office = r.catalogue.authorities.items.find((item) => item.id === key)
                      if (!office?.tile) return []
                      const [filed, open] = [values.filed ?? 0, values.open ?? 0]
                      const name = r.words.region(office.region)
                      return [
                        {
                          key,
                          name,
                          count: filed,
                          text: formatNumber(r.locale, filed),
                          row: office.tile.row + 1,
                          column: office.tile.col + 1,
                          href: `/console/queue?kind=filing&tab=all&region=${office.region}`,
                          label: say('reports.offices.tile', {
                            name,
                            filed: formatNumber(r.locale, filed),
                            open: formatNumber(r.locale, open),
                          }),
                        },
                      ]
                    })}
                  />
                </div>
              )}
            </MeasureFigure>
          )
        })}
      </div>
    </main>
  )
}
