// Signing in, losing access, deciding at once and deciding alone: what the API check tries as people, not as operations.
import { createHmac } from 'node:crypto'
import { type Actor, type Answer, call, changing, inParallel, newKey, note } from './client.ts'
import type { Cast } from './operations.ts'

/** The code of RFC 6238 for a base32 secret. */
export const codeOf = (secret: string, at: number): string => {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const start = (mac[19] ?? 0) & 15
  return String((mac.readUInt32BE(start) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const cookiesOf = (answer: Answer): string[] =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .filter((one) => !one.endsWith('='))
const isSession = (cookie: string) => /zhiheng\.session=/.test(cookie)

/** Signs in as next-auth wants it. Returns the session's cookie, or null, with the answer. */
export const signIn = async (
  login: string,
  password: string,
  totp: string,
  isWithToken = true,
): Promise<{ cookie: string | null; answer: Answer }> => {
  const csrf = await call('/api/auth/csrf')
  const jar = cookiesOf(csrf)
  const form = new URLSearchParams({
    ...(isWithToken ? { csrfToken: csrf.json?.csrfToken ?? '' } : {}),
    login,
    password,
    totp,
    json: 'true',
  })
  const answer = await call('/api/auth/callback/credentials', {
    method: 'POST',
    raw: form.toString(),
    cookie: jar.join('; '),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return { cookie: cookiesOf(answer).find(isSession) ?? null, answer }
}

export const checkSignIn = async (cast: Cast) => {
  const actor = cast.by('intake.2')
  const now = Date.now()
  const good = await signIn(actor.login, actor.password, codeOf(actor.totpSecret, now))
  note(
    'signing in with password and code gives a session',
    good.cookie !== null,
    () => `${good.answer.status} ${good.answer.text.slice(0, 160)}`,
  )
  const attributes = good.answer.headers.getSetCookie().find(isSession) ?? ''
  note(
    'the session cookie is HttpOnly and SameSite',
    /httponly/i.test(attributes) && /samesite=(lax|strict)/i.test(attributes),
    attributes.replace(/=[^;]+/, '=…'),
  )
  const session = await call('/api/v1/session', { cookie: good.cookie ?? '' })
  note(
    'the session names the person and the posts',
    session.status === 200 && session.json?.personId === actor.personId && session.json?.by === 'cookie',
    () => `${session.status} ${session.text.slice(0, 160)}`,
  )
  const again = await signIn(actor.login, actor.password, codeOf(actor.totpSecret, now))
  note('a one-time code works once', again.cookie === null)
  const other = cast.by('intake.1')
  const failures = [
    ['another password', await signIn(other.login, `${other.password}x`, codeOf(other.totpSecret, Date.now()))],
    [
      'another code',
      await signIn(other.login, other.password, String((Number(codeOf(other.totpSecret, Date.now())) + 1) % 1_000_000).padStart(6, '0')),
    ],
    ['no code', await signIn(other.login, other.password, '')],
    ['no such account', await signIn('nobody.here', other.password, '123456')],
  ] as const
  for (const [what, { cookie }] of failures) note(`signing in with ${what} gives no session`, cookie === null)
  const shapes = new Set(
    failures.map(
      ([, { answer }]) => `${answer.status} ${answer.text.replace(/csrfToken=\w+/g, '')} ${answer.headers.get('location') ?? ''}`,
    ),
  )
  note('every failed sign-in answers alike', shapes.size === 1, [...shapes].join(' | '))
  const forged = await signIn(other.login, other.password, codeOf(other.totpSecret, Date.now()), false)
  note('without the csrf token nobody signs in', forged.cookie === null)
  const foreign = await call('/api/v1/views', {
    method: 'POST',
    cookie: good.cookie ?? '',
    body: { kind: 'filing', name: 'x', query: '', isShared: false },
    headers: { origin: 'https://elsewhere.example' },
  })
  note('a change that another site sends with the cookie is 403', foreign.status === 403, String(foreign.status))
  const crossed = await call('/api/v1/views', {
    method: 'POST',
    cookie: good.cookie ?? '',
    body: { kind: 'filing', name: 'x', query: '', isShared: false },
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  note('so is one that the browser marks as cross-site', crossed.status === 403, String(crossed.status))
  // Signing out ends the session on the server, not only in the browser.
  const csrf = await call('/api/auth/csrf', { cookie: good.cookie ?? '' })
  const out = await call('/api/auth/signout', {
    method: 'POST',
    cookie: [good.cookie, ...cookiesOf(csrf)].join('; '),
    raw: new URLSearchParams({ csrfToken: csrf.json?.csrfToken ?? '', json: 'true' }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  const after = await call('/api/v1/session', { cookie: good.cookie ?? '' })
  note('after signing out the old cookie is refused', after.status === 401, () => `${out.status}, then ${after.status}`)
}

/** P14: whoever is dismissed loses access with the next request. */
export const checkDismissal = async (cast: Cast) => {
  const leaver = cast.by('reconsideration_officer.2')
  const admin = cast.by('system_admin.1')
  const signed = await signIn(leaver.login, leaver.password, codeOf(leaver.totpSecret, Date.now()))
  const before = [await call('/api/v1/session', { token: leaver.token }), await call('/api/v1/session', { cookie: signed.cookie ?? '' })]
  note(
    'before the dismissal token and cookie are good',
    before.every((one) => one.status === 200),
    () => before.map((one) => one.status).join(),
  )
  const seen = await call(`/api/v1/persons/${leaver.personId}`, { token: admin.token })
  const dismissed = await call(`/api/v1/persons/${leaver.personId}/dismiss`, {
    method: 'POST',
    token: admin.token,
    body: { reason: 'the drill' },
    headers: changing(Number(seen.json?.version)),
  })
  note('an administrator dismisses', dismissed.status === 200, () => `${dismissed.status} ${dismissed.text.slice(0, 160)}`)
  const after = [
    await call('/api/v1/session', { token: leaver.token }),
    await call('/api/v1/session', { cookie: signed.cookie ?? '' }),
    await call('/api/v1/filings?limit=1', { token: leaver.token }),
  ]
  note(
    'the very next request of the dismissed is refused, by token and by cookie',
    after.every((one) => one.status === 401),
    () => after.map((one) => one.status).join(),
  )
  const anew = await signIn(leaver.login, leaver.password, codeOf(leaver.totpSecret, Date.now() + 30_000))
  const session = anew.cookie ? await call('/api/v1/session', { cookie: anew.cookie }) : null
  note('the dismissed sign in to nothing', session === null || session.status === 401, () => String(session?.status))
}

export const checkRate = async (cast: Cast) => {
  const { token } = cast.by('hearing_chair.2')
  let refused: Answer | null = null
  for (let n = 0; n < 60 && !refused; n += 1) {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        call('/api/v1/session/step-up', { method: 'POST', token, body: { totp: '000000' }, isPatient: false }),
      ),
    )
    refused = answers.find((one) => one.status === 429) ?? null
  }
  note(
    'who asks too much is told 429 with Retry-After and RateLimit',
    refused !== null && /^\d+$/.test(refused.headers.get('retry-after') ?? '') && refused.headers.has('ratelimit'),
    () => `${refused?.status ?? 'never refused'}`,
  )
  const other = await call('/api/v1/session', { token: cast.by('hearing_chair.1').token, isPatient: false })
  note('and nobody else is kept waiting for it', other.status === 200, String(other.status))
}

type Shown = { id: string; version: number; state: any; moves: string[] }
const shownTo = async (actor: Actor, kind: string, id: string): Promise<Shown | null> =>
  (await call(`/api/v1/${kind}/${id}`, { token: actor.token })).json

/** Filings of the first side that wait for a decision which `approver` could take. */
const decidable = async (cast: Cast, approver: Actor): Promise<Shown[]> => {
  const found: Shown[] = []
  for (const one of cast.drill.cases.filter(
    (each) => each.kind === 'filing' && each.region === approver.region && ['sector_concurrence', 'under_review'].includes(each.status),
  )) {
    const shown = await shownTo(approver, 'filings', one.id)
    if (shown?.moves?.includes('decide')) found.push(shown)
  }
  return found
}

const remedy = { zh: 'by reconsideration', en: 'by reconsideration' }
const decisionOn = (shown: Shown) => ({
  outcome: shown.state.recommendation.outcome,
  conditions: shown.state.recommendation.conditions ?? [],
  reasons: shown.state.recommendation.reasons,
  remedies: { reconsideration: remedy, suit: remedy },
})

/** P3 and P4: of twenty decisions at once one is taken; nobody decides alone, from elsewhere, or on the own company. */
export const checkDecisions = async (cast: Cast) => {
  const [first, second] = [cast.by('approver.1'), cast.by('second.approver.1')]
  const open = await decidable(cast, first)
  const ready = open.filter((one) => one.state.recommendation && one.state.concurrence)
  const unready = open.filter((one) => !one.state.recommendation)
  if (!note('the drill has a filing that is ready to be decided', ready.length > 0)) return
  const [target] = ready as [Shown]
  const body = decisionOn(target)
  const path = `/api/v1/filings/${target.id}/decide`

  for (const [who, wanted] of [
    ['approver.2', [404]],
    ['reviewer.1', [403]],
    ['auditor.1', [403]],
    ['representative.1', [403, 404]],
    ['representative.2', [404]],
    ['system_admin.1', [403, 404]],
    ['platform_operator.1', [403, 404]],
    ['tester.1', [403, 404]],
    ['sector_approver.1', [403]],
  ] as const) {
    const tried = await call(path, { method: 'POST', token: cast.by(who).token, body, headers: changing(target.version) })
    note(
      `${who} cannot decide a filing of the first side`,
      (wanted as readonly number[]).includes(tried.status),
      () => `${tried.status} ${tried.text.slice(0, 160)}`,
    )
  }
  const attempts = Array.from({ length: 20 }, (_, i) => ({ actor: i % 2 ? first : second, key: newKey() }))
  const answers = await Promise.all(
    attempts.map(({ actor, key }) => call(path, { method: 'POST', token: actor.token, body, headers: changing(target.version, key) })),
  )
  const won = answers.filter((one) => one.status === 200)
  note('of twenty simultaneous decisions by two persons exactly one is taken', won.length === 1, () =>
    answers.map((one) => one.status).join(),
  )
  note(
    'the others hear that they were late',
    answers.every((one) => [200, 409, 412].includes(one.status)),
    () => answers.map((one) => one.status).join(),
  )
  const history = await call(`/api/v1/filings/${target.id}/history`, { token: first.token })
  note('the record holds one decision', history.json?.items?.filter((one: any) => one.type === 'decided').length === 1)
  const place = answers.findIndex((one) => one.status === 200)
  const winner = attempts[place]
  if (winner) {
    const again = await call(path, { method: 'POST', token: winner.actor.token, body, headers: changing(target.version, winner.key) })
    note(
      'the same key and body get the same answer',
      again.status === 200 && again.text === answers[place]?.text && again.headers.get('etag') === answers[place]?.headers.get('etag'),
      () => `${again.status} ${again.text.slice(0, 120)} / ${answers[place]?.text.slice(0, 120)}`,
    )
    const other = await call(path, {
      method: 'POST',
      token: winner.actor.token,
      body: { ...body, remedies: null },
      headers: changing(target.version, winner.key),
    })
    note('the same key with another body is 422', other.status === 422, () => `${other.status} ${other.text.slice(0, 120)}`)
  }
  const twin = await Promise.all(
    Array.from({ length: 8 }, () => 0).map(() =>
      call('/api/v1/filings', {
        method: 'POST',
        token: cast.by('filer.1').token,
        body: {
          organisationId: cast.by('filer.1').organisationId,
          agentName: { zh: 'twin', en: 'twin' },
          sector: 'health',
          scenarios: [26],
        },
        headers: changing(null, 'one-double-click'),
      }),
    ),
  )
  note(
    'eight copies of one click make one case',
    new Set(twin.map((one) => one.json?.id)).size === 1 && twin.every((one) => one.status === 201),
    () => twin.map((one) => `${one.status} ${one.json?.id}`).join(),
  )

  // One natural person, two accounts: what the first prepared the second must not sign.
  const [one, two] = [cast.by('two-accounts.1'), cast.by('two-accounts.2')]
  const [draft] = unready
  if (note('the drill has a filing that was sent back to its reviewer', draft !== undefined) && draft) {
    const reasons = [{ rule: 'r', evidence: 'e', finding: 'f' }]
    const recommended = await call(`/api/v1/filings/${draft.id}/recommend`, {
      method: 'POST',
      token: one.token,
      body: { outcome: 'file', conditions: [], reasons },
      headers: changing(draft.version),
    })
    if (
      note(
        'a person of two roles recommends as reviewer',
        recommended.status === 200,
        () => `${recommended.status} ${recommended.text.slice(0, 200)}`,
      )
    ) {
      const version = Number(recommended.json?.version)
      const alone = await call(`/api/v1/filings/${draft.id}/decide`, {
        method: 'POST',
        token: two.token,
        body: { outcome: 'file', conditions: [], reasons },
        headers: changing(version),
      })
      note(
        'and is refused as approver, by whatever account',
        alone.status === 403 && alone.json?.code === 'case.dutyExcluded',
        () => `${alone.status} ${alone.text.slice(0, 160)}`,
      )
      await inParallel(Array.from({ length: 10 }), 10, async () => {
        const tried = await call(`/api/v1/filings/${draft.id}/decide`, {
          method: 'POST',
          token: two.token,
          body: { outcome: 'file', conditions: [], reasons },
          headers: changing(version),
        })
        note('and is refused as approver, by whatever account', tried.status === 403)
      })
    }
  }
  const own = cast.by('own-company.1')
  const company = cast.by('filer.1').organisationId
  const mine = cast.drill.cases.find((each) => each.kind === 'filing' && each.organisationId === company && each.status === 'under_review')
  if (mine) {
    const shown = await shownTo(own, 'filings', mine.id)
    const tried = await call(`/api/v1/filings/${mine.id}/recommend`, {
      method: 'POST',
      token: own.token,
      body: { outcome: 'refuse', conditions: [], reasons: [{ rule: 'r', evidence: 'e', finding: 'f' }] },
      headers: changing(shown?.version ?? mine.version),
    })
    note('nobody is officer in a case of the own company', tried.status === 403, () => `${tried.status} ${tried.text.slice(0, 160)}`)
  }
}
