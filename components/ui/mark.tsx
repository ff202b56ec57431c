// Marks: the state of a case, its tier, small tags and counts. Never a glyph without its word.
import type { ReactNode } from 'react'
import { Icon, type MarkName } from './icon.tsx'

export type { MarkName } from './icon.tsx'

/** A tinted 18 px square with its glyph, then the word. `fill` tints the whole chip: only in identity bars and notices of state. */
export function Mark({ state, fill, children }: { state: MarkName; fill?: boolean; children: ReactNode }) {
  return (
    <span className={fill ? `mark m-${state} fill` : `mark m-${state}`}>
      <i>
        <Icon name={`s-${state}`} />
      </i>
      {children}
    </span>
  )
}

export type Tier = 1 | 2 | 3 | 4
export const roman = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const

/** Rungs, roman numeral and word. `quiet` keeps the word for screen readers only, where there is no room. */
export function TierMark({ tier, word, quiet }: { tier: Tier; word: ReactNode; quiet?: boolean }) {
  return (
    <span className="tier">
      <Icon name={`t-${tier}`} />
      <b>{roman[tier]}</b>
      {quiet ? <span className="vh">{word}</span> : word}
    </span>
  )
}

/** A short word with a tint: `new` celadon, `care` ochre, `stop` cinnabar (recall, refusal, overdue only). */
export function Tag({ tone, children }: { tone?: 'new' | 'care' | 'stop'; children: ReactNode }) {
  return <span className={tone ? `tag ${tone}` : 'tag'}>{children}</span>
}

/** An inverted number: how many wait. */
export function Count({ children }: { children: ReactNode }) {
  return <span className="count">{children}</span>
}
