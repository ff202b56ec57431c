'use client'
// One item of a self-test: the answer, its evidence, the fingerprint of a file that stays with the company, and the day of the test.
import { useRef, useState } from 'react'
import { Choices, Field, Input, Textarea, tied } from '#components/ui/field'
import { Submit } from '#components/ui/submit'
import { type Problem, send } from '../case/send.tsx'

export type AnswerWords = {
  answer: string
  evidence: string
  evidenceHint: string
  file: string
  hashing: string
  fingerprint: string
  performedOn: string
  performedHint: string
  save: string
  sending: string
  needed: string
  network: string
  stale: string
}
type Given = { answer: string; evidence: string; fileHash: string | null; performedOn: string }

const hexOf = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export function AnswerForm({
  id,
  version,
  itemId,
  given,
  choices,
  today,
  backHref,
  words,
}: {
  id: string
  version: number
  itemId: string
  given: Given | null
  choices: readonly { value: string; text: string }[]
  today: string
  backHref: string
  words: AnswerWords
}) {
  const key = useRef('')
  const [fileHash, setFileHash] = useState(given?.fileHash ?? null)
  const [isHashing, setHashing] = useState(false)
  const [isSending, setSending] = useState(false)
  const [fault, setFault] = useState('')
  const told = (problem: Problem) => (problem.status === 0 ? words.network : problem.status === 412 ? words.stale : problem.detail)

  const save = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const answer = { itemId, answer: text('answer'), evidence: text('evidence'), fileHash, performedOn: text('performedOn') }
    if (!answer.answer || !answer.evidence || !answer.performedOn) return setFault(words.needed)
    setSending(true)
    setFault('')
    key.current ||= crypto.randomUUID()
    const sent = await send('self-tests', id, 'describe', { answers: [answer] }, version, key.current)
    if (sent.ok) return window.location.assign(backHref)
    if (sent.problem.status !== 0) key.current = ''
    setSending(false)
    setFault(told(sent.problem))
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSending && !isHashing) void save(new FormData(event.currentTarget))
      }}
    >
      {fault ? (
        <p className="care" role="alert">
          {fault}
        </p>
      ) : null}
      <Choices id="answer" name="answer" label={words.answer} choices={choices} chosen={given?.answer ?? ''} required />
      <Textarea
        id="evidence"
        name="evidence"
        label={words.evidence}
        hint={words.evidenceHint}
        defaultValue={given?.evidence ?? ''}
        maxLength={4000}
        required
      />
      <Field
        id="file"
        label={words.file}
        hint={isHashing ? words.hashing : fileHash ? words.fingerprint.replace('{hash}', fileHash) : undefined}
      >
        <input
          type="file"
          className="field"
          {...tied({ id: 'file', hint: isHashing || fileHash ? true : undefined })}
          onChange={async (event) => {
            const file = event.currentTarget.files?.[0]
            if (!file) return
            setHashing(true)
            setFileHash(hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())))
            setHashing(false)
          }}
        />
      </Field>
      <Input
        id="performedOn"
        name="performedOn"
        type="date"
        label={words.performedOn}
        hint={words.performedHint}
        defaultValue={given?.performedOn ?? ''}
        max={today}
        required
      />
      <p className="row wide">
        <Submit className="btn go lg" isBusy={isSending || isHashing}>
          {isSending ? words.sending : words.save}
        </Submit>
      </p>
    </form>
  )
}
