// The scenario matrix as CSV: one row a listed pair of sector and scenario, in both languages.
import { cell as csvCell } from '#server/export'
import { handle } from '#server/handle'
import { publicReader } from '#server/public-reader'
import { openingInForce, scenarioMatrix } from '#server/scenario-cells'

const heads = [
  'sector',
  'sectorZh',
  'sectorEn',
  'clause',
  'scenarioZh',
  'scenarioEn',
  'state',
  'version',
  'inForceOn',
  'autonomyCeiling',
  'requiredTests',
  'conditionsZh',
  'conditionsEn',
  'deployments',
  'source',
  'confidence',
]

export const GET = handle({ isOpen: true, cost: 5 }, async () => {
  const reader = publicReader()
  const { scenarios, rows } = await scenarioMatrix(reader)
  const lines = rows.flatMap(({ sector, cells }) =>
    cells.flatMap((cell) => {
      if (!cell) return []
      const scenario = scenarios.find(({ clause }) => clause === cell.clause)
      const version = openingInForce(cell.opening, reader.today)
      const conditions = version?.content.conditions ?? []
      return [
        [
          sector.id,
          sector.zh,
          sector.en,
          cell.clause,
          scenario?.zh,
          scenario?.en,
          cell.state,
          version?.no,
          version?.inForceOn,
          version?.content.autonomyCeiling,
          version?.content.requiredTests.join(' '),
          conditions.map(({ text }) => text.zh).join(' | '),
          conditions.map(({ text }) => text.en).join(' | '),
          cell.deployments,
          sector.source,
          sector.confidence,
        ]
          .map(csvCell)
          .join(','),
      ]
    }),
  )
  return new Response(`\uFEFF${[heads.join(','), ...lines].join('\r\n')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="scenarios.csv"',
      'cache-control': 'public, max-age=300',
    },
  })
})
