// The models in a bill of materials and what their cards say: who provides them, how the agent reaches them, what they were made of, where their limits lie.
import type { AgentModel, DraftVersion } from '../version.ts'
import type { DataCategory, ModelAccessMode } from '../vocabulary.ts'
import type { Claims, Place } from './claim.ts'
import { readCategories } from './data-category.ts'
import { isObject } from './document.ts'

export const isModel = (place: Place): boolean => isObject(place.value) && place.value.type === 'machine-learning-model'

/** Components, and the components inside them, down to the limit that the document keeps anyway. */
export const componentsIn = (claims: Claims, root: Place): Place[] =>
  claims
    .members(claims.at(root, 'components'), 5000, '/models')
    .flatMap((place) => [place, ...(isObject(place.value) && Array.isArray(place.value.components) ? componentsIn(claims, place) : [])])

/** The SHA-256 among the hashes of a component. */
export const sha256Of = (claims: Claims, component: Place, path: string): string | null => {
  for (const place of claims.members(claims.at(component, 'hashes'), 40, path)) {
    if (!isObject(place.value) || place.value.alg !== 'SHA-256') continue
    claims.use(claims.at(place, 'alg'))
    const content = claims.at(place, 'content')
    const written = claims.look(content, 64)?.toLowerCase() ?? ''
    if (/^[0-9a-f]{64}$/.test(written)) return claims.claim(path, written, content.pointer)
  }
  return null
}

const providerOf = (claims: Claims, component: Place, path: string): string | null => {
  for (const name of ['supplier', 'manufacturer'])
    if (isObject(claims.at(component, name).value)) {
      const given = claims.line(claims.at(claims.at(component, name), 'name'), 160, path)
      if (given !== null) return given
    }
  return claims.line(claims.at(component, 'publisher', 'group'), 160, path, 'inferred')
}

/** How the agent reaches the model, as far as a bill lets one guess. */
const accessOf = (claims: Claims, model: Place, isProduct: boolean, hash: string | null): { mode: ModelAccessMode; place: Place } => {
  const ancestors = claims.at(claims.at(model, 'pedigree'), 'ancestors')
  if (Array.isArray(ancestors.value) && ancestors.value.length > 0) return { mode: 'tuned_model', place: ancestors }
  const type = claims.at(model, 'type')
  if (isProduct) return { mode: 'own_model', place: type }
  const purl = claims.at(model, 'purl')
  if (typeof purl.value === 'string' && purl.value.startsWith('pkg:huggingface/')) return { mode: 'open_weights', place: purl }
  return hash === null ? { mode: 'api_call', place: type } : { mode: 'open_weights', place: type }
}

/** The models, each once by name and version; the first forty. */
export const readModels = (claims: Claims, places: readonly Place[], product: Place): AgentModel[] => {
  const models: AgentModel[] = []
  for (const place of places) {
    const namePlace = claims.at(place, 'name')
    const bare = claims.look(namePlace, 130)
    const version = claims.look(claims.at(place, 'version'), 64)
    if (bare === null) {
      claims.ask('import.modelUnreadable', { pointer: place.pointer })
      continue
    }
    // A model has no version of its own in a description: its name says which one it is.
    const name = version === null || bare.split(/[\s@:_-]+v?/).includes(version) ? bare : `${bare} ${version}`
    if (models.some((model) => model.name === name)) {
      claims.ask('import.modelRepeated', { model: name })
      continue
    }
    if (models.length === 40) {
      claims.ask('import.listCut', { path: '/models', length: places.length, limit: 40 })
      break
    }
    const path = `/models/${models.length}`
    claims.claim(`${path}/name`, name, namePlace.pointer, name === bare ? 'stated' : 'inferred')
    const provider = providerOf(claims, place, `${path}/provider`) ?? ''
    const hash = sha256Of(claims, place, `${path}/hash`)
    const access = accessOf(claims, place, place.pointer === product.pointer, hash)
    claims.use(access.place)
    const accessMode = claims.claim(`${path}/accessMode`, access.mode, access.place.pointer, 'inferred')
    claims.ask('import.modelAccessGuessed', { model: name })
    models.push({ name, provider, filingNo: null, accessMode, hash })
  }
  return models
}

/** Texts of a list, or the names of its members where a later edition made them objects. */
const textsIn = (claims: Claims, place: Place): Place[] =>
  claims
    .members(place, 200, '/capability')
    .map((one) => (isObject(one.value) ? claims.at(one, 'name', 'description') : one))
    .filter((one) => typeof one.value === 'string')

const readData = (claims: Claims, dataset: Place, categories: DataCategory[]): void => {
  const texts = [...claims.members(claims.at(dataset, 'sensitiveData'), 40, '/dataCategories'), claims.at(dataset, 'classification')]
  const name = claims.look(claims.at(dataset, 'name'), 200)
  if (!readCategories(claims, texts, categories) && name !== null) claims.ask('import.dataCategoryUnknown', { name })
}

const readMedia = (claims: Claims, place: Place, path: string, seen: string[]): void => {
  for (const one of claims.members(place, 40, path)) {
    const format = claims.at(one, 'format')
    // Cards also write "string" or "image": only a media type says the same here.
    const type = typeof format.value === 'string' && /^[\w.+-]+\/[\w.+*-]+$/.test(format.value.trim()) ? claims.look(format, 100) : null
    if (type !== null && !seen.includes(type) && seen.length < 40)
      seen.push(claims.claim(`${path}/${seen.length}`, type, format.pointer, 'inferred'))
  }
}

/** What the model cards say together: uses, limits, media types and data. A limit of the model is claimed as a limit of the agent. */
export const readModelCards = (
  claims: Claims,
  models: readonly Place[],
  data: readonly Place[],
  categories: DataCategory[],
): DraftVersion => {
  const [can, cannot, inputModes, outputModes]: [string[], string[], string[], string[]] = [[], [], [], []]
  const say = (place: Place, list: string[], path: string): void => {
    const sentence = claims.look(place, 500)
    if (sentence !== null && list.length < 60 && !list.includes(sentence))
      list.push(claims.claim(`${path}/${list.length}`, sentence, place.pointer, 'inferred'))
  }
  let risks = 0
  for (const model of models) {
    const card = claims.at(model, 'modelCard')
    const [parameters, considerations] = [claims.at(card, 'modelParameters'), claims.at(card, 'considerations')]
    for (const place of textsIn(claims, claims.at(considerations, 'useCases'))) say(place, can, '/capability/can')
    for (const place of textsIn(claims, claims.at(considerations, 'technicalLimitations'))) say(place, cannot, '/capability/cannot')
    const ethical = claims.at(considerations, 'ethicalConsiderations')
    if (Array.isArray(ethical.value)) risks += ethical.value.length
    readMedia(claims, claims.at(parameters, 'inputs'), '/inputModes', inputModes)
    readMedia(claims, claims.at(parameters, 'outputs'), '/outputModes', outputModes)
    // A reference points at a component of type data, which is read where it stands.
    for (const dataset of claims.members(claims.at(parameters, 'datasets'), 200, '/dataCategories'))
      if (isObject(dataset.value) && dataset.value.ref === undefined) readData(claims, dataset, categories)
  }
  for (const component of data)
    for (const dataset of claims.members(claims.at(component, 'data'), 40, '/dataCategories')) readData(claims, dataset, categories)
  if (risks > 0) claims.ask('import.risksDeclared', { count: risks })
  return {
    ...(can.length + cannot.length === 0 ? {} : { capability: { can, cannot } }),
    ...(inputModes.length === 0 ? {} : { inputModes }),
    ...(outputModes.length === 0 ? {} : { outputModes }),
  }
}
