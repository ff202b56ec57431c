// One row of the spreadsheet by which many agents are filed: read into the draft that it asks for, or everything that is wrong with it at once.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { z } from 'zod'
import { readIdentityCode } from '#domain/agent/identity-code'
import { cleanLine, cleanText } from '#domain/agent/text'
import type { DraftVersion } from '#domain/agent/version'
import { agentForms, autonomyLevels, dataCategories, modelAccessModes } from '#domain/agent/vocabulary'
import type { Catalogue } from '#domain/catalogue/shipped'
import type { ScenarioClause } from '#domain/scenario/vocabulary'
import { filingCommands, type Use } from './command.ts'
import { notOffered } from './offer.ts'
import { type SheetColumn, sheetColumnAt, sheetColumns, sheetLimits } from './sheet-column.ts'

/** The cells of a row by column; a column that the file does not have is absent. */
export type SheetCells = Partial<Record<SheetColumn, string>>
/** What is wrong with a cell: a code for the words of `filingSheet.fault`, and its facts. */
export type SheetFault = { column: SheetColumn; code: string; facts: Record<string, string | number> }
export type SheetDraft = Omit<z.infer<typeof filingCommands.create>, 'organisationId' | 'sheetRow' | 'agentId' | 'followsFilingId'>

/** The words that a person writes for a word of the domain, in any language; the code itself is always understood. */
export type SheetWords = (tuple: SheetTuple, written: string) => string | null
export const sheetTuples = { agentForms, autonomyLevels, modelAccessModes, dataCategories, yesNo: ['yes', 'no'] } as const
export type SheetTuple = keyof typeof sheetTuples

/** The text of a cell without unseen characters; an apostrophe that guarded a formula is taken off. */
export const plainCell = (cell: string): string => cleanText(cell.replace(/^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n])/, ''))

/** SHA-256 over the cells as they are understood: the same row has the same key in whatever file it comes again. */
export const rowKeyOf = (cells: SheetCells): string => {
  const plain = Object.fromEntries(
    sheetColumns.flatMap((column) => {
      const text = plainCell(cells[column] ?? '')
      return text === '' ? [] : [[column, text]]
    }),
  )
  return createHash('sha256')
    .update(canonicalize(plain) ?? '')
    .digest('hex')
}

/** Lists are written with semicolons or line breaks, of either width. */
const partsOf = (text: string): string[] =>
  text
    .split(/[;\uFF1B\n]/)
    .map(cleanLine)
    .filter((part) => part !== '')

const dateOf = (text: string): string | null => {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.\u5E74](\d{1,2})[-/.\u6708](\d{1,2})\u65E5?$/.exec(text.normalize('NFKC')) ?? []
  return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

type Read = { draft: SheetDraft } | { faults: SheetFault[] }

/** Reads the row; every fault of it is told, so that it need be mended only once. */
export const readSheetRow = (cells: SheetCells, catalogue: Catalogue, wordOf: SheetWords): Read => {
  const faults: SheetFault[] = []
  const fault = (column: SheetColumn, code: string, facts: SheetFault['facts'] = {}): null => {
    faults.push({ column, code: `filingSheet.${code}`, facts })
    return null
  }
  const text = (column: SheetColumn): string => plainCell((cells[column] ?? '').slice(0, sheetLimits.cell))
  const lineIn = (column: SheetColumn): string | null => cleanLine(text(column)) || null
  const word = <T extends string>(column: SheetColumn, tuple: SheetTuple): T | null => {
    const written = lineIn(column)
    if (written === null) return null
    return (wordOf(tuple, written) as T | null) ?? fault(column, 'wordUnknown', { value: written.slice(0, 60) })
  }
  const yesNo = (column: SheetColumn): boolean | null => {
    const found = word<'yes' | 'no'>(column, 'yesNo')
    return found === null ? null : found === 'yes'
  }
  const count = (column: SheetColumn): number | null => {
    const written = lineIn(column)
    if (written === null) return null
    const plain = written.normalize('NFKC').replace(/(?<=\d)[, ](?=\d{3}(?:\D|$))/g, '')
    return /^\d{1,10}(?:\.0+)?$/.test(plain) ? Number(plain) : fault(column, 'numberMalformed', { value: written.slice(0, 60) })
  }
  const nameZh = lineIn('nameZh') ?? ''
  const nameEn = lineIn('nameEn') ?? ''
  if (nameZh === '' && nameEn === '') fault('nameZh', 'nameMissing')
  const { sector, scenarios } = readPlace(lineIn('sector'), text('scenarios'), catalogue, fault)
  const day = lineIn('serviceStartedOn')
  const serviceStartedOn = day === null ? null : (dateOf(day) ?? fault('serviceStartedOn', 'dateMalformed', { value: day.slice(0, 60) }))
  const code = lineIn('identityCode')
  const identity = code === null ? null : readIdentityCode(code)
  if (identity && 'refusal' in identity) fault('identityCode', 'identityCodeMalformed')
  const categories = partsOf(text('dataCategories')).flatMap((part) => {
    const found = wordOf('dataCategories', part)
    return found === null ? (fault('dataCategories', 'wordUnknown', { value: part.slice(0, 60) }) ?? []) : [found]
  })
  const [can, cannot] = [partsOf(text('can')), partsOf(text('cannot'))]
  const modelName = lineIn('modelName')
  const access = word<(typeof modelAccessModes)[number]>('modelAccess', 'modelAccessModes')
  if (modelName !== null && lineIn('modelAccess') === null) fault('modelAccess', 'modelAccessMissing')
  if (modelName === null && (lineIn('modelProvider') ?? lineIn('modelFilingNo') ?? lineIn('modelAccess')) !== null)
    fault('modelName', 'modelNameMissing')
  const endpoint = lineIn('endpoint')
  const given = <K extends string, V>(key: K, value: V | null): { [key in K]?: V } =>
    (value === null ? {} : { [key]: value }) as { [key in K]?: V }
  const content: DraftVersion = {
    ...given('version', lineIn('version')),
    ...given('form', word<(typeof agentForms)[number]>('form', 'agentForms')),
    ...given('autonomyLevel', word<(typeof autonomyLevels)[number]>('autonomyLevel', 'autonomyLevels')),
    ...given('publicFacing', yesNo('publicFacing')),
    ...given('anthropomorphic', yesNo('anthropomorphic')),
    ...given('minorsPossible', yesNo('minorsPossible')),
    ...given('elderlyPossible', yesNo('elderlyPossible')),
    ...(can.length + cannot.length > 0 ? { capability: { can, cannot } } : {}),
    ...(modelName !== null && access !== null
      ? {
          models: [
            { name: modelName, provider: lineIn('modelProvider') ?? '', filingNo: lineIn('modelFilingNo'), accessMode: access, hash: null },
          ],
        }
      : {}),
    ...(categories.length > 0 ? { dataCategories: [...new Set(categories)] as DraftVersion['dataCategories'] } : {}),
    ...(endpoint !== null
      ? { endpoints: [{ url: endpoint, transport: 'other' as const, protocolVersion: null, authentication: [] }] }
      : {}),
    ...(identity && 'code' in identity ? { identityCode: identity.code } : {}),
  }
  const use: Partial<Use> = {
    ...given('registeredUsers', count('registeredUsers')),
    ...given('monthlyUsers', count('monthlyUsers')),
    ...given('serviceStartedOn', serviceStartedOn),
  }
  const draft = { agentName: { zh: nameZh, en: nameEn }, sector, scenarios, purpose: text('purpose'), content, use }
  const parsed = filingCommands.create.omit({ organisationId: true }).safeParse(draft)
  for (const issue of faults.length === 0 && !parsed.success ? parsed.error.issues : []) {
    const place = issue.path.map(String).filter((step, index) => index > 0 || !['content', 'use'].includes(step))
    const column = sheetColumnAt(`/${place.join('/')}`)
    const isLong = issue.code === 'too_big'
    fault(column, isLong ? 'cellTooLong' : 'cellMalformed', isLong ? { limit: Number(issue.maximum) } : {})
  }
  return faults.length > 0 ? { faults } : { draft }
}

const squeezed = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The sector by id or name, the scenarios by clause number or name, both in force and belonging together. */
const readPlace = (
  sectorText: string | null,
  scenarioText: string,
  catalogue: Catalogue,
  fault: (column: SheetColumn, code: string, facts?: SheetFault['facts']) => null,
): { sector: string; scenarios: ScenarioClause[] } => {
  const isNamed = (names: readonly string[], written: string) => names.some((name) => squeezed(name) === squeezed(written))
  const item = sectorText === null ? null : catalogue.sectors.items.find((one) => isNamed([one.id, one.zh, one.en], sectorText))
  if (sectorText === null) fault('sector', 'sectorMissing')
  else if (!item) fault('sector', 'sectorUnknown', { value: sectorText.slice(0, 60) })
  const clauseOf = (part: string) => catalogue.scenarios.items.find((one) => isNamed([String(one.clause), one.zh, one.en], part))
  // A name may hold a comma of its own; only what is no name is taken apart at commas.
  const written = partsOf(scenarioText).flatMap((part) =>
    clauseOf(part)
      ? [part]
      : part
          .split(/[,\uFF0C\u3001]/)
          .map(cleanLine)
          .filter((one) => one !== ''),
  )
  if (written.length === 0) fault('scenarios', 'scenariosMissing')
  const scenarios = written.flatMap((part) => {
    const found = clauseOf(part)
    if (!found) fault('scenarios', 'scenarioUnknown', { value: part.slice(0, 60) })
    return found ? [found.clause] : []
  })
  const sector = item?.id ?? ''
  for (const scenario of item ? scenarios : [])
    if (notOffered(catalogue, sector, [scenario])) fault('scenarios', 'scenarioNotInSector', { value: scenario })
  return { sector, scenarios: [...new Set(scenarios)].sort((a, b) => a - b) }
}
