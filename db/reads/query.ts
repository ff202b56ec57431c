// What a list is asked for: filters, order and cursor, and the conditions that they mean.
import { eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { sql } from '../client.ts'
import { cases, links } from '../schema.ts'
import { type Dimension, dimensions } from './count.ts'
import type { Scope } from './visible.ts'

export const sorts = ['dueOn', '-dueOn', 'newest', 'oldest', '-decidedAt', '-changedAt'] as const
export type Sort = (typeof sorts)[number]

export type ListQuery = Partial<Record<Dimension, readonly string[]>> & {
  scope?: Scope
  q?: string
  ownerId?: string
  organisationId?: string
  labId?: string
  isOpen?: boolean
  /** Inclusive, YYYY-MM-DD. */
  dueFrom?: string
  dueTo?: string
  /** Tied by this link to that case. */
  link?: { name: string; to: string }
  sort?: Sort
  limit?: number
  cursor?: string
}

/** In place of a person: cases that nobody is in charge of. */
export const nobody = 'none'
export const orderOf: Record<Sort, { column: any; key: 'dueSort' | 'seq' | 'decidedAt' | 'changedAt'; down: boolean }> = {
  dueOn: { column: cases.dueSort, key: 'dueSort', down: false },
  '-dueOn': { column: cases.dueSort, key: 'dueSort', down: true },
  newest: { column: cases.seq, key: 'seq', down: true },
  oldest: { column: cases.seq, key: 'seq', down: false },
  '-decidedAt': { column: sql`coalesce(${cases.decidedAt}, '')`, key: 'decidedAt', down: true },
  '-changedAt': { column: cases.changedAt, key: 'changedAt', down: true },
}

export const encodeCursor = (value: unknown, seq: number): string => Buffer.from(JSON.stringify([value, seq])).toString('base64url')
const isPlace = (value: unknown): value is string | number =>
  // PostgreSQL keeps no NUL: a cursor that somebody made up is refused, not stumbled over.
  (typeof value === 'string' && value.isWellFormed() && !value.includes('\0')) || Number.isSafeInteger(value)
/** The place a cursor stands for, or null when it is none of ours. */
export const decodeCursor = (cursor: string): [string | number, number] | null => {
  try {
    const parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parsed) && parsed.length === 2 && isPlace(parsed[0]) && Number.isSafeInteger(parsed[1])
      ? [parsed[0], parsed[1]]
      : null
  } catch {
    return null
  }
}

/** The column of each dimension in the rows. */
export const columnOf: Record<Dimension, any> = {
  status: cases.status,
  mark: cases.mark,
  lane: cases.lane,
  sector: cases.sector,
  scenario: cases.scenario,
  region: cases.region,
}

/** Conditions that the counts table cannot answer. */
export const fineConditions = (query: ListQuery): SQL[] =>
  [
    query.ownerId !== undefined ? (query.ownerId === nobody ? isNull(cases.ownerId) : eq(cases.ownerId, query.ownerId)) : undefined,
    query.organisationId !== undefined ? eq(cases.organisationId, query.organisationId) : undefined,
    query.labId !== undefined ? eq(cases.labId, query.labId) : undefined,
    query.dueFrom !== undefined ? sql`${cases.dueSort} >= ${query.dueFrom}` : undefined,
    query.dueTo !== undefined ? sql`${cases.dueSort} <= ${query.dueTo}` : undefined,
    query.link
      ? sql`${cases.id} in (select ${links.id} from ${links} where ${links.toId} = ${query.link.to} and ${links.link} = ${query.link.name} and ${links.kind} = ${cases.kind})`
      : undefined,
  ].filter((one) => one !== undefined)

export const filterConditions = (query: ListQuery, except?: Dimension): SQL[] =>
  dimensions.flatMap((dimension) => {
    const values = query[dimension]
    return dimension === except || !values || values.length === 0
      ? []
      : [values.length === 1 ? eq(columnOf[dimension], values[0]) : inArray(columnOf[dimension], [...values])]
  })

export const openCondition = (query: ListQuery): SQL[] =>
  query.isOpen === undefined ? [] : [query.isOpen ? sql`${cases.isOpen}` : sql`not ${cases.isOpen}`]
