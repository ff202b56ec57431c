// The parts that an A2A card and an ACS description have alike: name, version, purpose, modes, skills, provider, endpoints.
import { cleanLine, cut } from '../text.ts'
import type { AgentEndpoint, AgentSkill, DraftVersion } from '../version.ts'
import type { Transport } from '../vocabulary.ts'
import { addressQuestions, hostOf, registeredName, withoutSecret } from './address.ts'
import type { Claims, Place, Provider } from './claim.ts'
import { isObject } from './document.ts'
import type { Declared } from './security.ts'

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** The name in the language that it is written in; null when the document gives none. */
export const readNames = (claims: Claims, root: Place): DraftVersion['names'] | null => {
  const place = claims.at(root, 'name')
  const text = typeof place.value === 'string' ? cleanLine(place.value) : ''
  const language = hasHan(text) ? 'zh' : 'en'
  const name = claims.line(place, 120, `/names/${language}`)
  return name === null ? null : { zh: '', en: '', [language]: name }
}

/** Version and purpose. */
export const readBasics = (claims: Claims, root: Place): DraftVersion => {
  const version = claims.line(claims.at(root, 'version'), 64, '/version')
  const purpose = claims.prose(claims.at(root, 'description'), 4000, '/purpose')
  if (version === null) claims.ask('import.versionMissing')
  if (purpose === null) claims.ask('import.descriptionMissing')
  return { ...(version === null ? {} : { version }), ...(purpose === null ? {} : { purpose }) }
}

const readList = (claims: Claims, place: Place, limits: { count: number; length: number }, path: string): string[] => {
  const seen: string[] = []
  for (const member of claims.members(place, limits.count, path)) {
    const raw = typeof member.value === 'string' ? cut(cleanLine(member.value), limits.length) : null
    if (raw !== null && seen.includes(raw)) claims.use(member)
    else {
      const taken = claims.line(member, limits.length, `${path}/${seen.length}`)
      if (taken !== null) seen.push(taken)
    }
  }
  return seen
}

/** The media types that the agent takes and gives. */
export const readModes = (claims: Claims, root: Place): DraftVersion => {
  const limits = { count: 40, length: 100 }
  return {
    inputModes: readList(claims, claims.at(root, 'defaultInputModes', 'default_input_modes'), limits, '/inputModes'),
    outputModes: readList(claims, claims.at(root, 'defaultOutputModes', 'default_output_modes'), limits, '/outputModes'),
  }
}

/** The skills, and what the agent says it can do, read out of their descriptions. What it cannot do no card says: that is left to the filer. */
export const readSkills = (claims: Claims, root: Place): DraftVersion => {
  const skills: AgentSkill[] = []
  const can: string[] = []
  for (const place of claims.members(claims.at(root, 'skills'), 200, '/skills')) {
    const path = `/skills/${skills.length}`
    const id = claims.line(claims.at(place, 'id'), 200, `${path}/id`)
    const name = claims.line(claims.at(place, 'name'), 120, `${path}/name`)
    const key = id ?? (name === null ? null : claims.claim(`${path}/id`, name, claims.at(place, 'name').pointer, 'inferred'))
    if (key === null) {
      claims.ask('import.skillUnreadable', { pointer: place.pointer })
      continue
    }
    if (skills.some((skill) => skill.id === key)) claims.ask('import.skillRepeated', { id: key })
    const description = claims.prose(claims.at(place, 'description'), 2000, `${path}/description`) ?? ''
    const tags = readList(claims, claims.at(place, 'tags'), { count: 40, length: 64 }, `${path}/tags`)
    const shown = name ?? claims.claim(`${path}/name`, cut(key, 120), claims.at(place, 'id').pointer, 'inferred')
    skills.push({ id: key, name: shown, description, tags })
    const sentence = cut(cleanLine(description), 500)
    if (sentence !== '' && can.length < 60 && !can.includes(sentence)) {
      can.push(claims.claim(`/capability/can/${can.length}`, sentence, claims.at(place, 'description').pointer, 'inferred'))
    }
  }
  if (skills.length === 0) claims.ask('import.skillsMissing')
  return { skills, ...(can.length === 0 ? {} : { capability: { can, cannot: [] } }) }
}

const transportOf: Record<string, Transport> = {
  jsonrpc: 'jsonrpc',
  grpc: 'grpc',
  httpjson: 'http_json',
  http: 'http_json',
  rest: 'http_json',
  sse: 'sse',
  streamable: 'streamable_http',
  streamablehttp: 'streamable_http',
  websocket: 'websocket',
  ws: 'websocket',
  amqp: 'amqp',
  stdio: 'stdio',
}
export const namedTransport = (name: string): Transport => transportOf[name.toLowerCase().replace(/[^a-z]/g, '')] ?? 'other'

/** Adds one endpoint to the list, unless the same is there; asks what its address gives to think about. */
export const addEndpoint = (
  claims: Claims,
  endpoints: AgentEndpoint[],
  found: { address: Place; transport: Place; protocolVersion: Place; authentication: readonly Declared[] },
): void => {
  const written = claims.whole(found.address, 500, '/endpoints')
  if (written === null) return
  const named = claims.look(found.transport, 40)
  // Until 0.2.5 the protocol knew JSON-RPC alone, and it is the default after.
  const transport = named === null ? 'jsonrpc' : namedTransport(named)
  const { url, carried } = withoutSecret(written)
  if (url === '') return
  const protocolVersion = claims.look(found.protocolVersion, 32)
  if (endpoints.some((one) => one.url === url && one.transport === transport && one.protocolVersion === protocolVersion)) return
  if (endpoints.length === 40) {
    claims.ask('import.listCut', { path: '/endpoints', length: 41, limit: 40 })
    return
  }
  if (carried) claims.ask('import.addressCarriesSecret', { pointer: found.address.pointer })
  for (const question of addressQuestions(url)) claims.ask(question.code, question.facts)
  const path = `/endpoints/${endpoints.length}`
  claims.claim(`${path}/url`, url, found.address.pointer)
  claims.claim(`${path}/transport`, transport, (named === null ? found.address : found.transport).pointer, 'inferred')
  if (protocolVersion !== null) claims.claim(`${path}/protocolVersion`, protocolVersion, found.protocolVersion.pointer)
  const authentication = found.authentication.map(({ kind, pointer }, index) =>
    claims.claim(`${path}/authentication/${index}`, kind, pointer, 'inferred'),
  )
  endpoints.push({ url, transport, protocolVersion, authentication })
}

/** Who provides the agent, with the questions that the document alone raises about it. */
export const readProvider = (claims: Claims, root: Place, endpoints: readonly AgentEndpoint[]): Provider | null => {
  const place = claims.at(root, 'provider')
  const name = claims.look(claims.at(place, 'organization', 'organisation', 'name'), 200)
  const url = claims.look(claims.at(place, 'url'), 500)
  if (!isObject(place.value) || (name === null && url === null)) {
    claims.ask('import.providerMissing')
    return null
  }
  const author = claims.look(claims.at(root, 'author'), 200)
  if (author !== null && name !== null && !isSameName(author, name)) claims.ask('import.authorDiffers', { author, provider: name })
  const providerHost = url === null ? null : hostOf(url)
  const strange = endpoints
    .map((endpoint) => hostOf(endpoint.url))
    .find((host) => host !== null && providerHost !== null && registeredName(host) !== registeredName(providerHost))
  if (providerHost !== null && strange !== null && strange !== undefined)
    claims.ask('import.providerHostDiffers', { providerHost, host: strange })
  return { name, url }
}

/** Whether two names of an organisation are the same but for width, case, spaces and punctuation. */
export const isSameName = (one: string, other: string): boolean => {
  const bare = (name: string): string =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
  return bare(one) === bare(other) && bare(one) !== ''
}
