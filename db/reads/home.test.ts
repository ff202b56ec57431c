// The reads of an officer's home and queue, on each database: only what one may see and do, nobody's work is lost, views stay in their office.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Post } from '#domain/case'
import { kinds } from '#domain/kinds'
import { makeCreditCode } from '#domain/organisation/credit-code'
import { close, migrate } from '../client.ts'
import { change } from '../store.ts'
import { loadOf, unassigned, waitingFor } from './home.ts'
import { list } from './list.ts'
import { nobody } from './query.ts'
import { arrivals, forgetView, saveView, viewsOf } from './queue.ts'

const organisation = kinds.get('organisation')!
const at = '2026-11-20T02:00:00.000Z'
const officer = (personId: string, region: string, authorityId: string, role: Post['role'] = 'intake'): Actor => ({
  personId,
  name: { zh: personId, en: personId },
  posts: [{ role, authorityId, sectors: ['*'], region, organisationId: null }],
})
const here = officer('home-li', '110000', 'cac-110000')
const beside = officer('home-wang', '110000', 'cac-110000')
const elsewhere = officer('home-wu', '310000', 'cac-310000')
const auditor = officer('home-zheng', '110000', 'cac-110000', 'auditor')

const register = async (actor: Actor, region: string, n: number) => {
  const given = organisation.commands.create!.parse({
    kind: 'company',
    names: { zh: `首页甲${n}`, en: null },
    creditCode: makeCreditCode(`91110000HM${String(n).padStart(6, '0')}`),
    region,
    address: 'a',
    representative: null,
  })
  const answer = await change({ kind: organisation, id: null, seen: null, command: { type: 'create', ...(given as object) }, actor, at })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.id
}

beforeAll(async () => {
  await migrate()
})
afterAll(close)

test('a registered organisation waits for intake of its region, and for nobody who may not verify it', async () => {
  const id = await register(here, '110000', 1)
  const mine = (await waitingFor(here)).filter((one) => one.item.id === id)
  expect(mine.map((one) => one.turn.command)).toEqual(['verify'])
  expect((await waitingFor(elsewhere)).some((one) => one.item.id === id)).toBe(false)
  expect((await waitingFor(auditor)).some((one) => one.item.id === id)).toBe(false)
})

test('"nobody" lists cases without a person in charge, under the same condition as everything else', async () => {
  const id = await register(here, '110000', 2)
  expect((await list(here, organisation, { ownerId: nobody, isOpen: true, limit: 200 }, at)).items.some((item) => item.id === id)).toBe(
    true,
  )
  expect((await list(elsewhere, organisation, { ownerId: nobody, limit: 200 }, at)).items.some((item) => item.id === id)).toBe(false)
})

test('load and unassigned count nothing outside one’s own jurisdiction', async () => {
  expect(await loadOf(elsewhere, [here.personId], '2026-12-31')).toEqual([])
  expect(await unassigned(elsewhere)).toMatchObject({ count: 0 })
  expect(await arrivals(here, 'filing', ['2026-11-20', '2026-11-21'])).toHaveLength(2)
})

test('a view of one’s own is seen by its owner only, a shared one by the office, and forgotten by its owner only', async () => {
  const own = await saveView(here, { kind: 'filing', name: 'mine', query: 'tab=mine', isShared: false }, at)
  const shared = await saveView(here, { kind: 'filing', name: 'ours', query: 'tab=team', isShared: true }, at)
  expect((await viewsOf(here, 'filing')).map((view) => view.name).toSorted()).toEqual(['mine', 'ours'])
  expect((await viewsOf(beside, 'filing')).map((view) => [view.name, view.isMine])).toEqual([['ours', false]])
  expect(await viewsOf(elsewhere, 'filing')).toEqual([])
  expect(await forgetView(beside, shared!.id)).toBe(false)
  expect(await forgetView(here, own!.id)).toBe(true)
  expect((await viewsOf(here, 'filing')).map((view) => view.name)).toEqual(['ours'])
})
