// Older registers are taken over as they stand: every row counted once, nothing invented, a second run without effect, on each database.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, publicActor } from '#domain/case'
import { filing } from '#domain/filing/filing'
import type { Filing } from '#domain/filing/state'
import { close, migrate, read } from '../client.ts'
import { dialect } from '../columns.ts'
import { one } from '../reads/case.ts'
import { list } from '../reads/list.ts'
import { verify } from '../rebuild.ts'
import { events } from '../schema.ts'
import { type Report, takeOver } from './take-over.ts'

const at = '2026-11-20T02:00:00.000Z'
const later = '2026-11-21T02:00:00.000Z'
const fixture = (name: string) => path.join(import.meta.dirname, 'fixtures', `${name}.csv`)
const run = (name: string, rest: object = {}) => takeOver({ file: fixture(name), at, ...rest })
const officer: Actor = {
  personId: 'o',
  name: { zh: 'o', en: 'o' },
  posts: [{ role: 'intake', authorityId: 'cac', sectors: ['*'], region: '000000', organisationId: null }],
}
const found = async (q: string, actor = officer) => (await list(actor, filing, { q, limit: 50 }, at)).items
const stateOf = async (q: string) => {
  const [item] = await found(q)
  return (await one<Filing>(officer, filing, item?.id ?? '', at))?.state
}
const sum = (tally: Record<string, number>) => Object.values(tally).reduce((all, n) => all + n, 0)
const isWhole = (report: Report) =>
  expect(report.recorded + report.updated + report.unchanged + sum(report.skipped) + sum(report.refused)).toBe(report.rows)
const eventsNow = async () => (await read().select({ position: events.position }).from(events)).length

beforeAll(async () => {
  await migrate()
})
afterAll(async () => {
  await close()
})

describe(`an older register on ${dialect}`, () => {
  test('a dry run says what a run would do and writes nothing', async () => {
    const before = await eventsNow()
    const dry = await run('algorithm-filings', { isDryRun: true })
    expect(await eventsNow()).toBe(before)
    expect(dry).toMatchObject({ source: 'algorithm_filing', rows: 8, recorded: 4, skipped: { listedAgain: 1 } })
    isWhole(dry)
  })

  test('a list of algorithms is taken over with its oddities flagged and what cannot be read refused with a reason', async () => {
    const report = await run('algorithm-filings')
    expect(report).toMatchObject({
      rows: 8,
      recorded: 4,
      updated: 0,
      unchanged: 0,
      skipped: { listedAgain: 1 },
      refused: { numberMissing: 1, numberUnreadable: 1, rowUnreadable: 1 },
      flagged: { remarked: 1, typeDiffers: 1, numberLengthOdd: 1, regionUnknown: 1 },
    })
    isWhole(report)
  })

  test('two characters of a name find a row that was taken over, also for everybody', async () => {
    expect((await found('砚桥')).map((item) => item.titleZh)).toEqual(['虚构砚桥推送算法'])
    expect(await found('问诊', publicActor)).toHaveLength(1)
  })

  test('the province comes from the division in the number; sector and scenario only where the words are clear', async () => {
    expect(await stateOf('青缃')).toMatchObject({ region: '310000', sector: 'transport', scenarios: [19], status: 'filed' })
    expect(await stateOf('问诊')).toMatchObject({ region: '440000', sector: 'health', scenarios: [26] })
    expect(await stateOf('枕石')).toMatchObject({ region: null, sector: null, scenarios: [], status: 'cancelled' })
  })

  test('nobody has to act on a row, whatever it stood at there', async () => {
    await run('federal-inventory')
    const rows = await list(officer, filing, { isOpen: true }, at)
    expect(rows.items.filter((item) => item.organisationName === 'Invented Agency')).toEqual([])
  })

  test('stages of another inventory are taken over as stages: only what is in use is public', async () => {
    const rows = await list(officer, filing, { q: 'invented', limit: 50 }, at)
    const statuses = Object.fromEntries(
      rows.items.filter((item) => item.organisationName === 'Invented Agency').map((item) => [item.titleEn, [item.status, item.isPublic]]),
    )
    expect(statuses).toEqual({
      'Invented grid forecast': ['submitted', false],
      'Invented triage': ['under_review', false],
      'Invented translation': ['filed', true],
      'Invented scheduling': ['withdrawn', false],
      'Invented search': ['submitted', false],
    })
    expect(await stateOf('Invented grid')).toMatchObject({
      sector: 'energy',
      scenarios: [18],
      history: { source: 'federal_inventory', filingNo: null, filedOn: null, row: 'INV/INV-1' },
    })
  })

  test('a second run over every file imports nothing', async () => {
    for (const name of ['genai-filings', 'genai-registrations']) isWhole(await run(name))
    const before = await eventsNow()
    for (const name of ['algorithm-filings', 'genai-filings', 'genai-registrations', 'federal-inventory']) {
      const report = await run(name)
      expect({ name, recorded: report.recorded, updated: report.updated }).toEqual({ name, recorded: 0, updated: 0 })
      isWhole(report)
    }
    expect(await eventsNow()).toBe(before)
  })

  test('lists of generative services keep the printed date, and none that is no day', async () => {
    expect(await stateOf('澜语')).toMatchObject({ region: '110000', history: { source: 'genai_filing', filedOn: '2023-08-31' } })
    expect(await stateOf('无期')).toMatchObject({ history: { filedOn: null } })
    expect(await stateOf('栎川')).toMatchObject({ region: '320000', history: { source: 'genai_registration' } })
  })

  test('a notice of cancellation ends what the list had filed and keeps what the list said; the list does not bring it back', async () => {
    const report = await run('algorithm-cancellations', { at: later })
    expect(report).toMatchObject({ source: 'algorithm_cancellation', recorded: 1, updated: 1 })
    expect(await stateOf('砚桥')).toMatchObject({
      status: 'cancelled',
      history: { source: 'algorithm_cancellation', purpose: '应用于信息推送场景。' },
    })
    expect(await run('algorithm-filings', { at: later })).toMatchObject({ recorded: 0, updated: 0, skipped: { cancelledAlready: 2 } })
    expect(await run('algorithm-cancellations', { at: later })).toMatchObject({ recorded: 0, updated: 0, unchanged: 2 })
  })

  test('a file that is no known register, or not the one named, is refused as a whole', async () => {
    await expect(run('federal-inventory', { source: 'algorithm_filing' })).rejects.toThrow(/lacks the columns/)
    await expect(run('federal-inventory', { source: 'other_list' })).rejects.toThrow(/no source/)
  })

  test('what was taken over refolds without a difference', async () => {
    expect((await verify(later)).findings).toEqual([])
  })
})

const real = path.join(process.env.ZHIHENG_DATA ?? '../shared/data', 'filings')
describe.skipIf(!existsSync(real))('the published lists', () => {
  const counts: [string, number][] = [
    ['cn-algorithm-filings', 5102],
    ['cn-algorithm-cancellations', 57],
    ['cn-genai-filings-2024-04', 114],
    ['cn-genai-registrations-2026-08', 53],
    ['us-federal-ai-use-cases-2025', 3611],
  ]
  test.each(counts)('every row of %s is taken over or has a reason', async (name, rows) => {
    const report = await takeOver({ file: path.join(real, `${name}.csv`), at, isDryRun: true })
    expect(report.rows).toBe(rows)
    isWhole(report)
    expect(sum(report.refused)).toBeLessThanOrEqual(1)
    expect(sum(report.skipped)).toBeLessThanOrEqual(11)
  })
})
