// Takes fields out of a source document one by one: cleaned, cut to their limits, and each remembered with the place that it was taken from.
import { cleanLine, cleanText, cut } from '../text.ts'
import type { DraftVersion } from '../version.ts'
import { isObject, type Json, type JsonObject, step } from './document.ts'

/** Copied as it stood, or read out of something else that stood there. */
export type Confidence = 'stated' | 'inferred'
/** What the document claims of one field: the JSON pointer in the draft, the value, and the JSON pointer in the source. A person confirms it. */
export type Claim = { path: string; value: unknown; from: string; confidence: Confidence }
/** Something a person must look at or answer before the claim may be relied upon. */
export type Question = { code: string; facts: Record<string, string | number | boolean | readonly string[]> }

/** A place in the source: the value there and its pointer. */
export type Place = { value: Json | undefined; pointer: string }

export type Claims = {
  claims: Claim[]
  questions: Question[]
  /** The child of a place under the first of the names that is there; older and newer schemas spell fields differently. */
  at(place: Place, ...names: string[]): Place
  members(place: Place, limit: number, path: string): Place[]
  line(place: Place, limit: number, path: string, confidence?: Confidence): string | null
  prose(place: Place, limit: number, path: string, confidence?: Confidence): string | null
  /** One line that is not claimed for the draft itself, only looked at (who provides it, which protocol). */
  look(place: Place, limit: number): string | null
  /** An address or a reference, which means something else when cut: too long a one is not taken, and asked about. */
  whole(place: Place, limit: number, path: string): string | null
  claim<T>(path: string, value: T, from: string, confidence?: Confidence): T
  ask(code: string, facts?: Question['facts']): void
  use(place: Place): void
  ignored(): string[]
}

/** Who provides the agent, by its own description: a claim about identity, never taken for the filer. */
export type Provider = { name: string | null; url: string | null }
/** What a reader of one format makes of a document. */
export type Reading = { protocol: string | null; provider: Provider | null; draft: DraftVersion }

const maxQuestions = 200

/** An account of what is taken from this document. Whatever is not used in the end is listed by `ignored`. */
export const claimsOf = (document: JsonObject): Claims => {
  const claims: Claim[] = []
  const questions: Question[] = []
  const used = new Set<string>()

  const ask: Claims['ask'] = (code, facts = {}) => {
    if (questions.length < maxQuestions) questions.push({ code, facts })
  }
  const use: Claims['use'] = (place) => {
    if (place.value !== undefined) used.add(place.pointer)
  }
  const claim: Claims['claim'] = (path, value, from, confidence = 'stated') => {
    claims.push({ path, value, from, confidence })
    return value
  }
  const text = (place: Place, limit: number, clean: (value: string) => string, path: string | null): string | null => {
    // A number where a text is due (version: 3.83) is common and means the same.
    const raw = typeof place.value === 'number' ? String(place.value) : place.value
    if (typeof raw !== 'string') return null
    use(place)
    const cleaned = clean(raw)
    if (cleaned.length > limit && path !== null) ask('import.textCut', { path, length: cleaned.length, limit })
    return cut(cleaned, limit)
  }
  const taken = (place: Place, value: string | null, path: string, confidence: Confidence): string | null => {
    if (value === null || value === '') return null
    return claim(path, value, place.pointer, confidence)
  }

  return {
    claims,
    questions,
    ask,
    use,
    claim,
    at: (place, ...names) => {
      const from = isObject(place.value) ? place.value : {}
      const name = names.find((candidate) => Object.hasOwn(from, candidate)) ?? names[0] ?? ''
      return { value: Object.hasOwn(from, name) ? from[name] : undefined, pointer: place.pointer + step(name) }
    },
    members: (place, limit, path) => {
      if (!Array.isArray(place.value)) return []
      use({ value: place.value.length === 0 ? place.value : undefined, pointer: place.pointer })
      if (place.value.length > limit) ask('import.listCut', { path, length: place.value.length, limit })
      return place.value.slice(0, limit).map((value, index) => ({ value, pointer: place.pointer + step(index) }))
    },
    line: (place, limit, path, confidence = 'stated') => taken(place, text(place, limit, cleanLine, path), path, confidence),
    prose: (place, limit, path, confidence = 'stated') => taken(place, text(place, limit, cleanText, path), path, confidence),
    whole: (place, limit, path) => {
      const value = text(place, Number.POSITIVE_INFINITY, cleanLine, null)
      if (value === null || value.length <= limit) return value || null
      ask('import.textTooLong', { path, length: value.length, limit })
      return null
    },
    look: (place, limit) => text(place, limit, cleanLine, null) || null,
    ignored: () => {
      const left: string[] = []
      const prefixes = new Set<string>()
      for (const pointer of used) {
        for (let at = pointer.lastIndexOf('/'); at >= 0; at = pointer.lastIndexOf('/', at - 1)) {
          prefixes.add(pointer.slice(0, at))
          if (at === 0) break
        }
      }
      const visit = (value: Json, pointer: string): void => {
        if (used.has(pointer)) return
        if (!prefixes.has(pointer)) {
          left.push(pointer)
          return
        }
        const entries = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : []
        for (const [key, member] of entries) visit(member, pointer + step(key))
      }
      for (const [key, value] of Object.entries(document)) visit(value, step(key))
      return left
    },
  }
}
