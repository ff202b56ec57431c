// Measures of the store: what the data layer adds to its SQL, and commands that wait for the disk.
import { appendFileSync, closeSync, fdatasyncSync, openSync, rmSync } from 'node:fs'
import path from 'node:path'
import { dataDir, read, sql, sqliteFile } from '#db/client'
import { appendToLog, frontierNow } from '#db/log'
import { caseRow } from '#db/rows'
import { rootOfFrontier } from '#domain/log/frontier'
import { bare, statementsOf } from './bench-capture.ts'
import { both, handOver, inHand, local, type Measures, open, persons, quantile, sample, takenBack, us } from './bench-sample.ts'

/** Microseconds of a lone durable write of 4 KiB to a growing file beside the data: what no acknowledged command can be faster than. */
const lonelyWrite = (): number => {
  const file = path.join(dataDir(), 'fsync')
  const handle = openSync(file, 'w')
  const times: number[] = []
  for (let n = 0; n < 200; n += 1) {
    const began = us()
    appendFileSync(handle, Buffer.alloc(4096, n))
    fdatasyncSync(handle)
    times.push(us() - began)
  }
  closeSync(handle)
  rmSync(file)
  return quantile(times, 0.5)
}

export const storeMeasures: Measures = {
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
      // Processor time of this process, in turns: what other processes take from the machine falls on neither.
      const each = name === 'byId' ? 200 : 20
      const spent = async (fn: () => unknown) => {
        const before = process.cpuUsage()
        for (let n = 0; n < each; n += 1) await fn()
        const { user, system } = process.cpuUsage(before)
        return (user + system) / each
      }
      const layer: number[] = []
      const least: number[] = []
      for (let n = 0; n < 15; n += 1) {
        layer.push(await spent(call))
        least.push(await spent(() => raw.run()))
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
    const fsync = lonelyWrite()
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
    return { perSecond: waits.length / ((us() - began) / 1e6), ...both(waits), fsync }
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
}
