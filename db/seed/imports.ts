// Drafts that were filled from elsewhere, one of each kind: a card with a good signature, one changed after it was signed, a bill of materials, a row, an earlier filing.
import { createPrivateKey, sign } from 'node:crypto'
import { canonicalJson, type Json } from '#domain/log/entry'
import type { Organisation } from '#domain/organisation/state'
import { proofPayload } from '#domain/signing/proof'
import agents from './agents.json'
import { must, stateOf } from './door.ts'
import words from './imports.json'
import { partiesOf, type Stage } from './lives.ts'
import type { Life } from './schedule.ts'

/** The key of RFC 8037, appendix A: published for examples, and trusted nowhere but in a demonstration. */
const privateJwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
}
const keyId = 'demo-2026'
const jws = (payload: string): { head: string; body: string; tail: string } => {
  const head = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: keyId })).toString('base64url')
  const body = Buffer.from(payload).toString('base64url')
  const tail = sign(null, Buffer.from(`${head}.${body}`), createPrivateKey({ key: privateJwk, format: 'jwk' })).toString('base64url')
  return { head, body, tail }
}
const signedCard = (): object => {
  const { head, tail } = jws(canonicalJson(words.card as Json))
  return { ...words.card, signatures: [{ protected: head, signature: tail }] }
}

/** Registers the key and leaves the drafts as they are on the day that the seed is read. `filed` gives a filing that was signed before. */
export async function* importsLife(stage: Stage, agent: keyof typeof agents, filed: () => string | null | undefined): Life {
  const { lead } = partiesOf(stage, agent)
  const { org, sector, scenarios } = agents[agent]
  const organisationId = stage.organisations[org] ?? ''
  const open = (agentName: { zh: string; en: string }, at: string, more: Record<string, unknown> = {}) =>
    must(lead, 'filing', null, 'create', { organisationId, agentName, sector, scenarios, ...more }, at)
  yield stage.when(-30, '15:00')
  const { creditCode } = await stateOf<Organisation>('organisation', organisationId)
  const { head, body, tail } = jws(proofPayload(organisationId, creditCode ?? ''))
  const { d: _d, ...publicJwk } = privateJwk
  await must(
    lead,
    'organisation',
    organisationId,
    'registerKey',
    { jwk: { ...publicJwk, kid: keyId }, label: words.key.zh, proof: `${head}.${body}.${tail}` },
    stage.when(-30, '15:00'),
  )
  yield stage.when(-3, '15:00')
  const at = stage.when(-3, '15:00')
  const signed = await open(words.names.signed, at)
  await must(lead, 'filing', signed, 'importDescription', { text: JSON.stringify(signedCard()), fileName: 'agent-card.json' }, at)
  await must(
    lead,
    'filing',
    signed,
    'answerIdentity',
    { provider: words.card.provider.organization, relation: 'integrates_product', explanation: words.explanation.zh },
    at,
  )
  await must(lead, 'filing', signed, 'importDescription', { text: JSON.stringify(words.bom), fileName: 'ward.cdx.json' }, at)
  yield stage.when(-2, '15:00')
  const changed = await open(words.names.changed, stage.when(-2, '15:00'))
  const text = JSON.stringify({ ...signedCard(), description: words.changed })
  await must(lead, 'filing', changed, 'importDescription', { text, fileName: 'agent-card-changed.json' }, stage.when(-2, '15:00'))
  await open(words.names.row, stage.when(-2, '15:10'), {
    purpose: words.purpose.zh,
    content: { version: '0.1.0' },
    use: { monthlyUsers: 40 },
    sheetRow: { fileName: 'agents.csv', sourceHash: '7'.repeat(64), row: 2, key: '8'.repeat(64) },
  })
  const earlier = filed()
  if (!earlier) return
  yield stage.when(-1, '15:00')
  const next = await open(words.names.earlier, stage.when(-1, '15:00'))
  await must(lead, 'filing', next, 'importFiling', { filingId: earlier }, stage.when(-1, '15:00'))
}
