'use client'
// Proposes another edition of a set of rules: the whole content as JSON, from a date, with reason and basis. Faults come back item by item; nothing typed is lost.
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Banner } from '#components/ui/alert'
import { Input, Textarea } from '#components/ui/field'
import { type Problem, send } from '../case/send.tsx'

type Words = { content: string; contentHint: string; notJson: string; effectiveOn: string; reason: string; basis: string; send: string; sent: string; network: string }

export function ProposeForm({ id, version, content, today, words }: { id: string; version: number; content: string; today: string; words: Words }) {
  const router = useRouter()
  const key = useRef('')
  const [text, setText] = useState(content)
  const [fields, setFields] = useState({ effectiveOn: today, reason: '', basis: '' })
  const [fault, setFault] = useState<string | null>(null)
  const [isDone, setDone] = useState(false)
  const submit = async () => {
    let parsed: unknown
    try { parsed = JSON.parse(text) } catch (error) { setFault(words.notJson.replace('{why}', error instanceof Error ? error.message : '')); return }
    key.current ||= crypto.randomUUID()
    const sent = await send('catalogues', id, 'propose', { content: parsed, ...fields }, version, key.current)
    const wordsOf = (problem: Problem) => (problem.status === 0 ? words.network : [problem.detail, ...(problem.errors ?? []).map((one) => `${one.pointer} ${one.code}`)].join(' · '))
    if (sent.ok) { setDone(true); setFault(null); router.refresh() } else { if (sent.problem.status !== 0) key.current = ''; setFault(wordsOf(sent.problem)) }
  }
  const field = (name: keyof typeof fields, type = 'text') => <Input id={`propose-${name}`} label={words[name]} type={type} value={fields[name]} onChange={(event) => setFields({ ...fields, [name]: event.target.value })} />
  return (
    <form className="command" noValidate onSubmit={(event) => { event.preventDefault(); void submit() }}>
      {fault ? <Banner tone="care" live title={fault} /> : null}
      {isDone ? <Banner tone="done" live title={words.sent} /> : null}
      <Textarea id="propose-content" label={words.content} hint={words.contentHint} rows={18} className="mono" spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />
      {field('effectiveOn', 'date')}
      {field('reason')}
      {field('basis')}
      <button type="submit" className="btn go">{words.send}</button>
    </form>
  )
}
