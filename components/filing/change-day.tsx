'use client'
// The day of a change and what the company says of it, saved together.
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Banner } from '#components/ui/alert'
import { Input, Textarea } from '#components/ui/field'
import { Submit } from '#components/ui/submit'
import { type Problem, send } from '../case/send.tsx'

type Words = {
  when: string
  whenHint: string
  reason: string
  save: string
  saving: string
  saved: string
  notSaved: string
  network: string
}
type Props = { id: string; version: number; changedOn: string; reason: string; words: Words }

export function ChangeDay({ id, version, changedOn, reason, words }: Props) {
  const router = useRouter()
  const key = useRef('')
  const [on, setOn] = useState(changedOn)
  const [said, setSaid] = useState(reason)
  const [status, setStatus] = useState<'same' | 'saving' | 'saved'>('same')
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async () => {
    if (status === 'saving') return
    setStatus('saving')
    setProblem(null)
    key.current ||= crypto.randomUUID()
    const sent = await send('filings', id, 'proposeChange', { changedOn: on, reason: said }, version, key.current)
    if (sent.ok || sent.problem.status !== 0) key.current = ''
    if (!sent.ok) {
      setProblem(sent.problem)
      setStatus('same')
      return
    }
    setStatus('saved')
    router.refresh()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {problem ? (
        <Banner tone="stop" title={words.notSaved}>
          {problem.status === 0 ? words.network : problem.detail}
        </Banner>
      ) : null}
      <Input
        id="change-on"
        type="date"
        label={words.when}
        hint={words.whenHint}
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
      <Textarea id="change-reason" label={words.reason} value={said} onChange={(event) => setSaid(event.target.value)} />
      <p className="row">
        <Submit className="btn">{status === 'saving' ? words.saving : words.save}</Submit>
        <span className="t2" role="status">
          {status === 'saved' ? words.saved : ''}
        </span>
      </p>
    </form>
  )
}
