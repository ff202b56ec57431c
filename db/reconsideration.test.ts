// An outcome reaches its case through the store: one transaction, the register says so at once, the log verifies, and only the outcome is public.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicActor } from '#domain/case'
import type { Filing } from '#domain/filing/filing'
import { kinds } from '#domain/kinds'
import type { Reconsideration } from '#domain/reconsideration/state'
import { close, migrate, read } from './client.ts'
import { dialect } from './columns.ts'
import { one } from './reads/case.ts'
import { waitingFor } from './reads/home.ts'
import { list } from './reads/list.ts'
import { outcomesAbout } from './reads/reconsideration.ts'
import { publicCase } from './reads/register.ts'
import { verify } from './rebuild.ts'
import { caseRow } from './rows.ts'
import cast from './seed/cast.ts'
import { ask, must, stateOf } from './seed/door.ts'
import { both, filingLife, type Stage, who } from './seed/lives.ts'
import { enterCast, enterRules } from './seed/people.ts'
import { type ReconsiderationPlan, reconsiderationLife } from './seed/reconsiderations.ts'
import { moment, run } from './seed/schedule.ts'

const now = '2026-11-20T00:00:00.000Z'
const when = moment('2026-11-20')
let stage: Stage
const acts = new Map<string, string>()
const about = async (id: string): Promise<Reconsideration[]> => {
  const kind = kinds.get('reconsideration')!
  const page = await list(who(stage, 'xu.yuan'), kind, { link: { name: 'challenged', to: id }, limit: 10 }, now)
  return Promise.all(page.items.map((item) => stateOf<Reconsideration>('reconsideration', item.id)))
}

beforeAll(async () => {
  // A folder of its own: the cast of a whole office would stand in the way of everybody else's counts.
  if (dialect === 'sqlite') process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'zhiheng-reconsideration-'))
  await migrate()
  if (dialect !== 'sqlite') return
  await enterRules(when(-200, '08:00'))
  stage = { ...(await enterCast(cast, when(-199, '08:00'), when(-199).slice(0, 10))), when, today: '2026-11-20', agents: new Map() }
  const plan = (name: string, template: ReconsiderationPlan['template'], more: Partial<ReconsiderationPlan>): ReconsiderationPlan => ({
    ...{ agent: 'guanjia', kind: 'filing', challenged: () => acts.get(name) ?? null, template, from: -40, until: 'decided' },
    ...more,
  })
  const filing = (name: string, until: 'filed' | 'refused', conditions: { zh: string; en: string }[] = []) =>
    filingLife(stage, { agent: 'guanjia', from: -80, until, conditions, onOpened: (id) => acts.set(name, id) })
  await run(
    [
      filing('conditional', 'filed', [both.nightStaff]),
      filing('refused', 'refused'),
      filing('waiting', 'refused'),
      reconsiderationLife(stage, plan('conditional', 'decision', { outcome: 'revoked' })),
      reconsiderationLife(stage, plan('refused', 'refusal', { outcome: 'upheld' })),
      reconsiderationLife(stage, plan('waiting', 'refusal', { until: 'proposed', outcome: 'revoked' })),
    ],
    now,
  )
})
afterAll(close)

test.skipIf(dialect !== 'sqlite')(
  'a revoked decision withdraws the publication in the same transaction, with a tombstone that stays',
  async () => {
    const id = acts.get('conditional') ?? ''
    const [mine] = await about(id)
    const row = await caseRow(read(), 'filing', id)
    const state = JSON.parse(row?.state ?? '{}') as Filing
    expect(row).toMatchObject({ status: 'under_review', isPublic: true, isOpen: true })
    expect(state).toMatchObject({ tombstone: { what: 'overturned' }, overturned: [{ reconsiderationNumber: mine?.number }] })
    expect(state.overturned[0]?.on).toBe(mine?.published?.decidedOn)
    const shown = await publicCase<Filing>(publicActor, 'filing', id)
    expect(shown?.state).toMatchObject({ tombstone: { what: 'overturned' } })
    expect(shown?.state).not.toHaveProperty('overturned')
    const letters = await list(who(stage, 'sa.fei'), kinds.get('letter')!, { link: { name: 'about', to: id }, limit: 50 }, now)
    const templates = await Promise.all(letters.items.map(async (item) => (await stateOf('letter', item.id)).template))
    expect(templates).toContain('overturned')
  },
)

test.skipIf(dialect !== 'sqlite')('the public reads the outcome, and nothing before it', async () => {
  const [conditional, waiting] = [acts.get('conditional') ?? '', acts.get('waiting') ?? '']
  expect(await outcomesAbout(publicActor, [conditional, waiting])).toMatchObject([
    { outcome: 'revoked', act: 'conditions', forumId: 'gov-110000', respondentId: 'cac-110000' },
  ])
  const [open] = await about(waiting)
  expect(await one(publicActor, kinds.get('reconsideration')!, open?.id ?? '', now)).toBeNull()
  const [decided] = await about(conditional)
  const shown = await one(publicActor, kinds.get('reconsideration')!, decided?.id ?? '', now)
  expect(Object.keys(shown?.state ?? {})).not.toEqual(expect.arrayContaining(['application']))
  expect(shown?.state).not.toHaveProperty('decision')
})

test.skipIf(dialect !== 'sqlite')(
  'a proposal waits for the second person of the forum, and for nobody of the office that acted',
  async () => {
    const [open] = await about(acts.get('waiting') ?? '')
    const turnsOf = async (key: string) =>
      (await waitingFor(who(stage, key))).filter((each) => each.item.id === open?.id).map((each) => each.turn.command)
    expect(await turnsOf('rong.ya')).toEqual(['decide'])
    expect(await turnsOf('xu.yuan')).toEqual([])
    expect(await turnsOf('zhao.cheng')).toEqual([])
  },
)

test.skipIf(dialect !== 'sqlite')('a decision is taken once and opens its case once, and the log still verifies', async () => {
  const id = acts.get('waiting') ?? ''
  const [open] = await about(id)
  // Told twice, the second signature finds the case decided; the case is opened again once.
  await must(who(stage, 'rong.ya'), 'reconsideration', open?.id ?? '', 'decide', { outcome: 'revoked' }, now)
  const again = await ask(who(stage, 'rong.ya'), 'reconsideration', open?.id ?? '', 'decide', { outcome: 'revoked' }, now)
  expect(again).toMatchObject({ ok: false, refusal: { code: 'case.wrongStatus' } })
  expect((await stateOf<Filing>('filing', id)).overturned).toHaveLength(1)
  expect((await stateOf<Filing>('filing', acts.get('refused') ?? '')).status).toBe('not_filed')
  expect((await verify(now)).findings).toEqual([])
})
