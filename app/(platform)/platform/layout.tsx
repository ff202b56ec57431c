// The frame of a distribution platform: what it lists, what it must report, and the recalls that it must act on.
import type { ReactNode } from 'react'
import { dutyOf } from '#server/platform-duty'
import { platformReader } from '#server/platform-reader'
import { SideFrame } from '../../side-frame.tsx'

export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const r = await platformReader()
  const waiting = (await r.listed()).filter((one) => dutyOf(one.state, r.organisationId) !== null).length
  return (
    <SideFrame
      r={r}
      items={[
        { href: '/platform', text: r.say('lowLane.platform.title'), count: waiting, within: /^\/platform\/self-tests/ },
        { href: '/platform/information-reports', text: r.say('lowLane.platform.reports') },
        { href: '/recalls', text: r.say('lowLane.platform.recalls') },
      ]}
    >
      {children}
    </SideFrame>
  )
}
