// The keys that an organisation signs its agents' cards with: registered by whoever shows that the private half is in their hands, retired by the organisation.
import { grant, refuse } from '../case.ts'
import { proofPayload, provesPossession } from '../signing/proof.ts'
import { readPublicKey } from '../signing/public-key.ts'
import type { Answer, Of } from './identity.ts'
import { keysOf, type Organisation } from './state.ts'

/** How many keys may count at once, and how many are remembered with the retired ones. */
export const keyLimits = { active: 10, all: 100 } as const

/**
 * Registers a public key under its own key id, else under its RFC 7638 thumbprint. Refusals: organisation.signingKeyNeeded { fault },
 * otherKeyNeeded { keyId }, fewerKeysNeeded { limit }, creditCodeNeeded, keyProofNeeded { payload }.
 */
export const registerKey = (state: Organisation, { jwk, label, proof }: Of<'registerKey'>): Answer => {
  const key = readPublicKey(jwk)
  if ('fault' in key) return refuse('organisation.signingKeyNeeded', { fault: key.fault })
  const keyId = jwk.kid ?? key.thumbprint
  const keys = keysOf(state)
  // A key that was retired does not come back: what was said of it then must stay true.
  const same = keys.find((one) => one.keyId === keyId || one.thumbprint === key.thumbprint)
  if (same) return refuse('organisation.otherKeyNeeded', { keyId: same.keyId })
  if (keys.filter((one) => one.retired === null).length >= keyLimits.active || keys.length >= keyLimits.all)
    return refuse('organisation.fewerKeysNeeded', { limit: keyLimits.active })
  if (state.creditCode === null) return refuse('organisation.particularsNeeded', { missing: ['creditCode'] })
  const payload = proofPayload(state.id, state.creditCode)
  if (!provesPossession(proof, payload, key)) return refuse('organisation.keyProofNeeded', { payload })
  return grant({ type: 'keyRegistered', keyId, label, ...key })
}

export const retireKey = (state: Organisation, { keyId, reason }: Of<'retireKey'>): Answer => {
  const key = keysOf(state).find((one) => one.keyId === keyId)
  if (!key || key.retired) return refuse('organisation.activeKeyNeeded', { keyId })
  return grant({ type: 'keyRetired', keyId, reason })
}
