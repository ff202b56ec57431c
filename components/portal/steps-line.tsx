// Where a case is on its road: the steps in order, the present one named to screen readers, like the progress line of the public page.
import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon'

export type RoadStep = { key: string; text: ReactNode; state: 'done' | 'now' | 'ahead' }

export function StepsLine({ label, steps, now }: { label: string; steps: readonly RoadStep[]; now: string }) {
  return (
    <ol className="row wide" aria-label={label} style={{ flexWrap: 'wrap', padding: '12px 0', gap: '6px 20px' }}>
      {steps.map(({ key, text, state }) => (
        <li key={key} className={state === 'ahead' ? 'row t3' : 'row'} aria-current={state === 'now' ? 'step' : undefined}>
          <Icon name={state === 'done' ? 'i-tick' : state === 'now' ? 's-review' : 'c-none'} size={14} />
          {state === 'now' ? (
            <b>
              {text}
              <span className="vh"> {now}</span>
            </b>
          ) : (
            text
          )}
        </li>
      ))}
    </ol>
  )
}
