'use client'
// The dry run beside the builder: whom the scope reaches, why somebody is not included, who cannot be contacted.
import { useEffect, useRef, useState } from 'react'
import { type Draft, fill, scopeOf } from './draft.ts'
import type { BuilderOptions, BuilderWords } from './words.ts'

type Line = { deploymentId: string; number: string | null; version: string | null; because: string; operator: string | null }
export type Reach = {
  included: Line[]
  excluded: Line[]
  versions: { hash: string; version: string; because: string | null }[]
  operators: number
  users: number
  unnamed: number
  withoutContact: string[]
}
export type ReachState = { reach: Reach | null; isWorking: boolean; problem: string | null }

const pauseMs = 400

/** Asks again whenever the scope has changed and rested for a moment; the last answer stays until the next is there. */
export const useReach = (agentId: string, draft: Draft): ReachState => {
  const [state, setState] = useState<ReachState>({ reach: null, isWorking: false, problem: null })
  const scope = JSON.stringify(scopeOf(draft))
  const latest = useRef('')
  useEffect(() => {
    latest.current = scope
    const { versionRange, versionHashes, component } = JSON.parse(scope) as ReturnType<typeof scopeOf>
    if (versionRange === null && versionHashes.length === 0 && component === null)
      return setState({ reach: null, isWorking: false, problem: null })
    setState((before) => ({ ...before, isWorking: true }))
    const timer = setTimeout(async () => {
      try {
        const response = await fetch('/api/v1/recall-reach', {
          method: 'POST',
          credentials: 'same-origin',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ agentId, scope: JSON.parse(scope) }),
        })
        const answer = await response.json()
        if (latest.current !== scope) return
        setState(
          response.ok
            ? { reach: answer as Reach, isWorking: false, problem: null }
            : { reach: null, isWorking: false, problem: String(answer.detail ?? '') },
        )
      } catch {
        if (latest.current === scope) setState((before) => ({ ...before, isWorking: false, problem: '' }))
      }
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [agentId, scope])
  return state
}

type Props = { state: ReachState; words: BuilderWords['reach']; options: BuilderOptions; locale: string }

export function ReachPanel({ state: { reach, isWorking, problem }, words, options, locale }: Props) {
  const [query, setQuery] = useState('')
  const number = (value: number) => value.toLocaleString(locale === 'en' ? 'en' : 'zh-CN')
  const matches = (line: Line) =>
    [line.number, line.version, line.operator].some((part) => part?.toLowerCase().includes(query.trim().toLowerCase()))
  const wanted = (lines: readonly Line[]) => (query.trim() === '' ? lines : lines.filter(matches))
  return (
    <section aria-labelledby="reach-title" className="pt-2">
      <h2 id="reach-title" className="text-[14px] leading-[22px]">
        {words.title}
      </h2>
      <p aria-live="polite" className={problem === null ? undefined : 'care'}>
        {problem !== null
          ? problem || words.failed
          : reach
            ? reach.included.length + reach.unnamed === 0
              ? words.none
              : fill(words.summary, {
                  deployments: number(reach.included.length + reach.unnamed),
                  operators: number(reach.operators),
                  users: number(reach.users),
                })
            : isWorking
              ? words.working
              : words.nothing}
      </p>
      {reach && reach.unnamed > 0 ? <p className="cap t2">{fill(words.unnamed, { count: reach.unnamed })}</p> : null}
      {reach && reach.withoutContact.length > 0 ? (
        <p className="care">{fill(words.withoutContact, { count: reach.withoutContact.length, names: reach.withoutContact.join(', ') })}</p>
      ) : null}
      {reach ? (
        <>
          {reach.included.length + reach.excluded.length > 6 ? (
            <div className="ask">
              <label htmlFor="reach-find">{words.find}</label>
              <input id="reach-find" className="field" type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
            </div>
          ) : null}
          <Lines
            title={fill(words.included, { count: reach.included.length })}
            lines={wanted(reach.included)}
            reasons={options.inclusion}
            words={words}
            isOpen
          />
          <Lines
            title={`${fill(words.excluded, { count: reach.excluded.length })} · ${words.whyNot}`}
            lines={wanted(reach.excluded)}
            reasons={options.exclusion}
            words={words}
            isOpen={query !== ''}
          />
        </>
      ) : null}
    </section>
  )
}

const mostLines = 60

function Lines({
  title,
  lines,
  reasons,
  words,
  isOpen,
}: {
  title: string
  lines: readonly Line[]
  reasons: Readonly<Record<string, string>>
  words: BuilderWords['reach']
  isOpen: boolean
}) {
  if (lines.length === 0) return <p className="cap t3">{title}</p>
  return (
    <details className="twinbox" open={isOpen}>
      <summary className="cap t2">{title}</summary>
      <table className="twin">
        <thead>
          <tr>
            <th scope="col">{words.deployment}</th>
            <th scope="col">{words.version}</th>
            <th scope="col">{words.because}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, mostLines).map((line) => (
            <tr key={line.deploymentId}>
              <th scope="row">
                <span className="mono">{line.number ?? words.noNumber}</span>
                <small className="t2 block">{line.operator}</small>
              </th>
              <td>{line.version}</td>
              <td>{reasons[line.because] ?? line.because}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
