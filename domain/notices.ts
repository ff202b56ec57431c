// Who is told what after a change: pure lines for the outbox, sent after the commit.
import type { CaseState, Recorded, Typed } from './case.ts'

export type NoticeLine = { topic: string; recipient: string; payload: Record<string, unknown> }

/** Letters go to their organisation; whatever becomes public is announced to the feeds and to subscribers. */
export const noticesOf = (kind: string, state: CaseState, event: Recorded<Typed>, isPublic: boolean): readonly NoticeLine[] => {
  const about = { kind, id: state.id, event: event.type, at: event.at }
  const organisationId = (state as { organisationId?: string | null }).organisationId
  return [
    ...(kind === 'letter' && organisationId ? [{ topic: 'letter', recipient: organisationId, payload: about }] : []),
    ...(isPublic && (kind === 'recall' || kind === 'filing' || kind === 'opening' || kind === 'reconsideration')
      ? [{ topic: `${kind}.${event.type}`, recipient: 'public', payload: about }]
      : []),
  ]
}
