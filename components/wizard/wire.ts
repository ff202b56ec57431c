// Between what is typed and what is sent: a value as the API wants it, or nothing while it is not complete. Pure.
import type { FormField } from '../case/form-shape.tsx'

export type Tree = { [name: string]: unknown }
/** `value` undefined: nothing can be sent of it yet. `unfinished` counts rows and groups that were begun and are not complete. */
export type Wire = { value: unknown; unfinished: number }

/** The mark by which a row is known while it is edited; never sent. */
export const rowMark = '#'
let lastMark = 0
export const marked = (row: Tree): Tree => {
  lastMark += 1
  return { ...row, [rowMark]: `r${lastMark}` }
}

/** The field that names a row of these lists: a row without it is not there yet. */
export const keyOfList: Record<string, string> = {
  models: 'name',
  tools: 'name',
  skills: 'id',
  endpoints: 'url',
  authorityMatrix: 'action',
  guardrails: 'id',
}

/** Canonical text of a value, so that key order makes no difference. */
export const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([key]) => key !== rowMark)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  ) ?? 'absent'
export const isSame = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other)

const lineOf = (text: string) => text.replace(/\s+/g, ' ').trim()
const proseOf = (text: string) => text.replace(/\r\n?/g, '\n').trim()
const done = (value: unknown): Wire => ({ value, unfinished: 0 })

const textWire = (field: FormField, value: unknown, clean: (text: string) => string): Wire => {
  if (typeof value !== 'string') return done(value === null && field.isNullable ? null : undefined)
  const text = clean(value)
  return done(text === '' && field.isNullable ? null : text)
}

/** Inside a group or row an untouched text or list is an empty one. */
const inner = (field: FormField, value: unknown): unknown =>
  value !== undefined
    ? value
    : field.kind === 'line' || field.kind === 'prose'
      ? field.isNullable
        ? null
        : ''
      : field.kind === 'lines' || field.kind === 'choices' || field.kind === 'rows'
        ? []
        : field.isNullable
          ? null
          : undefined

const partsOf = (fields: readonly FormField[], tree: Tree): { value: Tree | undefined; missing: string[] } => {
  const parts = fields.map((field) => [field.name, wireOf(field, inner(field, tree[field.name])).value] as const)
  const missing = parts.filter(([, value]) => value === undefined).map(([name]) => name)
  return { value: missing.length === 0 ? Object.fromEntries(parts) : undefined, missing }
}

/** The fields of a row or group that keep it from being complete. */
export const missingIn = (field: FormField, tree: Tree): string[] => {
  const key = keyOfList[field.name]
  const { missing } = partsOf(field.fields ?? [], tree)
  return key && String(tree[key] ?? '').trim() === '' && !missing.includes(key) ? [key, ...missing] : missing
}

const rowsWire = (field: FormField, rows: readonly Tree[], saved: ReadonlyMap<string, unknown>): Wire => {
  let unfinished = 0
  const value = rows.flatMap((row) => {
    const whole = missingIn(field, row).length === 0 ? partsOf(field.fields ?? [], row).value : undefined
    if (whole !== undefined) return [whole]
    unfinished += 1
    // What was saved stays saved while it is rewritten.
    const before = saved.get(String(row[rowMark]))
    return before === undefined ? [] : [before]
  })
  return { value, unfinished }
}

/** A value as the API wants it. `saved` holds rows as last saved, by their mark. */
export const wireOf = (field: FormField, value: unknown, saved: ReadonlyMap<string, unknown> = new Map()): Wire => {
  switch (field.kind) {
    case 'line':
      return textWire(field, value, lineOf)
    case 'prose':
      return textWire(field, value, proseOf)
    case 'date':
    case 'instant':
    case 'choice':
      return done(
        value === '' || value === undefined || value === null ? (field.isNullable && value !== undefined ? null : undefined) : value,
      )
    case 'number':
    case 'numberChoice':
      return done(value === '' || value === null ? (field.isNullable ? null : undefined) : value === undefined ? undefined : Number(value))
    case 'numberChoices':
      return done(Array.isArray(value) ? value.map(Number) : undefined)
    case 'choices':
    case 'conditions':
    case 'file':
    case 'files':
      return done(value)
    case 'lines':
      return done(Array.isArray(value) ? value.map((line) => lineOf(String(line))).filter((line) => line !== '') : undefined)
    case 'flag':
      return done(typeof value === 'boolean' ? value : undefined)
    case 'group': {
      if (value === null || value === undefined) return done(value === null && field.isNullable ? null : undefined)
      const { value: whole } = partsOf(field.fields ?? [], value as Tree)
      return { value: whole, unfinished: whole === undefined ? 1 : 0 }
    }
    case 'rows':
      return Array.isArray(value) ? rowsWire(field, value as Tree[], saved) : done(undefined)
  }
}

/** What the form holds of a stored value: the same, with marks on rows. */
export const heldOf = (field: FormField, value: unknown): unknown =>
  field.kind === 'rows' && Array.isArray(value) ? value.map((row) => marked(row as Tree)) : value

export type Merge = { tree: Tree; base: Tree; conflicts: { name: string; base: unknown; yours: unknown; theirs: unknown }[] }

/** Three texts of each field become one where at most one side changed it; the others are conflicts for a person to decide. */
export const merged = (fields: readonly FormField[], tree: Tree, mine: Tree, base: Tree, theirs: Tree): Merge => {
  const result: Merge = { tree: { ...tree }, base: { ...base }, conflicts: [] }
  for (const field of fields) {
    const { name } = field
    const isMineOld = mine[name] === undefined || isSame(mine[name], base[name])
    result.base[name] = theirs[name]
    if (isSame(theirs[name], base[name]) || isSame(theirs[name], mine[name])) continue
    if (isMineOld) result.tree[name] = heldOf(field, theirs[name])
    else result.conflicts.push({ name, base: base[name], yours: mine[name], theirs: theirs[name] })
  }
  return result
}
