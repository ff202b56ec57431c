'use client'
// Reads a further description file into a draft that is being written.
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Submit } from '#components/ui/submit'
import { type Problem, send } from '../case/send.tsx'
import { type Given, ImportBox, type ImportWords } from './import-box.tsx'

export function ImportAgain({
  id,
  version,
  words,
}: {
  id: string
  version: number
  words: ImportWords & { read: string; reading: string; open: string }
}) {
  const router = useRouter()
  const [given, setGiven] = useState<Given>({ text: '', fileName: null })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const read = async () => {
    if (given.text.trim() === '' || isSending) return
    setSending(true)
    const sent = await send('filings', id, 'importDescription', given, version, crypto.randomUUID())
    setSending(false)
    setProblem(sent.ok ? null : sent.problem)
    if (sent.ok) {
      setGiven({ text: '', fileName: null })
      router.refresh()
    }
  }
  return (
    <details open={problem !== null || undefined}>
      <summary className="btn sm">{words.open}</summary>
      <form
        style={{ paddingTop: 12 }}
        onSubmit={(event) => {
          event.preventDefault()
          void read()
        }}
      >
        <ImportBox given={given} onChange={setGiven} words={words} problem={problem} />
        <Submit className="btn" isBusy={isSending || given.text.trim() === ''}>
          {isSending ? words.reading : words.read}
        </Submit>
      </form>
    </details>
  )
}
