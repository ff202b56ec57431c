// One vocabulary of tables and columns for both databases; static types are SQLite's, PostgreSQL's builders stand in at run time.
import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'

export type Dialect = 'sqlite' | 'postgresql'
export const dialect: Dialect = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '') ? 'postgresql' : 'sqlite'
const pick = <T>(sqlite: T, postgres: unknown): T => (dialect === 'postgresql' ? (postgres as T) : sqlite)

export const table = pick(lite.sqliteTable, pg.pgTable)
export const index = pick(lite.index, pg.index)
export const uniqueIndex = pick(lite.uniqueIndex, pg.uniqueIndex)
export const primaryKey = pick(lite.primaryKey, pg.primaryKey)

export const text = pick(
  () => lite.text(),
  () => pg.text(),
)
export const int = pick(
  () => lite.integer(),
  () => pg.bigint({ mode: 'number' }),
)
export const bool = pick(
  () => lite.integer({ mode: 'boolean' }),
  () => pg.boolean(),
)
