// The frame of one case of the lower-risk lane in the console: crumbs, identity with acts, what the kind shows, letters and history.
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Acts } from '#components/case/acts'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { Crumbs, SectionHead } from '#components/ui/section'
import { kinds } from '#domain/kinds'
import { usualRemedies } from '#server/case-acts'
import { type DeskReader, deskReader } from '#server/desk-reader'
import { formOf, type Known } from '#server/form'
import { formWords } from '#server/form-words'
import { type LaneKind, laneAddress } from '#server/low-lane-view'
import { History } from './history.tsx'

/** The case as this officer may see it, or no page at all. */
export const laneCase = async <S,>(kind: LaneKind, id: string) => {
  const r = await deskReader(`/console/${laneAddress[kind]}/${id}`)
  const found = await r.one(kind, id)
  if (!found) return notFound()
  return { r, found, state: found.state as Partial<S> }
}
type Found = {
  id: string
  version: number
  mark: string
  status: string
  moves: readonly string[]
  number: string | null
  titleZh: string
  titleEn: string
}

/** The forms of what this officer may do now; decisions have the usual words of the remedies filled in. */
export const laneForms = async (r: DeskReader, kindName: LaneKind, moves: readonly string[], known: Record<string, Known> = {}) => {
  const kind = kinds.get(kindName)
  if (!kind) return []
  const remedies = await usualRemedies(r)
  return Promise.all(
    moves.map((command) => {
      const mine = known[command] ?? {}
      return formOf(kind, command, { ...mine, values: { remedies, ...mine.values } })
    }),
  )
}

export async function LaneCase({
  r,
  kind,
  found,
  title,
  meta,
  known,
  skip = [],
  children,
}: {
  r: DeskReader
  kind: LaneKind
  found: Found
  title?: string
  meta: readonly string[]
  known?: Record<string, Known>
  skip?: readonly string[]
  children: ReactNode
}) {
  const { say, book } = r
  const path = `/console/${laneAddress[kind]}`
  const [forms, words] = await Promise.all([
    laneForms(
      r,
      kind,
      found.moves.filter((move) => !skip.includes(move)),
      known,
    ),
    formWords(),
  ])
  const name = title ?? book.name({ zh: found.titleZh, en: found.titleEn })
  return (
    <main id="main" className="flush">
      <div className="px-6 pt-2">
        <Crumbs label={say(`lowLane.tab.${kind}`)} items={[{ href: path, text: say(`lowLane.tab.${kind}`) }, { text: name }]} />
      </div>
      <IdentityBar
        state={found.mark as MarkName}
        lead={
          <>
            {found.number ? <span className="mono">{found.number}</span> : null}
            <Mark state={found.mark as MarkName} fill>
              {say(`${kind}.status.${found.status}`)}
            </Mark>
          </>
        }
        title={name}
        meta={[...meta]}
        acts={
          forms.length > 0 ? (
            <Acts plural={laneAddress[kind]} id={found.id} version={found.version} forms={forms} words={words} first={2} />
          ) : undefined
        }
      />
      <div className="px-6">{children}</div>
      <div className="px-6">
        <SectionHead title={say('lowLane.history')} gap id="timeline" />
      </div>
      <History r={r} kind={kind} id={found.id} />
    </main>
  )
}
