// The frame of the laboratory's side: orders and scope, and nothing beyond the order.
import type { ReactNode } from 'react'
import { labReader } from '#server/company-reader'
import { SideFrame } from '../../side-frame.tsx'

export default async function LabLayout({ children }: { children: ReactNode }) {
  const r = await labReader()
  const waiting = await r.list('obligation', { labId: r.organisationId, status: ['assigned', 'in_progress', 'returned'], limit: 1 })
  return (
    <SideFrame
      r={r}
      items={[
        { href: '/lab', text: r.say('shell.lab.orders'), count: waiting.total, within: /^\/lab\/orders/ },
        { href: '/lab/scope', text: r.say('shell.lab.scope') },
      ]}
    >
      {children}
    </SideFrame>
  )
}
