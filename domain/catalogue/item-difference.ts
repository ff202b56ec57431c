// What two editions of a set differ in, item by item and place by place: for people who compare, and for the editor that shows a change before it is sent.

/** The key of an item in a list of the set: its id, clause, code, tier or day, else its place. */
export const keyOf = (value: unknown, index: number): string => {
  const item = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const key = item.id ?? item.clause ?? item.code ?? item.tier ?? item.on
  return typeof key === 'string' || typeof key === 'number' ? String(key) : `#${index + 1}`
}

export type FieldDifference = { path: string; before: unknown; after: unknown }
/** `part` is the list that the item stands in, or the field itself where it is no list. */
export type ItemDifference = { part: string; key: string; kind: 'added' | 'removed' | 'changed'; fields: readonly FieldDifference[] }

type Content = Readonly<Record<string, unknown>>
const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Equal as data: the order of the keys of an object is no difference. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((value, at) => isSame(value, other[at]))
  if (isTree(one) && isTree(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)])
    return [...keys].every((key) => isSame(one[key], other[key]))
  }
  return one === other
}

const fieldsOf = (before: unknown, after: unknown, path = ''): FieldDifference[] => {
  if (isSame(before, after)) return []
  if (!isTree(before) || !isTree(after)) return [{ path, before: before ?? null, after: after ?? null }]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    fieldsOf(before[key], after[key], path === '' ? key : `${path}.${key}`),
  )
}

const named = (content: Content) => {
  const found = new Map<string, { part: string; key: string; value: unknown }>()
  for (const [part, value] of Object.entries(content)) {
    if (!Array.isArray(value)) found.set(part, { part, key: part, value })
    else for (const [at, item] of value.entries()) found.set(`${part}/${keyOf(item, at)}`, { part, key: keyOf(item, at), value: item })
  }
  return found
}

/** Every item that was added, removed or changed, in the order of the later edition; removed ones last. */
export const itemDifferences = (before: Content, after: Content): ItemDifference[] => {
  const [old, next] = [named(before), named(after)]
  const kept = [...next].flatMap(([name, { part, key, value }]): ItemDifference[] => {
    const was = old.get(name)
    if (!was) return [{ part, key, kind: 'added', fields: [{ path: '', before: null, after: value }] }]
    const fields = fieldsOf(was.value, value)
    return fields.length > 0 ? [{ part, key, kind: 'changed', fields }] : []
  })
  const gone = [...old].flatMap(([name, { part, key, value }]): ItemDifference[] =>
    next.has(name) ? [] : [{ part, key, kind: 'removed', fields: [{ path: '', before: value, after: null }] }],
  )
  return [...kept, ...gone]
}
