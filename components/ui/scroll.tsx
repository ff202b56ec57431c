// What is too wide for a narrow screen scrolls inside its own frame, by key too; the page itself never does.
import type { ReactNode } from 'react'

/** Keeps a wide drawing whole on a narrow screen: it scrolls, by key too. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
