// Measures of reading: a case, queues, searches, filters and the figures beside them.
import { read, sql, write } from '#db/client'
import { one } from '#db/reads/case'
import { count, list, openCounts } from '#db/reads/list'
import { type ListQuery, sorts } from '#db/reads/query'
import { textOf } from '#db/rows'
import { cases } from '#db/schema'
import { wantedBy } from '#db/search'
import { at, both, filing, from, local, type Measures, officer, oneOf, open, random, sample, timed } from './bench-sample.ts'

export const listMeasures: Measures = {
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
        Array.from({ length: 20 }, () => () => count(officer, filing, { isOpen: true, dueTo: at.slice(0, 10) })),
        2,
      ),
    )
  },
  /** Line 7: random combinations of filters and orders. */
  async combinations() {
    from(7)
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
}
