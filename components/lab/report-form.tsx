'use client'
// Handing in a report: counts for every ordered item with the verdict as it is typed, or the laboratory's own file read into the form; the hash of the raw report made in the browser.
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Field, Input, Select, Textarea, tied } from '#components/ui/field'
import { Mark } from '#components/ui/mark'
import { Submit } from '#components/ui/submit'
import { verdictOf, verdictOfAll, wilson } from '#domain/obligation/verdict'
import { fileBody } from '../case/file-field.tsx'
import { type FileWords, filled as fill } from '../case/file-words.tsx'
import { type Problem, send } from '../case/send.tsx'
import { type FileValue, largestFile, uploadFile } from '../case/upload.tsx'
import { type Fault, Faults, type FaultWords, faultOf } from '../portal/faults.tsx'
import { type ReportDraft, readReport } from './report-json.ts'
import { verdictMark } from './report-view.tsx'

export type OrderedItem = {
  id: string
  name: string
  procedure: string
  method: string
  threshold: { measure: 'pass_rate' | 'failures' | 'seconds'; op: 'gte' | 'lte'; value: number }
  thresholdText: string
  sampleSize: number
}
export type ReportFormWords = FaultWords & {
  upload: string
  uploadHint: string
  read: string
  notReport: string
  unknown: string
  missingItems: string
  wrongItems: string
  otherVersion: string
  method: string
  procedure: string
  sampleCount: string
  performedOn: string
  passed: string
  total: string
  seconds: string
  note: string
  optional: string
  choose: string
  raw: string
  rawHint: string
  rawHash: string
  rawKept: string
  rawOnlyHash: string
  file: FileWords
  correction: string
  correctionHint: string
  verdict: string
  verdicts: Record<string, string>
  fewTrials: string
  interval: string
  tooMany: string
  whole: string
  submit: string
  sending: string
  missing: string
  notYet: string
}
type Props = {
  id: string
  version: number
  versionHash: string
  items: readonly OrderedItem[]
  methods: readonly { value: string; text: string }[]
  isCorrection: boolean
  today: string
  words: ReportFormWords
}

type RawReport = { hash: string; name: string; file: FileValue | null; says: string }
const noRaw: RawReport = { hash: '', name: '', file: null, says: '' }
const blankItem = { passed: '', total: '', seconds: '', note: '' }
const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const filled = (sentence: string, facts: Record<string, string | number>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

/** The verdict on what is typed; null while it is not complete or no count of trials. */
const judged = (item: OrderedItem, { passed, total, seconds }: ReportDraft['items'][string]) => {
  const [p, t] = [Number(passed), Number(total)]
  if (passed === '' || total === '' || !Number.isSafeInteger(p) || !Number.isSafeInteger(t) || t < 1 || p < 0 || p > t) return null
  if (item.threshold.measure === 'seconds' && seconds === '') return null
  return {
    verdict: verdictOf({ passed: p, total: t, seconds: seconds === '' ? null : Number(seconds) }, item.threshold, item.sampleSize),
    ...wilson(p, t),
    few: t < item.sampleSize,
  }
}

export function ReportForm({ id, version, versionHash, items, methods, isCorrection, today, words }: Props) {
  const router = useRouter()
  const key = useRef('')
  const [draft, setDraft] = useState<ReportDraft>({
    method: items[0]?.method ?? '',
    procedure: '',
    sampleCount: '',
    performedOn: today,
    items: Object.fromEntries(items.map((item) => [item.id, blankItem])),
  })
  const [raw, setRaw] = useState<RawReport>(noRaw)
  const [correction, setCorrection] = useState('')
  const [notes, setNotes] = useState<string[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [turn, setTurn] = useState(0)
  const set = (change: Partial<ReportDraft>) => setDraft((before) => ({ ...before, ...change }))
  const setItem = (itemId: string, change: Partial<typeof blankItem>) =>
    set({ items: { ...draft.items, [itemId]: { ...(draft.items[itemId] ?? blankItem), ...change } } })

  const hashFile = async (file: File) => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }
  // The file itself goes with the report; what is no format that is taken stays with the laboratory, and only its hash is handed in.
  const takeRaw = async (file: File) => {
    setRaw({ ...noRaw, name: file.name, says: fill(words.file.uploading, { name: file.name, percent: 0 }) })
    if (file.size <= largestFile) {
      const show = (share: number) =>
        setRaw((before) => ({
          ...before,
          says: fill(share < 1 ? words.file.uploading : words.file.checking, { name: file.name, percent: Math.floor(share * 100) }),
        }))
      const sent = await uploadFile(file, show, new AbortController().signal)
      if (sent.ok) return setRaw({ hash: sent.file.sha256, name: file.name, file: sent.file, says: words.rawKept })
      if (sent.problem.status === 0) return setRaw({ ...noRaw, says: fill(words.file.network, { name: file.name }) })
      if (sent.problem.code !== 'attachment.contentInvalid') return setRaw({ ...noRaw, says: sent.problem.detail })
    }
    setRaw({ hash: await hashFile(file), name: file.name, file: null, says: words.rawOnlyHash })
  }
  const readFile = async (file: File | undefined) => {
    if (!file) return
    const read = readReport(
      await file.text(),
      draft,
      items.map((item) => item.id),
      methods.map((method) => method.value),
      versionHash,
    )
    if (!read.ok) return setNotes([words.notReport])
    setDraft(read.draft)
    await takeRaw(file)
    setNotes([
      filled(words.read, { count: read.taken }),
      ...(read.isOtherVersion ? [words.otherVersion] : []),
      ...(read.missing.length > 0 ? [filled(words.missingItems, { items: read.missing.join(', ') })] : []),
      ...(read.unknown.length > 0 ? [filled(words.unknown, { items: read.unknown.join(', ') })] : []),
      ...(read.wrong.length > 0 ? [filled(words.wrongItems, { items: read.wrong.join(', ') })] : []),
    ])
  }

  const verdicts = items.map((item) => judged(item, draft.items[item.id] ?? blankItem))
  const whole = verdicts.every((one) => one !== null) ? verdictOfAll(verdicts.map((one) => (one as NonNullable<typeof one>).verdict)) : null
  const isOver = ({ id }: OrderedItem) => {
    const { passed, total } = draft.items[id] ?? blankItem
    return passed !== '' && total !== '' && Number(passed) > Number(total)
  }
  const needed = (href: string, label: string, isThere: boolean): Fault[] =>
    isThere ? [] : [faultOf(words, `#${href}`, label, words.missing)]
  const faults: Fault[] = [
    ...items.flatMap((item, index) =>
      verdicts[index] ? [] : [faultOf(words, `#${item.id}-passed`, item.name, isOver(item) ? words.tooMany : words.missing)],
    ),
    ...needed('report-method', words.method, draft.method !== ''),
    ...needed('report-sample', words.sampleCount, Number(draft.sampleCount) >= 1),
    ...needed('report-on', words.performedOn, draft.performedOn !== ''),
    ...needed('report-procedure', words.procedure, draft.procedure.trim() !== ''),
    ...needed('report-raw', words.raw, raw.hash !== ''),
    ...needed('report-correction', words.correction, !isCorrection || correction.trim() !== ''),
  ]

  const submit = async () => {
    if (isSending) return
    setAsked(true)
    setProblem(null)
    setTurn((before) => before + 1)
    if (faults.length > 0) return
    setSending(true)
    key.current ||= crypto.randomUUID()
    const body = {
      method: draft.method,
      procedure: draft.procedure.trim(),
      sampleCount: Number(draft.sampleCount),
      performedOn: draft.performedOn,
      rawHash: raw.hash,
      rawFile: raw.file ? fileBody({ ...raw.file, performedOn: draft.performedOn }, false) : null,
      versionHash,
      correction: isCorrection ? correction.trim() : null,
      items: items.map((item) => {
        const { passed, total, seconds, note } = draft.items[item.id] ?? blankItem
        return {
          testItemId: item.id,
          passed: Number(passed),
          total: Number(total),
          seconds: seconds === '' ? null : Number(seconds),
          note: note.trim(),
        }
      }),
    }
    const sent = await send('obligations', id, 'handIn', body, version, key.current)
    setSending(false)
    if (sent.ok) {
      key.current = ''
      router.refresh()
      return
    }
    if (sent.problem.status !== 0) key.current = ''
    setProblem(sent.problem)
  }
  const missing = (value: string) => (isAsked && value.trim() === '' ? words.missing : undefined)

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
      <Field id="report-file" label={words.upload} hint={words.uploadHint} note={words.optional}>
        <input
          {...tied({ id: 'report-file', hint: words.uploadHint })}
          type="file"
          className="field file"
          accept=".json,application/json"
          onChange={(event) => void readFile(event.target.files?.[0])}
        />
      </Field>
      <div role="status" aria-live="polite">
        {notes.map((note) => (
          <p key={note} className="t2">
            {note}
          </p>
        ))}
      </div>
      {items.map((item, index) => {
        const held = draft.items[item.id] ?? blankItem
        const verdict = verdicts[index]
        const fault = isOver(item) ? words.tooMany : isAsked && !verdict ? words.missing : null
        return (
          <fieldset
            key={item.id}
            className={fault ? 'ask bad' : 'ask'}
            id={`item-${item.id}`}
            aria-describedby={fault ? `item-${item.id}-error` : undefined}
          >
            <legend>
              {item.name} <span className="mono t3">{item.id}</span>
            </legend>
            <p className="hint">
              {item.procedure} {item.thresholdText}
            </p>
            {fault ? (
              <p className="err" id={`item-${item.id}-error`}>
                {fault}
              </p>
            ) : null}
            <div className="fields">
              <Input
                id={`${item.id}-passed`}
                label={words.passed}
                type="number"
                min={0}
                inputMode="numeric"
                value={held.passed}
                onChange={(event) => setItem(item.id, { passed: event.target.value })}
              />
              <Input
                id={`${item.id}-total`}
                label={words.total}
                type="number"
                min={1}
                inputMode="numeric"
                value={held.total}
                onChange={(event) => setItem(item.id, { total: event.target.value })}
              />
              {item.threshold.measure === 'seconds' ? (
                <Input
                  id={`${item.id}-seconds`}
                  label={words.seconds}
                  type="number"
                  min={0}
                  step="any"
                  value={held.seconds}
                  onChange={(event) => setItem(item.id, { seconds: event.target.value })}
                />
              ) : null}
            </div>
            <Input
              id={`${item.id}-note`}
              label={words.note}
              note={words.optional}
              maxLength={2000}
              value={held.note}
              onChange={(event) => setItem(item.id, { note: event.target.value })}
            />
            <p className="row wide" aria-live="polite">
              {verdict ? (
                <>
                  <Mark state={verdictMark[verdict.verdict]} fill>
                    {words.verdicts[verdict.verdict]}
                  </Mark>
                  <span className="t2">{filled(words.interval, { lower: percent(verdict.lower), upper: percent(verdict.upper) })}</span>
                  {verdict.few ? <span className="care">{filled(words.fewTrials, { size: item.sampleSize })}</span> : null}
                </>
              ) : (
                <span className="t3">{words.notYet}</span>
              )}
            </p>
          </fieldset>
        )
      })}
      <div className="fields">
        <Select
          id="report-method"
          label={words.method}
          empty={words.choose}
          choices={methods}
          value={draft.method}
          error={missing(draft.method)}
          onChange={(event) => set({ method: event.target.value })}
        />
        <Input
          id="report-sample"
          label={words.sampleCount}
          type="number"
          min={1}
          value={draft.sampleCount}
          error={missing(draft.sampleCount)}
          onChange={(event) => set({ sampleCount: event.target.value })}
        />
        <Input
          id="report-on"
          label={words.performedOn}
          type="date"
          max={today}
          value={draft.performedOn}
          error={missing(draft.performedOn)}
          onChange={(event) => set({ performedOn: event.target.value })}
        />
      </div>
      <Textarea
        id="report-procedure"
        label={words.procedure}
        maxLength={4000}
        value={draft.procedure}
        error={missing(draft.procedure)}
        onChange={(event) => set({ procedure: event.target.value })}
      />
      <Field id="report-raw" label={words.raw} hint={words.rawHint} error={missing(raw.hash)}>
        <input
          {...tied({ id: 'report-raw', hint: words.rawHint, error: missing(raw.hash) })}
          type="file"
          className="field file"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void takeRaw(file)
          }}
        />
      </Field>
      <p className="t2" role="status">
        {raw.says}
      </p>
      {raw.hash ? (
        <p className="cap t2">
          {raw.name} · {words.rawHash}{' '}
          <span className="mono" style={{ overflowWrap: 'anywhere' }}>
            {raw.hash}
          </span>
        </p>
      ) : null}
      {isCorrection ? (
        <Textarea
          id="report-correction"
          label={words.correction}
          hint={words.correctionHint}
          maxLength={2000}
          value={correction}
          error={missing(correction)}
          onChange={(event) => setCorrection(event.target.value)}
        />
      ) : null}
      <p className="row wide" style={{ paddingTop: 12 }}>
        <Submit className="btn go" isBusy={isSending}>
          {isSending ? words.sending : words.submit}
        </Submit>
        {whole ? (
          <span className="row">
            {words.whole}{' '}
            <Mark state={verdictMark[whole]} fill>
              {words.verdicts[whole]}
            </Mark>
          </span>
        ) : null}
      </p>
    </form>
  )
}
