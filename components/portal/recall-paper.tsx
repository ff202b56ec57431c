// The notice of a recall as the company received it, in the frame of an instrument; the one sentence to obey between its rules.
import type { ReactNode } from 'react'
import { Notice, NoticeMust } from '#components/ui/notice'

export function RecallPaper({
  title,
  sub,
  must,
  parts,
  foot,
}: {
  title: string
  sub: string
  must: string
  parts: readonly { title: string; text: string }[]
  foot: ReactNode
}) {
  return (
    <Notice title={title} sub={sub} level={2} foot={foot ?? undefined}>
      <NoticeMust>{must}</NoticeMust>
      {parts
        .filter((part) => part.text !== '')
        .map((part) => (
          <p key={part.title}>
            <b>{part.title}</b> {part.text}
          </p>
        ))}
    </Notice>
  )
}
