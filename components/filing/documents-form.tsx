'use client'
// The documents of a filing, as the company hands them in: the list is saved as a whole, with the version on the screen.
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Banner } from '#components/ui/alert'
import { Submit } from '#components/ui/submit'
import { FileField, FilesUnderWay, fileBody } from '../case/file-field.tsx'
import type { FileWords } from '../case/file-words.tsx'
import { type Problem, send } from '../case/send.tsx'
import type { FileValue } from '../case/upload.tsx'

export type DocumentsWords = {
  file: FileWords
  label: string
  save: string
  saving: string
  saved: string
  notSaved: string
  network: string
  stale: string
  reload: string
}

export function DocumentsForm({
  id,
  version,
  files,
  words,
}: {
  id: string
  version: number
  files: readonly FileValue[]
  words: DocumentsWords
}) {
  const router = useRouter()
  const key = useRef('')
  const seen = useRef(version)
  const [list, setList] = useState(files)
  const [status, setStatus] = useState<'same' | 'changed' | 'saving' | 'saved'>('same')
  const [isUploading, setUploading] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const errors = new Map((problem?.errors ?? []).map((error) => [error.pointer, error.code]))
  const save = async () => {
    if (status === 'saving' || isUploading) return
    setStatus('saving')
    setProblem(null)
    key.current ||= crypto.randomUUID()
    const sent = await send('filings', id, 'describe', { documents: list.map((file) => fileBody(file, true)) }, seen.current, key.current)
    if (sent.ok || sent.problem.status !== 0) key.current = ''
    if (sent.ok || sent.problem.code === 'filing.nothingChanged') {
      if (sent.ok) seen.current = sent.version
      setStatus('saved')
      // From now on the case has them: the next choice in place of one is its later revision.
      setList((before) => before.map((file) => ({ ...file, receivedAt: file.receivedAt ?? '' })))
      router.refresh()
      return
    }
    setProblem(sent.problem)
    setStatus('changed')
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
        <Banner
          tone="care"
          live
          title={problem.code === 'case.stale' ? words.stale : words.notSaved}
          acts={
            problem.code === 'case.stale' ? (
              <button type="button" className="btn" onClick={() => window.location.reload()}>
                {words.reload}
              </button>
            ) : undefined
          }
        >
          {problem.status === 0 ? words.network : problem.detail}
        </Banner>
      ) : null}
      <FilesUnderWay value={setUploading}>
        <FileField
          id="f-documents"
          at="/documents"
          label={words.label}
          files={list}
          errors={errors}
          words={words.file}
          isMany
          isPublishable
          onChange={(next) => {
            setList(next)
            setStatus('changed')
          }}
        />
      </FilesUnderWay>
      <p className="row wide">
        <Submit className="btn go" isBusy={status === 'saving' || status === 'same' || isUploading}>
          {status === 'saving' ? words.saving : words.save}
        </Submit>
        <span role="status" className="t2">
          {status === 'saved' ? words.saved : ''}
        </span>
      </p>
    </form>
  )
}
