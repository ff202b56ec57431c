'use client'
// Paste or choose a description file (A2A card, MCP server.json, ACS, CycloneDX): what was read is shown, what was refused is said in words, and nothing is lost.
import { useId, useState } from 'react'
import type { Problem } from '../case/send.tsx'

export type ImportWords = {
  title: string
  hint: string
  paste: string
  choose: string
  tooLarge: string
  chosen: string
  refusedTitle: string
  whatToDo: string
  refusals: Record<string, string>
  offline: string
}
export type Given = { text: string; fileName: string | null }

const limitBytes = 900_000

/** `{name}` in a sentence replaced by the facts of a refusal. */
export const filled = (sentence: string, facts: Record<string, unknown>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

/** The sentence for a refused import: by the code inside it, else what the server says. */
export const importFault = (problem: Problem, words: ImportWords): string => {
  if (problem.status === 0) return words.offline
  if (problem.code !== 'filing.importRefused') return problem.detail
  const code = String(problem.facts.because ?? '').replace('import.', '')
  const pointer = String(problem.facts.pointer ?? '')
  return `${filled(words.refusals[code] ?? words.refusals.other ?? problem.detail, { ...problem.facts, code })}${pointer ? ` (${pointer})` : ''}`
}

export function ImportBox({
  given,
  onChange,
  words,
  problem,
  label,
}: {
  given: Given
  onChange: (given: Given) => void
  words: ImportWords
  problem: Problem | null
  label?: string
}) {
  const id = useId()
  const [tooLarge, setTooLarge] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    setTooLarge(file.size > limitBytes)
    if (file.size <= limitBytes) onChange({ text: await file.text(), fileName: file.name.slice(0, 200) })
  }
  return (
    <fieldset
      className={problem || tooLarge ? 'ask bad' : 'ask'}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void take(event.dataTransfer.files[0])
      }}
    >
      <legend>{label ?? words.title}</legend>
      <p className="hint">{words.hint}</p>
      <div aria-live="polite">
        {tooLarge ? <p className="err">{words.tooLarge}</p> : null}
        {problem ? (
          <div className="err">
            <span>
              <b>{words.refusedTitle}</b> {importFault(problem, words)} <span className="t2">{words.whatToDo}</span>
            </span>
          </div>
        ) : null}
      </div>
      <label htmlFor={`${id}-file`} className="vh">
        {words.choose}
      </label>
      <input
        id={`${id}-file`}
        type="file"
        className="field file"
        accept=".json,application/json"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      {given.fileName ? <p className="cap t2">{words.chosen.replace('{name}', given.fileName)}</p> : null}
      <label htmlFor={`${id}-text`} style={{ display: 'block', paddingTop: 12 }}>
        {words.paste}
      </label>
      <textarea
        id={`${id}-text`}
        className="field area mono"
        rows={6}
        spellCheck={false}
        value={given.text}
        onChange={(event) => onChange({ text: event.target.value, fileName: null })}
      />
    </fieldset>
  )
}
