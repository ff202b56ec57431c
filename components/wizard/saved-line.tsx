'use client'
// The line that says how the draft stands: saved when, what is not saved and why, and the choice when two people wrote the same field.
import { Banner } from '#components/ui/alert'
import { ConflictPanel } from '#components/ui/conflict'
import { Submit } from '#components/ui/submit'
import type { FormField } from '../case/form-shape.tsx'
import type { Draft } from './draft.ts'
import { keyOfList, type Tree } from './wire.ts'

export type SavedWords = {
  saved: string
  saving: string
  notSaved: string
  unfinished: string
  offline: string
  refused: string
  conflictTitle: string
  conflictBy: string
  field: string
  base: string
  yours: string
  theirs: string
  merge: string
  empty: string
  yes: string
  no: string
}

/** `10:42` saved, or what keeps it from being saved. Announced politely. */
export function SavedLine({ draft, words }: { draft: Draft; words: SavedWords }) {
  const { status, savedAt, unfinished } = draft
  const says =
    status === 'saving' ? words.saving : status === 'failed' ? words.notSaved : savedAt ? words.saved.replace('{time}', savedAt) : ''
  return (
    <span role="status" aria-live="polite">
      {says}
      {unfinished > 0 ? <span className="care"> {words.unfinished.replace('{count}', String(unfinished))}</span> : null}
    </span>
  )
}

/** A stored value in one line, for choosing between two of them. */
const spoken = (field: FormField | undefined, value: unknown, words: SavedWords): string => {
  if (value === null || value === undefined || value === '') return words.empty
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) {
    const key = field ? keyOfList[field.name] : undefined
    return value.length === 0
      ? words.empty
      : value
          .map((one) => (typeof one === 'object' && one !== null ? String((one as Tree)[key ?? 'name'] ?? '') : optionWord(field, one)))
          .join(' · ')
  }
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, inner]) => {
        const part = field?.fields?.find((one) => one.name === name)
        return `${part?.label ?? name}: ${spoken(part, inner, words)}`
      })
      .join(' · ')
  return optionWord(field, value)
}
const optionWord = (field: FormField | undefined, value: unknown): string =>
  field?.options?.find((option) => option.value === String(value))?.label ?? String(value)

/** A fault of sending, and the panel of conflicts. */
export function SaveTrouble({ draft, fields, words }: { draft: Draft; fields: readonly FormField[]; words: SavedWords }) {
  const { problem, conflicts, resolve } = draft
  return (
    <>
      {problem ? (
        <Banner tone="care" live title={words.notSaved}>
          {problem.status === 0 ? words.offline : problem.detail}
        </Banner>
      ) : null}
      {conflicts.length > 0 ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            event.stopPropagation()
            const chosen = new FormData(event.currentTarget)
            void resolve(
              Object.fromEntries(
                conflicts.map(({ name }) => [name, chosen.get(name) === 'yours' ? ('yours' as const) : ('theirs' as const)]),
              ),
            )
          }}
        >
          <ConflictPanel
            title={words.conflictTitle}
            by={words.conflictBy}
            words={{ field: words.field, base: words.base, yours: words.yours, theirs: words.theirs }}
            fields={conflicts.map(({ name, ...texts }) => {
              const field = fields.find((one) => one.name === name)
              return {
                key: name,
                label: field?.label ?? name,
                base: spoken(field, texts.base, words),
                yours: spoken(field, texts.yours, words),
                theirs: spoken(field, texts.theirs, words),
                chosen: 'yours' as const,
              }
            })}
            acts={<Submit className="btn go">{words.merge}</Submit>}
          />
        </form>
      ) : null}
    </>
  )
}
