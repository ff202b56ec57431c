// Many at once at the same case: one decision, one withdrawal or decision, numbers without a gap, one act for one click; on each database (quality.md P3).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#domain/case'
import type { Filing } from '#domain/filing/filing'
import { kinds } from '#domain/kinds'
import { close, migrate, read } from './client.ts'
import { dialect } from './columns.ts'
import { verify } from './rebuild.ts'
import { caseRow } from './rows.ts'
import { events } from './schema.ts'
import cast from './seed/cast.ts'
import { stateOf } from './seed/door.ts'
import { both, filingLife, reasons, type Stage } from './seed/lives.ts'
import { enterCast } from './seed/people.ts'
import { moment, run } from './seed/schedule.ts'
import { change } from './store.ts'

const now = new Date().toISOString()
const when = moment(now.slice(0, 10))
const filing = kinds.get('filing')
if (!filing) throw new Error('no filings')
const post = { role: 'approver' as const, authorityId: 'cac-110000', sectors: ['*'], region: '110000', organisationId: null }
const second: Actor = { personId: 'a-second-approver', name: { zh: 'b', en: 'b' }, posts: [post] }
let stage: Stage
const ready: string[] = []

/** A database of its own: what these people leave behind is no other suite's business. */
const ownDatabase = async () => {
  if (dialect === 'sqlite') {
    process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'zhiheng-race-'))
    return
  }
  const admin = new pg.Client(process.env.DATABASE_URL)
  await admin.connect()
  await admin.query('create database race')
  await admin.end()
  process.env.DATABASE_URL = process.env.DATABASE_URL?.replace(/\/\w+$/, '/race')
}

beforeAll(async () => {
  await ownDatabase()
  await migrate()
  // Without rules of its own the shipped ones hold; the suites of one database share it.
  const codes = cast.organisations.map((one, i) => ({ ...one, code: `91990000MR${String(i).padStart(6, '0')}` }))
  const company = await enterCast({ ...cast, organisations: codes }, when(-60), when(-60).slice(0, 10))
  stage = { ...company, when, today: now.slice(0, 10), agents: new Map() }
  await run(
    Array.from({ length: 8 }, () =>
      filingLife(
        { ...stage, agents: new Map() },
        {
          agent: 'qingzhen',
          from: -30,
          until: 'recommended',
          onOpened: (id) => {
            ready.push(id)
          },
        },
      ),
    ),
    now,
  )
})
afterAll(async () => {
  await close()
  if (dialect === 'sqlite') rmSync(process.env.DATA_DIR ?? '', { recursive: true, force: true })
})

const seenOf = async (id: string) => (await caseRow(read(), 'filing', id))?.version ?? 0
const decide = (actor: Actor, id: string, seen: number, more: { key?: string; outcome?: string } = {}) =>
  change({
    kind: filing,
    id,
    seen,
    actor,
    at: now,
    ...(more.key ? { key: more.key, fingerprint: 'f' } : {}),
    command: { type: 'decide', outcome: more.outcome ?? 'file', conditions: [], reasons, remedies: null } as never,
  })
const happened = async (id: string) =>
  (await read().select({ id: events.caseId, type: events.type }).from(events)).filter((one) => one.id === id).map((one) => one.type)

describe(`at once, on ${dialect}`, () => {
  test('of twenty decisions by two persons one is taken, and the others hear that they were late', async () => {
    const [id = ''] = ready
    const first = stage.people['zhao.cheng'] as Actor
    const seen = await seenOf(id)
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => decide(i % 2 ? first : second, id, seen)))
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(answers.flatMap((one) => (one.ok ? [] : [one.refusal.code]))).toEqual(Array.from({ length: 19 }, () => 'case.stale'))
    expect((await happened(id)).filter((type) => type === 'decided')).toHaveLength(1)
    expect(await seenOf(id)).toBe(seen + 1)
  })

  test('a decision and a withdrawal of the same moment: one of them, never both', async () => {
    const lead = stage.people['mo.ran'] as Actor
    for (const [round, id] of ready.slice(1, 4).entries()) {
      const seen = await seenOf(id)
      const withdraw = () => change({ kind: filing, id, seen, actor: lead, at: now, command: { type: 'withdraw', reason: 'r' } as never })
      const pair = round % 2 ? [withdraw(), decide(second, id, seen)] : [decide(second, id, seen), withdraw()]
      const answers = await Promise.all(pair)
      expect(answers.filter((one) => one.ok)).toHaveLength(1)
      const types = await happened(id)
      expect([types.includes('decided'), types.includes('withdrawn')].filter(Boolean)).toHaveLength(1)
    }
  })

  test('decisions on different filings at once take numbers without a gap, refused ones none', async () => {
    const rest = ready.slice(4)
    const seen = await Promise.all(rest.map(seenOf))
    const answers = await Promise.all(
      rest.flatMap((id, i) => [
        decide(second, id, seen[i] ?? 0),
        decide(second, id, (seen[i] ?? 0) + 5),
        decide(stage.people['li.wen'] as Actor, id, seen[i] ?? 0),
      ]),
    )
    expect(answers.filter((one) => one.ok)).toHaveLength(rest.length)
    const numbers = (await Promise.all(ready.map((id) => stateOf<Filing>('filing', id)))).flatMap((one) => one.decision?.number ?? [])
    const sequences = numbers.map((number) => Number(number.split('-')[4]?.slice(0, 6))).sort((a, b) => a - b)
    expect(sequences).toEqual(sequences.map((_, i) => (sequences[0] ?? 0) + i))
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('one click that arrives ten times opens one case', async () => {
    const lead = stage.people['mo.ran'] as Actor
    const command = {
      type: 'create',
      organisationId: stage.organisations.lichuan,
      agentId: null,
      agentName: both.done,
      sector: 'health',
      scenarios: [26],
      purpose: '',
      followsFilingId: null,
    } as never
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        change({ kind: filing, id: null, seen: null, actor: lead, at: now, command, key: 'ten-times', fingerprint: 'same' }),
      ),
    )
    expect(new Set(answers.map((one) => (one.ok ? one.id : 'refused'))).size).toBe(1)
    expect(answers.filter((one) => one.ok && !one.again)).toHaveLength(1)
  })

  test('after the rush everything stored is what the events say', async () => {
    expect((await verify(now)).findings).toEqual([])
  })
})
