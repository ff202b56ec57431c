'use client'
// The act that opens a case of a kind: a button, its form in a dialog, then the page of what was made.
import { useRef, useState } from 'react'
import { CommandForm, type FormWords } from './command-form.tsx'
import type { CommandForm as Shape } from './form-shape.tsx'

type Props = {
  plural: string
  form: Shape
  words: FormWords & { close: string }
  label: string
  hint?: string
  fixed?: Record<string, unknown> /** `{id}` stands for the new case. */
  then: string
}

export function NewCase({ plural, form, words, label, hint, fixed, then }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)
  const show = () => {
    setOpen(true)
    requestAnimationFrame(() => dialog.current?.showModal())
  }
  const close = () => {
    dialog.current?.close()
    setOpen(false)
  }
  return (
    <>
      <button type="button" className="btn go" onClick={show}>
        {label}
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="new-case-title" onClose={() => setOpen(false)}>
        {isOpen ? (
          <>
            <header className="row">
              <h2 id="new-case-title">{label}</h2>
              <button type="button" className="btn bare end" aria-label={words.close} onClick={close}>
                ×
              </button>
            </header>
            {hint ? <p className="t2">{hint}</p> : null}
            <CommandForm
              plural={plural}
              id={null}
              version={null}
              form={form}
              words={words}
              fixed={fixed}
              then={then}
              onDone={close}
              onCancel={close}
            />
          </>
        ) : null}
      </dialog>
    </>
  )
}
