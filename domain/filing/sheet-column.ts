// The columns of the spreadsheet by which many agents are filed, and the place of the description that each fills.

/** In the order of the template. A description needs more than a row holds: the rest is written in the draft. */
export const sheetColumns = [
  'nameZh',
  'nameEn',
  'version',
  'sector',
  'scenarios',
  'purpose',
  'form',
  'autonomyLevel',
  'publicFacing',
  'anthropomorphic',
  'minorsPossible',
  'elderlyPossible',
  'can',
  'cannot',
  'modelName',
  'modelProvider',
  'modelFilingNo',
  'modelAccess',
  'dataCategories',
  'endpoint',
  'identityCode',
  'registeredUsers',
  'monthlyUsers',
  'serviceStartedOn',
] as const
export type SheetColumn = (typeof sheetColumns)[number]

/** Of the two names one is enough. */
export const neededColumns: readonly SheetColumn[] = ['sector', 'scenarios']
export const sheetLimits = { rows: 500, cell: 8000, bytes: 700_000 } as const

const places: readonly (readonly [string, SheetColumn])[] = [
  ['/names/zh', 'nameZh'],
  ['/names/en', 'nameEn'],
  ['/agentName/zh', 'nameZh'],
  ['/agentName/en', 'nameEn'],
  ['/capability/cannot', 'cannot'],
  ['/capability', 'can'],
  ['/models/0/filingNo', 'modelFilingNo'],
  ['/models/0/provider', 'modelProvider'],
  ['/models/0/accessMode', 'modelAccess'],
  ['/models', 'modelName'],
  ['/endpoints', 'endpoint'],
  ['/scenarios', 'scenarios'],
]

/** The column that fills a place, by its JSON pointer in the content, the use or the command. */
export const sheetColumnAt = (pointer: string): SheetColumn => {
  const found = places.find(([place]) => pointer === place || pointer.startsWith(`${place}/`))
  if (found) return found[1]
  const field = pointer.split('/')[1] ?? ''
  return sheetColumns.find((column) => column === field) ?? 'nameZh'
}
