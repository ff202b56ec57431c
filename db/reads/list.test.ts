// What lists promise beyond one page: every match once, numbers that agree, and counts that no process keeps longer than they are true.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Actor, type Post, publicActor, systemActor } from '#domain/case'
import { kinds } from '#domain/kinds'
import { makeCreditCode } from '#domain/organisation/credit-code'
import { newId } from '../chance.ts'
import { close, migrate, write } from '../client.ts'
import { dialect } from '../columns.ts'
import { rebuild } from '../rebuild.ts'
import { counts } from '../schema.ts'
import { change } from '../store.ts'
import { count, list } from './list.ts'
import { decodeCursor, type ListQuery } from './query.ts'

const organisation = kinds.get('organisation')!
const letter = kinds.get('letter')!
const at = '2026-11-20T02:00:00.000Z'
const region = '540000'
const post: Post = { role: 'intake', authorityId: 'cac', sectors: ['*'], region: '000000', organisationId: null }
const officer: Actor = { personId: 'lists', name: { zh: 'l', en: 'l' }, posts: [post] }

let n = 0
const newCode = () => makeCreditCode(`91540000MB${String(n++).padStart(6, '0')}`)
const open = async (names: { zh: string; en: string }, creditCode = newCode()): Promise<string> => {
  const { type, ...body } = {
    type: 'create',
    kind: 'company',
    names,
    creditCode,
    region,
    address: 'a',
    representative: null,
  }
  const command = { type, ...(organisation.commands.create!.parse(body) as object) }
  const answer = await change({ kind: organisation, id: null, seen: null, command, actor: officer, at })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.id
}
const plain = () => ({ zh: newId(), en: newId() })
const walked = async (query: ListQuery): Promise<string[]> => {
  const ids: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await list(officer, organisation, { ...query, ...(cursor ? { cursor } : {}) }, at)
    ids.push(...page.items.map((item) => item.id))
    if (!page.next) return ids
    cursor = page.next
  }
}

beforeAll(async () => {
  await migrate()
})
afterAll(async () => {
  await close()
})

describe(`lists on ${dialect}`, () => {
  test('a case found by its number stands on top of the first page, and every match is shown once however short the pages are', async () => {
    const number = newCode()
    const older = await open({ zh: 'z', en: `Successor ${number}` })
    const oldest = [await open(plain()), older]
    const exact = await open(plain(), number)
    const newer = await open({ zh: 'z', en: `${number} branch` })
    expect(oldest).toContain(older)
    for (const limit of [1, 2, 3, 4, 50]) expect(await walked({ q: number, limit })).toEqual([exact, newer, older])
  })

  test('a number beside a tab is the total of the list behind it', async () => {
    for (let i = 0; i < 3; i += 1) await open({ zh: 'z', en: 'Counted once' })
    const company: Actor = { ...officer, posts: [{ ...post, role: 'filer', organisationId: await open(plain()) }] }
    const queries: ListQuery[] = [
      {},
      { isOpen: true, region: [region] },
      { region: [region], dueTo: '2026-11-19' },
      { dueFrom: '2026-11-19', status: ['registered'] },
      { q: 'counted once' },
      { q: 'counted', status: ['verified'] },
      { ownerId: 'none', region: [region, '110000'] },
      { scope: 'public' },
    ]
    for (const actor of [officer, company, systemActor, publicActor])
      for (const query of queries) {
        const { total, totalIsCapped } = await list(actor, organisation, query, at)
        expect(await count(actor, organisation, query)).toEqual({ total, totalIsCapped })
      }
  })

  test('a cursor that holds what no order can continue from is none of ours', () => {
    const made = (value: unknown) => decodeCursor(Buffer.from(JSON.stringify(value)).toString('base64url'))
    expect(made(['2026-11-20', 7])).toEqual(['2026-11-20', 7])
    for (const value of [['\0', 1], ['a', 1.5], ['a', 1e300], [1e300, 1], ['a'], ['a', 1, 2], [null, 1], 'a', null])
      expect(made(value)).toBeNull()
  })

  test('once a change is answered no process counts without it', async () => {
    // A second instance of the modules is a second process as far as what is kept is concerned.
    vi.resetModules()
    const other = await import('./list.ts')
    const total = async (of: { list: typeof list }) => (await of.list(officer, organisation, { region: [region] }, at)).total
    const before = await total({ list })
    expect(await total(other)).toBe(before)
    for (let more = 1; more <= 5; more += 1) {
      await Promise.all([open(plain()), total({ list }), total(other), total(other)])
      expect([await total({ list }), await total(other)]).toEqual([before + more, before + more])
    }
  })

  test('what a failed change counted is counted nowhere', async () => {
    const before = (await list(officer, organisation, {}, at)).total
    await expect(
      write(async () => {
        await open(plain())
        expect((await list(officer, organisation, {}, at)).total).toBe(before + 1)
        throw new Error('taken back')
      }),
    ).rejects.toThrow('taken back')
    expect((await list(officer, organisation, {}, at)).total).toBe(before)
  })

  test('a rebuild makes processes forget counts that no event bears out', async () => {
    const spoiled = { mark: 'open', lane: '', sector: '', scenario: '', region, isPublic: false, isPrivate: false, isOpen: true, n: 3 }
    await write((tx) => tx.insert(counts).values({ kind: letter.name, status: 'issued', ...spoiled }))
    expect((await list(systemActor, letter, { region: [region] }, at)).total).toBe(3)
    await rebuild(at)
    expect((await list(systemActor, letter, { region: [region] }, at)).total).toBe(0)
  })

  test('nobody can spoil the facets that the next one is shown', async () => {
    const { facets } = await list(officer, organisation, { status: ['registered'] }, at)
    expect(() => facets.region.pop()).toThrow(TypeError)
  })
})
