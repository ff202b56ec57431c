// Measures of the log: proofs, and the verification of everything.
import { read, sql, sqliteFile } from '#db/client'
import { frontierNow } from '#db/log'
import { inclusionAt } from '#db/reads/log'
import { verify } from '#db/rebuild'
import { Database } from '#db/sqlite-driver'
import { rootOfFrontier } from '#domain/log/frontier'
import { leafHash, nodeHash, verifyInclusion } from '#domain/log/tree'
import { at, type Measures, quantile, random, us } from './bench-sample.ts'

export const logMeasures: Measures = {
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
}
