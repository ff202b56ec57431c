'use client'
// Saves the present filters and order under a name, for oneself or for the office, and forgets a view of one's own.
import { useState } from 'react'
import { Dialog } from '#components/ui/dialog'
import { Icon } from '#components/ui/icon'
import { Submit } from '#components/ui/submit'

export type SaveViewWords = {
  save: string
  name: string
  share: string
  keep: string
  hint: string
  close: string
  cancel: string
  forget: string
  network: string
}

export function SaveView({
  kind,
  query,
  current,
  words,
}: {
  kind: string
  query: string
  current: { id: string; name: string } | null
  words: SaveViewWords
}) {
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const [fault, setFault] = useState('')
  const save = async () => {
    setFault('')
    try {
      const response = await fetch('/api/v1/views', {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind, name, query, isShared }),
      })
      if (response.ok) window.location.reload()
      else setFault(String((await response.json()).detail ?? words.network))
    } catch {
      setFault(words.network)
    }
  }
  const forget = async () => {
    if (!current) return
    const response = await fetch(`/api/v1/views/${current.id}`, { method: 'DELETE', credentials: 'same-origin' }).catch(() => null)
    if (response?.ok) window.location.assign(`/console/queue?kind=${kind}`)
  }
  return (
    <>
      {current ? (
        <button type="button" className="btn bare sm" aria-label={words.forget} title={words.forget} onClick={() => void forget()}>
          <Icon name="i-x" size={12} />
        </button>
      ) : null}
      <button type="button" className="btn bare sm" onClick={() => setOpen(true)}>
        {words.save}
      </button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={words.save}
        close={words.close}
        acts={
          <>
            <Submit form="save-view" className="btn go">
              {words.keep}
            </Submit>
            <button type="button" className="btn" onClick={() => setOpen(false)}>
              {words.cancel}
            </button>
          </>
        }
      >
        <form
          id="save-view"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <div className="ask">
            <label htmlFor="view-name">{words.name}</label>
            <p className="hint">{words.hint}</p>
            <input
              id="view-name"
              className="field"
              required
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <label className="tick">
            <input type="checkbox" className="box" checked={isShared} onChange={(event) => setShared(event.target.checked)} />
            <span>{words.share}</span>
          </label>
          <p className="care" aria-live="polite">
            {fault}
          </p>
        </form>
      </Dialog>
    </>
  )
}
