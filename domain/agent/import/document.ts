// A document handed in from outside, read within limits and without surprises: no deep nesting, no flood of values, no key that means two things.
import { createHash } from 'node:crypto'
import type { Refusal } from '#domain/case'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/**
 * Limits of ux.md 5: bytes of UTF-8, levels of nesting, and values (every object, list, text, number, true, false and null counts one). Keys are
 * limited too, in UTF-16 units: they stand in every pointer below them.
 */
export const documentLimits = { bytes: 1024 * 1024, depth: 32, values: 5000, key: 256 } as const

// Keys that reach into the objects of the language itself: nobody describes an agent with them.
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One step of an RFC 6901 pointer. */
export const step = (key: string | number): string => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

type Level = { keys: Set<string> | null; key: string | number }
const pointerOf = (levels: readonly Level[]): string => levels.map((level) => step(level.key)).join('')

const stopped = (code: string, facts: Refusal['facts'], levels: readonly Level[] = []): { refusal: Refusal & { pointer: string } } => ({
  refusal: { code, facts, pointer: pointerOf(levels) },
})

/** Where the string that opens at `from` has its closing quote; -1 when it has none. */
const closingQuote = (text: string, from: number): number => {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at
  }
  return -1
}

/** The tokens of JSON, each visited once; what is no token is left for JSON.parse to refuse. Null stands for a string without an end. */
function* tokensOf(text: string): Generator<string | null> {
  const scalar = /[^\s"{}[\]:,]+/y
  for (let at = 0; at < text.length; ) {
    const sign = text[at] ?? ''
    if (sign === '"') {
      const end = closingQuote(text, at)
      if (end === -1) {
        yield null
        return
      }
      yield text.slice(at, end + 1)
      at = end + 1
    } else if ('{}[]:,'.includes(sign)) {
      yield sign
      at += 1
    } else {
      scalar.lastIndex = at
      const found = scalar.exec(text)?.[0]
      if (found !== undefined) yield found
      at += found?.length ?? 1
    }
  }
}

const stringOf = (literal: string): string | null => {
  try {
    return JSON.parse(literal) as string
  } catch {
    return null
  }
}

/** Walks the tokens before anything is built: what passes is small enough to parse, and no key of it means two things. */
const survey = (text: string): { refusal: Refusal & { pointer: string } } | null => {
  const levels: Level[] = []
  // Keys and values together: at most two tokens a value.
  let tokens = 0
  let latest: string | null = null
  for (const found of tokensOf(text)) {
    if (found === null) return stopped('import.notJson', {}, levels)
    const level = levels.at(-1)
    if (found === ',') {
      if (level !== undefined && level.keys === null) level.key = Number(level.key) + 1
    } else if (found === '}' || found === ']') {
      levels.pop()
    } else if (found === ':') {
      const key = latest === null ? null : stringOf(latest)
      if (key === null || level === undefined || level.keys === null) return stopped('import.notJson', {}, levels)
      if (key.length > documentLimits.key) return stopped('import.keyTooLong', { limit: documentLimits.key })
      level.key = key
      if (forbiddenKeys.has(key)) return stopped('import.keyForbidden', { key }, levels)
      if (level.keys.has(key)) return stopped('import.keyRepeated', { key }, levels)
      level.keys.add(key)
    } else {
      tokens += 1
      if (tokens > documentLimits.values * 2) return stopped('import.tooManyValues', { limit: documentLimits.values })
      if (found === '{' || found === '[') levels.push({ keys: found === '{' ? new Set() : null, key: 0 })
      if (levels.length > documentLimits.depth) return stopped('import.tooDeep', { limit: documentLimits.depth })
    }
    latest = found.startsWith('"') ? found : null
  }
  return null
}

const count = (value: Json): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, member) => sum + count(member), 1)
  return isObject(value) ? Object.values(value).reduce<number>((sum, member) => sum + count(member), 1) : 1
}

/** SHA-256, lower-case hex, of the document as it was handed in. */
export const sourceHashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * The document, an object, or why it is not read.
 * Refusals: import.tooLarge, import.tooDeep, import.tooManyValues { limit }, import.keyTooLong { limit }, import.keyForbidden,
 * import.keyRepeated { key } (with a pointer), import.notJson, import.notAnObject.
 */
export const readDocument = (text: string): { document: JsonObject } | { refusal: Refusal & { pointer: string } } => {
  if (Buffer.byteLength(text, 'utf8') > documentLimits.bytes) return stopped('import.tooLarge', { limit: documentLimits.bytes })
  const plain = text.replace(/^\uFEFF/, '')
  const refused = survey(plain)
  if (refused !== null) return refused
  let document: Json
  try {
    document = JSON.parse(plain) as Json
  } catch {
    return stopped('import.notJson', {})
  }
  if (!isObject(document)) return stopped('import.notAnObject', {})
  if (count(document) > documentLimits.values) return stopped('import.tooManyValues', { limit: documentLimits.values })
  return { document }
}
