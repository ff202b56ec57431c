// What is taken into a form from elsewhere: whose signature it bears, who its provider is, what an earlier filing or a row of a spreadsheet gives.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import canonicalize from 'canonicalize'
import { expect, test } from 'vitest'
import { proofPayload } from '#domain/signing/proof'
import type { Organisation } from '../organisation/organisation.ts'
import { revisionHash, signable } from './revision.ts'
import type { Filing } from './state.ts'
import { day, member, story } from './story.ts'

type Story = ReturnType<typeof story>
const pair = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')
const encoded = (text: string) => Buffer.from(text).toString('base64url')
const jws = (payload: string, key: KeyObject, header: object = {}) => {
  const input = `${encoded(JSON.stringify({ alg: 'EdDSA', ...header }))}.${encoded(payload)}`
  return { input, value: sign(null, Buffer.from(input), key).toString('base64url') }
}
const cardOf = (organization: string | null) => ({
  protocolVersion: '0.3.0',
  name: 'Timetable Planner',
  description: 'Plans timetables',
  url: 'https://agents.invented.example/a2a',
  version: '1.2.0',
  capabilities: { streaming: true },
  defaultInputModes: ['text/plain'],
  defaultOutputModes: ['text/plain'],
  skills: [{ id: 'plan', name: 'Plan', description: 'Plans a week', tags: ['school'] }],
  ...(organization ? { provider: { organization, url: 'https://invented.example' } } : {}),
})
const signed = (card: object, key: KeyObject, header: object = {}): string => {
  const { input, value } = jws(canonicalize(card) ?? '', key, header)
  return JSON.stringify({ ...card, signatures: [{ protected: input.split('.')[0], signature: value }] })
}
const organisationOf = (s: Story) => s.state(s.company) as unknown as Organisation
const withKey = (s: Story): void => {
  const payload = proofPayload(s.company, organisationOf(s).creditCode ?? '')
  const { input, value } = jws(payload, pair.privateKey)
  s.must(
    s.representative,
    'organisation',
    s.company,
    { type: 'registerKey', jwk: { ...pair.publicKey.export({ format: 'jwk' }), kid: 'k1' }, label: 'cards', proof: `${input}.${value}` },
    day(2),
  )
}
const imported = (s: Story, text: string): Filing => {
  const id = s.draft()
  s.step(s.filer, id, { type: 'importDescription', text, fileName: 'card.json' }, day(2))
  return s.of(id)
}
const codes = (filing: Filing) => (filing.imported?.questions ?? []).map((question) => question.code)

test('a card signed with a key that the filer registered is verified, and every claim leads to it', () => {
  const s = story()
  withKey(s)
  const filing = imported(s, signed(cardOf(null), pair.privateKey, { kid: 'k1' }))
  expect(filing.imported?.signature).toEqual({ verdict: 'verified', reason: 'signature.matches', keyId: 'k1', index: 0 })
  expect(codes(filing).filter((code) => code.includes('ignature'))).toEqual([])
  expect(filing.claims.length).toBeGreaterThan(5)
  expect(new Set(filing.claims.map((claim) => claim.source))).toEqual(new Set([filing.imports[0]?.sourceHash]))
})

test('a key that the card carries or points to proves nothing, however well it fits', () => {
  const s = story()
  withKey(s)
  const header = { jwk: other.publicKey.export({ format: 'jwk' }), jku: 'https://forger.example/jwks.json' }
  const filing = imported(s, signed(cardOf(null), other.privateKey, header))
  expect(filing.imported?.signature).toMatchObject({ verdict: 'unknownKey' })
  expect(codes(filing)).toContain('import.signatureUnknownKey')
})

test('a card that was changed after a registered key signed it is wrong; one without a signature is unsigned', () => {
  const s = story()
  withKey(s)
  const changed = JSON.parse(signed(cardOf(null), pair.privateKey, { kid: 'k1' })) as object
  const wrong = imported(s, JSON.stringify({ ...changed, description: 'Plans anything' }))
  expect(wrong.imported?.signature).toMatchObject({ verdict: 'wrong', keyId: 'k1' })
  expect(codes(wrong)).toContain('import.signatureWrong')
  expect(imported(s, JSON.stringify(cardOf(null))).imported?.signature).toMatchObject({ verdict: 'unsigned' })
})

test('what a retired key signed no longer counts, and is said to be of that key', () => {
  const s = story()
  withKey(s)
  s.must(s.lead, 'organisation', s.company, { type: 'retireKey', keyId: 'k1', reason: 'lost' }, day(2))
  const filing = imported(s, signed(cardOf(null), pair.privateKey, { kid: 'k1' }))
  expect(filing.imported?.signature).toMatchObject({ verdict: 'unknownKey', reason: 'signature.keyRetired', keyId: 'k1' })
  expect(codes(filing)).toContain('import.signatureKeyRetired')
})

test('a provider that is not the filer must be explained before the form is signed, and the answer is signed with it', () => {
  const s = story()
  const filing = imported(s, JSON.stringify(cardOf('Somebody Else Ltd.')))
  const { id } = filing
  expect(filing.identities).toMatchObject([{ provider: 'Somebody Else Ltd.', providerUrl: 'https://invented.example', answer: null }])
  s.step(s.lead, id, { type: 'confirm', paths: filing.claims.map((claim) => claim.path) }, day(2))
  expect(s.ask(s.representative, id, { type: 'submit' }, day(2))).toEqual({
    code: 'filing.identityAnswerNeeded',
    facts: { provider: 'Somebody Else Ltd.', count: 1 },
  })
  const answer = {
    type: 'answerIdentity',
    provider: 'somebody else ltd',
    relation: 'integrates_product',
    explanation: 'We run their planner.',
  }
  expect(s.ask(s.filer, id, { ...answer, provider: 'Nobody' }, day(2))).toMatchObject({ code: 'filing.identityQuestionMissing' })
  s.step(s.filer, id, answer, day(2))
  expect(s.ask(s.filer, id, answer, day(2))).toMatchObject({ code: 'filing.nothingChanged' })
  s.step(s.representative, id, { type: 'submit' }, day(2))
  const revision = s.of(id).revisions[0]
  expect(revision?.identity).toEqual([
    { provider: 'Somebody Else Ltd.', relation: 'integrates_product', explanation: 'We run their planner.' },
  ])
  const { identity: _identity, ...without } = signable(s.of(id))
  expect(revision?.hash).toBe(revisionHash(signable(s.of(id))))
  expect(revision?.hash).not.toBe(revisionHash(without))
})

test('the same provider in a second file is not asked about again; the filer itself never', () => {
  const s = story()
  const { id } = imported(s, JSON.stringify(cardOf('Somebody Else Ltd.')))
  const answer = { type: 'answerIdentity', provider: 'Somebody Else Ltd.', relation: 'acts_for_provider', explanation: 'By contract.' }
  s.step(s.filer, id, answer, day(2))
  s.step(s.filer, id, { type: 'importDescription', text: JSON.stringify(cardOf('SOMEBODY ELSE, LTD')) }, day(2))
  expect(s.of(id).identities).toMatchObject([{ answer: { relation: 'acts_for_provider' } }])
  expect(s.of(id).imports).toHaveLength(2)
  expect(imported(s, JSON.stringify(cardOf(organisationOf(s).names.zh))).identities).toEqual([])
})

test('an earlier filing is taken over as claims with their source, without what belonged to its version', () => {
  const s = story()
  const first = s.submitted()
  const before = s.of(first)
  const id = s.draft()
  s.step(s.filer, id, { type: 'importFiling', filingId: first }, day(3))
  const state = s.of(id)
  expect(state.imported).toMatchObject({ format: 'earlier_filing', fileName: before.receipt?.number, sourceHash: before.revisionHash })
  expect(state.claims.every((claim) => claim.from === `/content${claim.path}` && claim.source === before.revisionHash)).toBe(true)
  expect(state.claims.map((claim) => claim.path)).not.toContain('/changeClass')
  expect(s.ask(s.representative, id, { type: 'submit' }, day(3))).toMatchObject({ code: 'filing.claimsUnconfirmed' })
  for (const filingId of [id, 'none', s.draft()])
    expect(s.ask(s.filer, id, { type: 'importFiling', filingId }, day(3))).toMatchObject({ code: 'filing.earlierFilingMissing' })
})

test('a filing that follows another starts from what was signed there, and each value waits to be confirmed', () => {
  const s = story()
  const first = s.submitted()
  const earlier = s.of(first)
  const id = s.must(
    s.filer,
    'filing',
    null,
    {
      type: 'create',
      organisationId: s.company,
      agentName: { zh: 'n', en: 'n' },
      sector: earlier.sector ?? '',
      scenarios: [...earlier.scenarios],
      followsFilingId: first,
    },
    day(3),
  )
  const state = s.of(id)
  expect(state.content).toMatchObject({ names: { zh: 'n', en: 'n' }, purpose: earlier.content.purpose, memory: earlier.content.memory })
  expect(state.content).not.toHaveProperty('basedOnHash')
  expect(state.claims.map((claim) => claim.path)).toContain('/purpose')
  expect(state.claims.map((claim) => claim.path)).not.toContain('/names/zh')
  expect(state.claims.every((claim) => claim.confirmedBy === null && claim.source === earlier.revisionHash)).toBe(true)
})

test('a row of a spreadsheet makes one draft, whoever of the company sends it again; withdrawn, it may be made anew', () => {
  const s = story()
  const body = {
    type: 'create',
    organisationId: s.company,
    agentName: { zh: '', en: 'Row' },
    sector: 'education',
    scenarios: [25],
    purpose: 'Plans',
    content: { version: '1.0', capability: { can: ['Plans'], cannot: [] } },
    use: { monthlyUsers: 3 },
    sheetRow: { fileName: 'agents.csv', sourceHash: 'a'.repeat(64), row: 12, key: 'b'.repeat(64) },
  }
  const id = s.must(s.filer, 'filing', null, body, day(2))
  expect(s.of(id)).toMatchObject({ use: { monthlyUsers: 3 }, imported: { format: 'spreadsheet', fileName: 'agents.csv' } })
  expect(s.of(id).claims.map((claim) => [claim.path, claim.from])).toEqual([
    ['/version', '/12/version'],
    ['/capability/can/0', '/12/can'],
    ['/names/en', '/12/nameEn'],
    ['/purpose', '/12/purpose'],
  ])
  const again = { ...body, sheetRow: { ...body.sheetRow, sourceHash: 'c'.repeat(64), row: 3 } }
  expect(s.refusal(s.lead, 'filing', null, again, day(3))).toEqual({ code: 'filing.rowTaken', facts: { filingId: id, row: 3 } })
  s.step(s.lead, id, { type: 'withdraw', reason: 'twice' }, day(3))
  expect(s.refusal(s.lead, 'filing', null, again, day(3))).toBeNull()
})

test('somebody of another company takes nothing over and answers for nobody', () => {
  const s = story()
  const first = s.submitted()
  const id = s.draft()
  const stranger = member('stranger', 'filer', 'organisation-99')
  expect(s.ask(stranger, id, { type: 'importFiling', filingId: first }, day(3))).toMatchObject({ code: 'case.notYours' })
})
