// Reads an ACS description (agent capability specification of the ACPs, the form that GB/Z 185.4 is said to match; policy.md 3.7).
import type { Refusal } from '#domain/case'
import { readIdentityCode } from '../identity-code.ts'
import type { AgentEndpoint, DraftVersion } from '../version.ts'
import { hostOf } from './address.ts'
import type { Claims, Place, Reading } from './claim.ts'
import { isObject, type JsonObject } from './document.ts'
import { addEndpoint, readBasics, readModes, readNames, readProvider, readSkills } from './parts.ts'
import { declaredAuthentication, eachOnce, kindOfNamedScheme } from './security.ts'

/** Whether the shape is that of an ACS description: it alone spells endPoints so, and carries the identity code at its top. */
export const isAcs = (document: JsonObject): boolean => Array.isArray(document.endPoints) || typeof document.aic === 'string'

const readCode = (claims: Claims, root: Place): DraftVersion => {
  const place = claims.at(root, 'aic')
  const written = claims.look(place, 100)
  // Empty until the registry has issued one.
  if (written === null) return {}
  const identity = readIdentityCode(written)
  if ('refusal' in identity) {
    claims.ask('import.identityCodeMalformed', { identityCode: written, because: identity.refusal.code })
    return {}
  }
  claims.ask('import.identityCodeUnverified', { identityCode: identity.code })
  return { identityCode: claims.claim('/identityCode', identity.code, place.pointer) }
}

const readEndpoints = (claims: Claims, root: Place): AgentEndpoint[] => {
  const endpoints: AgentEndpoint[] = []
  const declared = declaredAuthentication(claims, root)
  for (const place of claims.members(claims.at(root, 'endPoints'), 40, '/endpoints')) {
    const security = claims.at(place, 'security')
    const named = (Array.isArray(security.value) ? security.value : []).flatMap((one) => (isObject(one) ? Object.keys(one) : []))
    claims.use(security)
    const own = eachOnce(named.slice(0, 40).map((name) => ({ kind: kindOfNamedScheme(claims, root, name), pointer: security.pointer })))
    addEndpoint(claims, endpoints, {
      address: claims.at(place, 'url'),
      transport: claims.at(place, 'transport'),
      protocolVersion: claims.at(root, 'protocolVersion'),
      authentication: own.length > 0 ? own : declared,
    })
  }
  if (endpoints.some((endpoint) => endpoint.authentication.length === 0)) claims.ask('import.authenticationUndeclared')
  return endpoints
}

/** The domains that the provider says are registered to it. */
const registeredDomains = (claims: Claims, root: Place): string[] =>
  claims.members(claims.at(claims.at(root, 'provider'), 'domainRegistrations'), 100, '/provider').flatMap((place) => {
    const domain = claims.look(typeof place.value === 'string' ? place : claims.at(place, 'domain', 'domainName', 'name'), 253)
    return domain === null ? [] : [domain.toLowerCase()]
  })

/** The draft that an ACS description gives, or import.nameMissing. */
export const readAcs = (claims: Claims, root: Place): Reading | { refusal: Refusal & { pointer?: string } } => {
  const names = readNames(claims, root)
  if (names === null) return { refusal: { code: 'import.nameMissing', facts: { format: 'acs' }, pointer: '/name' } }
  const protocol = claims.look(claims.at(root, 'protocolVersion'), 32)
  if (protocol === null) claims.ask('import.protocolVersionMissing')
  else if (!/^0[12]\.\d\d$/.test(protocol)) claims.ask('import.protocolVersionUnknown', { protocolVersion: protocol })
  const active = claims.at(root, 'active')
  claims.use(active)
  if (active.value === false) claims.ask('import.inactive')
  const basics = readBasics(claims, root)
  const endpoints = readEndpoints(claims, root)
  const provider = readProvider(claims, root, endpoints)
  const domains = registeredDomains(claims, root)
  // A registry approves only endpoints under domains of the provider (policy.md 3.7).
  for (const host of new Set(endpoints.map((endpoint) => hostOf(endpoint.url)))) {
    if (host !== null && domains.length > 0 && !domains.some((domain) => host === domain || host.endsWith(`.${domain}`))) {
      claims.ask('import.domainNotRegistered', { host })
    }
  }
  return {
    protocol,
    provider,
    draft: { names, ...basics, ...readCode(claims, root), ...readSkills(claims, root), ...readModes(claims, root), endpoints },
  }
}
