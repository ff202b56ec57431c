'use client'
// A stage or final report of a recall: five numbers that must make up the affected, with the sum as it is typed, and what the commands ask besides.
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Field, Input, Textarea, tied } from '#components/ui/field'
import { Submit } from '#components/ui/submit'
import { type Problem, send } from '../case/send.tsx'
import { type Fault, Faults, type FaultWords, faultOf } from './faults.tsx'

export const buckets = ['remedied', 'notified', 'unreachable', 'refused', 'notYet'] as const
type Bucket = (typeof buckets)[number]

export type BucketWords = FaultWords & {
  buckets: Record<Bucket, string>
  legend: string
  sum: string
  fits: string
  off: string
  narrative: string
  next: string
  finishedOn: string
  summary: string
  evidence: string
  evidenceHint: string
  hash: string
  submit: string
  sending: string
  missing: string
  openLeft: string
}

/** `{affected}` and the like in a sentence. */
const filled = (sentence: string, facts: Record<string, string | number>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

export function BucketsForm({
  id,
  version,
  kind,
  affected,
  first,
  today,
  words,
}: {
  id: string
  version: number
  kind: 'reportStage' | 'finish'
  /** How many deployments the report must account for. */
  affected: number
  /** What the answers so far give, to begin with. */
  first: Record<Bucket, number>
  today: string
  words: BucketWords
}) {
  const router = useRouter()
  const key = useRef('')
  const [counts, setCounts] = useState<Record<Bucket, string>>(
    () => Object.fromEntries(buckets.map((bucket) => [bucket, String(first[bucket])])) as Record<Bucket, string>,
  )
  const [texts, setTexts] = useState({ narrative: '', next: '', summary: '', finishedOn: today, hash: '', file: '' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [turn, setTurn] = useState(0)
  const set = (change: Partial<typeof texts>) => setTexts((before) => ({ ...before, ...change }))
  const numbers = buckets.map((bucket) => (/^\d+$/.test(counts[bucket]) ? Number(counts[bucket]) : Number.NaN))
  const sum = numbers.reduce((total, one) => total + one, 0)
  const fits = sum === affected
  const isFinal = kind === 'finish'
  const left = Number(counts.notYet) + Number(counts.notified)
  const difference = Number.isNaN(sum) ? '–' : Math.abs(affected - sum)
  const needed = (href: string, label: string, value: string): Fault[] =>
    value.trim() === '' ? [faultOf(words, `#${href}`, label, words.missing)] : []
  const faults: Fault[] = [
    ...(fits ? [] : [faultOf(words, `#${kind}-remedied`, words.legend, filled(words.off, { difference }))]),
    ...(isFinal && left > 0 ? [{ href: `#${kind}-notified`, text: filled(words.openLeft, { count: left }) }] : []),
    ...(isFinal
      ? [
          ...needed('finish-on', words.finishedOn, texts.finishedOn),
          ...needed('finish-summary', words.summary, texts.summary),
          ...needed('finish-evidence', words.evidence, texts.hash),
        ]
      : [...needed('stage-narrative', words.narrative, texts.narrative), ...needed('stage-next', words.next, texts.next)]),
  ]
  const missing = (value: string) => (isAsked && value.trim() === '' ? words.missing : undefined)

  const submit = async () => {
    if (isSending) return
    setAsked(true)
    setProblem(null)
    setTurn((before) => before + 1)
    if (faults.length > 0) return
    setSending(true)
    key.current ||= crypto.randomUUID()
    const body = {
      buckets: Object.fromEntries(buckets.map((bucket, index) => [bucket, numbers[index]])),
      ...(isFinal
        ? { finishedOn: texts.finishedOn, summary: texts.summary.trim(), evidenceHash: texts.hash }
        : { narrative: texts.narrative.trim(), next: texts.next.trim() }),
    }
    const sent = await send('recalls', id, kind, body, version, key.current)
    setSending(false)
    if (sent.ok) {
      key.current = ''
      setAsked(false)
      set({ narrative: '', next: '', summary: '' })
      router.refresh()
      return
    }
    if (sent.problem.status !== 0) key.current = ''
    setProblem(sent.problem)
  }
  const hashFile = async (file: File | undefined) => {
    if (!file) return
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    set({ hash: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''), file: file.name })
  }

  return (
    <form
      noValidate
      className="narrow"
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
      <fieldset className={isAsked && !fits ? 'ask bad' : 'ask'}>
        <legend>{words.legend}</legend>
        <div className="fields">
          {buckets.map((bucket) => (
            <Input
              key={bucket}
              id={`${kind}-${bucket}`}
              label={words.buckets[bucket]}
              type="number"
              min={0}
              inputMode="numeric"
              value={counts[bucket]}
              onChange={(event) => setCounts({ ...counts, [bucket]: event.target.value })}
            />
          ))}
        </div>
        <p aria-live="polite" className={fits ? 't2' : 'care'}>
          {filled(words.sum, { sum: Number.isNaN(sum) ? '–' : sum, affected })} {fits ? words.fits : filled(words.off, { difference })}
          {isFinal && left > 0 ? ` ${filled(words.openLeft, { count: left })}` : ''}
        </p>
      </fieldset>
      {isFinal ? (
        <>
          <Input
            id="finish-on"
            label={words.finishedOn}
            type="date"
            max={today}
            value={texts.finishedOn}
            error={missing(texts.finishedOn)}
            onChange={(event) => set({ finishedOn: event.target.value })}
          />
          <Textarea
            id="finish-summary"
            label={words.summary}
            maxLength={8000}
            value={texts.summary}
            error={missing(texts.summary)}
            onChange={(event) => set({ summary: event.target.value })}
          />
          <Field id="finish-evidence" label={words.evidence} hint={words.evidenceHint} error={missing(texts.hash)}>
            <input
              {...tied({ id: 'finish-evidence', hint: words.evidenceHint, error: missing(texts.hash) })}
              type="file"
              className="field file"
              onChange={(event) => void hashFile(event.target.files?.[0])}
            />
          </Field>
          {texts.hash ? (
            <p className="cap t2">
              {texts.file} · {words.hash}{' '}
              <span className="mono" style={{ overflowWrap: 'anywhere' }}>
                {texts.hash}
              </span>
            </p>
          ) : null}
        </>
      ) : (
        <>
          <Textarea
            id="stage-narrative"
            label={words.narrative}
            maxLength={8000}
            value={texts.narrative}
            error={missing(texts.narrative)}
            onChange={(event) => set({ narrative: event.target.value })}
          />
          <Textarea
            id="stage-next"
            label={words.next}
            rows={3}
            maxLength={4000}
            value={texts.next}
            error={missing(texts.next)}
            onChange={(event) => set({ next: event.target.value })}
          />
        </>
      )}
      <p className="row wide" style={{ paddingTop: 12 }}>
        <Submit className="btn go" isBusy={isSending}>
          {isSending ? words.sending : words.submit}
        </Submit>
      </p>
    </form>
  )
}
