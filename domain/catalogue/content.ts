// Reads the content of an edited set: is it well formed, which items does it hold, and how does it differ from the edition before.
import type { z } from 'zod'
import { calendarSchema, shippedCalendar } from '../clock/calendar.ts'
import type { Changes, Content, EditableSet } from './catalogue-vocabulary.ts'
import { keyOf } from './item-difference.ts'
import { setSchemas, shippedCatalogue } from './shipped.ts'

/** What is wrong with one place of a set: the item by its id, the place inside it as a JSON pointer, and a code. */
export type ContentProblem = { item: string; pointer: string; code: string }

/** Nobody reads more at once, and the first ones name the mistake. */
const mostProblems = 50

/** The shipped edition. The calendar begins with its first published day; the others say when they begin. */
export const shippedEdition = (set: EditableSet): { version: string; effectiveOn: string; content: Content } => {
  if (set === 'calendar')
    return { version: `${shippedCalendar.publishedUntil.slice(0, 4)}.1`, effectiveOn: shippedCalendar.from, content: shippedCalendar }
  const { set: _, version, effectiveOn, ...content } = shippedCatalogue[set]
  return { version, effectiveOn, content }
}

const itemNames = (content: Content): ReadonlyMap<string, unknown> => {
  const named = new Map<string, unknown>()
  for (const [part, value] of Object.entries(content)) {
    if (!Array.isArray(value)) named.set(part, value)
    else
      value.forEach((item, index) => {
        named.set(part === 'items' ? keyOf(item, index) : `${part}/${keyOf(item, index)}`, item)
      })
  }
  return named
}

/** Which items were added, removed or changed, by id, in the order of the set. */
export const changesBetween = (before: Content, after: Content): Changes => {
  const [old, next] = [itemNames(before), itemNames(after)]
  return {
    added: [...next.keys()].filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !next.has(name)),
    changed: [...next.keys()].filter(
      (name) => old.has(name) && JSON.stringify(ordered(next.get(name))) !== JSON.stringify(ordered(old.get(name))),
    ),
  }
}

/** The order of the keys of an object is no change. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  )
}

const problemOf = (content: Content, issue: z.core.$ZodIssue): ContentProblem => {
  const [part, index] = issue.path
  const list = typeof part === 'string' ? content[part] : undefined
  const item = typeof index === 'number' && Array.isArray(list) ? keyOf(list[index], index) : String(part ?? '')
  const pointer = issue.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  return { item, pointer, code: issue.code === 'custom' ? issue.message : issue.code }
}

/** Parses the content by the schema of its set. Returns the clean content, or every problem with the item that it stands in. */
export const readContent = (
  set: EditableSet,
  content: Content,
  version: string,
  effectiveOn: string,
): { ok: true; content: Content } | { ok: false; problems: readonly ContentProblem[] } => {
  const framed = { ...content, set, version, effectiveOn }
  const read = set === 'calendar' ? calendarSchema.safeParse(content) : setSchemas[set].safeParse(framed)
  if (!read.success) return { ok: false, problems: read.error.issues.slice(0, mostProblems).map((issue) => problemOf(content, issue)) }
  const { set: _set, version: _version, effectiveOn: _on, ...clean } = read.data as Content
  return { ok: true, content: clean }
}
