// The identity of an organisation: entered, changed and verified, with one registration for one valid credit code.
import { type Decision, grant, type Occasion, refuse } from '../case.ts'
import { shanghaiDateOf } from '../clock/day.ts'
import { checkCreditCode } from './credit-code.ts'
import { missingParticulars, type Organisation, withPending } from './state.ts'
import type { Amendment, OrganisationCommand, OrganisationEvent, OrganisationStatus } from './vocabulary.ts'

/** Other cases that a rule looks at: those with the same code, and what still runs for this organisation. */
export type OrganisationFacts = {
  sameCode?: readonly Organisation[]
  filings?: readonly { id: string; status: string }[]
  recalls?: readonly { id: string; status: string }[]
}

export type Answer = Decision<OrganisationEvent>
export type Of<Name extends OrganisationCommand['type']> = Extract<OrganisationCommand, { type: Name }>

/** A registration that was refused or has ended does not keep others from using the code. */
const holdsItsCode: readonly OrganisationStatus[] = ['recorded', 'registered', 'verified', 'suspended']
/** GB 32100-2015: form, alphabet, both check digits; and one registration for one code. Null when nothing is wrong. */
const codeFault = (id: string, code: string, facts: OrganisationFacts): Answer | null => {
  const check = checkCreditCode(code)
  if (!check.ok) return refuse('organisation.validCreditCodeNeeded', { creditCode: code, fault: check.fault, ...check.facts })
  const holder = (facts.sameCode ?? []).find((other) => other.id !== id && (holdsItsCode as readonly string[]).includes(other.status))
  return holder ? refuse('organisation.ownCreditCodeNeeded', { creditCode: code, name: holder.names.zh }) : null
}

/** Registers; a commitment on paper is entered with the day on which it was signed. */
export const create = (state: Organisation, { type: _, ...body }: Of<'create'>, { at }: Occasion, facts: OrganisationFacts): Answer => {
  const fault = codeFault(state.id, body.creditCode, facts)
  if (fault) return fault
  if (body.commitment && body.commitment.signedOn > shanghaiDateOf(at))
    return refuse('organisation.pastSigningDateNeeded', { signedOn: body.commitment.signedOn })
  return grant({ type: 'registered', ...body, commitment: body.commitment && { ...body.commitment, personId: null } })
}

/** Takes over from an older list. */
export const record = (state: Organisation, { type: _, ...body }: Of<'record'>, facts: OrganisationFacts): Answer =>
  (body.creditCode === null ? null : codeFault(state.id, body.creditCode, facts)) ?? grant({ type: 'recorded', ...body })

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const identityFields: readonly (keyof Amendment)[] = ['names', 'creditCode', 'region', 'representative']

/** Who is known to the public keeps the verified identity until intake has verified the new one; contacts and address change at once. */
export const amend = (state: Organisation, { type: _, ...body }: Of<'amend'>, { post }: Occasion, facts: OrganisationFacts): Answer => {
  const present = withPending(state)
  const changed = (Object.keys(body) as (keyof Amendment)[]).filter(
    (field) => body[field] !== undefined && !isSame(body[field], present[field]),
  )
  if (changed.length === 0) return refuse('organisation.changeNeeded')
  const isIdentityChanged = changed.some((field) => identityFields.includes(field))
  if (isIdentityChanged && state.status === 'suspended') return refuse('organisation.liftedSuspensionNeeded')
  if (changed.includes('representative') && post.role === 'compliance_lead') return refuse('organisation.representativeOrOfficeNeeded')
  const fault = body.creditCode === undefined ? null : codeFault(state.id, body.creditCode, facts)
  if (fault) return fault
  const part = (isIdentity: boolean): Amendment =>
    Object.fromEntries(changed.filter((field) => identityFields.includes(field) === isIdentity).map((field) => [field, body[field]]))
  const [identity, rest] = [part(true), part(false)]
  if (!state.wasPublic) return grant({ type: 'amended', changes: { ...identity, ...rest }, isIdentityChanged, isPending: false })
  return grant(
    ...(Object.keys(rest).length > 0 ? [{ type: 'amended' as const, changes: rest, isIdentityChanged: false, isPending: false }] : []),
    ...(isIdentityChanged ? [{ type: 'amended' as const, changes: identity, isIdentityChanged, isPending: true }] : []),
  )
}

/** Verified, and nothing waits to be. */
export const isSettled = (state: Organisation) => state.status === 'verified' && state.pending === null

/** Intake answers for the identity, so everything that is missing is named at once (Licensing Law 32(4) by analogy). */
export const verify = (state: Organisation, { evidence }: Of<'verify'>, facts: OrganisationFacts): Answer => {
  if (isSettled(state)) return refuse('organisation.pendingChangeNeeded')
  const next = withPending(state)
  const { creditCode, names, kind, region } = next
  const missing = missingParticulars(next)
  if (missing.length > 0 || creditCode === null) return refuse('organisation.particularsNeeded', { missing })
  return codeFault(state.id, creditCode, facts) ?? grant({ type: 'verified', evidence, creditCode, names, kind, region })
}
