// The verdict on a public page: one sentence of 32 px in the state's colour, what was checked, then the code.
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type VerdictState = 'approved' | 'conditions' | 'suspended' | 'recalled' | 'unknown'

const glyph: Record<VerdictState, IconName> = {
  approved: 's-approved',
  conditions: 's-conditions',
  suspended: 's-suspended',
  recalled: 's-recalled',
  unknown: 's-ended',
}

/** `failed` marks a check that did not hold. `code` is a QrCode. */
export function Verdict({
  label,
  state,
  icon = glyph[state],
  says,
  children,
  checks = [],
  code,
  level = 'p',
}: {
  label: string
  state: VerdictState
  icon?: IconName
  says: ReactNode
  children?: ReactNode
  checks?: readonly { text: ReactNode; failed?: boolean }[]
  code?: ReactNode
  /** 'h1' where the verdict is the title of the page. */
  level?: 'p' | 'h1'
}) {
  const Say = level
  return (
    <section className="verdict" data-state={state} aria-label={label}>
      <i>
        <Icon name={icon} />
      </i>
      <div className="body">
        <Say className="say">{says}</Say>
        {children === undefined ? null : <p>{children}</p>}
        {checks.length === 0 ? null : (
          <ul className="checks">
            {checks.map(({ text, failed }, index) => (
              <li key={index} className={failed ? 'failed' : undefined}>
                <Icon name={failed ? 'i-x' : 'i-tick'} />
                {text}
              </li>
            ))}
          </ul>
        )}
      </div>
      {code === undefined ? null : <div>{code}</div>}
    </section>
  )
}
