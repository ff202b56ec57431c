// What every tab of a recall is given: the case as this officer sees it, its address, the query, the reads.
import type { Recall } from '#domain/recall/state'
import type { DeskReader } from '#server/desk-reader'

export type TabProps = {
  seen: { id: string; version: number; status: string; number: string | null; moves: string[]; position: number }
  state: Partial<Recall>
  here: string
  query: URLSearchParams
  r: DeskReader
}
