'use client'
// Hands several cases to one officer: single commands in one request, a verdict for each, and what was refused stays selected with its reason.
import { useRef, useState } from 'react'
import { Dialog } from '#components/ui/dialog'
import { Icon } from '#components/ui/icon'
import { showToast } from '#components/ui/toast'
import { fill } from './due.tsx'
import type { QueueItem } from './rows.tsx'

export type AssignWords = {
  assign: string
  assignTitle: string
  assignTo: string
  assignChoose: string
  assignNone: string
  assignSome: string
  assignAll: string
  notAssigned: string
  assigning: string
  assignMe: string
  close: string
  cancel: string
  network: string
}
type Verdict = { ok: boolean; id: string; detail?: string }
type Props = {
  open: boolean
  items: readonly QueueItem[]
  plural: string
  me: { id: string; name: string }
  officers: readonly { id: string; name: string }[]
  words: AssignWords
  onClose: () => void
  /** How many were assigned, and the ids of those that were not. */
  onDone: (done: number, left: string[]) => void
}

export function AssignDialog({ open, items, plural, me, officers, words, onClose, onDone }: Props) {
  const [owner, setOwner] = useState(officers.some((one) => one.id === me.id) ? me.id : '')
  const [isSending, setSending] = useState(false)
  const [failed, setFailed] = useState<{ number: string; why: string }[]>([])
  const [fault, setFault] = useState('')
  // One key for each case and intention: sent again after a broken line, it is the same act.
  const keys = useRef(new Map<string, string>())
  const close = () => {
    setFailed([])
    setFault('')
    onClose()
  }
  const submit = async () => {
    if (isSending || owner === '') return
    setSending(true)
    setFault('')
    const commands = items.map((item) => {
      const intent = `${item.id} ${item.version} ${owner}`
      const key = keys.current.get(intent) ?? crypto.randomUUID()
      keys.current.set(intent, key)
      return { kind: plural, id: item.id, command: 'assign', seen: item.version, key, body: { ownerId: owner } }
    })
    try {
      const response = await fetch('/api/v1/batch', {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ commands }),
      })
      const answer = await response.json()
      if (!response.ok) {
        setFault(String(answer.detail ?? words.network))
        return
      }
      const verdicts = answer.items as Verdict[]
      const refused = items.flatMap((item, place) => (verdicts[place]?.ok ? [] : [{ item, why: verdicts[place]?.detail ?? words.network }]))
      keys.current.clear()
      onDone(
        items.length - refused.length,
        refused.map(({ item }) => item.id),
      )
      setFailed(refused.map(({ item, why }) => ({ number: item.number ?? item.titleZh, why })))
      if (refused.length === 0) {
        showToast({ text: fill(words.assignAll, { done: items.length, name: officers.find((one) => one.id === owner)?.name ?? '' }) })
        close()
      }
    } catch {
      setFault(words.network)
    } finally {
      setSending(false)
    }
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={fill(words.assignTitle, { count: items.length })}
      close={words.close}
      acts={
        <>
          <button type="button" className="btn go" disabled={isSending || owner === ''} onClick={() => void submit()}>
            {isSending ? words.assigning : words.assign}
          </button>
          <button type="button" className="btn" onClick={() => setOwner(me.id)}>
            {words.assignMe}
          </button>
          <button type="button" className="btn" onClick={close}>
            {words.cancel}
          </button>
        </>
      }
    >
      <div className="ask">
        <label htmlFor="assign-owner">{words.assignTo}</label>
        <span className="pick">
          <select id="assign-owner" className="field" value={owner} onChange={(event) => setOwner(event.target.value)}>
            <option value="">{words.assignChoose}</option>
            {officers.map((officer) => (
              <option key={officer.id} value={officer.id}>
                {officer.name}
              </option>
            ))}
          </select>
          <Icon name="i-down" />
        </span>
      </div>
      <div aria-live="polite">
        {fault ? <p className="care">{fault}</p> : null}
        {failed.length > 0 ? (
          <ul className="cap">
            {failed.map(({ number, why }) => (
              <li key={number}>{fill(words.notAssigned, { number, why })}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </Dialog>
  )
}
