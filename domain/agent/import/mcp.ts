// Reads an MCP server.json, the snake_case form of the first registry and the camelCase form since 2025-09-16: one tool within the agent's reach.
import type { Refusal } from '#domain/case'
import type { AgentTool } from '../version.ts'
import { addressQuestions, withoutSecret } from './address.ts'
import type { Claims, Place, Reading } from './claim.ts'
import { isObject, type JsonObject } from './document.ts'

const isServer = (value: JsonObject): boolean =>
  (typeof value.$schema === 'string' && value.$schema.includes('modelcontextprotocol')) ||
  isObject(value.version_detail) ||
  (typeof value.name === 'string' && (Array.isArray(value.packages) || Array.isArray(value.remotes)))

/** Where the server stands in the document: at its top, or wrapped as the registry's API answers; null when there is none. */
export const mcpServerIn = (document: JsonObject): Place | null => {
  if (isServer(document)) return { value: document, pointer: '' }
  return isObject(document.server) && isServer(document.server) ? { value: document.server, pointer: '/server' } : null
}

const secretName = /key|token|secret|passw|credential|auth|private|cookie|session|dsn|connection_?string/i
// A signed token, a long hexadecimal or a provider's key prefix: a value that should not stand in a public document.
const secretValue = /eyJ[\w-]{10,}\.[\w-]{10,}\.|\b(?:sk|pk|ghp|gho|xox[abp])[-_][\w-]{16,}|\b[0-9a-f]{40,}\b/i

/** The names of the secrets that the server must be given; the values are never taken. */
const readSecrets = (claims: Claims, inputs: readonly Place[], path: string): string[] => {
  const names: string[] = []
  for (const input of inputs) {
    const namePlace = claims.at(input, 'name')
    const name = claims.look(namePlace, 96)
    if (name === null) continue
    const marked = claims.at(input, 'isSecret', 'is_secret')
    claims.use(marked)
    const isSecret = marked.value === true || (marked.value !== false && secretName.test(name))
    if (
      isObject(input.value) &&
      Object.values(input.value).some((value) => typeof value === 'string' && secretValue.test(value.slice(0, 4000)))
    ) {
      claims.ask('import.secretInDocument', { name, pointer: input.pointer })
    }
    if (!isSecret || names.includes(name) || names.length === 40) continue
    names.push(claims.claim(`${path}/${names.length}`, name, namePlace.pointer, marked.value === true ? 'stated' : 'inferred'))
  }
  return names
}

type Origin = Pick<AgentTool, 'source' | 'version' | 'hash'>

const packageOrigin = (claims: Claims, place: Place, path: string): Origin | null => {
  const registry = claims.look(claims.at(place, 'registryType', 'registry_type', 'registry_name'), 40)
  const identifierPlace = claims.at(place, 'identifier', 'name')
  const identifier = claims.whole(identifierPlace, 450, `${path}/source`)
  if (identifier === null) return null
  if (registry === null || registry === 'unknown') claims.ask('import.registryUnknown', { identifier })
  const source = claims.claim(
    `${path}/source`,
    registry === null ? identifier : `${registry}:${identifier}`,
    identifierPlace.pointer,
    'inferred',
  )
  const version = claims.line(claims.at(place, 'version'), 64, `${path}/version`)
  const hashPlace = claims.at(place, 'fileSha256', 'file_sha256')
  const written = claims.look(hashPlace, 64)?.toLowerCase() ?? null
  const hash = written !== null && /^[0-9a-f]{64}$/.test(written) ? claims.claim(`${path}/hash`, written, hashPlace.pointer) : null
  return { source, version, hash }
}

const remoteOrigin = (claims: Claims, place: Place, path: string): Origin | null => {
  const address = claims.at(place, 'url')
  const written = claims.whole(address, 500, `${path}/source`)
  if (written === null) return null
  const { url, carried } = withoutSecret(written)
  if (carried) claims.ask('import.addressCarriesSecret', { pointer: address.pointer })
  for (const question of addressQuestions(url)) claims.ask(question.code, question.facts)
  claims.use(claims.at(place, 'type', 'transport_type'))
  return { source: claims.claim(`${path}/source`, url, address.pointer), version: null, hash: null }
}

const readOrigin = (claims: Claims, root: Place, packages: readonly Place[], remotes: readonly Place[], path: string): Origin => {
  for (const place of packages) {
    const origin = packageOrigin(claims, place, path)
    if (origin !== null) return origin
  }
  for (const place of remotes) {
    const origin = remoteOrigin(claims, place, path)
    if (origin !== null) return origin
  }
  const repository = claims.line(claims.at(claims.at(root, 'repository'), 'url'), 500, `${path}/source`, 'inferred')
  claims.ask('import.packageMissing')
  return { source: repository ?? '', version: null, hash: null }
}

/** The draft that a server.json gives (one tool), or import.nameMissing. */
export const readMcpServer = (
  claims: Claims,
  root: Place,
  schema: string | null,
): Reading | { refusal: Refusal & { pointer?: string } } => {
  const path = '/tools/0'
  const namePlace = claims.at(root, 'name')
  const name = claims.line(namePlace, 200, `${path}/name`)
  if (name === null) return { refusal: { code: 'import.nameMissing', facts: { format: 'mcp_server' }, pointer: namePlace.pointer } }
  const description = claims.prose(claims.at(root, 'description'), 1000, `${path}/description`)
  if (description === null) claims.ask('import.descriptionMissing')
  const packages = claims.members(claims.at(root, 'packages'), 20, path)
  const remotes = claims.members(claims.at(root, 'remotes'), 20, path)
  const origin = readOrigin(claims, root, packages, remotes, path)
  if (packages.length + remotes.length > 1)
    claims.ask('import.severalPackages', { taken: origin.source, count: packages.length + remotes.length })
  const inputs = [
    ...packages.flatMap((place) => claims.members(claims.at(place, 'environmentVariables', 'environment_variables'), 100, path)),
    ...remotes.flatMap((place) => claims.members(claims.at(place, 'headers'), 100, path)),
  ]
  const secrets = readSecrets(claims, inputs, `${path}/secrets`)
  if (secrets.length > 0) claims.ask('import.secretsNeeded', { tool: name, names: secrets })
  const ofServer =
    claims.at(root, 'version').value === undefined ? claims.at(claims.at(root, 'version_detail'), 'version') : claims.at(root, 'version')
  const version = origin.version ?? claims.line(ofServer, 64, `${path}/version`)
  if (version === null) claims.ask('import.versionMissing')
  // What a server can do to the world stands in no server.json.
  claims.ask('import.permissionsUnknown', { tool: name })
  claims.claim(`${path}/kind`, 'mcp_server', namePlace.pointer, 'inferred')
  const tool: AgentTool = {
    name,
    kind: 'mcp_server',
    description: description ?? '',
    permissions: [],
    source: origin.source,
    version,
    hash: origin.hash,
    secrets,
  }
  return { protocol: schema, provider: null, draft: { tools: [tool] } }
}
