// The scenario matrix for anybody: which use of agents is open in which sector, and every cell in words.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MatrixKey, type Opening, ScenarioMatrix } from '#components/ui/scenario-matrix'
import { Headline, SectionHead } from '#components/ui/section'
import { scenarioAreas } from '#domain/scenario/vocabulary'
import { formatNumber } from '#messages/format'
import { catalogueWords } from '#server/catalogue-words'
import { publicReader } from '#server/public-reader'
import { type CellState, scenarioMatrix } from '#server/scenario-cells'
import { wordBook } from '#server/word-book'
import type { Search } from '../address.ts'
import { CellOf } from './cell-of.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicPage.scenarios'))('title') }
}

const glyphs: Record<CellState, Opening> = {
  open: 'open',
  conditional: 'conditional',
  suspended: 'closed',
  closed: 'closed',
  study: 'study',
}

export default async function ScenariosPage({ searchParams }: { searchParams: Search }) {
  const reader = publicReader()
  const [{ cell: asked }, book, say, { catalogue, scenarios, rows }] = await Promise.all([
    searchParams,
    wordBook(),
    getTranslations('publicPage.scenarios'),
    scenarioMatrix(reader),
  ])
  const words = catalogueWords(catalogue, book)
  const number = (n: number) => formatNumber(book.locale, n)
  const cells = rows.flatMap((row) => row.cells).filter((cell) => cell !== null)
  const chosen = typeof asked === 'string' ? cells.find(({ key }) => key === asked) : undefined
  const decided = cells.filter(({ opening }) => opening !== null)
  const crossed = (clause: number) => chosen?.clause === clause
  return (
    <>
      <div className="pt-5">
        <Headline title={say('title')} about={say('about')} end={<a href="/scenarios.csv">CSV</a>} />
      </div>
      <MatrixKey
        openings={(['open', 'conditional', 'closed', 'study'] as const).map((opening) => ({ opening, word: say(`state.${opening}`) }))}
        none={`\u00b7 ${say('none')}`}
        counts={say('counts')}
        from="1"
        to="50+"
      />
      <ScenarioMatrix
        label={say('label')}
        corner={say('corner')}
        areas={scenarioAreas.flatMap((area) => {
          const columns = scenarios.filter((scenario) => scenario.area === area)
          return columns.length === 0
            ? []
            : [
                {
                  key: area,
                  name: say(`area.${area}`),
                  columns: columns.map((scenario) => ({
                    key: String(scenario.clause),
                    number: scenario.clause,
                    name: book.name(scenario),
                    crossed: crossed(scenario.clause),
                  })),
                },
              ]
        })}
        rows={rows.map(({ sector, cells: inRow }) => ({
          key: sector.id,
          name: book.say(`scenarioDesk.short.${sector.id}`, {}, book.name(sector)),
          crossed: chosen?.sector === sector.id,
          cells: inRow.map(
            (cell) =>
              cell && {
                opening: glyphs[cell.state],
                href: `?cell=${cell.key}#cell`,
                count: cell.deployments,
                label: say('cell', {
                  sector: words.sector(cell.sector),
                  scenario: words.scenario(cell.clause),
                  state: say(`state.${cell.state}`),
                  count: number(cell.deployments),
                }),
                current: cell.key === chosen?.key,
                ...(cell.state === 'open' || cell.state === 'conditional' ? {} : { sign: say(`sign.${cell.state}`) }),
              },
          ),
        }))}
      />
      <section className="gaptop" id="cell" aria-labelledby="cell-title">
        {chosen ? (
          <>
            <SectionHead id="cell-title" title={words.pair(chosen.key)} end={say(`state.${chosen.state}`)} />
            <CellOf cell={chosen} catalogue={catalogue} today={reader.today} words={words} book={book} />
          </>
        ) : (
          <SectionHead id="cell-title" title={typeof asked === 'string' ? say('notFound') : say('cleared')} />
        )}
      </section>
      {decided.length > 0 ? (
        <section className="gaptop" aria-labelledby="all">
          <SectionHead id="all" title={say('all')} end={number(decided.length)} />
          {decided.map((cell) => (
            <details key={cell.key}>
              <summary>
                {words.pair(cell.key)} · {say(`state.${cell.state}`)}
              </summary>
              <CellOf cell={cell} catalogue={catalogue} today={reader.today} words={words} book={book} />
            </details>
          ))}
        </section>
      ) : null}
    </>
  )
}
