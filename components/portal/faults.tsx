'use client'
// What keeps a form from being sent, in one place that takes the focus: fields to mend as links, or the refusal that came back.
import { useEffect, useRef } from 'react'
import { Banner } from '#components/ui/alert'
import { ErrorSummary } from '#components/ui/field'
import type { Problem } from '../case/send.tsx'

export type Fault = { href: string; text: string }
export type FaultWords = {
  mend: string
  kept: string
  pair: string
  failed: string
  network: string
  stale: string
  staleHint: string
  reload: string
}

/** One field to mend: its label, and what is the matter with it. */
export const faultOf = (words: Pick<FaultWords, 'pair'>, href: string, label: string, text: string): Fault => ({
  href,
  text: words.pair.replace('{label}', label).replace('{text}', text),
})

/** `turn` counts the attempts: with every new one that failed the focus comes here, so that nobody has to look for the reason. */
export function Faults({
  turn,
  faults,
  problem,
  onReload,
  words,
}: {
  turn: number
  faults: readonly Fault[]
  problem: Problem | null
  onReload: () => void
  words: FaultWords
}) {
  const place = useRef<HTMLDivElement>(null)
  const isOpen = faults.length > 0 || problem !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what moves the focus, not every correction in between
  useEffect(() => {
    if (turn > 0 && isOpen) (place.current?.querySelector<HTMLElement>('.summary') ?? place.current)?.focus()
  }, [turn, problem])
  const isStale = problem?.code === 'case.stale'
  return (
    <div ref={place} tabIndex={-1}>
      {problem ? (
        <Banner
          tone="care"
          live
          title={isStale ? words.stale : words.failed}
          acts={
            isStale ? (
              <button type="button" className="btn" onClick={onReload}>
                {words.reload}
              </button>
            ) : undefined
          }
        >
          {problem.status === 0 ? words.network : isStale ? words.staleHint : problem.detail}
        </Banner>
      ) : (
        <ErrorSummary title={words.mend} hint={words.kept} errors={faults} />
      )}
    </div>
  )
}
