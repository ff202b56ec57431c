'use client'
// The form of one command: fields, the second factor where it is due, and what comes back: done, a refusal in words, marked fields, or a newer version.
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Submit } from '#components/ui/submit'
import { FilesUnderWay } from './file-field.tsx'
import { blank, cleaned, type FieldWords, FormControl, labelAt, type Tree } from './form-fields.tsx'
import type { CommandForm as Shape } from './form-shape.tsx'
import { type Problem, proveAgain, send } from './send.tsx'

export type FormWords = FieldWords & {
  submit: string
  sending: string
  cancel: string
  again: string
  reload: string
  stale: string
  staleHint: string
  network: string
  errorsTitle: string
  code: string
  codeHint: string
  grave: string
  invalid: string
  missing: string
  /** `{label}` and what is to be said of it, `{text}`. */
  pair: string
}
type Props = {
  plural: string
  id: string | null
  version: number | null
  form: Shape
  words: FormWords
  /** Where to go when done; `{id}` stands for the case. Without it the page is read again. */
  then?: string
  /** Body parts that the page knows and nobody types. */
  fixed?: Record<string, unknown>
  onDone?: () => void
  onCancel?: () => void
}

/** Sends with one key per intention: the same until it is answered, a new one after a refusal was read. */
export function CommandForm({ plural, id, version, form, words, then, fixed = {}, onDone, onCancel }: Props) {
  const router = useRouter()
  const key = useRef('')
  const summary = useRef<HTMLDivElement>(null)
  const [tree, setTree] = useState<Tree>(() => Object.fromEntries(form.fields.map((field) => [field.name, blank(field)])))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const [isUploading, setUploading] = useState(false)
  const [needsCode, setNeedsCode] = useState(false)
  const [code, setCode] = useState('')
  const messageOf = (what: string) => (what === 'too_small' || what === 'invalid_type' ? words.missing : words.invalid)
  const errors = new Map((problem?.errors ?? []).map((error) => [error.pointer, messageOf(error.code)]))

  const submit = async () => {
    if (isSending || isUploading) return
    setSending(true)
    setProblem(null)
    key.current ||= crypto.randomUUID()
    const fail = (found: Problem) => {
      if (found.status !== 0) key.current = ''
      if (found.code === 'session.stepUpNeeded') setNeedsCode(true)
      else setProblem(found)
      setSending(false)
      requestAnimationFrame(() => summary.current?.focus())
    }
    if (needsCode) {
      const wrong = await proveAgain(code)
      if (wrong) return fail(wrong)
      setNeedsCode(false)
    }
    const sent = await send(plural, id, form.command, { ...cleaned(form.fields, tree), ...fixed }, version, key.current)
    if (!sent.ok) return fail(sent.problem)
    key.current = ''
    setSending(false)
    onDone?.()
    if (then) router.push(then.replaceAll('{id}', sent.id))
    router.refresh()
  }

  return (
    <form
      className="command"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
          event.preventDefault()
          void submit()
        }
      }}
    >
      {form.explain ? <p className="t2">{form.explain}</p> : null}
      {form.isGrave ? <p className="care">{words.grave}</p> : null}
      <div ref={summary} tabIndex={-1} aria-live="polite">
        {problem && problem.code !== 'case.stale' ? (
          <div className="errors" role="alert">
            <h3>{words.errorsTitle}</h3>
            <p>{problem.status === 0 ? words.network : problem.detail}</p>
            {errors.size > 0 ? (
              <ul>
                {[...errors].map(([at, text]) => (
                  <li key={at}>
                    <a href={`#f${at.replaceAll('/', '-')}`}>
                      {words.pair.replace('{label}', labelAt(form.fields, at)).replace('{text}', text)}
                    </a>
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        ) : null}
        {problem?.code === 'case.stale' ? (
          <div className="errors conflict" role="alert">
            <h3>{words.stale}</h3>
            <p>{words.staleHint}</p>
            <button
              type="button"
              className="btn"
              onClick={() => {
                setProblem(null)
                router.refresh()
              }}
            >
              {words.reload}
            </button>
          </div>
        ) : null}
      </div>
      <FilesUnderWay value={setUploading}>
        {form.fields.map((field) => (
          <FormControl
            key={field.name}
            field={field}
            at={`/${field.name}`}
            value={tree[field.name]}
            errors={errors}
            words={words}
            onChange={(value) => setTree((old) => ({ ...old, [field.name]: value }))}
          />
        ))}
      </FilesUnderWay>
      {needsCode ? (
        <div className="ask">
          <label htmlFor="step-up-code">{words.code}</label>
          <p className="hint" id="step-up-hint">
            {words.codeHint}
          </p>
          <input
            id="step-up-code"
            className="field"
            autoComplete="one-time-code"
            maxLength={200}
            type="password"
            aria-describedby="step-up-hint"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
      ) : null}
      <div className="row wide acts">
        <Submit className={/^(order|revoke|issueNotice)/.test(form.command) ? 'btn halt' : 'btn go'} isBusy={isSending || isUploading}>
          {isSending ? words.sending : form.label}
        </Submit>
        {onCancel ? (
          <button type="button" className="btn" onClick={onCancel}>
            {words.cancel}
          </button>
        ) : null}
      </div>
    </form>
  )
}
