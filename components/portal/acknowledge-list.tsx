'use client'
// The deployments that a recall reaches: tick one or many, say what became of them, and see for each whether it was taken.
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Banner } from '#components/ui/alert'
import { Select } from '#components/ui/field'
import { Submit } from '#components/ui/submit'
import { type Problem, send } from '../case/send.tsx'
import { type Fault, Faults, type FaultWords, faultOf } from './faults.tsx'

export type Reached = { id: string; number: string; version: string; because: string; declared: string | null; proved: string | null }
export type AcknowledgeWords = FaultWords & {
  caption: string
  all: string
  number: string
  version: string
  because: string
  declared: string
  proved: string
  notAnswered: string
  notChecked: string
  statement: string
  note: string
  submit: string
  sending: string
  none: string
  done: string
  notAll: string
  missing: string
  choose: string
  row: string
}
const countWords = (sentence: string, taken: number, count: number) =>
  sentence.replace('{taken}', String(taken)).replace('{count}', String(count))

export function AcknowledgeList({
  id,
  version,
  reached,
  statements,
  may,
  words,
}: {
  id: string
  version: number
  reached: readonly Reached[]
  statements: readonly { value: string; text: string }[]
  may: boolean
  words: AcknowledgeWords
}) {
  const router = useRouter()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(reached.filter((one) => one.declared === null).map((one) => one.id)),
  )
  const [statement, setStatement] = useState('')
  const [note, setNote] = useState('')
  const [said, setSaid] = useState<{ tone: 'done' | 'care'; text: string } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [turn, setTurn] = useState(0)
  const waiting = useRef<{ intention: string; keys: Map<string, string>; taken: Set<string>; seen: number } | null>(null)
  const toggle = (one: string) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(one)) next.add(one)
      return next
    })
  const everything = reached.every((one) => chosen.has(one.id))

  const faults: Fault[] = [
    ...(chosen.size === 0 ? [{ href: '#ack-all', text: words.none }] : []),
    ...(statement === '' ? [faultOf(words, '#ack-statement', words.statement, words.missing)] : []),
  ]

  const submit = async () => {
    if (isSending) return
    setAsked(true)
    setSaid(null)
    setProblem(null)
    setTurn((before) => before + 1)
    if (faults.length > 0) return
    setSending(true)
    const ids = reached.map((one) => one.id).filter((one) => chosen.has(one))
    const body = { statement, note: note.trim() }
    // The same intention after no answer is sent again with the same keys: what was taken the first time is not taken twice.
    const intention = JSON.stringify([ids, body])
    if (waiting.current?.intention !== intention)
      waiting.current = { intention, keys: new Map(ids.map((one) => [one, crypto.randomUUID()])), taken: new Set(), seen: version }
    const { keys, taken } = waiting.current
    let stopped: Problem | null = null
    // One case, one event each: every statement carries the version that the one before it leaves.
    for (const deploymentId of ids.filter((one) => !taken.has(one))) {
      const sent = await send('recalls', id, 'acknowledge', { deploymentId, ...body }, waiting.current.seen, keys.get(deploymentId) ?? '')
      if (!sent.ok) {
        stopped = sent.problem
        break
      }
      taken.add(deploymentId)
      waiting.current.seen = sent.version
    }
    setSending(false)
    if (stopped) {
      setProblem(stopped)
      if (taken.size > 0) setSaid({ tone: 'care', text: countWords(words.notAll, taken.size, ids.length) })
      if (stopped.status === 0) return
    } else setSaid({ tone: 'done', text: countWords(words.done, taken.size, ids.length) })
    waiting.current = null
    setAsked(false)
    setChosen(new Set(ids.filter((one) => !taken.has(one))))
    router.refresh()
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Faults
        turn={turn}
        faults={isAsked ? faults : []}
        problem={problem}
        words={words}
        onReload={() => {
          setProblem(null)
          router.refresh()
        }}
      />
      <div role="status" aria-live="polite">
        {said ? <Banner tone={said.tone} title={said.text} /> : null}
      </div>
      <section className="scroll" aria-label={words.caption} tabIndex={0}>
        <table className="plain">
          <caption className="vh">{words.caption}</caption>
          <thead>
            <tr>
              {may ? (
                <th scope="col">
                  <input
                    type="checkbox"
                    className="box"
                    id="ack-all"
                    aria-label={words.all}
                    checked={everything}
                    onChange={() => setChosen(everything ? new Set() : new Set(reached.map((one) => one.id)))}
                  />
                </th>
              ) : null}
              <th scope="col">{words.number}</th>
              <th scope="col">{words.version}</th>
              <th scope="col">{words.because}</th>
              <th scope="col">{words.declared}</th>
              <th scope="col">{words.proved}</th>
            </tr>
          </thead>
          <tbody>
            {reached.map((one) => (
              <tr key={one.id}>
                {may ? (
                  <td>
                    <input
                      type="checkbox"
                      className="box"
                      aria-label={words.row.replace('{number}', one.number)}
                      checked={chosen.has(one.id)}
                      onChange={() => toggle(one.id)}
                    />
                  </td>
                ) : null}
                <td>
                  <a className="mono" href={`/portal/deployments/${one.id}`}>
                    {one.number}
                  </a>
                </td>
                <td className="mono">{one.version}</td>
                <td>{one.because}</td>
                <td>{one.declared ?? <span className="care">{words.notAnswered}</span>}</td>
                <td className="t2">{one.proved ?? words.notChecked}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {may ? (
        <div className="narrow acts" style={{ paddingTop: 16 }}>
          <Select
            id="ack-statement"
            label={words.statement}
            empty={words.choose}
            choices={statements}
            value={statement}
            error={isAsked && statement === '' ? words.missing : undefined}
            onChange={(event) => setStatement(event.target.value)}
          />
          <div className="ask">
            <label htmlFor="ack-note">{words.note}</label>
            <textarea
              id="ack-note"
              className="field area"
              rows={2}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
          <p className="row wide">
            <Submit className="btn go" isBusy={isSending}>
              {isSending ? words.sending : words.submit.replace('{count}', String(chosen.size))}
            </Submit>
          </p>
        </div>
      ) : null}
    </form>
  )
}
