// The board of testing obligations: open statuses and the newest results, each card with the acts open to this officer.
import { Board } from '#components/obligation/board'
import { formatNumber } from '#messages/format'
import type { DeskReader } from '#server/desk-reader'
import { columnAfter, obligationWords } from '#server/obligation-lines'

const statuses = ['planned', 'assigned', 'in_progress', 'report_submitted', 'returned', 'accepted'] as const
const marks = {
  planned: 'draft',
  assigned: 'submitted',
  in_progress: 'testing',
  report_submitted: 'review',
  returned: 'waiting',
  accepted: 'approved',
} as const
const cardsShown = 12

type Query = Parameters<DeskReader['obligationPage']>[0]

export async function BoardView({ query, r }: { query: Query; r: DeskReader }) {
  const { say } = r
  // The board is its own filter of status: what is over shows in its last column.
  const { status: _status, isOpen: _open, cursor: _cursor, limit: _limit, sort: _sort, ...rest } = query
  const columns = await r.board(statuses, rest, cardsShown)
  return (
    <Board
      words={{
        label: say('obligationDesk.board.label'),
        moves: say('obligationDesk.board.moves'),
        open: say('obligationDesk.board.open'),
        none: say('obligationDesk.board.none'),
        dragHint: say('obligationDesk.board.dragHint'),
      }}
      columns={columns.map(({ status, total, lines }) => ({
        status,
        mark: marks[status as keyof typeof marks],
        title: say(`obligation.status.${status}`),
        total: formatNumber(r.locale, total),
        more:
          total > lines.length
            ? {
                href: `/console/obligations?status=${status}`,
                text: say('obligationDesk.board.more', { count: formatNumber(r.locale, total - lines.length) }),
              }
            : null,
        cards: lines.map((line) => {
          const { moves, ...card } = obligationWords(line, r)
          return {
            ...card,
            moves: moves.map((move) => ({
              key: move,
              text: say(`obligation.command.${move}.label`),
              href: `${card.href}?act=${move}#act`,
              to: columnAfter[move] ?? null,
            })),
          }
        }),
      }))}
    />
  )
}
