// Opens the database and gives two handles: read() for queries and write(fn) for one transaction. The same shape and the same one-writer promise on both databases.
import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { getTableColumns, type SQL, sql, type Table } from 'drizzle-orm'
import { drizzle as liteDrizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as liteMigrate } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as pgDrizzle } from 'drizzle-orm/node-postgres'
import { migrate as pgMigrate } from 'drizzle-orm/node-postgres/migrator'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import pg from 'pg'
import { dialect } from './columns.ts'
import * as schema from './schema.ts'
import { Database } from './sqlite-driver.ts'

type Handle = BaseSQLiteDatabase<'async', unknown, typeof schema>
/** Only what exists on both databases; `rows` runs a raw query. */
export type Db = Pick<Handle, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count' | 'with' | '$with'> & {
  rows<T>(query: SQL): Promise<T[]>
  /** A raw statement that answers nothing. */
  exec(query: SQL): Promise<void>
  /** For prepared statements: one cache a handle (see prepared()). */
  cache: Map<string, unknown>
}

type Store = {
  read: Db
  write<T>(fn: (tx: Db) => Promise<T>): Promise<T>
  migrate(): Promise<void>
  /** A consistent copy of the database into this folder while it works (quality.md 6.5 no. 6). */
  copyTo(folder: string): Promise<string>
  close(): Promise<void>
}

export const dataDir = () => process.env.DATA_DIR ?? './data'
export const sqliteFile = () => path.join(dataDir(), 'zhiheng.sqlite')
const migrationsOf = (name: string) => path.join(process.env.ZHIHENG_ROOT ?? process.cwd(), 'db', 'migrations', name)
const casing = 'snake_case' as const

/** After so many rows written SQLite is asked whether its statistics still hold. */
const statisticsEvery = 20_000
/** In a longer log no table is counted anew while officers wait. */
const mostEventsCounted = 500_000
/** How many commands may share one fsync: those that wait while the last group is written go into the next one together. */
const groupSize = 64

const openSqlite = (file: string): Store => {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const open = (readonly: boolean) => {
    const connection = new Database(file, { readonly })
    connection.pragma('busy_timeout = 5000')
    if (!readonly) connection.pragma('journal_mode = WAL')
    // Explicit: the build's default falls back to NORMAL at the first write in WAL mode, which loses acknowledged work in a power cut.
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('trusted_schema = OFF')
    connection.pragma('cache_size = -65536')
    connection.pragma('mmap_size = 2147483648')
    connection.pragma('temp_store = MEMORY')
    return connection
  }
  const writer = open(false)
  writer.exec('create table if not exists opened (at text not null)')
  writer.exec('begin immediate; delete from opened; insert into opened values (current_timestamp); commit')
  if (writer.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite does not hold synchronous=FULL; refusing to start')
  const reader = open(true)
  const handle = (connection: typeof writer): Db => {
    const raw = liteDrizzle(connection, { casing }) as unknown as { all<R>(q: SQL): R[]; run(q: SQL): unknown }
    return Object.assign(liteDrizzle(connection, { schema, casing }) as unknown as Db, {
      rows: async <T>(query: SQL) => raw.all<T>(query),
      exec: async (query: SQL) => {
        raw.run(query)
      },
      cache: new Map<string, unknown>(),
    })
  }
  const w = handle(writer)
  const r = handle(reader)

  const written = writer.prepare('select total_changes() as n').pluck()
  let asked = 0
  /**
   * Without statistics SQLite takes any index that begins with the kind, and every list reads the whole kind; and tables that have grown tenfold
   * since a process started need new ones while it works. Asking costs microseconds. They are counted in full: a sample of a kind that fills most of
   * a table says nothing of it. That takes a second for 100,000 cases, so that beyond it is done at a start only: in proportion little changes.
   */
  const keepStatistics = (isServing: boolean) => {
    asked = Number(written.get())
    if (isServing && Number(writer.prepare('select max(position) from events').pluck().get()) > mostEventsCounted) return
    if ((writer.pragma('optimize(0x10003)') as unknown[]).length === 0) return
    writer.pragma('optimize = 0x10002')
    // Other connections read statistics with the schema, and look at the schema anew only when it has changed.
    writer.exec('begin immediate; create table statistics_changed (x); drop table statistics_changed; commit')
  }

  type Job = { fn: (tx: Db) => Promise<unknown>; done: (value: unknown) => void; failed: (error: unknown) => void }
  const waiting: Job[] = []
  let running: Promise<void> | null = null
  // Group commit: each job in its own savepoint, one commit and one fsync for all; nobody is answered before the commit.
  const drain = async () => {
    while (waiting.length > 0) {
      const group = waiting.splice(0, groupSize)
      const outcomes: (() => void)[] = []
      try {
        writer.exec('BEGIN IMMEDIATE')
        for (const job of group) {
          if (group.length > 1) writer.exec('SAVEPOINT job')
          try {
            const value = await job.fn(w)
            if (group.length > 1) writer.exec('RELEASE job')
            outcomes.push(() => job.done(value))
          } catch (error) {
            // A full disk or an I/O error may have rolled back everything: then no savepoint is left and the whole group fails.
            if (!writer.inTransaction) throw error
            if (group.length > 1) writer.exec('ROLLBACK TO job; RELEASE job')
            else {
              writer.exec('ROLLBACK')
              writer.exec('BEGIN IMMEDIATE')
            }
            outcomes.push(() => job.failed(error))
          }
        }
        writer.exec('COMMIT')
        for (const outcome of outcomes) outcome()
        if (Number(written.get()) - asked >= statisticsEvery) keepStatistics(true)
      } catch (error) {
        if (writer.inTransaction) writer.exec('ROLLBACK')
        for (const job of group) job.failed(error)
        // After a failed fsync nobody knows what the disk holds: stop, and let recovery decide (quality.md 6.5 no. 8).
        if (errorCode(error) === 'SQLITE_IOERR_FSYNC') {
          process.exitCode = 1
          process.kill(process.pid, 'SIGTERM')
        }
      }
    }
    running = null
  }
  return {
    read: r,
    write: <T>(fn: (tx: Db) => Promise<T>) =>
      new Promise<T>((done, failed) => {
        waiting.push({ fn, done: done as (value: unknown) => void, failed })
        // From a turn of its own: else a chain of writes (a batch, a refresh) keeps every reader and every socket waiting until it ends.
        running ??= new Promise<void>((go) => {
          setImmediate(go)
        }).then(drain)
      }),
    async migrate() {
      writer.pragma('foreign_keys = OFF')
      liteMigrate(liteDrizzle(writer, { casing }), { migrationsFolder: migrationsOf('sqlite') })
      writer.pragma('foreign_keys = ON')
      keepStatistics(false)
    },
    async copyTo(folder) {
      const copy = path.join(folder, 'zhiheng.sqlite')
      // A read of its own: consistent, whatever is written meanwhile and by whom.
      reader.prepare('vacuum into ?').run(copy)
      return copy
    },
    async close() {
      await running
      reader.close()
      writer.close()
    },
  }
}

const openPostgres = (url: string): Store => {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const readers = new pg.Pool({ connectionString: url, max: 10, options: '-c default_transaction_read_only=on' })
  // One handle a connection: what was prepared for it is built once.
  const handles = new WeakMap<object, Db>()
  const handle = (client: pg.Pool | pg.PoolClient): Db => {
    const known = handles.get(client)
    if (known) return known
    const db = pgDrizzle(client as pg.Pool, { schema, casing })
    const made = Object.assign(db as unknown as Db, {
      rows: async <T>(query: SQL) => (await db.execute(query)).rows as T[],
      exec: async (query: SQL) => {
        await db.execute(query)
      },
      cache: new Map<string, unknown>(),
    })
    handles.set(client, made)
    return made
  }
  const r = handle(readers)
  return {
    read: r,
    async write(fn) {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        // The same one-writer-at-a-time promise that BEGIN IMMEDIATE gives.
        await client.query('select pg_advisory_xact_lock(727271)')
        const value = await fn(handle(client))
        await client.query('COMMIT')
        return value
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {})
        throw error
      } finally {
        client.release()
      }
    },
    async migrate() {
      const client = await pool.connect()
      try {
        await client.query('select pg_advisory_lock(727272)')
        await pgMigrate(pgDrizzle(client, { casing }), { migrationsFolder: migrationsOf('postgresql') })
      } finally {
        await client.query('select pg_advisory_unlock(727272)')
        client.release()
      }
    },
    async copyTo() {
      throw new Error("On PostgreSQL use pg_dump or the cluster's own backup; see docs/operating.md")
    },
    async close() {
      await Promise.all([pool.end(), readers.end()])
    },
  }
}

export const errorCode = (error: unknown): string | undefined => {
  for (let at: any = error; at; at = at.cause) if (typeof at.code === 'string') return at.code
}

const held = globalThis as { zhihengStore?: Store }
const store = (): Store => {
  // A page that is made while building would show an empty record to everybody, and leave a folder that looks used.
  if (process.env.NEXT_PHASE === 'phase-production-build') throw new Error('the store is not read while building: let the page be dynamic')
  held.zhihengStore ??= dialect === 'postgresql' ? openPostgres(process.env.DATABASE_URL ?? '') : openSqlite(sqliteFile())
  return held.zhihengStore
}

const current = new AsyncLocalStorage<Db>()
/** The handle for queries; inside write() it is the transaction's own. */
export const read = (): Db => current.getStore() ?? store().read
/** Whether read() would answer from a transaction that may still be taken back. */
export const inTransaction = (): boolean => current.getStore() !== undefined
/** Runs fn in one transaction: all or nothing, one writer at a time. Nested calls join the outer one. */
export const write = <T>(fn: (tx: Db) => Promise<T>): Promise<T> => {
  const outer = current.getStore()
  return outer ? fn(outer) : store().write((tx) => current.run(tx, () => fn(tx)))
}
export const migrate = () => store().migrate()
export const copyTo = (folder: string) => store().copyTo(folder)
export const close = async () => {
  await held.zhihengStore?.close()
  held.zhihengStore = undefined
}

/** A statement prepared once for each handle: building one anew costs up to seven times the query (performance.md 1.4). Names are for PostgreSQL. */
export const prepared =
  <P>(name: string, build: (db: Db) => { prepare(): P }): ((db: Db) => P) =>
  (db) => {
    let made = db.cache.get(name) as P | undefined
    if (made === undefined) {
      made = (build(db) as { prepare(name?: string): P }).prepare(name.replaceAll('.', '_'))
      db.cache.set(name, made)
    }
    return made
  }

/** Statements kept of one handle for questions that have no name. */
const mostStatements = 300
/**
 * As prepared(), for questions of which there are too many to name: `key` says everything that the statement is made of but its placeholders. Officers
 * ask for the same queues all day; the statement that was asked for longest ago is forgotten.
 */
export const preparedAs = <P>(db: Db, key: string, build: () => { prepare(): P }): P => {
  let kept = db.cache.get('asked') as Map<string, P> | undefined
  if (!kept) {
    kept = new Map()
    db.cache.set('asked', kept)
  }
  const made = kept.get(key) ?? build().prepare()
  kept.delete(key)
  kept.set(key, made)
  if (kept.size > mostStatements) kept.delete(kept.keys().next().value as string)
  return made
}

/** A placeholder for every column of a table, by its name: the values of a prepared insert or update. */
export const placeholders = (of: Table): any =>
  Object.fromEntries(Object.keys(getTableColumns(of)).map((name) => [name, sql.placeholder(name)]))

/**
 * Inserts rows by one prepared statement each on SQLite, where a call costs less than building a longer statement does, and by statements of up to
 * 200 rows on PostgreSQL, where it is the way there and back that costs.
 */
export const insertRows = async (
  db: Db,
  of: Table,
  one: (db: Db) => { execute(row: Record<string, unknown>): PromiseLike<unknown> },
  rows: readonly Record<string, unknown>[],
): Promise<void> => {
  if (dialect === 'sqlite' || rows.length === 1) for (const row of rows) await one(db).execute(row)
  else for (let from = 0; from < rows.length; from += 200) await db.insert(of as any).values(rows.slice(from, from + 200) as any)
}
export { dialect, sql }
