// A native dialog: focus is kept inside, Escape closes, the page behind does not answer.
'use client'
import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'
import { Icon } from './icon.tsx'

/**
 * `open` shows it, `onClose` is told of every way out. `tone` cinnabar for recall and refusal. `acts` stand at the foot, the
 * safe one first. Focus goes to `[autofocus]`, else to the first control (WCAG 2.4.3).
 */
export function Dialog({
  open,
  onClose,
  title,
  close,
  tone,
  wide,
  acts,
  children,
}: {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** The word on the closing cross. */
  close: string
  tone?: 'stop'
  wide?: boolean
  acts?: ReactNode
  children: ReactNode
}) {
  const frame = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useOpen(frame, open)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the scrim is an extra; Escape and the cross do the same by key
    <dialog
      ref={frame}
      className={['dialog', tone, wide ? 'wide' : ''].filter(Boolean).join(' ')}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === frame.current) onClose()
      }}
    >
      <div className="sheet-of-paper">
        <header>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="btn bare sm" aria-label={close} onClick={onClose}>
            <Icon name="i-x" />
          </button>
        </header>
        <div className="said">{children}</div>
        {acts === undefined ? null : <footer>{acts}</footer>}
      </div>
    </dialog>
  )
}

function useOpen(frame: RefObject<HTMLDialogElement | null>, open: boolean) {
  useEffect(() => {
    const dialog = frame.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [frame, open])
}
