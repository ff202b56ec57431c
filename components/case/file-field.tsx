'use client'
// A field that takes files: chosen or dropped, sent one after the other with their progress, each with its date, whether it is public, and why not.
import { createContext, useContext, useEffect, useId, useRef, useState } from 'react'
import { Input, Textarea } from '#components/ui/field'
import { type FileWords, filled, sizeOf } from './file-words.tsx'
import { type FileValue, largestFile, uploadFile } from './upload.tsx'

type Props = {
  id: string
  at: string
  label: string
  hint?: string
  note?: string
  error?: string
  files: readonly FileValue[]
  onChange: (files: readonly FileValue[]) => void
  errors: ReadonlyMap<string, string>
  words: FileWords
  isMany: boolean
  /** Documents of a filing: public with it, or confidential with a reason. */
  isPublishable: boolean
}
/** Told when files begin and end to be sent: a form that is handed in meanwhile would go without them. */
export const FilesUnderWay = createContext<(isSending: boolean) => void>(() => {})
type Sending = { name: string; share: number; stop: () => void }

/** What is handed in of a file. */
export const fileBody = (file: FileValue, isPublishable: boolean): Record<string, unknown> => {
  const { attachmentId, sha256, name, size, type, performedOn, isPublic = true, reason = '', replaces = null } = file
  const reference = { attachmentId, sha256, name, size, type, performedOn: performedOn === '' ? null : performedOn }
  return isPublishable ? { ...reference, isPublic, reason: reason.trim(), replaces } : reference
}

export function FileField({ id, at, label, hint, note, error, files, onChange, errors, words, isMany, isPublishable }: Props) {
  const own = useId()
  // Files arrive while the person goes on typing: each is added to what stands there then.
  const latest = useRef(files)
  latest.current = files
  const change = (next: (files: readonly FileValue[]) => readonly FileValue[]) => {
    latest.current = next(latest.current)
    onChange(latest.current)
  }
  const chooser = useRef<HTMLInputElement>(null)
  const replacing = useRef<FileValue | null>(null)
  const [sending, setSending] = useState<Sending | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])
  const [isOver, setOver] = useState(false)
  const underWay = useContext(FilesUnderWay)
  const stopper = useRef<AbortController | null>(null)
  useEffect(() => () => stopper.current?.abort(), [])

  const fresh = (file: FileValue, old: FileValue | null): FileValue => ({
    ...file,
    ...(isPublishable
      ? {
          isPublic: old?.isPublic ?? true,
          reason: old?.reason ?? '',
          // Only what a case has had can be replaced; a file of a moment ago is simply another choice.
          replaces: old ? (old.receivedAt !== undefined ? old.attachmentId : (old.replaces ?? null)) : null,
        }
      : {}),
  })
  const sendAll = async (list: readonly File[]) => {
    const old = replacing.current
    replacing.current = null
    const wrong: string[] = []
    setFaults([])
    underWay(true)
    for (const file of isMany && !old ? list : list.slice(0, 1)) {
      if (file.size > largestFile) {
        wrong.push(filled(words.tooLarge, { name: file.name }))
        continue
      }
      const current = new AbortController()
      stopper.current = current
      const show = (share: number) => setSending({ name: file.name, share, stop: () => current.abort() })
      show(0)
      const sent = await uploadFile(file, show, current.signal)
      if (sent.ok) {
        const next = fresh(sent.file, old)
        change((before) =>
          old
            ? before.map((one) => (one.attachmentId === old.attachmentId ? next : one))
            : isMany
              ? [...before.filter((one) => one.attachmentId !== next.attachmentId), next]
              : [next],
        )
      } else if (sent.problem.code !== 'aborted')
        wrong.push(sent.problem.status === 0 ? filled(words.network, { name: file.name }) : `${file.name}: ${sent.problem.detail}`)
    }
    setSending(null)
    underWay(false)
    setFaults(wrong)
    if (chooser.current) chooser.current.value = ''
  }
  const set = (place: number, said: Partial<FileValue>) =>
    change((before) => before.map((one, other) => (other === place ? { ...one, ...said } : one)))
  const shownHint = hint ?? words.hint
  const says = sending
    ? filled(sending.share < 1 ? words.uploading : words.checking, { name: sending.name, percent: Math.floor(sending.share * 100) })
    : ''

  return (
    <fieldset
      id={id}
      className={error || faults.length > 0 ? 'ask files bad' : 'ask files'}
      data-over={isOver ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (!sending) void sendAll([...event.dataTransfer.files])
      }}
    >
      <legend>
        {label}
        {note ? <small className="t3"> {note}</small> : null}
      </legend>
      <p className="hint" id={`${own}-hint`}>
        {shownHint}
      </p>
      <div role="alert">
        {error ? <p className="err">{error}</p> : null}
        {faults.map((fault) => (
          <p key={fault} className="err">
            {fault}
          </p>
        ))}
      </div>
      {files.length > 0 ? (
        <ul className="filelist">
          {files.map((file, place) => (
            <li key={file.attachmentId}>
              <p className="row wide">
                <b className="grow">{file.name}</b>
                <span className="cap t2">
                  {file.type.toUpperCase()} · {sizeOf(file.size)} ·{' '}
                  <span className="mono" title={file.sha256}>
                    {file.sha256.slice(0, 12)}
                  </span>
                </span>
              </p>
              {file.isChanged ? <p className="cap care">{words.changed}</p> : null}
              {file.replaces ? <p className="cap t2">{words.replaced}</p> : null}
              <Input
                id={`${id}-${place}-performedOn`}
                label={words.performedOn}
                type="date"
                value={file.performedOn ?? ''}
                error={errors.get(`${at}/${place}/performedOn`)}
                onChange={(event) => set(place, { performedOn: event.target.value === '' ? null : event.target.value })}
              />
              {isPublishable ? (
                <>
                  <fieldset className="ask">
                    <legend>
                      {words.visibility} <span className="vh">{file.name}</span>
                    </legend>
                    <div className="choices inline">
                      {(
                        [
                          [true, words.isPublic],
                          [false, words.isConfidential],
                        ] as const
                      ).map(([isPublic, word]) => (
                        <label className="tick" key={word}>
                          <input
                            type="radio"
                            className="box"
                            name={`${own}-${place}-public`}
                            checked={(file.isPublic ?? true) === isPublic}
                            onChange={() => set(place, { isPublic })}
                          />
                          <span>{word}</span>
                        </label>
                      ))}
                    </div>
                  </fieldset>
                  {file.isPublic === false ? (
                    <Textarea
                      id={`${id}-${place}-reason`}
                      label={words.reason}
                      hint={words.reasonHint}
                      error={errors.has(`${at}/${place}/reason`) ? words.reasonMissing : undefined}
                      maxLength={1000}
                      rows={2}
                      value={file.reason ?? ''}
                      onChange={(event) => set(place, { reason: event.target.value })}
                    />
                  ) : null}
                </>
              ) : null}
              <p className="row">
                <a className="btn bare sm" href={`/api/v1/attachments/${file.attachmentId}`} aria-label={`${words.download} ${file.name}`}>
                  {words.download}
                </a>
                <button
                  type="button"
                  className="btn bare sm"
                  disabled={sending !== null}
                  aria-label={`${words.replace} ${file.name}`}
                  onClick={() => {
                    replacing.current = file
                    chooser.current?.click()
                  }}
                >
                  {words.replace}
                </button>
                <button
                  type="button"
                  className="btn bare sm"
                  aria-label={`${words.remove} ${file.name}`}
                  onClick={() => change((before) => before.filter((one) => one.attachmentId !== file.attachmentId))}
                >
                  {words.remove}
                </button>
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      {sending ? (
        <p className="row">
          <progress max={1} value={sending.share} aria-label={sending.name} />
          <span className="t2">{says}</span>
          <button type="button" className="btn bare sm" onClick={sending.stop}>
            {words.cancel}
          </button>
        </p>
      ) : null}
      <span className="vh" role="status">
        {says}
      </span>
      <label htmlFor={`${own}-file`} className="vh">
        {label}: {words.choose}
      </label>
      <p className="row" hidden={sending !== null || (!isMany && files.length > 0)}>
        <input
          ref={chooser}
          id={`${own}-file`}
          type="file"
          className="field file"
          multiple={isMany}
          aria-describedby={`${own}-hint`}
          accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.json,.txt,.csv,.md,.log"
          onChange={(event) => void sendAll([...(event.target.files ?? [])])}
          onClick={(event) => {
            // A click by hand adds; only the button beside a file replaces it.
            if (event.isTrusted && event.nativeEvent.detail > 0) replacing.current = null
          }}
        />
        <span className="cap t3">{words.drop}</span>
      </p>
    </fieldset>
  )
}
