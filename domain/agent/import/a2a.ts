// Reads an A2A agent card, protocol 0.1 to 1.0: a top-level url before 1.0, supportedInterfaces since.
import type { Refusal } from '#domain/case'
import type { AgentEndpoint } from '../version.ts'
import type { Claims, Place, Reading } from './claim.ts'
import type { JsonObject } from './document.ts'
import { addEndpoint, readBasics, readModes, readNames, readProvider, readSkills } from './parts.ts'
import { declaredAuthentication } from './security.ts'

const has = (document: JsonObject, ...names: string[]): boolean => names.some((name) => Object.hasOwn(document, name))

/** Whether the shape is that of an A2A card. Early cards carry no protocolVersion: their skills and capabilities give them away. */
export const isA2aCard = (document: JsonObject): boolean =>
  Array.isArray(document.supportedInterfaces ?? document.supported_interfaces) ||
  (typeof document.url === 'string' && (has(document, 'protocolVersion', 'protocol_version') || has(document, 'skills', 'capabilities')))

const knownProtocol = /^(?:0\.[123]|1\.0)(?:\.\d+)?$/

/** Where the card says which protocol it speaks as a whole. */
const protocolPlace = (claims: Claims, root: Place): Place => {
  const stated = claims.at(root, 'protocolVersion', 'protocol_version')
  if (stated.value !== undefined && stated.value !== '') return stated
  // Drafts of 1.0 listed the versions; 1.0 itself names one for each interface.
  const listed = claims.at(root, 'protocolVersions', 'protocol_versions')
  return { value: Array.isArray(listed.value) ? listed.value[0] : undefined, pointer: `${listed.pointer}/0` }
}

const readEndpoints = (claims: Claims, root: Place): AgentEndpoint[] => {
  const endpoints: AgentEndpoint[] = []
  const authentication = declaredAuthentication(claims, root)
  const stated = protocolPlace(claims, root)
  const add = (address: Place, transport: Place, protocolVersion: Place): void =>
    addEndpoint(claims, endpoints, { address, transport, protocolVersion, authentication })
  const interfaces = claims.at(root, 'supportedInterfaces', 'supported_interfaces')
  for (const place of claims.members(interfaces, 40, '/endpoints')) {
    const own = claims.at(place, 'protocolVersion', 'protocol_version')
    add(
      claims.at(place, 'url'),
      claims.at(place, 'protocolBinding', 'protocol_binding', 'transport'),
      own.value === undefined ? stated : own,
    )
  }
  const main = claims.at(root, 'url')
  // A card may keep the old url for older callers: the same address is not two endpoints.
  if (endpoints.some((endpoint) => endpoint.url === main.value)) claims.use(main)
  else add(main, claims.at(root, 'preferredTransport', 'preferred_transport'), stated)
  for (const place of claims.members(claims.at(root, 'additionalInterfaces', 'additional_interfaces'), 40, '/endpoints')) {
    add(claims.at(place, 'url'), claims.at(place, 'transport', 'protocolBinding'), stated)
  }
  if (endpoints.length === 0) claims.ask('import.addressMissing')
  else if (authentication.length === 0) claims.ask('import.authenticationUndeclared')
  return endpoints
}

/** The draft that a card gives, or import.nameMissing. */
export const readA2aCard = (claims: Claims, root: Place): Reading | { refusal: Refusal & { pointer?: string } } => {
  const names = readNames(claims, root)
  if (names === null) return { refusal: { code: 'import.nameMissing', facts: { format: 'a2a_card' }, pointer: '/name' } }
  const basics = readBasics(claims, root)
  const endpoints = readEndpoints(claims, root)
  const protocol = claims.look(protocolPlace(claims, root), 32) ?? endpoints[0]?.protocolVersion ?? null
  if (protocol === null) claims.ask('import.protocolVersionMissing')
  else if (!knownProtocol.test(protocol)) claims.ask('import.protocolVersionUnknown', { protocolVersion: protocol })
  const signatures = claims.at(root, 'signatures')
  if (Array.isArray(signatures.value) && signatures.value.length > 0) {
    claims.use(signatures)
    claims.ask('import.signatureUnverified', { count: signatures.value.length })
  }
  const provider = readProvider(claims, root, endpoints)
  return { protocol, provider, draft: { names, ...basics, ...readSkills(claims, root), ...readModes(claims, root), endpoints } }
}
