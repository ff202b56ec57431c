'use client'
// Walks through the changes of a comparison, by button and by the keys n and p; says which of how many.
import { useState } from 'react'
import { useShortcuts } from '#components/console/keys'

/** `words.at[i]` says "change i of n"; 0 is before the first. */
export function ChangeWalk({ count, words }: { count: number; words: { at: readonly string[]; previous: string; next: string } }) {
  const [at, setAt] = useState(0)
  const go = (step: number) => {
    const next = Math.min(count, Math.max(1, at + step))
    const rows = [...document.querySelectorAll<HTMLTableRowElement>('.diff tr[id^="change-"]')]
    for (const [place, row] of rows.entries()) row.classList.toggle('on', place === next - 1)
    rows[next - 1]?.scrollIntoView({ block: 'center' })
    setAt(next)
  }
  useShortcuts({ KeyN: () => (count === 0 ? false : go(1)), KeyP: () => (count === 0 ? false : go(-1)) })
  return (
    <span className="row">
      <span className="t3 cap" aria-live="polite">
        {words.at[at]}
      </span>
      <button type="button" className="btn sm" disabled={count === 0 || at <= 1} onClick={() => go(-1)}>
        {words.previous}
        <kbd>p</kbd>
      </button>
      <button type="button" className="btn sm" disabled={at >= count} onClick={() => go(1)}>
        {words.next}
        <kbd>n</kbd>
      </button>
    </span>
  )
}
