// A folder from before a field existed is folded again before it is served, and stands as if it had been written today.

import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#domain/case'
import { makeCreditCode } from '#domain/organisation/credit-code'
import { close, migrate, read, sql, write } from './client.ts'
import { verify } from './rebuild.ts'
import { cases } from './schema.ts'
import { must } from './seed/door.ts'
import { followShape, outgrown } from './shape.ts'

const at = '2026-11-20T02:00:00.000Z'
const intake: Actor = {
  personId: 'zhou',
  name: { zh: 'zhou', en: 'zhou' },
  posts: [{ role: 'intake', authorityId: 'cac', sectors: ['*'], region: '110000', organisationId: null }],
}

beforeAll(async () => {
  await migrate()
})
afterAll(async () => {
  await close()
})

test('rows that lack a field of their kind are folded again; rows that fit are left alone', async () => {
  const names = { zh: 'shape', en: 'shape' }
  await must(
    intake,
    'organisation',
    null,
    'create',
    { kind: 'company', names, creditCode: makeCreditCode('91110000MC000001'), region: '110000', address: 'a', representative: null },
    at,
  )
  expect(await outgrown()).toEqual([])
  expect(await followShape(at)).toBe(0)
  const [oldest] = await read().select().from(cases).where(eq(cases.kind, 'organisation')).orderBy(sql`seq`).limit(1)
  if (!oldest) throw new Error('there is an organisation')
  const { names: _, ...before } = JSON.parse(oldest.state) as Record<string, unknown>
  await write((tx) =>
    tx
      .update(cases)
      .set({ state: JSON.stringify(before) })
      .where(and(eq(cases.kind, 'organisation'), eq(cases.id, oldest.id))),
  )
  expect(await outgrown()).toEqual(['organisation'])
  expect(await followShape(at)).toBeGreaterThan(0)
  expect((await verify(at)).findings).toEqual([])
})
