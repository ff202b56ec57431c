'use client'
// Edits a set of rules, item by item or as a whole, shows what differs from the edition in force, and proposes it; another person enacts.
import { useRouter } from 'next/navigation'
import { useMemo, useRef, useState } from 'react'
import { type Problem, send } from '#components/case/send'
import { Input, Textarea } from '#components/ui/field'
import { itemDifferences, keyOf } from '#domain/catalogue/item-difference'
import type { Same } from '#messages/shape'
import type { admin } from '#messages/zh/admin'
import { RuleComparison } from './rule-comparison.tsx'
import { RuleRows } from './rule-rows.tsx'

export type Content = Record<string, unknown>
export type EditorWords = Same<(typeof admin)['rules']['edit']> & {
  same: string
  absent: string
  network: string
  errorsTitle: string
  sending: string
}
type Mode = 'rows' | 'json'
type Props = { id: string; version: number; content: Content; today: string; first: Mode; words: EditorWords; doneHref: string }

const shown = (value: unknown, absent: string) =>
  value === null || value === undefined ? absent : typeof value === 'string' ? value : JSON.stringify(value)

/** The content in this text, or what is wrong with it. */
const parsed = (text: string): { content: Content } | { problem: string } => {
  try {
    const content: unknown = JSON.parse(text)
    return typeof content === 'object' && content !== null && !Array.isArray(content) ? { content: content as Content } : { problem: '{ }' }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : '' }
  }
}

export function RuleEditor({ id, version, content, today, first, words, doneHref }: Props) {
  const router = useRouter()
  const key = useRef('')
  const [mode, setMode] = useState<Mode>(first)
  const [draft, setDraft] = useState<Content>(content)
  const [text, setText] = useState(() => JSON.stringify(content, null, 2))
  const [frame, setFrame] = useState({ effectiveOn: today, reason: '', basis: '' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const read = mode === 'json' ? parsed(text) : { content: draft }
  const current = 'content' in read ? read.content : draft
  const found = useMemo(() => itemDifferences(content, current), [content, current])
  const groups = found.map((one) => ({
    key: `${one.part}-${one.key}`.replace(/\W+/g, '-'),
    title: one.part === one.key ? one.key : `${one.part} · ${one.key}`,
    note: one.kind === 'added' ? words.addedMark : one.kind === 'removed' ? words.removedMark : words.changedMark,
    rows: one.fields.map((field) => ({
      key: `${one.part}-${one.key}-${field.path}`.replace(/\W+/g, '-'),
      field: field.path || one.key,
      before: shown(field.before, words.absent),
      after: shown(field.after, words.absent),
      isAdded: one.kind === 'added',
      isRemoved: one.kind === 'removed',
    })),
  }))
  const change = (next: Content) => {
    setDraft(next)
    setText(JSON.stringify(next, null, 2))
  }
  const switchTo = (next: Mode) => {
    if (mode === 'json' && 'content' in read) setDraft(read.content)
    setMode(next)
  }
  const submit = async () => {
    if (isSending || 'problem' in read) return
    setSending(true)
    setProblem(null)
    key.current ||= crypto.randomUUID()
    const sent = await send('catalogues', id, 'propose', { content: current, ...frame }, version, key.current)
    setSending(false)
    if (sent.ok) {
      router.push(doneHref)
      router.refresh()
      return
    }
    if (sent.problem.status !== 0) key.current = ''
    setProblem(sent.problem)
  }
  const problems = ((problem?.facts.problems as { item: string; pointer: string; code: string }[] | undefined) ?? []).slice(0, 20)
  return (
    <form
      className="command"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className="row" role="group" aria-label={words.mode}>
        {(['rows', 'json'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className={one === mode ? 'btn sm go' : 'btn sm'}
            aria-pressed={one === mode}
            onClick={() => switchTo(one)}
          >
            {words[one]}
          </button>
        ))}
      </div>
      {mode === 'rows' ? (
        <RuleRows content={draft} before={content} words={words} keyOf={keyOf} onChange={change} />
      ) : (
        <Textarea
          id="rule-json"
          className="mono"
          label={words.json}
          hint={words.jsonHint}
          rows={22}
          spellCheck={false}
          error={'problem' in read ? words.notJson.replace('{problem}', read.problem) : undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <h3 className="pt-2">{words.diff}</h3>
      <p className="cap t2" aria-live="polite">
        {found.length === 0 ? words.noDiff : words.changed.replace('{count}', String(found.length))}
      </p>
      {found.length > 0 ? (
        <RuleComparison groups={groups} words={{ field: words.path, before: words.before, after: words.after, same: words.same }} />
      ) : null}
      <div className="max-w-[680px] pt-3">
        <Input
          id="effectiveOn"
          type="date"
          min={today}
          label={words.effectiveOn}
          value={frame.effectiveOn}
          onChange={(event) => setFrame({ ...frame, effectiveOn: event.target.value })}
        />
        <Textarea
          id="reason"
          label={words.reason}
          rows={3}
          maxLength={4000}
          value={frame.reason}
          onChange={(event) => setFrame({ ...frame, reason: event.target.value })}
        />
        <Input
          id="basis"
          label={words.basis}
          maxLength={400}
          value={frame.basis}
          onChange={(event) => setFrame({ ...frame, basis: event.target.value })}
        />
      </div>
      <div aria-live="polite">
        {problem ? (
          <div className="errors" role="alert">
            <h3>{words.errorsTitle}</h3>
            <p>{problem.status === 0 ? words.network : problem.detail}</p>
            {problems.length > 0 ? (
              <ul>
                {problems.map((one) => (
                  <li key={`${one.item}${one.pointer}`} className="mono">
                    {one.item} {one.pointer}: {one.code}
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        ) : null}
      </div>
      <div className="row wide acts">
        <button
          type="submit"
          className="btn go"
          disabled={isSending || found.length === 0 || 'problem' in read || frame.reason.trim() === '' || frame.basis.trim() === ''}
        >
          {isSending ? words.sending : words.submit}
        </button>
        <a className="btn" href={doneHref}>
          {words.back}
        </a>
      </div>
    </form>
  )
}
