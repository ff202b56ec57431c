// Lays an imported draft over what the filer already has: rows are matched by what names them, and nothing that the document does not speak of is lost.
import { rowKeyField } from '../difference.ts'
import type { DraftVersion } from '../version.ts'
import type { Claim } from './claim.ts'

type Row = Record<string, unknown>

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** The row with what the document says of it; a field that the document leaves blank keeps what the filer wrote. */
const mergeRow = (was: unknown, is: unknown): unknown => {
  if (typeof was !== 'object' || was === null || typeof is !== 'object' || is === null) return is
  return { ...was, ...Object.fromEntries(Object.entries(is).filter(([key, value]) => !isBlank(value) || !Object.hasOwn(was, key))) }
}

const keyOf = (row: unknown, field: string | undefined): string => String(field === undefined ? row : (row as Row)[field])

/** The list with the new members in the place of those of the same key, the others after it; and where each new member went. */
const mergeLists = (
  before: readonly unknown[],
  imported: readonly unknown[],
  field: string | undefined,
): { list: unknown[]; places: number[] } => {
  const list = [...before]
  const taken = new Set<number>()
  const places = imported.map((row) => {
    const at = list.findIndex((other, index) => !taken.has(index) && keyOf(other, field) === keyOf(row, field))
    const place = at === -1 ? list.length : at
    list[place] = mergeRow(list[place], row)
    taken.add(place)
    return place
  })
  return { list, places }
}

/**
 * The draft after the import, and the claims with their paths moved to where their fields now stand. Two imports of the same document change
 * nothing the second time. The result may exceed a limit of the schema (too many rows): the form's own check says so.
 */
export const mergeDraft = (
  before: DraftVersion,
  imported: DraftVersion,
  claims: readonly Claim[],
): { content: DraftVersion; claims: Claim[] } => {
  const content: Row = { ...before }
  const movedTo = new Map<string, number>()
  const lay = (path: string, was: unknown, is: unknown, field: string | undefined): unknown => {
    if (Array.isArray(is)) {
      const { list, places } = mergeLists(Array.isArray(was) ? was : [], is, field)
      for (const [index, place] of places.entries()) movedTo.set(`${path}/${index}`, place)
      return list
    }
    if (typeof is !== 'object' || is === null || typeof was !== 'object' || was === null) return isBlank(is) ? (was ?? is) : is
    const merged: Row = { ...(was as Row) }
    for (const [key, value] of Object.entries(is)) merged[key] = lay(`${path}/${key}`, merged[key], value, undefined)
    return merged
  }
  for (const [key, value] of Object.entries(imported)) content[key] = lay(`/${key}`, content[key], value, rowKeyField(key))
  const moved = claims.map((claim) => {
    const parts = claim.path.split('/')
    for (const length of [3, 4]) {
      const place = movedTo.get(parts.slice(0, length).join('/'))
      if (place === undefined) continue
      const path = [...parts.slice(0, length - 1), String(place), ...parts.slice(length)].join('/')
      return { ...claim, path }
    }
    return claim
  })
  return { content: content as DraftVersion, claims: moved }
}
