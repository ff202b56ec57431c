'use client'
// The editor of the decision-authority matrix: who decides each action, hatched above the ceiling of the scenario; everything else of a row in its dialog.
import { useState } from 'react'
import { AuthorityMatrix, type AuthorityRow as Line, Meter, type Way } from '#components/ui/authority-matrix'
import { Dialog } from '#components/ui/dialog'
import { Submit } from '#components/ui/submit'
import type { FormField } from '../case/form-shape.tsx'
import { claimsAt } from './claims.tsx'
import { nextKey, WizardControl } from './control.tsx'
import { useDraft } from './draft.ts'
import { SavedLine, SaveTrouble } from './saved-line.tsx'
import { Needs, type TaskProps, type TaskWords, useClaimDesk } from './task-form.tsx'
import { marked, missingIn, rowMark, type Tree } from './wire.ts'

export type MatrixWords = TaskWords & {
  action: string
  alone: string
  ask: string
  user: string
  limit: string
  evidence: string
  caption: string
  reading: string
  changing: string
  reserved: string
  details: string
  add: string
  newAction: string
  close: string
  done: string
  meter: string
  noEvidence: string
  remove: string
  above: string
  empty: string
}
type Props = Omit<TaskProps, 'words'> & {
  words: MatrixWords
  /** The most freedom that the scenarios leave, with the sentence that names the decision; null where none is in force. */
  ceiling: { way: Way; says: string } | null
}

const wayOf: Record<string, Way> = { autonomous: 'alone', user_authorised: 'ask', user_only: 'user' }
const modeOf: Record<Way, string> = { alone: 'autonomous', ask: 'user_authorised', user: 'user_only' }
const order: readonly Way[] = ['alone', 'ask', 'user']
/** Acts that read or draft; all others change something for someone. */
const reading = new Set(['content', 'record_read', 'judgement'])
/** What a row that is only for the user carries where nobody was asked. */
const blankRow: Tree = {
  action: '',
  category: '',
  mode: 'user_only',
  reversibility: '',
  cap: null,
  condition: null,
  consent: 'none',
  notice: 'none',
  veto: 'none',
  tools: [],
  evidence: null,
}

export function MatrixEditor({ id, version, command, fields, values, claims, mayConfirm, needs, backHref, words, ceiling }: Props) {
  const draft = useDraft({ id, version, part: 'content', command, fields, values, invalid: words.invalid, missing: words.missing })
  const desk = useClaimDesk(id, claims, mayConfirm, draft, words)
  const [open, setOpen] = useState<string | null>(null)
  const field = fields[0] as FormField
  const rows = (draft.tree[field.name] as Tree[] | undefined) ?? []
  const setRows = (next: readonly Tree[]) => draft.change(field.name, next)
  const update = (mark: string, change: Tree) => setRows(rows.map((row) => (row[rowMark] === mark ? { ...row, ...change } : row)))
  // A row keeps its group while it is edited, so that it does not jump away under the pointer.
  const [fixed] = useState(
    () =>
      new Map(
        ((values[field.name] as Tree[] | undefined) ?? []).map((row) => [
          String(row.id),
          row.mode === 'user_only' ? 'reserved' : reading.has(String(row.category)) ? 'reading' : 'changing',
        ]),
      ),
  )
  const groupOf = (row: Tree) => fixed.get(String(row.id)) ?? (reading.has(String(row.category)) ? 'reading' : 'changing')
  const add = () => {
    const row = marked({ ...blankRow, id: nextKey(rows, 'id', 'A') })
    setRows([...rows, row])
    setOpen(String(row[rowMark]))
  }
  const opened = rows.findIndex((row) => row[rowMark] === open)
  const openRow = rows[opened]
  const isAbove = (way: Way) => ceiling !== null && order.indexOf(way) < order.indexOf(ceiling.way)
  const lines = rows.map((row, index): Line & { group: string } => {
    const mark = String(row[rowMark])
    const way = wayOf[String(row.mode)]
    const evidence = String(row.evidence ?? '')
    const unconfirmed = claimsAt(desk.claims, `/${field.name}/${index}`, true).some((claim) => claim.confirmedBy === null)
    const missing = missingIn(field, row).length > 0
    return {
      key: mark,
      number: index + 1,
      action: String(row.action || words.newAction),
      ...(way ? { way } : {}),
      ...(ceiling ? { ceiling: ceiling.way } : {}),
      limit: String(row.condition ?? ''),
      group: groupOf(row),
      ...(missing
        ? { note: <span className="care">{words.unfinishedRow}</span> }
        : unconfirmed
          ? { note: <span className="care">{words.claimed}</span> }
          : {}),
      ...(way && isAbove(way) && ceiling ? { error: ceiling.says } : {}),
      evidence: (
        <>
          {evidence || (way === 'alone' ? <span className="care">{words.noEvidence}</span> : '–')}{' '}
          <button
            type="button"
            className="btn bare sm"
            aria-label={`${String(row.action)} · ${words.details}`}
            onClick={() => setOpen(mark)}
          >
            {words.details}
          </button>
        </>
      ),
    }
  })
  const counts = order.map((way) => lines.filter((line) => line.way === way).length) as [number, number, number]
  const above = lines.filter((line) => line.error !== undefined).length
  const groups = (['reading', 'changing', 'reserved'] as const)
    .map((key) => ({ key, title: words[key], rows: lines.filter((line) => line.group === key) }))
    .filter((group) => group.rows.length > 0)
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
      {rows.length === 0 ? (
        <p className="t2" style={{ padding: '8px 0 16px' }}>
          {words.empty}
        </p>
      ) : (
        <div className="row wide" style={{ padding: '14px 0 6px', fontSize: 13, flexWrap: 'wrap' }}>
          <Meter
            counts={counts}
            says={words.meter
              .replace('{alone}', String(counts[0]))
              .replace('{ask}', String(counts[1]))
              .replace('{user}', String(counts[2]))}
          />
          {above > 0 ? <b className="care end">{words.above.replace('{count}', String(above))}</b> : null}
        </div>
      )}
      <form
        noValidate
        onChange={(event) => {
          const control = event.target as unknown as HTMLInputElement
          const [mark = '', what] = control.name?.split('.') ?? []
          if (what === 'way') update(mark, { mode: modeOf[control.value as Way] })
          if (what === 'limit') update(mark, { condition: control.value === '' ? null : control.value })
        }}
        onBlur={() => void draft.save()}
        onSubmit={async (event) => {
          event.preventDefault()
          if (await draft.save()) window.location.assign(backHref)
        }}
      >
        {rows.length === 0 ? null : <AuthorityMatrix groups={groups} words={words} />}
        <p className="row wide" style={{ paddingTop: 20, flexWrap: 'wrap' }}>
          <Submit className="btn go lg">{words.saveAndBack}</Submit>
          <button type="button" className="btn" onClick={add}>
            {words.add}
          </button>
        </p>
      </form>
      <Dialog
        open={openRow !== undefined}
        onClose={() => {
          setOpen(null)
          void draft.save()
        }}
        title={String(openRow?.action || words.newAction)}
        close={words.close}
        wide
        acts={
          openRow ? (
            <>
              <button
                type="button"
                className="btn go"
                onClick={() => {
                  setOpen(null)
                  void draft.save()
                }}
              >
                {words.done}
              </button>
              <button
                type="button"
                className="btn bare"
                onClick={() => {
                  setRows(rows.filter((row) => row[rowMark] !== open))
                  setOpen(null)
                }}
              >
                {words.remove}
              </button>
            </>
          ) : undefined
        }
      >
        {openRow
          ? field.fields?.map((one) => (
              <WizardControl
                key={one.name}
                field={one}
                at={`/${field.name}/${opened}/${one.name}`}
                value={openRow[one.name]}
                errors={draft.errors}
                words={words}
                desk={desk}
                onChange={(value) => update(String(openRow[rowMark]), { [one.name]: value })}
              />
            ))
          : null}
      </Dialog>
    </>
  )
}
