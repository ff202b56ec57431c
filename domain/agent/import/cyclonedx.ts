// Reads a CycloneDX bill of materials of a machine-learning system (ML-BOM, 1.5 to 1.7, ECMA-424): its models, what their cards say of data and limits, the services it calls.
import type { Refusal } from '#domain/case'
import type { AgentTool, DraftVersion } from '../version.ts'
import type { DataCategory } from '../vocabulary.ts'
import { addressQuestions, withoutSecret } from './address.ts'
import type { Claims, Place, Provider, Reading } from './claim.ts'
import { readCategories } from './data-category.ts'
import { isObject, type JsonObject } from './document.ts'
import { componentsIn, isModel, readModelCards, readModels, sha256Of } from './ml-model.ts'
import { readBasics, readNames } from './parts.ts'

/** Whether the document says of itself that it is a CycloneDX bill of materials. */
export const isCycloneDx = (document: JsonObject): boolean => document.bomFormat === 'CycloneDX'

/** Who made the product that the bill is of; the makers of its parts are the providers of models, not of the agent. */
const readMaker = (claims: Claims, root: Place, product: Place): Provider | null => {
  const metadata = claims.at(root, 'metadata')
  const places = [
    claims.at(product, 'manufacturer'),
    claims.at(product, 'supplier'),
    claims.at(metadata, 'manufacturer', 'manufacture'),
    claims.at(metadata, 'supplier'),
  ]
  for (const place of places) {
    const name = claims.look(claims.at(place, 'name'), 200)
    if (name === null) continue
    const [address] = claims.members(claims.at(place, 'url'), 1, '/provider')
    return { name, url: address === undefined ? null : claims.look(address, 500) }
  }
  const publisher = claims.look(claims.at(product, 'publisher'), 200)
  if (publisher !== null) return { name: publisher, url: null }
  claims.ask('import.providerMissing')
  return null
}

const readService = (claims: Claims, place: Place, tools: AgentTool[], categories: DataCategory[]): void => {
  const path = `/tools/${tools.length}`
  const namePlace = claims.at(place, 'name')
  const name = claims.look(namePlace, 200)
  if (name === null || tools.some((tool) => tool.name === name)) return
  claims.claim(`${path}/name`, name, namePlace.pointer)
  claims.claim(`${path}/kind`, 'api', namePlace.pointer, 'inferred')
  const description = claims.prose(claims.at(place, 'description'), 1000, `${path}/description`) ?? ''
  const version = claims.line(claims.at(place, 'version'), 64, `${path}/version`)
  let source = ''
  for (const address of claims.members(claims.at(place, 'endpoints'), 20, `${path}/source`)) {
    const written = claims.whole(address, 500, `${path}/source`)
    if (written === null || source !== '') continue
    const { url, carried } = withoutSecret(written)
    if (carried) claims.ask('import.addressCarriesSecret', { pointer: address.pointer })
    for (const question of addressQuestions(url)) claims.ask(question.code, question.facts)
    if (url !== '') source = claims.claim(`${path}/source`, url, address.pointer)
  }
  const data = claims.members(claims.at(place, 'data'), 40, '/dataCategories')
  readCategories(
    claims,
    data.map((one) => claims.at(one, 'classification')),
    categories,
  )
  claims.ask('import.permissionsUnknown', { tool: name })
  tools.push({ name, kind: 'api', description, permissions: [], source, version, hash: null, secrets: [] })
}

const knownSpec = /^1\.[567]$/

/** The draft that a bill gives, or import.modelMissing: a bill of software alone says nothing that is filed of an agent. */
export const readCycloneDx = (claims: Claims, root: Place): Reading | { refusal: Refusal & { pointer?: string } } => {
  claims.use(claims.at(root, 'bomFormat'))
  const product = claims.at(claims.at(root, 'metadata'), 'component')
  const components = componentsIn(claims, root)
  const models = [...(isModel(product) ? [product] : []), ...components.filter(isModel)]
  if (models.length === 0) return { refusal: { code: 'import.modelMissing', facts: {}, pointer: '/components' } }
  const protocol = claims.look(claims.at(root, 'specVersion'), 32)
  if (protocol === null) claims.ask('import.protocolVersionMissing')
  else if (!knownSpec.test(protocol)) claims.ask('import.protocolVersionUnknown', { protocolVersion: protocol })
  const signature = claims.at(root, 'signature')
  if (signature.value !== undefined) {
    claims.use(signature)
    claims.ask('import.signatureUnverified', { count: 1 })
  }
  const names = isObject(product.value) ? readNames(claims, product) : null
  const basics = readBasics(claims, product)
  const buildHash = isModel(product) ? null : sha256Of(claims, product, '/buildHash')
  const categories: DataCategory[] = []
  const draft: DraftVersion = { ...(names === null ? {} : { names }), ...basics, ...(buildHash === null ? {} : { buildHash }) }
  const read = readModels(claims, models, product)
  const cards = readModelCards(
    claims,
    models,
    components.filter((place) => isObject(place.value) && place.value.type === 'data'),
    categories,
  )
  const tools: AgentTool[] = []
  for (const place of claims.members(claims.at(root, 'services'), 200, '/tools')) readService(claims, place, tools, categories)
  return {
    protocol,
    provider: readMaker(claims, root, product),
    draft: {
      ...draft,
      ...cards,
      models: read,
      ...(tools.length === 0 ? {} : { tools }),
      ...(categories.length === 0 ? {} : { dataCategories: categories }),
    },
  }
}
