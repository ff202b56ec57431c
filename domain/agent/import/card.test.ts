// Tests of reading descriptions: every known form, every real one of the data folder, and what nobody meant to be read.
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftVersionSchema } from '../version.ts'
import { type Imported, readDescription } from './card.ts'
import { categoriesIn } from './data-category.ts'
import a2a01 from './fixtures/a2a-0.1.json'
import a2a02 from './fixtures/a2a-0.2.json'
import a2a03 from './fixtures/a2a-0.3.json'
import a2a10 from './fixtures/a2a-1.0.json'
import acs02 from './fixtures/acs-02.json'
import bom16 from './fixtures/cyclonedx-1.6.json'
import mcp05 from './fixtures/mcp-2025-05.json'
import mcp07 from './fixtures/mcp-2025-07.json'
import mcp12 from './fixtures/mcp-2025-12-11.json'
import mcpAnswer from './fixtures/mcp-registry-answer.json'

const imported = (document: unknown, filer?: { names: readonly string[] }): Imported => {
  const read = readDescription(typeof document === 'string' ? document : JSON.stringify(document), filer)
  if ('refusal' in read) throw new Error(`refused: ${read.refusal.code}`)
  return read
}
const refusalOf = (text: string): string => {
  const read = readDescription(text)
  return 'refusal' in read ? read.refusal.code : 'imported'
}
const codes = (read: Imported): string[] => read.questions.map((question) => question.code)
const valueAt = (root: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], root)

/** The pointers of everything in the draft that says something. */
const leavesOf = (value: unknown, pointer = ''): string[] => {
  if (value === null || value === '' || value === undefined) return []
  if (typeof value !== 'object') return [pointer]
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, `${pointer}/${key}`))
}

/** What holds of every import: the draft keeps the limits, each of its fields is claimed from a place in the source, nothing is both used and ignored. */
const expectSound = (document: unknown, read: Imported): void => {
  const parsed = draftVersionSchema.safeParse(read.draft)
  expect(parsed.error?.issues ?? []).toEqual([])
  for (const claim of read.claims) {
    expect(valueAt(read.draft, claim.path), claim.path).toEqual(claim.value)
    expect(valueAt(document, claim.from), claim.from).toBeDefined()
    expect(
      read.ignored.some((pointer) => claim.from === pointer || claim.from.startsWith(`${pointer}/`)),
      claim.from,
    ).toBe(false)
  }
  expect(read.claims.map((claim) => claim.path).sort()).toEqual(leavesOf(read.draft).sort())
  for (const pointer of read.ignored) expect(valueAt(document, pointer), pointer).toBeDefined()
  expect(new Set(read.ignored).size).toBe(read.ignored.length)
}

const fixtures = { a2a01, a2a02, a2a03, a2a10, acs02, bom16, mcp05, mcp07, mcp12, mcpAnswer }

describe('known forms', () => {
  for (const [name, document] of Object.entries(fixtures)) {
    test(`the invented ${name} is read soundly`, () => {
      expectSound(document, imported(document))
    })
  }

  test('a 0.1 card gives name, version, purpose, skill and endpoint, and raises what it leaves open', () => {
    const read = imported(a2a01)
    expect(read).toMatchObject({ format: 'a2a_card', protocol: '0.1', provider: null })
    expect(read.draft).toMatchObject({
      names: { zh: '', en: 'Parcel Finder' },
      version: '0.4.1',
      skills: [{ id: 'track', tags: ['parcel'] }],
      capability: { can: ['Looks up one parcel by its number.'], cannot: [] },
      endpoints: [{ url: 'https://parcels.invented.example/a2a', transport: 'jsonrpc', protocolVersion: '0.1', authentication: [] }],
    })
    expect(codes(read)).toEqual(['import.authenticationUndeclared', 'import.providerMissing'])
    expect(read.ignored).toEqual(['/capabilities', '/author', '/pricing'])
  })

  test('a 0.2 card gives each interface once, each mode once, and says that a handle comes twice', () => {
    const read = imported(a2a02)
    expect(read.draft.endpoints?.map((endpoint) => [endpoint.transport, endpoint.authentication])).toEqual([
      ['jsonrpc', ['http']],
      ['grpc', ['http']],
    ])
    expect(read.draft.inputModes).toEqual(['text/plain', 'application/json'])
    expect(read.provider).toEqual({ name: 'Invented Gardens Ltd.', url: 'https://invented.example' })
    expect(codes(read)).toEqual(['import.skillRepeated'])
    expect(read.ignored).toContain('/skills/0/examples')
  })

  test('a 0.3 card: a local address, a number as version, a skill without a handle and an unchecked signature are told', () => {
    const read = imported(a2a03)
    expect(read.draft.version).toBe('3.8')
    expect(read.draft.skills).toMatchObject([{ id: 'Draft an answer', name: 'Draft an answer' }])
    expect(read.draft.endpoints).toMatchObject([{ transport: 'http_json', authentication: ['oauth2', 'api_key'] }])
    expect(codes(read)).toEqual([
      'import.addressNotEncrypted',
      'import.addressNotPublic',
      'import.signatureUnverified',
      'import.providerHostDiffers',
    ])
  })

  test('a 1.0 card is known by its interfaces', () => {
    const read = imported(a2a10)
    expect(read).toMatchObject({ format: 'a2a_card', protocol: '1.0' })
    expect(read.draft.endpoints?.map((endpoint) => [endpoint.transport, endpoint.protocolVersion, endpoint.authentication])).toEqual([
      ['jsonrpc', '1.0', ['openid_connect']],
      ['http_json', '1.0', ['openid_connect']],
    ])
    expect(codes(read)).toEqual([])
  })

  test('a card without a protocol version is read, and asked about', () => {
    const { protocolVersion: _gone, ...card } = a2a02
    expect(codes(imported(card))).toContain('import.protocolVersionMissing')
    expect(codes(imported({ ...card, protocolVersion: '7.0' }))).toContain('import.protocolVersionUnknown')
  })

  test('a seed server.json gives one tool; the names of its secrets are taken, their values never', () => {
    const read = imported(mcp05)
    expect(read).toMatchObject({ format: 'mcp_server', protocol: null, provider: null })
    expect(read.draft).toEqual({
      tools: [
        {
          name: 'io.invented/ledger-reader',
          kind: 'mcp_server',
          description: 'Reads a ledger of invented accounts.',
          permissions: [],
          source: 'npm:@invented/ledger-reader',
          version: '0.0.46',
          hash: null,
          secrets: ['LEDGER_API_KEY'],
        },
      ],
    })
    expect(codes(read)).toEqual(['import.secretInDocument', 'import.secretsNeeded', 'import.permissionsUnknown'])
    expect(JSON.stringify({ ...read, sourceHash: '' })).not.toContain('eyJ')
  })

  test('a server.json of July 2025 gives the hash of its package, and says what it left', () => {
    const read = imported(mcp07)
    expect(read.protocol).toBe('2025-07-09')
    expect(read.draft.tools).toMatchObject([
      { source: 'pypi:stock-taker', version: '1.0.2', hash: mcp07.packages[0]?.file_sha256, secrets: [] },
    ])
    expect(codes(read)).toEqual(['import.severalPackages', 'import.permissionsUnknown'])
    expect(read.ignored).toContain('/remotes')
  })

  test('a server.json of December 2025 may be remote only', () => {
    const read = imported(mcp12)
    expect(read.protocol).toBe('2025-12-11')
    expect(read.draft.tools).toMatchObject([{ source: 'https://post.invented.example/mcp', version: '2.1.0', secrets: ['Authorization'] }])
  })

  test('the answer of a registry is unwrapped', () => {
    const read = imported(mcpAnswer)
    expect(read.draft.tools).toMatchObject([
      { name: 'io.invented/bell', source: 'oci:registry.invented.example/bell:1.0.0', version: '1.0.0' },
    ])
    expect(read.claims.find((claim) => claim.path === '/tools/0/name')?.from).toBe('/server/name')
  })

  test('an ACS description gives the identity code in upper case, the Chinese name, and asks about a strange domain', () => {
    const read = imported(acs02)
    expect(read).toMatchObject({ format: 'acs', protocol: '02.01' })
    expect(read.draft.identityCode).toBe('1.2.156.3088.1.34C2.478BDF.3GF546.1.0SEN')
    expect(read.draft.names?.zh).toBe(acs02.name)
    expect(read.draft.endpoints?.map((endpoint) => endpoint.authentication)).toEqual([['mutual_tls'], ['mutual_tls', 'openid_connect']])
    expect(codes(read)).toEqual(['import.providerHostDiffers', 'import.domainNotRegistered', 'import.identityCodeUnverified'])
    expect(codes(imported({ ...acs02, aic: '10001000011K912345E789ABCDEF2353', active: false }))).toEqual(
      expect.arrayContaining(['import.identityCodeMalformed', 'import.inactive']),
    )
    expect(imported({ ...acs02, aic: '' }).draft.identityCode).toBeUndefined()
  })

  test('an ML-BOM gives models with their providers and weights, data categories, uses and limits, services as tools', () => {
    const read = imported(bom16)
    expect(read).toMatchObject({ format: 'cyclonedx', protocol: '1.6', provider: { name: bom16.metadata.component.supplier.name } })
    expect(read.draft).toMatchObject({
      names: { zh: bom16.metadata.component.name, en: '' },
      version: '2.1.0',
      buildHash: 'ab00000000000000000000000000000000000000000000000000000000000001',
      models: [
        {
          name: 'invented-med-13b 3',
          provider: 'Invented Models Ltd.',
          accessMode: 'open_weights',
          hash: 'cd00000000000000000000000000000000000000000000000000000000000002',
        },
        { name: 'invented-rerank', provider: 'Invented Search Co.', accessMode: 'tuned_model', hash: null },
      ],
      capability: { can: ['Drafts discharge summaries'], cannot: ['Does not read handwriting', 'Gives no dosage'] },
      tools: [{ name: 'record-store', kind: 'api', source: 'https://records.invented.example/api', permissions: [] }],
      dataCategories: ['health', 'personal_information', 'business_confidential', 'public_data', 'location'],
      inputModes: ['text/plain'],
      outputModes: ['application/json'],
    })
    expect(codes(read)).toEqual([
      'import.modelAccessGuessed',
      'import.modelAccessGuessed',
      'import.dataCategoryUnknown',
      'import.risksDeclared',
      'import.permissionsUnknown',
    ])
    expect(read.ignored).toContain('/components/2')
  })

  test('1.5 and 1.7 are read alike, others are asked about, and a bill without a model is refused', () => {
    for (const specVersion of ['1.5', '1.7'])
      expect(codes(imported({ ...bom16, specVersion }))).not.toContain('import.protocolVersionUnknown')
    expect(codes(imported({ ...bom16, specVersion: '1.3' }))).toContain('import.protocolVersionUnknown')
    expect(refusalOf(JSON.stringify({ ...bom16, components: [{ type: 'library', name: 'x' }] }))).toBe('import.modelMissing')
  })

  test('the model may be the product itself: then it is the own model of the filer', () => {
    const product = { ...bom16.components[0], 'bom-ref': 'app' }
    const read = imported({ ...bom16, metadata: { component: product }, components: [] })
    expect(read.draft.models).toMatchObject([{ name: 'invented-med-13b 3', accessMode: 'own_model' }])
    expectSound({ ...bom16, metadata: { component: product }, components: [] }, read)
  })

  test('words of data are read whole, and what is denied is not there', () => {
    expect(categoriesIn('surface maps of minority languages')).toEqual([])
    expect(categoriesIn('non-public')).toEqual([])
    expect(categoriesIn('no personal data; sensor readings')).toEqual(['device_telemetry'])
    expect(categoriesIn('special category data, personal')).toEqual(['sensitive_personal_information'])
  })

  test('a provider that is not the filer raises the question of identity', () => {
    const hub = { names: ['INVENTED gardens, ltd'] }
    expect(codes(imported(a2a02, hub))).not.toContain('import.providerDiffers')
    expect(imported(a2a02, { names: ['Somebody Else'] }).questions).toContainEqual({
      code: 'import.providerDiffers',
      facts: { provider: 'Invented Gardens Ltd.', filer: 'Somebody Else' },
    })
  })

  test('a password in an address is not kept', () => {
    const read = imported({ ...a2a01, url: 'https://user:hush@parcels.invented.example/a2a' })
    expect(JSON.stringify(read)).not.toContain('hush')
    expect(codes(read)).toContain('import.addressCarriesSecret')
  })

  test('unseen and reordering characters are dropped, and what is too long is cut and told', () => {
    const read = imported({
      ...a2a01,
      name: 'Par\u202Ecel\u0000 \u200BFinder',
      description: 'x'.repeat(5000),
      url: `https://a.example/${'y'.repeat(600)}`,
    })
    expect(read.draft.names?.en).toBe('Parcel Finder')
    expect(read.draft.purpose).toHaveLength(4000)
    expect(codes(read)).toEqual(expect.arrayContaining(['import.textCut', 'import.textTooLong']))
    expect(read.draft.endpoints).toEqual([])
  })
})

describe('refusals', () => {
  test('what is no JSON object of a known form is refused with a code', () => {
    expect(refusalOf('')).toBe('import.notJson')
    expect(refusalOf('{"name": "x"')).toBe('import.notJson')
    expect(refusalOf('{"name": "x')).toBe('import.notJson')
    expect(refusalOf('[]')).toBe('import.notAnObject')
    expect(refusalOf('{}')).toBe('import.unknownFormat')
    expect(refusalOf('{"name":"x","description":"no address, no package"}')).toBe('import.unknownFormat')
    expect(refusalOf(JSON.stringify({ ...a2a01, name: ' \u200B ' }))).toBe('import.nameMissing')
    expect(refusalOf(JSON.stringify({ ...mcp05, name: '' }))).toBe('import.nameMissing')
    expect(refusalOf(JSON.stringify({ ...acs02, name: null }))).toBe('import.nameMissing')
  })

  test('a text over 1 MiB is refused before it is looked into', () => {
    expect(refusalOf(JSON.stringify({ ...a2a01, description: 'x'.repeat(1024 * 1024) }))).toBe('import.tooLarge')
    expect(refusalOf('"'.repeat(1024 * 1024 + 1))).toBe('import.tooLarge')
  })

  test('thirty-two levels are read, thirty-three are not', () => {
    const nested = (levels: number): string => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`
    expect(refusalOf(nested(32))).toBe('import.unknownFormat')
    expect(refusalOf(nested(33))).toBe('import.tooDeep')
    expect(refusalOf('['.repeat(1_000_000))).toBe('import.tooDeep')
  })

  test('five thousand values are read, one more is not', () => {
    const many = (values: number): string => JSON.stringify({ a: Array.from({ length: values - 2 }, () => 0) })
    expect(refusalOf(many(5000))).toBe('import.unknownFormat')
    expect(refusalOf(many(5001))).toBe('import.tooManyValues')
    expect(refusalOf(`{"a":[${'0,'.repeat(200_000)}0]}`)).toBe('import.tooManyValues')
  })

  test('a key that reaches into the language, and a key that comes twice, are refused at their place', () => {
    expect(readDescription('{"name":"x","skills":[{"__proto__":{"admin":true}}]}')).toEqual({
      refusal: { code: 'import.keyForbidden', facts: { key: '__proto__' }, pointer: '/skills/0/__proto__' },
    })
    expect(refusalOf('{"a":{"constructor":1}}')).toBe('import.keyForbidden')
    expect(refusalOf('{"a":{"\\u005f_proto__":1}}')).toBe('import.keyForbidden')
    expect(readDescription('{"a":[1,{"b":1,"\\u0062":2}]}')).toEqual({
      refusal: { code: 'import.keyRepeated', facts: { key: 'b' }, pointer: '/a/1/b' },
    })
  })

  test('a key longer than 256 is refused: it would stand in every pointer below it', () => {
    const keyed = (length: number): string =>
      JSON.stringify({ ...a2a10, securitySchemes: { ['k'.repeat(length)]: { type: 'http', more: [1, 2] } } })
    expect(refusalOf(keyed(256))).toBe('imported')
    expect(refusalOf(keyed(257))).toBe('import.keyTooLong')
  })

  test('braces and colons inside texts are texts', () => {
    expect(refusalOf(JSON.stringify({ a: '}:,"[{\\', b: '\\\\"' }))).toBe('import.unknownFormat')
  })
})

describe('hostile documents', () => {
  const messy = fc.oneof(
    fc.json({ maxDepth: 6 }),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary' }).map((text) => JSON.stringify({ url: text, name: text, skills: [text, { id: text, description: text }] })),
  )

  test('no text makes the reader throw', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const read = readDescription(text)
        expect('refusal' in read || 'draft' in read).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('known forms with any value in any place are read soundly or refused, never half read', () => {
    const documents = Object.values(fixtures) as Record<string, unknown>[]
    const anyValue = fc.jsonValue({ maxDepth: 3 })
    const place = fc
      .constantFrom(...documents)
      .chain((document) => fc.tuple(fc.constant(document), fc.constantFrom(...Object.keys(document)), anyValue))
    fc.assert(
      fc.property(place, ([document, key, value]) => {
        // Through JSON, so that minus zero is zero here as it is in the text.
        const changed = JSON.parse(JSON.stringify({ ...document, [key]: value })) as Record<string, unknown>
        const read = readDescription(JSON.stringify(changed))
        if ('refusal' in read) expect(read.refusal.code).toMatch(/^import\.[a-z][A-Za-z]+$/)
        else expectSound(changed, read)
      }),
      { numRuns: 500 },
    )
  })

  test('a flood of what looks like the start of a secret is read like any other text', () => {
    const flood = 'eyJ'.repeat(300_000)
    const read = imported({
      ...mcp12,
      remotes: [{ type: 'sse', url: 'https://a.example', headers: [{ name: 'X', value: flood, isSecret: true }] }],
    })
    expect(read.draft.tools?.[0]?.secrets).toEqual(['X'])
  })

  test('lone surrogates are replaced, whole characters are never cut in two', () => {
    const read = imported(`{"url":"https://a.example","skills":[],"name":"a\\ud800b","description":"${'x'.repeat(3999)}\\ud83d\\ude00"}`)
    expect(read.draft.names?.en).toBe('a\uFFFDb')
    expect(read.draft.purpose).toBe('x'.repeat(3999))
  })
})

const folder = process.env.ZHIHENG_DATA ?? new URL('../../../../shared/data', import.meta.url).pathname
const lines = (name: string): unknown[] =>
  readFileSync(`${folder}/agents/${name}`, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as unknown)

describe.skipIf(!existsSync(`${folder}/agents`))('real descriptions', () => {
  test('all 84 registered and 8 sample cards are read soundly', () => {
    const cards = [...lines('a2a-agent-cards.jsonl'), ...lines('a2a-sample-cards.jsonl')]
    expect(cards).toHaveLength(92)
    for (const card of cards) {
      const read = imported(card)
      expect(read.format).toBe('a2a_card')
      expectSound(card, read)
    }
  })

  test('335 of the 342 tool servers are read soundly; the seven without a name are refused for it', () => {
    const servers = lines('mcp-servers.jsonl')
    const refused = servers
      .map((server) => readDescription(JSON.stringify(server)))
      .flatMap((read) => ('refusal' in read ? [read.refusal.code] : []))
    expect(refused).toEqual(Array.from({ length: 7 }, () => 'import.nameMissing'))
    const named = servers.filter((server) => (server as { name: string }).name !== '')
    expect(named).toHaveLength(335)
    for (const server of named) {
      const read = imported(server)
      expect(read.format).toBe('mcp_server')
      expectSound(server, read)
    }
  })

  test('the hub that files for others is told from the businesses it files for', () => {
    const cards = lines('a2a-agent-cards.jsonl') as { name: string; provider?: { organization: string } }[]
    const ofHub = cards.filter((card) => card.provider?.organization.includes('Hub'))
    expect(ofHub).toHaveLength(62)
    for (const card of ofHub) expect(codes(imported(card, { names: [card.name] }))).toContain('import.providerDiffers')
  })
})
