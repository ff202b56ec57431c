'use client'
// Step five: what is missing, what will be done in which order, and the sending, one command after the other, each once.
import { useRef, useState } from 'react'
import { type Problem, send } from '#components/case/send'
import { type Draft, fill, type Mode, missingIn, type Planned, type StepName, stepNames } from './draft.ts'
import type { BuilderWords } from './words.ts'

type Done = { command: string; key: string }
type Props = {
  draft: Draft
  mode: Mode
  words: BuilderWords
  planned: readonly Planned[]
  recall: { id: string; version: number; nextVersion: number } | null
  goTo: (step: StepName) => void
  onSent: (id: string) => void
}

export function StepCheck({ draft, mode, words, planned, recall, goTo, onSent }: Props) {
  const [done, setDone] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const made = useRef<{ id: string | null; version: number | null }>({ id: recall?.id ?? null, version: recall?.version ?? null })
  const keys = useRef<Done[]>([])
  const missing = stepNames
    .map((step) => ({ step, names: step === 'check' ? [] : missingIn(draft, mode, step) }))
    .filter(({ names }) => names.length > 0)
  const count = missing.reduce((sum, { names }) => sum + names.length, 0)
  const c = words.check

  /** The same key until a command is answered, so that a lost answer never does it twice. */
  const keyFor = (command: string) => {
    const known = keys.current.find((one) => one.command === command)
    if (known) return known.key
    const key = crypto.randomUUID()
    keys.current = [...keys.current, { command, key }]
    return key
  }
  const submit = async () => {
    if (isSending || count > 0) return
    setSending(true)
    setProblem(null)
    for (const { command, body } of planned.filter((one) => !done.includes(one.command))) {
      const isNew = command === 'create'
      const sent = await send(
        'recalls',
        isNew ? null : made.current.id,
        command,
        body,
        isNew ? null : made.current.version,
        keyFor(command),
      )
      if (!sent.ok) {
        if (sent.problem.status !== 0) keys.current = keys.current.filter((one) => one.command !== command)
        setProblem(sent.problem)
        setSending(false)
        return
      }
      made.current = { id: sent.id, version: sent.version }
      setDone((before) => [...before, command])
    }
    if (made.current.id) onSent(made.current.id)
  }
  return (
    <>
      {count > 0 ? (
        <section className="summary" aria-labelledby="missing">
          <h2 id="missing">{fill(c.missing, { count })}</h2>
          <ul>
            {missing.map(({ step, names }) => (
              <li key={step}>
                <button type="button" className="btn bare sm" onClick={() => goTo(step)}>
                  {words.steps[step]} · {names.length}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p>{c.complete}</p>
      )}
      <h3 className="pt-2">{c.willDo}</h3>
      <ol className="list-decimal ps-6">
        {planned.map(({ command }) => (
          <li key={command}>
            {fill((c as unknown as Record<string, string>)[command] ?? command, {
              class: draft.class || '–',
              version: recall?.nextVersion ?? 1,
            })}
            {done.includes(command) ? <span className="t2"> ✓ {c.sent}</span> : null}
          </li>
        ))}
      </ol>
      <p className="t2">{c.nothingPublic}</p>
      <div aria-live="polite">
        {problem ? (
          <div className="errors" role="alert">
            <h3>{c.failed}</h3>
            <p>{problem.status === 0 ? words.network : problem.detail}</p>
            {(problem.errors ?? []).length > 0 ? (
              <ul>
                {problem.errors?.map((error) => (
                  <li key={error.pointer}>{error.pointer}</li>
                ))}
              </ul>
            ) : null}
            {made.current.id && mode === 'new' ? <a href={`/console/recalls/${made.current.id}`}>{c.open}</a> : null}
          </div>
        ) : null}
      </div>
      <div className="row wide acts">
        <button type="button" className="btn go" disabled={isSending || count > 0} onClick={() => void submit()}>
          {isSending ? c.sending : problem && done.length > 0 ? c.resume : c.submit}
        </button>
      </div>
    </>
  )
}
