// Public pages: open to everybody, complete without scripts.
import type { ReactNode } from 'react'
import { Frame } from './frame.tsx'

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <Frame>{children}</Frame>
}
