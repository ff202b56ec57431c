// Is this code or receipt good? The verdict of /verify, for people and machines alike.
import 'server-only'
import { readIdentityCode } from '#domain/agent/identity-code'
import type { Deployment } from '#domain/deployment/deployment'
import type { Filing } from '#domain/filing/filing'
import { parseVerifierKey } from '#domain/log/note'
import { verifyProof } from '#domain/log/proof'
import { formatNumber, parseNumber } from '#domain/number'
import type { Recall } from '#domain/recall/recall'
import type { Standing } from '#domain/register/standing'
import { origin } from './checkpoint.ts'
import { verifierKey } from './log.ts'
import type { PublicReader, Shown } from './public-reader.ts'
import { deploymentStanding, type Item, itemByNumber, itemHref, itemOf } from './register-item.ts'

export type RecallVerdict = 'recallInForce' | 'recallNotice' | 'recallEnded'
export type Verdict = Standing | RecallVerdict | 'notFound'
export type Verified =
  | { what: 'filing'; verdict: Standing; item: Item }
  | { what: 'deployment'; verdict: Standing; deployment: Shown<Deployment>; item: Item | null }
  | { what: 'recall'; verdict: RecallVerdict; recall: Shown<Recall> }
  | { what: 'nothing'; verdict: 'notFound'; isMistyped: boolean }

/** Numbers of our own form that fail their check character are told apart from numbers that nobody was given. */
const isOurs = (text: string) => /^AG[FDTRIX]-/i.test(text.trim())

const recallVerdict = ({ published }: Partial<Recall>): RecallVerdict =>
  published?.end ? 'recallEnded' : published?.how === 'notice' ? 'recallNotice' : 'recallInForce'

/** What the register knows of a filing, deployment or recall number, or of an identity code. */
export const verifyCode = async (reader: PublicReader, typed: string): Promise<Verified> => {
  const text = typed.trim().slice(0, 200)
  const parsed = parseNumber(text)
  const number = parsed ? formatNumber(parsed) : text
  const nothing: Verified = { what: 'nothing', verdict: 'notFound', isMistyped: parsed === null && isOurs(text) }
  if (text === '') return nothing
  if (parsed?.kind === 'recall') {
    const id = await reader.idByNumber('recall', number)
    const recall = id && (await reader.one<Recall>('recall', id))
    return recall ? { what: 'recall', verdict: recallVerdict(recall.state), recall } : nothing
  }
  if (parsed?.kind === 'deployment') {
    const id = await reader.idByNumber('deployment', number)
    const deployment = id && (await reader.one<Deployment>('deployment', id))
    if (!deployment) return nothing
    const filing = deployment.state.filingId ? await reader.one<Filing>('filing', deployment.state.filingId) : null
    const item = filing && (await itemOf(reader, filing))
    const own = deploymentStanding(deployment, reader.today)
    // What is recalled, revoked or suspended as filed is not good in any of its deployments.
    const verdict = item && ['recalled', 'revoked', 'suspended', 'ended'].includes(item.standing) ? item.standing : own
    return { what: 'deployment', verdict, deployment, item }
  }
  const identity = readIdentityCode(text)
  if (!('refusal' in identity)) {
    const [newest] = await reader.filingsByIdentityCode(identity.code)
    if (!newest) return nothing
    const item = await itemOf(reader, newest)
    return { what: 'filing', verdict: item.standing, item }
  }
  const item = await itemByNumber(reader, number)
  return item ? { what: 'filing', verdict: item.standing, item } : nothing
}

const common = (reader: PublicReader, code: string, verdict: Verdict) => ({ code, verdict, checkedAt: reader.at })
const ofItem = ({ filing, reaching }: Item) => ({
  number: filing.number,
  agentName: filing.state.agentName ?? null,
  version: filing.state.published?.version ?? null,
  organisation: { name: filing.state.organisationName?.zh ?? null, creditCode: filing.state.creditCode ?? null },
  scenarios: filing.state.scenarios ?? [],
  sector: filing.state.sector ?? null,
  conditions: filing.state.published?.conditions ?? [],
  tombstone: filing.state.tombstone ?? null,
  recalls: reaching.map(({ by, recall }) => ({ number: recall.number, by, href: `/recalls/${recall.number}` })),
  href: itemHref(filing),
  receipt: `/log/proof/${filing.lastPosition}`,
})

/** The same verdict as data: the answer of `POST /api/v1/verify`. */
export const verdictOf = (reader: PublicReader, code: string, verified: Verified) => {
  const head = common(reader, code, verified.verdict)
  switch (verified.what) {
    case 'filing':
      return { ...head, filing: ofItem(verified.item) }
    case 'deployment':
      return { ...head, deployment: verified.deployment.state.published ?? null, filing: verified.item && ofItem(verified.item) }
    case 'recall':
      return { ...head, recall: verified.recall.state.published ?? null }
    case 'nothing':
      return { ...head, isMistyped: verified.isMistyped }
  }
}

/** Whether a receipt (C2SP tlog-proof) is one of this log: signed with its key, entry included. */
export const verifyReceipt = (receipt: string) => {
  const verifier = parseVerifierKey(verifierKey().trim())
  const result = verifyProof(receipt, { origin: origin(), verifiers: verifier ? [verifier] : [] })
  return result.valid
    ? {
        verdict: 'valid' as const,
        index: result.index,
        size: result.checkpoint.size,
        entry: JSON.parse(result.entry.toString()) as unknown,
      }
    : { verdict: 'signatureWrong' as const, why: result.code }
}
