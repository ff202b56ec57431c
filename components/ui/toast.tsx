// What was done, with a way to undo it: stays six seconds, waits under pointer and focus. Errors never come here.
'use client'
import { useCallback, useEffect, useRef, useState } from 'react'

export type Toast = { text: string; undo?: { word: string; act: () => void } }

const channel = 'register:toast'
const stayMs = 6000

/** Shows a toast from anywhere in the page. */
export const showToast = (toast: Toast): void => {
  window.dispatchEvent(new CustomEvent<Toast>(channel, { detail: toast }))
}

/** The place where toasts appear: once a shell. Announced politely; `z` undoes the newest while it is there. */
export function Toasts({ label, dismiss }: { label: string; dismiss: string }) {
  const [toasts, setToasts] = useState<readonly (Toast & { id: number })[]>([])
  const next = useRef(0)
  const drop = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), [])

  useEffect(() => {
    const add = (event: Event) => {
      const { detail } = event as CustomEvent<Toast>
      next.current += 1
      const id = next.current
      setToasts((before) => [...before.slice(-2), { ...detail, id }])
    }
    window.addEventListener(channel, add)
    return () => window.removeEventListener(channel, add)
  }, [])

  return (
    <section className="toasts" aria-label={label} aria-live="polite">
      {toasts.map((toast) => (
        <Line key={toast.id} toast={toast} dismiss={dismiss} drop={drop} />
      ))}
    </section>
  )
}

function Line({ toast, dismiss, drop }: { toast: Toast & { id: number }; dismiss: string; drop: (id: number) => void }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => drop(toast.id), stayMs)
    return () => clearTimeout(timer)
  }, [held, drop, toast.id])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only hold it longer, nothing is done by them
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.undo ? (
        <button
          type="button"
          className="btn sm"
          data-undo=""
          onClick={() => {
            toast.undo?.act()
            drop(toast.id)
          }}
        >
          {toast.undo.word}
          <kbd>z</kbd>
        </button>
      ) : null}
      <button type="button" className="btn sm bare" onClick={() => drop(toast.id)}>
        {dismiss}
      </button>
    </div>
  )
}
