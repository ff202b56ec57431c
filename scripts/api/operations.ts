// Every operation of the published description: who is turned away how, what a change must carry, and what happens to input that nobody means well by.
import { checkUpload } from './attachments.ts'
import { type Actor, type Answer, type Case, call, changing, type Drill, inParallel, newKey, note } from './client.ts'
import { drawing, naughty, sample, spoiled } from './sample.ts'

export type Operation = {
  id: string
  method: string
  path: string
  kind: string | null
  roles: string[] | null
  from: string[]
  body: any
  isOpen: boolean
  parameters: any[]
  responses: Record<string, unknown>
  types: string[]
}

/** The operations of the document, and whether it is one. */
export const readDescription = async (): Promise<Operation[]> => {
  const document = await call('/api/v1/openapi.json')
  note('openapi.json is OpenAPI 3.1', document.status === 200 && String(document.json?.openapi).startsWith('3.1'))
  const operations: Operation[] = []
  for (const [path, item] of Object.entries((document.json?.paths ?? {}) as Record<string, Record<string, any>>)) {
    for (const [method, one] of Object.entries(item)) {
      operations.push({
        id: one.operationId,
        method: method.toUpperCase(),
        path,
        kind: one.tags?.[0] ?? null,
        roles: one['x-roles'] ?? null,
        from: one['x-from'] ?? [],
        body: one.requestBody?.content?.['application/json']?.schema ?? null,
        isOpen: (one.security ?? []).some((scheme: object) => Object.keys(scheme).length === 0),
        parameters: one.parameters ?? [],
        responses: one.responses ?? {},
        types: Object.keys(one.responses?.[200]?.content ?? {}),
      })
    }
  }
  note(
    'operationIds are all different and none is missing',
    new Set(operations.map((one) => one.id)).size === operations.length && operations.every((one) => typeof one.id === 'string'),
  )
  note('the description has a few dozen operations at least', operations.length > 60, String(operations.length))
  return operations
}

/** Who the check acts as, and what it knows of the drill. */
export type Cast = {
  drill: Drill
  by: (key: string) => Actor
  holding: (roles: readonly string[], near: Case | null) => Actor | null
  lacking: (roles: readonly string[]) => Actor
  known: Record<string, unknown>
}
export const castOf = (drill: Drill): Cast => {
  const by = (key: string): Actor => {
    const found = drill.actors.find((one) => one.key === key)
    if (!found) throw new Error(`the drill has no actor ${key}`)
    return found
  }
  const reaches = (actor: Actor, near: Case | null) =>
    !near ||
    (actor.authority !== null
      ? (near.region === null || actor.region === '000000' || actor.region === near.region) &&
        (near.sector === null || actor.sectors.includes('*') || actor.sectors.includes(near.sector))
      : actor.organisationId === null || actor.organisationId === near.organisationId || near.kind === 'obligation')
  const filing = drill.cases.find((one) => one.kind === 'filing' && one.status === 'filed')
  return {
    drill,
    by,
    holding: (roles, near) =>
      drill.actors.find((one) => roles.includes(one.role) && reaches(one, near) && !one.key.startsWith('own-')) ?? null,
    lacking: (roles) =>
      ['platform_operator.1', 'auditor.2', 'tester.1'].map(by).find((one) => !roles.includes(one.role)) ?? by('auditor.1'),
    known: {
      organisationId: filing?.organisationId,
      filingId: filing?.id,
      agentId: drill.cases.find((one) => one.kind === 'agent')?.id,
      region: '110000',
      sector: 'health',
      scenario: 26,
      scenarios: [26],
      set: 'limits',
      ownerId: drill.actors[1]?.personId,
    },
  }
}

const address = (operation: Operation, id: string) =>
  operation.path
    .replace('{id}', id)
    .replace('{set}', 'limits')
    .replace('{entry}', '0')
    .replace('{path}', '0/000')
    .replace(/\{\w+\}/g, id)
const caseFor = (cast: Cast, operation: Operation): Case | null => {
  const all = cast.drill.cases.filter((one) => one.kind === operation.kind && one.status !== 'draft')
  return all.find((one) => operation.from.includes(one.status)) ?? all[0] ?? null
}

const described = (operation: Operation, answer: Answer) =>
  note(
    'every status that an operation answers with is in its description',
    String(answer.status) in operation.responses || [401, 403, 404, 413, 429].includes(answer.status),
    () => `${operation.id} ${answer.status} ${answer.text.slice(0, 120)}`,
  )

/** What holds for every change: one line of result each operation. */
const checkChange = async (cast: Cast, operation: Operation) => {
  const name = (what: string) => `${operation.id}: ${what}`
  const near = operation.path.includes('{id}') ? caseFor(cast, operation) : null
  if (operation.path.includes('{id}') && !near) return
  const path = address(operation, near?.id ?? '')
  const body = sample(operation.body ?? {}, cast.known)
  const shown = near
    ? await call(`/api/v1/${operation.path.split('/')[3]}/${near.id}`, { token: cast.by('national.reviewer').token })
    : null
  const version = near ? (shown?.json?.version ?? near.version) : null
  const expectOne = async (what: string, wanted: readonly number[], more: Parameters<typeof call>[1]) => {
    const answer = await call(path, { method: operation.method, ...more })
    described(operation, answer)
    note(name(what), wanted.includes(answer.status), () => `${answer.status} ${answer.text.slice(0, 200)}`)
    return answer
  }
  const right = cast.holding(operation.roles ?? [], near) ?? cast.by('national.reviewer')
  const wrong = cast.lacking(operation.roles ?? [])
  await expectOne('nobody signed in is 401', [401, 404], { body, headers: changing(version) })
  const refused = await expectOne('a role without the move is 403 or 404', [403, 404, 422, 409, 412], {
    token: wrong.token,
    body,
    headers: changing(version),
  })
  note('a role without the move is never granted it', refused.status >= 400, () => `${operation.id} as ${wrong.key}: ${refused.status}`)
  // A body that the sampler guessed wrong is turned away before the right is asked for; then only the refusal itself is looked at.
  if (![422].includes(refused.status))
    note(
      name('without the move it is a question of right, not of state'),
      [403, 404].includes(refused.status),
      () => `${refused.status} ${refused.text.slice(0, 160)}`,
    )
  await expectOne('without Idempotency-Key it is 400', [400], {
    token: right.token,
    body,
    headers: version === null ? {} : { 'if-match': `"${version}"` },
  })
  if (version !== null) {
    await expectOne('without If-Match it is 428', [428], { token: right.token, body, headers: { 'idempotency-key': newKey() } })
    const stale = await expectOne('a stale If-Match is 412', [412, 422], { token: right.token, body, headers: changing(version + 999) })
    if (stale.status === 412)
      note(
        '412 says which version is the present one',
        typeof stale.json?.version === 'number',
        () => `${operation.id} ${stale.text.slice(0, 160)}`,
      )
    for (const odd of ['*', 'nonsense', '""', '"-1"', '"1e3"'])
      await expectOne('an If-Match that is none is 400', [400], {
        token: right.token,
        body,
        headers: { 'idempotency-key': newKey(), 'if-match': odd },
      })
  }
  await expectOne('a body of another type is 415', [415], {
    token: right.token,
    raw: JSON.stringify(body),
    headers: { ...changing(version), 'content-type': 'text/plain' },
  })
  await expectOne('what is not JSON is 400', [400], {
    token: right.token,
    raw: '{"a":',
    headers: { ...changing(version), 'content-type': 'application/json' },
  })
  await expectOne('a field that nobody knows is 422', [422], {
    token: right.token,
    body: { ...(body && typeof body === 'object' ? body : {}), fieldThatNobodyKnows: 1 },
    headers: changing(version),
  })
  for (const [what, raw] of [
    ['__proto__', '{"__proto__":{"isAdmin":true}}'],
    ['constructor', '{"constructor":{"prototype":{}}}'],
    ['a bottomless nest', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ] as const) {
    await expectOne(`${what} is refused`, [400, 413, 422], {
      token: right.token,
      raw,
      headers: { ...changing(version), 'content-type': 'application/json' },
    })
  }
  for (const method of ['DELETE', 'PATCH', 'PUT']) {
    const odd = await call(path, { method, token: right.token, body, headers: changing(version) })
    note('a method that is not described is 405', [404, 405].includes(odd.status), () => `${method} ${path} → ${odd.status}`)
  }
}

const checkQuestion = async (cast: Cast, operation: Operation) => {
  const name = (what: string) => `${operation.id}: ${what}`
  if (operation.method === 'PUT') return checkUpload(cast, operation)
  const near = operation.path.includes('{id}') ? caseFor(cast, operation) : null
  const path = address(operation, near?.id ?? 'none')
  const reader = cast.by('national.reviewer')
  if (operation.method === 'GET') {
    const required = operation.parameters.filter((one) => one.in === 'query' && one.required)
    const query = required.length
      ? `?${required.map((one) => `${one.name}=${encodeURIComponent(one.name === 'startAt' ? '2026-11-02T09:00:00+08:00' : sample(one.schema ?? {}, cast.known))}`).join('&')}`
      : ''
    const anonymous = await call(path + query)
    described(operation, anonymous)
    note(
      name(operation.isOpen ? 'anybody may ask' : 'nobody signed in is 401'),
      (operation.isOpen ? [200, 404] : [401, 404]).includes(anonymous.status),
      () => `${anonymous.status} ${anonymous.text.slice(0, 160)}`,
    )
    const known = await call(path + query, { token: reader.token })
    described(operation, known)
    note(
      name('an officer gets an answer'),
      [200, 403, 404, 422].includes(known.status),
      () => `${known.status} ${known.text.slice(0, 160)}`,
    )
    const bad = await call(path + query, { token: 'zh_not-a-token' })
    note(
      'a token that is not good is 401 everywhere, never the public',
      bad.status === 401 || !path.startsWith('/api/v1/'),
      () => `${path} → ${bad.status}`,
    )
    if (path.startsWith('/api/v1/')) {
      const odd = await call(`${path}${query}${query ? '&' : '?'}parameterThatNobodyKnows=1`, { token: reader.token })
      note(
        name('a parameter that nobody knows is 422'),
        [422, 404, 401].includes(odd.status),
        () => `${odd.status} ${odd.text.slice(0, 160)}`,
      )
    }
    const head = await call(path + query, { method: 'HEAD', token: reader.token })
    note(
      'HEAD answers as GET does, without a body',
      head.status === known.status && head.text === '',
      () => `${path} ${known.status} ${head.status}`,
    )
    return
  }
  if (operation.method === 'DELETE') {
    const anonymous = await call(path, { method: 'DELETE' })
    note(name('nobody signed in is 401'), [401, 404].includes(anonymous.status), String(anonymous.status))
    return
  }
  const body = sample(operation.body ?? {}, cast.known)
  const more = { method: operation.method, token: operation.isOpen ? null : reader.token }
  const malformed = await call(path, { ...more, raw: '{', headers: { 'content-type': 'application/json' } })
  note(name('what is not JSON is 400'), malformed.status === 400, () => `${malformed.status} ${malformed.text.slice(0, 120)}`)
  const typed = await call(path, { ...more, raw: JSON.stringify(body), headers: { 'content-type': 'text/plain' } })
  note(name('a body of another type is 415'), typed.status === 415, String(typed.status))
  const strange = await call(path, { ...more, body: { ...body, fieldThatNobodyKnows: 1 } })
  note(name('a field that nobody knows is 422'), strange.status === 422, () => `${strange.status} ${strange.text.slice(0, 120)}`)
  const large = await call(path, {
    ...more,
    raw: JSON.stringify({ a: 'x'.repeat(1_200_000) }),
    headers: { 'content-type': 'application/json' },
  })
  note('a body above one mebibyte is 413', large.status === 413, () => `${operation.id} ${large.status}`)
}

/** The whole description, each operation once. */
export const checkOperations = async (cast: Cast, operations: readonly Operation[]) =>
  inParallel(operations, 4, async (operation) =>
    operation.roles && operation.method === 'POST' ? checkChange(cast, operation) : checkQuestion(cast, operation),
  )

/** So many hostile bodies, queries, paths and headers; the client itself notes every 5xx and every stack. */
export const checkHostile = async (cast: Cast, operations: readonly Operation[], times: number, seed: number) => {
  const draw = drawing(seed)
  const changes = operations.filter((one) => one.body)
  const lists = operations.filter((one) => one.method === 'GET' && one.id?.startsWith('list'))
  const jobs: (() => Promise<unknown>)[] = []
  const people = cast.drill.actors.filter((one) => !/^(security|audit)_admin|^hearing_chair|^reconsideration/.test(one.key))
  for (let n = 0; n < times; n += 1) {
    const evil = String(naughty[draw(naughty.length)])
    const someone = people[draw(people.length)]
    if (n % 3 !== 2) {
      const operation = changes[draw(changes.length)]
      if (!operation) continue
      const near = operation.path.includes('{id}') ? caseFor(cast, operation) : null
      const actor = draw(3) === 0 ? someone : (cast.holding(operation.roles ?? [], near) ?? someone)
      const body = spoiled(sample(operation.body, cast.known), draw)
      const path = address(operation, near?.id ?? 'none')
      // The version asked for is the true one now and then, so that the rules behind the gate meet it too.
      const isTrue = draw(2) === 0
      jobs.push(async () => {
        const version =
          near && isTrue
            ? Number(
                /"(\d+)"/.exec(
                  (await call(`/api/v1/${operation.path.split('/')[3]}/${near.id}`, { token: actor?.token ?? null })).headers.get('etag') ??
                    '"1"',
                )?.[1],
              )
            : near
              ? 999_999
              : null
        await call(path, { method: operation.method, token: actor?.token ?? null, body, headers: changing(version) })
      })
    } else {
      const operation = lists[draw(lists.length)]
      if (!operation) continue
      const parameter = [
        'q',
        'status',
        'sector',
        'region',
        'cursor',
        'sort',
        'limit',
        'dueFrom',
        'tie',
        'organisationId',
        'isOpen',
        'scope',
        'lane',
      ][draw(13)]
      const choices = [
        () =>
          call(
            `${operation.path.replace('{set}', 'limits')}?${parameter}=${encodeURIComponent(evil.isWellFormed() ? evil : evil.toWellFormed())}`,
            { token: someone?.token ?? null },
          ),
        () =>
          call(`${operation.path}/${encodeURIComponent(evil.isWellFormed() ? evil.slice(0, 900) : '%ED')}`, {
            token: someone?.token ?? null,
          }),
        () => call(`${operation.path}/%ED%A0%80/history`, { token: someone?.token ?? null }),
        () => call(`${operation.path}?${parameter}=%ff%fe%00`, { token: someone?.token ?? null }),
        () =>
          call(operation.path, {
            token: someone?.token ?? null,
            headers: { accept: '*/*;q=nonsense, text/csv', 'accept-language': '\\..,;q=' },
          }),
        () =>
          call(operation.path, {
            headers: { authorization: ['Bearer', 'Bearer  ', 'Basic YTpi', 'Bearer a b', `Bearer ${'x'.repeat(4000)}`][draw(5)] ?? '' },
          }),
        () =>
          call(operation.path, {
            headers: { cookie: `zhiheng.session=${encodeURIComponent(evil.isWellFormed() ? evil.slice(0, 300) : 'x')}` },
          }),
      ]
      jobs.push(choices[draw(choices.length)] ?? choices[0]!)
    }
  }
  await inParallel(jobs, 6, async (job) => {
    await job()
  })
}
