'use client'
// Hands in a sheet of many agents, some rows at a time: shows how far it is, what was made, what is wrong with which row, and gives the wrong rows back.
import { useRef, useState } from 'react'
import { Banner } from '#components/ui/alert'
import { Submit } from '#components/ui/submit'
import { PlainTable } from '#components/ui/table'

export type SheetUploadWords = {
  choose: string
  start: string
  again: string
  running: string
  progress: string
  stopped: string
  done: string
  wrongTitle: string
  download: string
  downloadHint: string
  failed: string
  offline: string
  drafts: string
  row: string
  what: string
}
type Row = { row: number; id?: string; isNew?: boolean; faults?: { detail: string }[]; refusal?: { detail: string } }
type Answer = { total: number; next: number | null; rows: Row[] }
type Wrong = { row: number; what: string }

const address = '/api/v1/filing-sheets'
const atOnce = 25
const shown = 50
const filled = (sentence: string, facts: Record<string, number>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

/** Base64 of a file of any size that the server takes. */
const base64Of = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let from = 0; from < bytes.length; from += 8192) text += String.fromCharCode(...bytes.subarray(from, from + 8192))
  return btoa(text)
}

const ask = (body: object): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

export function SheetUpload({
  organisationId,
  draftsHref,
  words,
}: {
  organisationId: string
  draftsHref: string
  words: SheetUploadWords
}) {
  const file = useRef<{ name: string; data: string } | null>(null)
  const [name, setName] = useState('')
  const [at, setAt] = useState({ next: 0, total: 0 })
  const [count, setCount] = useState({ made: 0, known: 0 })
  const [wrong, setWrong] = useState<readonly Wrong[]>([])
  const [status, setStatus] = useState<'empty' | 'ready' | 'running' | 'stopped' | 'done'>('empty')
  const [problem, setProblem] = useState('')

  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    file.current = { name: chosen.name.slice(0, 200), data: await base64Of(chosen) }
    setName(chosen.name)
    setAt({ next: 0, total: 0 })
    setCount({ made: 0, known: 0 })
    setWrong([])
    setProblem('')
    setStatus('ready')
  }
  const stopAt = (text: string) => {
    setProblem(text)
    setStatus('stopped')
  }
  const run = async () => {
    if (!file.current) return
    setStatus('running')
    setProblem('')
    for (let next: number | null = at.next; next !== null; ) {
      let response: Response
      let answer: Answer & { detail?: string }
      try {
        response = await ask({ organisationId, fileName: file.current.name, data: file.current.data, from: next, limit: atOnce })
        answer = (await response.json()) as Answer & { detail?: string }
      } catch {
        return stopAt(words.offline)
      }
      // Too fast for the allowance: wait as long as the server says, then go on by itself.
      if (response.status === 429) {
        await new Promise((go) => setTimeout(go, 1000 * Math.max(1, Number(response.headers.get('retry-after') ?? 2))))
        continue
      }
      if (!response.ok) return stopAt(answer.detail ?? words.failed)
      const { rows, total } = answer
      const found = rows.flatMap((one): Wrong[] =>
        one.faults
          ? one.faults.map(({ detail }) => ({ row: one.row, what: detail }))
          : one.refusal
            ? [{ row: one.row, what: one.refusal.detail }]
            : [],
      )
      setCount((before) => ({
        made: before.made + rows.filter((one) => one.isNew === true).length,
        known: before.known + rows.filter((one) => one.isNew === false).length,
      }))
      setWrong((before) => [...before, ...found])
      next = answer.next
      setAt({ next: next ?? total, total })
    }
    setStatus('done')
  }
  const download = async () => {
    if (!file.current) return
    try {
      const response = await ask({ organisationId, fileName: file.current.name, data: file.current.data, answer: 'sheet' })
      if (!response.ok) return setProblem(((await response.json()) as { detail?: string }).detail ?? words.failed)
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await response.blob())
      link.download = `${name.replace(/\.[^.]*$/, '')}-wrong-rows.csv`
      link.click()
      URL.revokeObjectURL(link.href)
    } catch {
      setProblem(words.offline)
    }
  }
  const wrongRows = new Set(wrong.map((one) => one.row)).size

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <div className="ask">
        <label htmlFor="sheet-file">{words.choose}</label>
        <input
          id="sheet-file"
          type="file"
          className="field file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          disabled={status === 'running'}
          // Chosen anew, the same file is read anew: it may have been mended.
          onClick={(event) => {
            event.currentTarget.value = ''
          }}
          onChange={(event) => void take(event.target.files?.[0])}
        />
        {name === '' ? null : <p className="cap t2">{name}</p>}
      </div>
      <p className="row wide" style={{ flexWrap: 'wrap' }}>
        <Submit className="btn go" isBusy={status === 'empty' || status === 'running' || status === 'done'}>
          {status === 'stopped' ? words.again : words.start}
        </Submit>
        {at.total > 0 ? (
          <progress
            value={at.next}
            max={at.total}
            aria-label={words.progress}
            style={{ flex: '1 1 160px', minWidth: 0, accentColor: 'var(--color-brand)' }}
          />
        ) : null}
      </p>
      <div aria-live="polite">
        {status === 'running' && at.total > 0 ? <p className="t2">{filled(words.running, { row: at.next, total: at.total })}</p> : null}
        {status === 'stopped' ? (
          <Banner tone="care" title={problem}>
            {at.next > 0 ? words.stopped : undefined}
          </Banner>
        ) : null}
        {status === 'done' ? (
          <Banner
            tone={wrongRows > 0 ? 'plain' : 'done'}
            title={filled(words.done, { total: at.total, made: count.made, known: count.known, wrong: wrongRows })}
            acts={
              <a className="btn" href={draftsHref}>
                {words.drafts}
              </a>
            }
          />
        ) : null}
        {status === 'done' && problem ? <p className="care">{problem}</p> : null}
      </div>
      {wrong.length > 0 ? (
        <section aria-labelledby="wrong-rows" style={{ paddingTop: 16 }}>
          <h2 id="wrong-rows">{words.wrongTitle}</h2>
          {status === 'done' ? (
            <p className="row wide" style={{ flexWrap: 'wrap' }}>
              <button type="button" className="btn" onClick={() => void download()}>
                {words.download}
              </button>
              <small className="t2">{words.downloadHint}</small>
            </p>
          ) : null}
          <PlainTable
            caption={words.wrongTitle}
            heads={[words.row, words.what]}
            rows={wrong.slice(0, shown).map((one) => [String(one.row), one.what])}
          />
          {wrong.length > shown ? <p className="t3">…</p> : null}
        </section>
      ) : null}
    </form>
  )
}
