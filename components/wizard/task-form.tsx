'use client'
// One task of the filing wizard: its questions, what it still needs, what was imported, saved while it is written.
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Submit } from '#components/ui/submit'
import type { FormField } from '../case/form-shape.tsx'
import { send } from '../case/send.tsx'
import type { Claim, ClaimDesk, ClaimWords } from './claims.tsx'
import { type ControlWords, WizardControl } from './control.tsx'
import { type Part, type SaveCommand, useDraft } from './draft.ts'
import { SavedLine, type SavedWords, SaveTrouble } from './saved-line.tsx'
import type { Tree } from './wire.ts'

export type TaskWords = ControlWords &
  ClaimWords &
  SavedWords & { save: string; saveAndBack: string; confirmAll: string; needsTitle: string; invalid: string; missing: string }
export type TaskProps = {
  id: string
  version: number
  part: Part
  command?: SaveCommand
  fields: readonly FormField[]
  values: Tree
  claims: readonly Claim[]
  mayConfirm: boolean
  /** What the rules say is missing or wrong now, in words. */
  needs: readonly string[]
  backHref: string
  words: TaskWords
  idPrefixes?: Record<string, string>
}

/** The tick of imported values: saves first, so that what is confirmed is what stands there. */
export const useClaimDesk = (
  id: string,
  claims: readonly Claim[],
  mayConfirm: boolean,
  draft: ReturnType<typeof useDraft>,
  words: ClaimWords,
): ClaimDesk & { fault: string } => {
  const router = useRouter()
  const [fault, setFault] = useState('')
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  const confirm = async (paths: readonly string[]) => {
    if (!(await draft.save()) && draft.conflicts.length > 0) return
    const sent = await send('filings', id, 'confirm', { paths }, draft.seen(), crypto.randomUUID())
    setFault(sent.ok ? '' : sent.problem.detail)
    if (!sent.ok) return
    draft.noteVersion(sent.version)
    setConfirmed((before) => new Set([...before, ...paths]))
    router.refresh()
  }
  const shown = claims.map((claim) => (claim.confirmedBy === null && confirmed.has(claim.path) ? { ...claim, confirmedBy: 'me' } : claim))
  return { claims: shown, mayConfirm, confirm: (paths) => void confirm(paths), words, fault }
}

/** The form of one task. */
export function TaskForm({
  id,
  version,
  part,
  command,
  fields,
  values,
  claims,
  mayConfirm,
  needs,
  backHref,
  words,
  idPrefixes,
}: TaskProps) {
  const draft = useDraft({ id, version, part, command, fields, values, invalid: words.invalid, missing: words.missing })
  const desk = useClaimDesk(id, claims, mayConfirm, draft, words)
  const open = desk.claims.filter((claim) => claim.confirmedBy === null)
  return (
    <>
      <p className="saved">
        <SavedLine draft={draft} words={words} />
      </p>
      <SaveTrouble draft={draft} fields={fields} words={words} />
      {desk.fault ? (
        <p className="care" role="alert">
          {desk.fault}
        </p>
      ) : null}
      <Needs title={words.needsTitle} needs={needs} />
      {open.length > 0 && mayConfirm ? (
        <p style={{ paddingBottom: 16 }}>
          <button type="button" className="btn sm" onClick={() => desk.confirm(open.map((claim) => claim.path))}>
            {words.confirmAll.replace('{count}', String(open.length))}
          </button>
        </p>
      ) : null}
      <form
        noValidate
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null) || event.target !== event.relatedTarget) void draft.save()
        }}
        onSubmit={async (event) => {
          event.preventDefault()
          if (await draft.save()) window.location.assign(backHref)
        }}
      >
        {fields.map((field) => (
          <WizardControl
            key={field.name}
            field={field}
            at={`/${field.name}`}
            value={draft.tree[field.name]}
            errors={draft.errors}
            words={words}
            desk={desk}
            idPrefixes={idPrefixes}
            onChange={(value) => draft.change(field.name, value)}
          />
        ))}
        <p className="row wide" style={{ flexWrap: 'wrap' }}>
          {/* Never disabled: pressing it takes the focus from a field, which saves, and the press must not be lost to that. */}
          <Submit className="btn go lg">{words.saveAndBack}</Submit>
        </p>
      </form>
    </>
  )
}

/** What this part still needs, as the rules of submitting say it. */
export function Needs({ title, needs }: { title: string; needs: readonly string[] }) {
  if (needs.length === 0) return null
  return (
    <section className="summary" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
    </section>
  )
}
