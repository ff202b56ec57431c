// What an imported file claims, followed through the edits of a person: a claim stays open until confirmed, and ends when a person writes something else.
import canonicalize from 'canonicalize'
import { rowKeyField } from '#domain/agent/difference'
import type { DraftVersion } from '#domain/agent/version'
import type { Claim } from './state.ts'

/** RFC 8785 text, to compare values by content; absent counts as null. */
export const canonicalOf = (value: unknown): string => canonicalize(value ?? null) ?? 'null'

const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const within = (value: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? (at as Record<string, unknown>)[step] : undefined),
    value,
  )

/** The value at an RFC 6901 pointer, or undefined. */
export const valueAt = (content: DraftVersion, pointer: string): unknown => within(content, stepsOf(pointer))

/** What names a row of this list, so that it is found again when rows before it come or go. */
const keyOf = (list: string, row: unknown): string => {
  const field = rowKeyField(list)
  return canonicalOf(field !== undefined && typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[field] : row)
}

/** The claims that still speak of the text after an edit: at their place, or at the new place of their row. */
export const movedClaims = (claims: readonly Claim[], before: DraftVersion, after: DraftVersion): Claim[] =>
  claims.flatMap((claim) => {
    const steps = stepsOf(claim.path)
    const isSame = (value: unknown) => value !== undefined && canonicalOf(value) === canonicalOf(claim.value)
    const [field = '', index, ...rest] = steps
    const [was, is] = [within(before, [field]), within(after, [field])]
    if (!Array.isArray(was) || !Array.isArray(is) || index === undefined) return isSame(within(after, steps)) ? [claim] : []
    const key = keyOf(field, was[Number(index)])
    const moved = is.findIndex((row) => keyOf(field, row) === key && isSame(within(row, rest)))
    return moved === -1
      ? []
      : [
          {
            ...claim,
            path: `/${[field, String(moved), ...rest].map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
          },
        ]
  })
