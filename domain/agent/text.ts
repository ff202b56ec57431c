// What a text of a description may hold: readable characters only, so that a name on a public page cannot hide or reorder anything.
import { z } from 'zod'

// C0 and C1 controls but tab and line feed; zero-width and word-joining marks; bidirectional controls; the byte order mark; tag characters.
const unseen = /(?![\t\n])\p{Cc}|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu
const lineBreak = /\r\n?|[\u0085\u2028\u2029]/g
const loneSurrogate = /\p{Surrogate}/gu

/** The text without unseen characters, with plain line feeds, lone surrogates replaced, and no space around it. */
export const cleanText = (text: string): string => text.replace(loneSurrogate, '\uFFFD').replace(lineBreak, '\n').replace(unseen, '').trim()

/** The text as one line: every run of white space becomes one space. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ')

/** At most `limit` UTF-16 units, never half a character. */
export const cut = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  const kept = text.slice(0, limit)
  return (/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept).trimEnd()
}

/** One line of at most `limit` UTF-16 units; may be empty in a draft. */
export const line = (limit: number) =>
  z
    .string()
    .max(limit)
    .refine((text) => text === cleanLine(text), { error: 'text.notClean' })

/** Several lines of at most `limit` UTF-16 units; may be empty in a draft. */
export const prose = (limit: number) =>
  z
    .string()
    .max(limit)
    .refine((text) => text === cleanText(text), { error: 'text.notClean' })

/** The key of a row: unique in its list and stable between versions, so that two versions can be compared row by row. */
export const rowKey = line(200).min(1)

export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, { error: 'text.notASha256' })
