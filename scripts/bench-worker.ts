// One process of the benchmark with one data folder: measures what it is asked to, so that two sizes can be measured in turn within one run.
import { existsSync, statSync } from 'node:fs'
import { catalogueIn } from '#db/catalogue'
import { close, migrate, read, sql, sqliteFile, write } from '#db/client'
import { appendToLog, frontierNow } from '#db/log'
import { type ListQuery, list, one, openCounts, sorts } from '#db/reads/case'
import { inclusionAt } from '#db/reads/log'
import { verify } from '#db/rebuild'
import { caseRow, textOf } from '#db/rows'
import { cases } from '#db/schema'
import { wantedBy } from '#db/search'
import { Database } from '#db/sqlite-driver'
import { change } from '#db/store'
import type { Actor } from '#domain/case'
import { kinds } from '#domain/kinds'
import { rootOfFrontier } from '#domain/log/frontier'
import { leafHash, nodeHash, verifyInclusion } from '#domain/log/tree'
import { bare, listen, statementsOf } from './bench-capture.ts'

const at = new Date().toISOString()
const filing = kinds.get('filing')
if (!filing) throw new Error('there is no filing')
const post = { role: 'reviewer' as const, authorityId: 'cac', sectors: ['*'], region: '000000', organisationId: null }
const officer: Actor = { personId: 'bench', name: { zh: 'bench', en: 'bench' }, posts: [post, { ...post, role: 'intake' }] }
const local: Actor = { ...officer, posts: [{ ...post, region: '110000', sectors: ['education'] }] }
const open = (actor: Actor) => list(actor, filing, { isOpen: true, sort: 'dueOn', limit: 50 }, at)

const us = () => Number(process.hrtime.bigint()) / 1000
const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b)
const quantile = (values: readonly number[], q: number) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN
/** Microseconds of each call: the least of three, because the machine has other work too. */
const timed = async (calls: readonly (() => unknown)[], repeats = 3): Promise<number[]> => {
  const times: number[] = []
  for (const call of calls) {
    let least = Number.POSITIVE_INFINITY
    for (let n = 0; n < repeats; n += 1) {
      const began = us()
      await call()
      least = Math.min(least, us() - began)
    }
    times.push(least)
  }
  return times
}
const both = (times: readonly number[]) => ({ p50: quantile(times, 0.5), p95: quantile(times, 0.95) })

let seed = 1
const random = () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}
const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
const sample = async (count: number, where = sql`1 = 1`) => {
  const [{ top } = { top: 0 }] = await read().rows<{ top: number }>(sql`select max(seq) as top from cases`)
  const found = new Map<string, { id: string; title_zh: string; title_en: string; owner_id: string | null }>()
  for (let tries = 0; found.size < count && tries < count * 5; tries += 1) {
    const [row] = await read().rows<{ id: string; title_zh: string; title_en: string; owner_id: string | null }>(
      sql`select id, title_zh, title_en, owner_id from cases where kind = 'filing' and seq >= ${Math.floor(random() * top)} and ${where} order by seq limit 1`,
    )
    if (row) found.set(row.id, row)
  }
  return [...found.values()]
}
/** Thrown to take a measured change back. */
class Back extends Error {}
const takenBack = async (fn: () => Promise<unknown>) => {
  try {
    await write(async () => {
      await fn()
      throw new Back()
    })
  } catch (error) {
    if (!(error instanceof Back)) throw error
  }
}
/** Two officers of the demonstration's cast, to hand a case of their province to and fro. */
const persons = async () =>
  (await read().rows<{ id: string }>(sql`select id from cases where kind = 'person' and title_en in ('Li Wen', 'Wang Jun')`)).map(
    (row) => row.id,
  )
const inHand = sql`is_open and not is_private and region = '110000' and status in ('submitted', 'accepted', 'under_review')`
type Held = { id: string; owner_id: string | null }
/** Hands a case to the other of the two. `isBack` says that the change is going to be taken back. */
const handOver = async (held: Held, people: readonly string[], isBack = false): Promise<void> => {
  const ownerId = people.find((one) => one !== held.owner_id) ?? ''
  const answer = await change({ kind: filing, id: held.id, seen: null, command: { type: 'assign', ownerId } as never, actor: officer, at })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  if (!isBack) held.owner_id = ownerId
}

const measures: Record<string, () => Promise<unknown>> = {
  /** Line 3: a call of the data layer beside the same statements bare. */
  async layer() {
    const [row] = await sample(1, inHand)
    const people = await persons()
    if (!row) throw new Error('no open filing')
    const calls: Record<string, () => Promise<unknown>> = {
      byId: () => caseRow(read(), 'filing', row.id),
      page: () => open(local),
      command: () => takenBack(() => handOver(row, people, true)),
    }
    const ratios: Record<string, { layer: number; bare: number }> = {}
    for (const [name, call] of Object.entries(calls)) {
      for (let n = 0; n < 50; n += 1) await call()
      const raw = bare(
        sqliteFile(),
        (await statementsOf(call)).filter((one) => !/^(begin|commit|rollback|savepoint|release)/i.test(one.sql)),
      )
      const count = name === 'byId' ? 2000 : 200
      const layer: number[] = []
      const least: number[] = []
      for (let n = 0; n < count; n += 1) {
        let began = us()
        await call()
        layer.push(us() - began)
        began = us()
        raw.run()
        least.push(us() - began)
      }
      raw.close()
      ratios[name] = { layer: quantile(layer, 0.5), bare: quantile(least, 0.5) }
    }
    return ratios
  },
  /** Line 4: acknowledged commands a second of ten officers, each waiting for the own answer. */
  async commands() {
    const held = await sample(200, inHand)
    const people = await persons()
    const waits: number[] = []
    const began = us()
    await Promise.all(
      Array.from({ length: 10 }, async (_, who) => {
        for (let n = 0; us() - began < 4_000_000; n += 1) {
          const asked = us()
          const one = held[who * Math.floor(held.length / 10) + (n % Math.floor(held.length / 10))]
          if (one) await handOver(one, people)
          waits.push(us() - asked)
        }
      }),
    )
    return { perSecond: waits.length / ((us() - began) / 1e6), ...both(waits) }
  },
  /** Line 5: the log. */
  async proof() {
    const frontier = await frontierNow(read())
    const { size } = frontier
    const root = rootOfFrontier(frontier)
    const build: number[] = []
    const check: number[] = []
    for (let n = 0; n < 300; n += 1) {
      const index = Math.floor(random() * size)
      const [row] = await read().rows<{ entry: string }>(sql`select entry from events where position = ${index}`)
      let began = us()
      const proof = await inclusionAt(index, size)
      build.push(us() - began)
      const leaf = leafHash(Buffer.from(row?.entry ?? ''))
      began = us()
      if (!verifyInclusion(index, size, leaf, proof, root)) throw new Error(`entry ${index} is not proven`)
      check.push(us() - began)
    }
    return { build: quantile(build, 0.5), buildP95: quantile(build, 0.95), verify: quantile(check, 0.5) }
  },
  async leaf() {
    const [row] = await sample(1, inHand)
    const people = await persons()
    const entry = (await read().rows<{ entry: string }>(sql`select entry from events order by position desc limit 1`))[0]?.entry ?? ''
    const whole: number[] = []
    const log: number[] = []
    for (let n = 0; n < 300; n += 1) {
      let began = us()
      if (row) await takenBack(() => handOver(row, people, true))
      whole.push(us() - began)
      await takenBack(async () => {
        began = us()
        const edge = await frontierNow(read())
        await appendToLog(read(), edge, [entry])
        rootOfFrontier(await frontierNow(read()))
        log.push(us() - began)
      })
    }
    const [all, leaf] = [quantile(whole, 0.5), quantile(log, 0.5)]
    return { withLeaf: all, without: all - leaf }
  },
  async verification() {
    let began = process.cpuUsage()
    const { findings, events } = await verify(at)
    if (findings.length > 0) throw new Error(`${findings.length} differences: ${JSON.stringify(findings[0])}`)
    const spent = (since: NodeJS.CpuUsage) => {
      const { user, system } = process.cpuUsage(since)
      return user + system
    }
    const full = spent(began)
    began = process.cpuUsage()
    const db = new Database(sqliteFile(), { readonly: true })
    let level: Buffer[] = []
    for (const row of db.prepare('select * from events order by position').iterate() as IterableIterator<{ entry: string }>)
      level.push(leafHash(Buffer.from(row.entry)))
    while (level.length > 1) {
      const next: Buffer[] = []
      for (let n = 0; n + 1 < level.length; n += 2) next.push(nodeHash(level[n] as Buffer, level[n + 1] as Buffer))
      if (level.length % 2 === 1) next.push(level.at(-1) as Buffer)
      level = next
    }
    db.close()
    return { full, least: spent(began), events }
  },
  /** Lines 6 and 8. */
  async byId() {
    const rows = await sample(200)
    return both(await timed(rows.map((row) => () => one(local, filing, row.id, at))))
  },
  async searches() {
    const rows = await sample(100)
    const words = {
      zh2: rows.map((row) => row.title_zh.slice(0, 2)),
      zh4: rows.map((row) => row.title_zh.slice(1, 5)),
      en: rows.map((row, n) => (row.title_en.split(' ')[n % 2] ?? '').slice(0, 2 + (n % 7))).filter((word) => word.length > 1),
    }
    const found: Record<string, unknown> = {}
    for (const [name, queries] of Object.entries(words))
      found[name] = both(await timed(queries.map((q) => () => list(officer, filing, { q, limit: 50 }, at))))
    return found
  },
  async recall() {
    const rows = await sample(12)
    let wanted = 0
    let found = 0
    for (const q of rows.flatMap((row) => [
      row.title_zh.slice(0, 2),
      row.title_zh.slice(2, 6),
      (row.title_en.split(' ')[1] ?? '').slice(0, 5),
    ])) {
      const ids = new Set(
        (
          await read()
            .select({
              id: cases.id,
              titleZh: cases.titleZh,
              titleEn: cases.titleEn,
              number: cases.number,
              organisationName: cases.organisationName,
              words: cases.words,
            })
            .from(cases)
            .where(
              sql`kind = 'filing' and is_private = 0 and (lower(title_zh || ' ' || title_en || ' ' || coalesce(organisation_name, '') || ' ' || words) like ${`%${q.toLowerCase()}%`})`,
            )
            .limit(4000)
        )
          .filter((row) => new RegExp(`(^|[^a-z])${q.toLowerCase()}`).test(textOf(row).toLowerCase()))
          .map((row) => row.id),
      )
      if (wantedBy(q).length === 0 || ids.size >= 4000) continue
      const got = new Set<string>()
      for (let cursor: string | undefined; ; ) {
        const page = await list(officer, filing, { q, limit: 200, ...(cursor ? { cursor } : {}) }, at)
        for (const item of page.items) got.add(item.id)
        if (!page.next) break
        cursor = page.next
      }
      wanted += ids.size
      found += [...ids].filter((id) => got.has(id)).length
    }
    return { wanted, found }
  },
  async indexSize() {
    const [index] = await read().rows<{ n: number }>(
      sql`select sum(pgsize) as n from dbstat where name like 'search%' and aggregate = true`,
    )
    const [text] = await read().rows<{ n: number }>(
      sql`select sum(length(cast(title_zh || title_en || coalesce(number, '') || coalesce(organisation_name, '') || words as blob))) as n from cases`,
    )
    return { index: index?.n ?? 0, text: text?.n ?? 0 }
  },
  async queue() {
    return both(await timed(Array.from({ length: 60 }, (_, n) => () => open(n % 2 ? local : officer))))
  },
  async dashboard() {
    return both(await timed(Array.from({ length: 40 }, () => () => openCounts(officer, ['filing', 'deployment', 'obligation', 'recall']))))
  },
  /** The same without what the process keeps of them: what the first look after a change pays. */
  async countsAnew() {
    return both(
      await timed(
        Array.from({ length: 20 }, () => () => write(() => openCounts(officer, ['filing']))),
        2,
      ),
    )
  },
  /** The figures beside the queue that the counts cannot answer: open cases over a date. */
  async periods() {
    return both(
      await timed(
        Array.from({ length: 20 }, () => () => list(officer, filing, { isOpen: true, dueTo: at.slice(0, 10), limit: 1 }, at)),
        2,
      ),
    )
  },
  /** Line 7: random combinations of filters and orders. */
  async combinations() {
    seed = 7
    const { facets } = await list(officer, filing, { limit: 1 }, at)
    const queries = Array.from({ length: 300 }, (): ListQuery => {
      const query: Record<string, unknown> = { sort: oneOf(sorts), limit: 50 }
      for (const name of ['status', 'lane', 'sector', 'scenario', 'region'] as const) {
        if (random() < 0.45) query[name] = Array.from({ length: random() < 0.7 ? 1 : 2 }, () => oneOf(facets[name])?.value ?? 'none')
      }
      if (random() < 0.3) query.isOpen = random() < 0.7
      return query as ListQuery
    })
    return both(
      await timed(
        queries.map((query) => () => list(officer, filing, query, at)),
        2,
      ),
    )
  },
  async size() {
    return {
      bytes: existsSync(sqliteFile()) ? statSync(sqliteFile()).size : 0,
      filings: Number((await read().rows<{ n: number }>(sql`select count(*) as n from cases where kind = 'filing'`))[0]?.n),
    }
  },
}

if (process.env.BENCH_SYNCHRONOUS === 'off') {
  // The same commands without waiting for the disk: the limit that line 4 is measured by. The client asks whether FULL holds; here it is told so.
  const prototype = Database.prototype as { pragma: (source: string, options?: object) => unknown }
  const { pragma } = prototype
  prototype.pragma = function (source, options) {
    if (source === 'synchronous = FULL') return pragma.call(this, 'synchronous = OFF', options)
    return source === 'synchronous' ? 2 : pragma.call(this, source, options)
  }
}
listen()
await migrate()
await catalogueIn(read(), at)
process.on('message', async ({ id, name }: { id: number; name: string }) => {
  try {
    if (name === 'end') {
      await close()
      process.exit(0)
    }
    seed = id
    process.send?.({ id, value: await measures[name]?.() })
  } catch (error) {
    process.send?.({ id, error: (error as Error).stack })
  }
})
process.send?.({ id: 0, value: 'ready' })
