'use client'
// The acts open on a case: a button each, drawn from the moves table; pressing one opens its form in a dialog.
import { useRef, useState } from 'react'
import { CommandForm, type FormWords } from './command-form.tsx'
import type { CommandForm as Shape } from './form-shape.tsx'

type Props = {
  plural: string
  id: string
  version: number
  forms: readonly Shape[]
  words: FormWords & { acts: string; more: string; close: string; none: string }
  first?: number
  fixed?: Record<string, Record<string, unknown>>
  then?: Record<string, string> /** None of these is the primary act: that one stands beside. */
  plain?: boolean
}

/** The first few acts as buttons, the rest in a menu; all forms in one native dialog. */
export function Acts({ plural, id, version, forms, words, first = 3, fixed = {}, then = {}, plain = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState<Shape | null>(null)
  const show = (form: Shape) => {
    setOpen(form)
    requestAnimationFrame(() => dialog.current?.showModal())
  }
  const close = () => {
    dialog.current?.close()
    setOpen(null)
  }
  const button = (form: Shape, isFirst: boolean) => (
    <button key={form.command} type="button" className={isFirst ? 'btn go' : 'btn'} data-command={form.command} onClick={() => show(form)}>
      {form.label}
    </button>
  )
  return (
    <div className="acts row" data-acts="" role="group" aria-label={words.acts} style={{ flexWrap: 'wrap' }}>
      {forms.slice(0, first).map((form, i) => button(form, i === 0 && !plain))}
      {forms.length > first ? (
        <details className="menu" data-layer="">
          <summary className="btn">{words.more}</summary>
          <ul>
            {forms.slice(first).map((form) => (
              <li key={form.command}>
                <button type="button" data-command={form.command} onClick={() => show(form)}>
                  {form.label}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <dialog ref={dialog} className="dialog" aria-labelledby="act-title" onClose={() => setOpen(null)}>
        {open ? (
          <>
            <header className="row">
              <h2 id="act-title">{open.label}</h2>
              <button type="button" className="btn bare end" aria-label={words.close} onClick={close}>
                ×
              </button>
            </header>
            <CommandForm
              // Not by version: after a conflict the newer version arrives while what was typed stays.
              key={open.command}
              plural={plural}
              id={id}
              version={version}
              form={open}
              words={words}
              fixed={fixed[open.command]}
              then={then[open.command]}
              onDone={close}
              onCancel={close}
            />
          </>
        ) : null}
      </dialog>
    </div>
  )
}
