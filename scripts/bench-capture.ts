// For the benchmark only: hears which statements a call of the data layer runs, so that the same SQL can be run bare, prepared once, as the least that it could cost.
import { Database } from '#db/sqlite-driver'

type Heard = { sql: string; args: unknown[]; reads: boolean }
let heard: Heard[] | null = null
const wrapped = new WeakSet<object>()

/** From now on every statement of every connection of this process can be heard. Costs nothing while nobody listens but one comparison. */
export const listen = (): void => {
  const probe = new Database(':memory:')
  const prototype = Object.getPrototypeOf(probe.prepare('select 1')) as Record<string, (...args: unknown[]) => unknown>
  probe.close()
  if (wrapped.has(prototype)) return
  wrapped.add(prototype)
  for (const name of ['run', 'get', 'all'] as const) {
    const original = prototype[name]
    if (!original) continue
    prototype[name] = function (this: { source: string; reader: boolean }, ...args: unknown[]) {
      heard?.push({ sql: this.source, args, reads: this.reader })
      return original.apply(this, args)
    }
  }
}

/** The statements that run while `fn` does. */
export const statementsOf = async (fn: () => Promise<unknown>): Promise<Heard[]> => {
  const mine: Heard[] = []
  heard = mine
  try {
    await fn()
  } finally {
    heard = null
  }
  return mine
}

/** Runs the same statements bare on a connection of its own; inside a transaction that is taken back, so that writes may be repeated. */
export const bare = (file: string, heardOnes: readonly Heard[]): { run(): void; close(): void } => {
  const db = new Database(file)
  db.pragma('cache_size = -65536')
  db.pragma('mmap_size = 2147483648')
  const statements = heardOnes.map(({ sql, args, reads }) => ({ statement: reads ? db.prepare(sql).raw() : db.prepare(sql), args, reads }))
  const writes = heardOnes.some((one) => !one.reads)
  return {
    run() {
      if (writes) db.exec('begin immediate')
      for (const { statement, args, reads } of statements) reads ? statement.all(...args) : statement.run(...args)
      if (writes) db.exec('rollback')
    },
    close: () => db.close(),
  }
}
