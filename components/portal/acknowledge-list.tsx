'use client'
// The deployments that a recall reaches: tick one or many, say what became of them, and see for each whether it was taken.
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Banner } from '#components/ui/alert'
import { Select } from '#components/ui/field'

export type Reached = { id: string; number: string; version: string; because: string; declared: string | null; proved: string | null }
export type AcknowledgeWords = {
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
  failed: string
  network: string
  choose: string
  row: string
}
type Verdict = { ok: boolean; version?: number; code?: string }

const most = 150

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
  const [isSending, setSending] = useState(false)
  const toggle = (one: string) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(one)) next.add(one)
      return next
    })
  const everything = reached.every((one) => chosen.has(one.id))

  const submit = async () => {
    const ids = reached
      .map((one) => one.id)
      .filter((one) => chosen.has(one))
      .slice(0, most)
    if (ids.length === 0 || statement === '' || isSending) return
    setSending(true)
    // One case, one event each: every command carries the version that the one before it leaves.
    const commands = ids.map((deploymentId, index) => ({
      kind: 'recalls',
      id,
      command: 'acknowledge',
      seen: version + index,
      key: crypto.randomUUID(),
      body: { deploymentId, statement, note: note.trim() },
    }))
    const answer = await fetch('/api/v1/batch', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ commands }),
    })
      .then(async (response) => (response.ok ? ((await response.json()) as { items: Verdict[] }) : null))
      .catch(() => null)
    setSending(false)
    if (!answer) {
      setSaid({ tone: 'care', text: words.network })
      return
    }
    const taken = answer.items.filter((one) => one.ok).length
    setSaid(
      taken === ids.length
        ? { tone: 'done', text: words.done.replace('{count}', String(taken)) }
        : { tone: 'care', text: words.failed.replace('{taken}', String(taken)).replace('{count}', String(ids.length)) },
    )
    setChosen(new Set(ids.filter((_, index) => !answer.items[index]?.ok)))
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
      {said ? <Banner tone={said.tone} live title={said.text} /> : null}
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
        <div className="narrow" style={{ paddingTop: 16 }}>
          <Select
            id="ack-statement"
            label={words.statement}
            empty={words.choose}
            choices={statements}
            value={statement}
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
            <button type="submit" className="btn go" disabled={isSending || chosen.size === 0 || statement === ''}>
              {isSending ? words.sending : words.submit.replace('{count}', String(chosen.size))}
            </button>
            {chosen.size === 0 ? <span className="t2">{words.none}</span> : null}
          </p>
        </div>
      ) : null}
    </form>
  )
}
