// Volume for measuring must be as true as what the door writes: it refolds without a difference.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#domain/case'
import { filing } from '#domain/filing/filing'
import { filingStatuses } from '#domain/filing/vocabulary'
import { close, migrate } from '../client.ts'
import { dialect } from '../columns.ts'
import { list } from '../reads/list.ts'
import { verify } from '../rebuild.ts'
import { seedScale } from './scale.ts'
import { lifeOf } from './scale-life.ts'
import { enterScene } from './scale-scene.ts'

const at = '2026-11-20T00:00:00.000Z'
const span = { from: Date.parse('2023-11-20T00:00:00.000Z'), until: Date.parse(at) }
const officer: Actor = {
  personId: 'o',
  name: { zh: 'o', en: 'o' },
  posts: [{ role: 'reviewer', authorityId: 'cac', sectors: ['*'], region: '000000', organisationId: null }],
}

beforeAll(async () => {
  // A folder of its own: hundreds of open filings would stand in the way of everybody else's counts.
  if (dialect === 'sqlite') process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'zhiheng-scale-'))
  await migrate()
})
afterAll(async () => {
  await close()
})

test.skipIf(dialect !== 'sqlite')(
  'three hundred filings refold without a difference, stand in nearly every status, and about a quarter is open',
  async () => {
    const { scene } = await enterScene(300, '2023-11-19T00:00:00.000Z')
    await seedScale(300, scene, span, at)
    expect((await verify(at)).findings).toEqual([])
    const all = await list(officer, filing, {}, at)
    const open = await list(officer, filing, { isOpen: true }, at)
    expect(open.total / all.total).toBeGreaterThan(0.15)
    expect(open.total / all.total).toBeLessThan(0.35)
    expect(all.facets.status.length).toBeGreaterThan(filingStatuses.length / 2)
    expect(open.items.some((item) => item.dueOn !== null)).toBe(true)
  },
)

test.skipIf(dialect !== 'sqlite')('the same number gives the same life', async () => {
  const scene = {
    houses: [{ id: 'h', zh: 'h', en: 'h', code: 'c', region: '110000', by: 'p' }],
    reviewers: new Map(),
    approver: 'a',
    fields: [{ sector: 'health', scenarios: [26] as const }],
  }
  const told = (no: number) => lifeOf(no, 100, span, scene).steps.map((step) => [step.at, step.by])
  expect([1, 2, 3].map(told)).toEqual([1, 2, 3].map(told))
})
