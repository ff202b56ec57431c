// The store's promises, on each database: together or not at all, retried once, stale refused, rebuilt equal, nothing silent.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, type Post, systemActor } from '#domain/case'
import { kinds } from '#domain/kinds'
import { rootOfFrontier } from '#domain/log/frontier'
import { inclusionProof, leafHash, verifyInclusion } from '#domain/log/tree'
import { makeCreditCode } from '#domain/organisation/credit-code'
import { newId } from './chance.ts'
import { close, migrate, read, sql, write } from './client.ts'
import { dialect } from './columns.ts'
import { frontierNow, nodesAt } from './log.ts'
import { one } from './reads/case.ts'
import { history } from './reads/history.ts'
import { all, list } from './reads/list.ts'
import { rebuild, verify } from './rebuild.ts'
import { cases, counts, events, readings } from './schema.ts'
import { change } from './store.ts'

const organisation = kinds.get('organisation')!
const at = '2026-11-20T02:00:00.000Z'
const post = (role: Post['role'], rest: Partial<Post> = {}): Post => ({
  role,
  authorityId: 'cac-beijing',
  sectors: ['*'],
  region: '110000',
  organisationId: null,
  ...rest,
})
const person = (personId: string, ...posts: Post[]): Actor => ({ personId, name: { zh: personId, en: personId }, posts })
const intake = person('li', post('intake'))
const elsewhere = person('wu', post('intake', { region: '310000', authorityId: 'cac-shanghai' }))
const national = person('ma', post('intake', { region: '000000', authorityId: 'cac' }))

let n = 0
const code = () => makeCreditCode(`91110000MA${String(n++).padStart(6, '0')}`)
const body = (creditCode: string, zh = '栎川智医科技有限公司', region = '110000') => ({
  type: 'create',
  kind: 'company',
  names: { zh, en: 'Lichuan Medical AI' },
  creditCode,
  region,
  address: 'a',
  representative: { name: 'x', idKind: 'resident', idNumberHash: null },
})
const parsed = (command: ReturnType<typeof body>) => {
  const { type, ...rest } = command
  const given = organisation.commands.create!.safeParse({ ...rest, representative: null })
  if (!given.success) throw given.error
  return { type, ...(given.data as object) }
}
const open = (actor = intake, zh?: string, region?: string, key?: string, fingerprint?: string) =>
  change({
    kind: organisation,
    id: null,
    seen: null,
    command: parsed(body(code(), zh, region)),
    actor,
    at,
    ...(key ? { key, fingerprint: fingerprint ?? 'f' } : {}),
  })
const amendment = (rest: Record<string, unknown>) => ({ type: 'amend', ...rest })
const ok = (answer: Awaited<ReturnType<typeof change>>) => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer
}
const eventsNow = async () =>
  (await read().rows<{ n: number | string }>(sql`select count(*) as n from events`)).map((row) => Number(row.n))[0] ?? 0

beforeAll(async () => {
  await migrate()
})
afterAll(async () => {
  await close()
})

describe(`the store on ${dialect}`, () => {
  test('a granted command writes event, leaf, row and count together', async () => {
    const before = await eventsNow()
    const made = ok(await open())
    expect(await eventsNow()).toBe(before + 1)
    expect(made.positions).toEqual([before])
    const row = await one(intake, organisation, made.id, at)
    expect(row).toMatchObject({ version: 1, status: 'registered', titleZh: '栎川智医科技有限公司' })
    expect((await frontierNow(read())).size).toBe(before + 1)
  })

  test('a refused command leaves nothing but the record of a denial', async () => {
    const before = await eventsNow()
    const refusal = await open(person('nobody', post('reviewer')))
    expect(refusal).toMatchObject({ ok: false, refusal: { code: 'case.notYours' } })
    expect(await eventsNow()).toBe(before)
    const denied = await read().select().from(readings)
    expect(denied.filter((one) => one.personId === 'nobody' && one.what === 'refused')).toHaveLength(1)
  })

  test('the same key and body get the same answer, another body is refused', async () => {
    const creditCode = code()
    const ask = (fingerprint: string) =>
      change({ kind: organisation, id: null, seen: null, command: parsed(body(creditCode)), actor: intake, at, key: 'k1', fingerprint })
    const first = ok(await ask('a'))
    const before = await eventsNow()
    expect(await ask('a')).toMatchObject({ ok: true, id: first.id, version: first.version, again: true })
    expect(await eventsNow()).toBe(before)
    expect(await ask('b')).toMatchObject({ ok: false, refusal: { code: 'command.keyUsed' } })
  })

  test('a double click is one act, also when both arrive at once', async () => {
    const command = parsed(body(code()))
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        change({ kind: organisation, id: null, seen: null, command, actor: intake, at, key: 'twice', fingerprint: 'same' }),
      ),
    )
    expect(new Set(answers.map((answer) => ok(answer).id)).size).toBe(1)
  })

  test('a version that is not the one on the screen is refused, and of twenty at once one wins', async () => {
    const made = ok(await open())
    const amend = (address: string, seen: number) =>
      change({ kind: organisation, id: made.id, seen, command: amendment({ address }), actor: intake, at })
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => amend(`street ${i}`, 1)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'case.stale')).toHaveLength(19)
    expect((await one(intake, organisation, made.id, at))?.version).toBe(2)
  })

  test('positions are dense under concurrency', async () => {
    await Promise.all(Array.from({ length: 60 }, () => open()))
    const rows = await read().select({ position: events.position }).from(events).orderBy(events.position)
    expect(rows.map((row) => row.position)).toEqual(rows.map((_, i) => i))
  })

  test('one failing change does not take its neighbours in the group with it', async () => {
    const results = await Promise.allSettled([
      open(),
      write(async (tx) => {
        await tx.delete(counts)
        throw new Error('a fault of ours')
      }),
      open(),
    ])
    expect(results.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await read().select().from(counts)).length).toBeGreaterThan(0)
  })

  test('events can neither be changed nor removed', async () => {
    await expect(write((tx) => tx.update(events).set({ body: '{}' }))).rejects.toThrow()
    await expect(write((tx) => tx.delete(events))).rejects.toThrow()
  })

  test('reading never writes', async () => {
    await expect(
      (async () => {
        await read().insert(counts).values({
          kind: 'x',
          status: '',
          mark: '',
          lane: '',
          sector: '',
          scenario: '',
          region: '',
          isPublic: false,
          isPrivate: false,
          isOpen: true,
          n: 1,
        })
      })(),
    ).rejects.toThrow()
  })

  test('who is outside the region sees nothing and cannot act, and it is on record', async () => {
    const made = ok(await open())
    expect(await one(elsewhere, organisation, made.id, at)).toBeNull()
    expect(
      await change({ kind: organisation, id: made.id, seen: 1, command: amendment({ address: 'b' }), actor: elsewhere, at }),
    ).toMatchObject({ ok: false, refusal: { code: 'case.absent' } })
    expect((await list(elsewhere, organisation, {}, at)).items.map((item) => item.id)).not.toContain(made.id)
    expect(await one(national, organisation, made.id, at)).not.toBeNull()
    expect((await read().select().from(readings)).filter((row) => row.caseId === made.id && row.personId === 'wu')).toHaveLength(2)
  })

  test('an officer who looks at a case and its history has looked once; who is turned away from the history is on record', async () => {
    const made = ok(await open())
    const contacts = [{ purpose: 'recall', name: 'c', phone: '+861012345678', email: 'c@example.org' }]
    ok(await change({ kind: organisation, id: made.id, seen: 1, command: amendment({ contacts }), actor: intake, at }))
    const looks = async (personId: string) =>
      (await read().select().from(readings)).filter((row) => row.caseId === made.id && row.personId === personId).map((row) => row.what)
    await one(intake, organisation, made.id, at)
    await history(intake, organisation, made.id, at)
    expect(await looks('li')).toEqual(['read'])
    await history(intake, organisation, made.id, '2026-11-20T02:00:01.000Z')
    expect(await looks('li')).toEqual(['read', 'read'])
    expect(await history(elsewhere, organisation, made.id, at)).toBeNull()
    expect(await looks('wu')).toEqual(['refused'])
  })

  test('total, facets and pages agree with the rows for every scope and filter', async () => {
    for (const region of ['310000', '440000', '110000']) for (let i = 0; i < 7; i += 1) await open(national, `榛子${region}公司`, region)
    for (const actor of [intake, elsewhere, national, systemActor]) {
      for (const query of [{}, { region: ['310000'] }, { status: ['registered'], region: ['310000', '440000'] }, { isOpen: true }]) {
        const rows = []
        for await (const item of all(actor, organisation, query, at)) rows.push(item)
        const page = await list(actor, organisation, { ...query, limit: 5 }, at)
        expect(page.total).toBe(rows.length)
        expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
        for (const { value, n: counted } of page.facets.region)
          if (!('region' in query) || query.region?.includes(value))
            expect(rows.filter((row) => row.region === value)).toHaveLength(counted)
      }
    }
  })

  test('a two-character Chinese word, a prefix and a number find the case; what is not there is not found', async () => {
    const creditCode = code()
    const made = ok(
      await change({
        kind: organisation,
        id: null,
        seen: null,
        command: parsed(body(creditCode, '砚桥支付科技有限公司')),
        actor: intake,
        at,
      }),
    )
    for (const q of ['砚桥', '支付科技', 'lichu', 'Lichuan med', creditCode.toLowerCase()])
      expect((await list(intake, organisation, { q }, at)).items.map((item) => item.id)).toContain(made.id)
    for (const q of ['桥砚', '支付栎川', 'lichuanz', '召回'])
      expect((await list(intake, organisation, { q }, at)).items.map((item) => item.id)).not.toContain(made.id)
    expect((await list(intake, organisation, { q: creditCode }, at)).items[0]?.id).toBe(made.id)
    expect((await list(elsewhere, organisation, { q: '砚桥' }, at)).total).toBe(0)
  })

  test('search finds exactly the rows that hold the words', async () => {
    const rows = []
    for await (const item of all(national, organisation, {}, at)) rows.push(item)
    for (const q of ['榛子', '公司', '子3', 'li', '有限']) {
      const found = []
      for (let cursor: string | undefined; ; ) {
        const page = await list(national, organisation, { q, limit: 7, ...(cursor ? { cursor } : {}) }, at)
        found.push(...page.items.map((item) => item.id))
        if (!page.next) break
        cursor = page.next
      }
      const wanted = rows.filter((row) =>
        [row.titleZh, row.titleEn, row.number, row.organisationName].some((text) => text?.toLowerCase().includes(q)),
      )
      if (!/\d/.test(q)) expect(found.toSorted()).toEqual(wanted.map((row) => row.id).toSorted())
    }
  })

  test('a renamed case is found by its new name and no longer by its old one', async () => {
    const made = ok(await open(intake, '青缃教育科技公司'))
    await change({
      kind: organisation,
      id: made.id,
      seen: 1,
      command: amendment({ names: { zh: '枕石能源公司', en: 'Zhenshi' } }),
      actor: intake,
      at,
    })
    expect((await list(intake, organisation, { q: '枕石' }, at)).total).toBe(1)
    expect((await list(intake, organisation, { q: '青缃' }, at)).total).toBe(0)
  })

  test('history tells before and after', async () => {
    const made = ok(await open())
    await change({ kind: organisation, id: made.id, seen: 1, command: amendment({ address: 'new street' }), actor: intake, at })
    const happened = await history(intake, organisation, made.id, at)
    expect(happened?.map((one) => one.type)).toEqual(['registered', 'amended'])
    expect(happened?.[1]?.changes).toContainEqual({ path: 'address', before: 'a', after: 'new street' })
  })

  test('an entry is proven to be in the log by its audit path', async () => {
    const frontier = await frontierNow(read())
    const [row] = await read()
      .select()
      .from(events)
      .where(sql`${events.position} = ${Math.floor(frontier.size / 2)}`)
    const places = Array.from({ length: 20 }, (_, level) =>
      Array.from({ length: 2 ** Math.max(0, Math.ceil(Math.log2(frontier.size)) - level) + 1 }, (_, index) => ({ level, index })),
    ).flat()
    const proof = inclusionProof(
      row!.position,
      frontier.size,
      await nodesAt(
        read(),
        places.filter((one) => one.index < Math.floor(frontier.size / 2 ** one.level)),
      ),
    )
    expect(verifyInclusion(row!.position, frontier.size, leafHash(Buffer.from(row!.entry)), proof, rootOfFrontier(frontier))).toBe(true)
  })

  test('refolding finds no difference, and finds each spoiled row by name', async () => {
    expect((await verify(at)).findings).toEqual([])
    const made = ok(await open())
    await write((tx) => tx.update(cases).set({ status: 'verified' }).where(sql`${cases.id} = ${made.id}`))
    await write((tx) =>
      tx
        .update(counts)
        .set({ n: sql`${counts.n} + 1` })
        .where(sql`${counts.region} = '440000'`),
    )
    await write(async (tx) => {
      await tx.rows(sql`delete from links where id = ${made.id} returning id`)
    })
    const found = (await verify(at)).findings.map((one) => one.table)
    expect(found).toContain('cases')
    expect(found).toContain('counts')
    expect(found).toContain('links')
  })

  test('rebuilding from the events mends every derived table and keeps the root', async () => {
    const root = (await verify(at)).root
    await rebuild(at)
    const report = await verify(at)
    expect(report.findings).toEqual([])
    expect(report.root).toBe(root)
    expect((await list(national, organisation, { q: '砚桥' }, at)).total).toBe(1)
  })

  test('ids of ours are unguessable', () => expect(new Set(Array.from({ length: 100 }, newId)).size).toBe(100))
})
