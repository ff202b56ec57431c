// Prints the scorecard of docs/performance.md: ratios inside one run, the middle of the rounds. npm run bench -- [--small N] [--big N] [--rounds N] [--folder F] [--skip-http]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Database } from '#db/sqlite-driver'
import { bareApp } from './bench-bare.ts'
import { type Line, median, printed } from './bench-card.ts'
import { type Child, childFor } from './bench-child.ts'
import { httpLines } from './bench-http.ts'

const { values } = parseArgs({
  options: {
    small: { type: 'string', default: '10000' },
    big: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string', default: path.join(tmpdir(), 'zhiheng-bench') },
    'skip-http': { type: 'boolean', default: false },
  },
})
const [small, big, rounds] = [Number(values.small), Number(values.big), Number(values.rounds)]
if (![small, big, rounds].every((n) => Number.isInteger(n) && n > 0) || small >= big) {
  console.error('--small and --big are numbers of filings, small below big; --rounds at least 1')
  process.exit(2)
}

/** A folder with this many filings, filled once and kept for the next run. */
const dataOf = (filings: number): string => {
  const folder = path.join(values.folder, String(filings))
  if (existsSync(path.join(folder, 'complete'))) return folder
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  console.error(`filling ${folder}`)
  const filled = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/seed-scale.ts', '--filings', String(filings)],
    { stdio: ['ignore', 2, 2], env: { ...process.env, DATABASE_URL: '', DATA_DIR: folder } },
  )
  if (filled.status !== 0) process.exit(1)
  mkdirSync(path.join(folder, 'complete'))
  return folder
}
const copyOf = (folder: string, name: string): string => {
  const copy = path.join(values.folder, name)
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  // By the database itself: a part of it may still stand in its write-ahead log.
  const source = new Database(path.join(folder, 'zhiheng.sqlite'), { readonly: true })
  source.prepare('vacuum into ?').run(path.join(copy, 'zhiheng.sqlite'))
  source.close()
  return copy
}
const repeated = async <T>(measure: () => Promise<T>): Promise<T[]> => {
  const found: T[] = []
  for (let n = 0; n < rounds; n += 1) found.push(await measure())
  return found
}
type Times = { p50: number; p95: number }

/** Line 3: the layer itself. */
const layerLines = async (child: Child): Promise<Line[]> => {
  const found = await repeated(() => child.ask<Record<string, { layer: number; bare: number }>>('layer'))
  const words: Record<string, string> = {
    byId: 'case by id',
    page: 'queue page with its counts',
    command: 'command with its rules, no disk',
  }
  return Object.keys(words).map((name) => {
    const of = (what: 'layer' | 'bare') => median(found.map((one) => one[name]?.[what] ?? Number.NaN))
    return {
      no: 3,
      measure: `data layer ÷ same SQL bare: ${words[name]}`,
      ratio: median(found.map((one) => (one[name]?.layer ?? Number.NaN) / (one[name]?.bare ?? Number.NaN))),
      goal: 1.1,
      note: `${of('layer').toFixed(0)} and ${of('bare').toFixed(0)} µs`,
    }
  })
}

/** Line 4: with and without waiting for the disk, in turn. */
const commandLines = async (folder: string): Promise<Line[]> => {
  const full = await childFor(copyOf(folder, 'full'))
  const off = await childFor(copyOf(folder, 'off'), { BENCH_SYNCHRONOUS: 'off' })
  type Found = Times & { perSecond: number; fsync: number }
  const found = await repeated(async () => [await full.ask<Found>('commands'), await off.ask<Found>('commands')] as const)
  await Promise.all([full.end(), off.end()])
  const note = `${Math.round(median(found.map(([one]) => one.perSecond)))} a second`
  return [
    {
      no: 4,
      measure: 'durable commands/s, 10 officers ÷ same with synchronous=OFF',
      ratio: median(found.map(([one, other]) => one.perSecond / other.perSecond)),
      goal: 0.6,
      atLeast: true,
      note,
    },
    { no: 4, measure: 'a command of these, p95 ÷ a lone durable write', ratio: median(found.map(([one]) => one.p95 / one.fsync)), goal: 5 },
  ]
}

const logLines = async (child: Child): Promise<Line[]> => {
  const proofs = await repeated(() => child.ask<{ build: number; verify: number }>('proof'))
  const leaves = await repeated(() => child.ask<{ withLeaf: number; without: number }>('leaf'))
  const full = await child.ask<{ full: number; least: number; events: number }>('verification')
  return [
    { no: 5, measure: 'inclusion proof: build ÷ verify', ratio: median(proofs.map((one) => one.build / one.verify)), goal: 3 },
    {
      no: 5,
      measure: 'command with leaf and root ÷ without, without the disk',
      ratio: median(leaves.map((one) => one.withLeaf / one.without)),
      goal: 1.15,
    },
    {
      no: 5,
      measure: 'full verification, refolding every case ÷ bare read and hash',
      ratio: full.full / full.least,
      goal: 1.5,
      note: `${full.events} events`,
    },
  ]
}

const searchLines = async (child: Child): Promise<Line[]> => {
  type Searches = { zh2: Times; zh4: Times; en: Times }
  const found = await repeated(async () => ({ id: await child.ask<Times>('byId'), words: await child.ask<Searches>('searches') }))
  const recall = await child.ask<{ wanted: number; found: number }>('recall')
  const bytes = await child.ask<{ index: number; text: number }>('indexSize')
  const line = (name: keyof Searches, words: string): Line => ({
    no: 6,
    measure: `search ${words}: p95 ÷ case by id p95, data layer`,
    ratio: median(found.map((one) => one.words[name].p95 / one.id.p95)),
    goal: 1.2,
  })
  return [
    line('zh2', 'two characters'),
    line('zh4', 'four characters'),
    line('en', 'prefix of 2 to 8 letters'),
    {
      no: 6,
      measure: 'search: found ÷ found by reading every row',
      ratio: recall.found / recall.wanted,
      goal: 1,
      atLeast: true,
      note: `${recall.wanted} rows`,
    },
    { no: 6, measure: 'search: bytes of index ÷ bytes of text', ratio: bytes.index / bytes.text, goal: 0.4 },
  ]
}

const growthLines = async (little: Child, large: Child): Promise<Line[]> => {
  const compared = async (name: string, of: (value: any) => number) =>
    median(
      await repeated(async () => {
        const a = of(await little.ask(name))
        return of(await large.ask(name)) / a
      }),
    )
  const size = `${small} to ${big}`
  const beside = await repeated(async () => (await large.ask<Times>('combinations')).p95 / (await large.ask<Times>('queue')).p95)
  return [
    {
      no: 7,
      measure: `300 filter combinations and orders: p95 big ÷ small`,
      ratio: await compared('combinations', (one) => one.p95),
      goal: 2,
      note: size,
    },
    { no: 7, measure: 'the same: p95 ÷ queue page p95, data layer', ratio: median(beside), goal: 2.5 },
    { no: 8, measure: 'growth of the queue page, p95', ratio: await compared('queue', (one) => one.p95), goal: 1.25, note: size },
    { no: 8, measure: 'growth of a case by id, p95', ratio: await compared('byId', (one) => one.p95), goal: 1.25, note: size },
    {
      no: 8,
      measure: 'growth of search by two characters, p95',
      ratio: await compared('searches', (one) => one.zh2.p95),
      goal: 1.5,
      note: size,
    },
    {
      no: 8,
      measure: 'growth of the counts of the dashboard, p95',
      ratio: await compared('dashboard', (one) => one.p95),
      goal: 1.25,
      note: size,
    },
    {
      no: 8,
      measure: 'growth of the counts read anew after a change, p95',
      ratio: await compared('countsAnew', (one) => one.p95),
      goal: 1.25,
      note: size,
    },
    {
      no: 8,
      measure: 'growth of the number of open cases over their date, p95',
      ratio: await compared('periods', (one) => one.p95),
      goal: 1.25,
      note: size,
    },
    { no: 8, measure: 'growth of an inclusion proof, p95', ratio: await compared('proof', (one) => one.buildP95), goal: 1.25, note: size },
  ]
}

const [littleFolder, largeFolder] = [dataOf(small), dataOf(big)]
console.log(
  `${cpus().length} processors, Node ${process.version}, SQLite, ${small} and ${big} filings, middle of ${rounds} rounds; ratios, so that other load falls on both sides`,
)
const show = (lines: readonly Line[]) => {
  for (const line of lines) console.log(printed(line))
}
if (!values['skip-http']) {
  if (existsSync('.next/BUILD_ID')) show(await httpLines(largeFolder, littleFolder, bareApp(values.folder), rounds))
  else console.log(' –  lines 1, 2, 9, 10 and 13 need a build: npm run build')
}
const little = await childFor(littleFolder)
const large = await childFor(largeFolder)
show(await layerLines(large))
show(await commandLines(littleFolder))
show(await logLines(large))
show(await searchLines(large))
show(await growthLines(little, large))
console.log(' –  11 (neighbours on the same data): not measured, none is installed here')
console.log(' –  12 (fan-out of a recall): not measured, filings made for measuring have no deployments')
console.log(' –  13, memory after ten minutes of load: not measured, a run would take half an hour longer')
await Promise.all([little.end(), large.end()])
