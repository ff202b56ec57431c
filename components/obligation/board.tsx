// The board of testing obligations: a column a status, cards next due first, and on each card a menu that does the same as dragging it.
import { Mark, type MarkName } from '#components/ui/mark'
import { Menu, MenuItem } from '#components/ui/menu'
import { CaseNumber } from '#components/ui/number'
import { BoardDrag } from './board-drag.tsx'

export type Card = {
  id: string
  number: string
  href: string
  agent: string
  items: string
  lab: string
  due: { day: string | null; meaning: string; late: boolean }
  verdict: { state: string; word: string } | null
  /** What may be asked, as addresses; `to` is the column in which the card then stands. */
  moves: readonly { key: string; text: string; href: string; to: string | null }[]
}
export type Column = {
  status: string
  mark: string
  title: string
  total: string
  cards: readonly Card[]
  more: { href: string; text: string } | null
}
export type BoardWords = { label: string; moves: string; open: string; none: string; dragHint: string }

export function Board({ columns, words }: { columns: readonly Column[]; words: BoardWords }) {
  return (
    <section className="scroll px-6 pb-6" aria-label={words.label} tabIndex={0}>
      <p className="cap t3 pb-3">{words.dragHint}</p>
      <div className="grid min-w-[1080px] grid-cols-6 gap-x-5" data-board="">
        {columns.map((column) => (
          <section
            key={column.status}
            aria-labelledby={`column-${column.status}`}
            data-status={column.status}
            className="min-w-0 data-[over]:bg-brand-wash"
          >
            <div className="sect">
              <h2 id={`column-${column.status}`} className="text-[14px] leading-[22px]">
                <Mark state={column.mark as MarkName}>{column.title}</Mark>
              </h2>
              <span className="end cap t3">{column.total}</span>
            </div>
            {column.cards.length === 0 ? <p className="cap t3 pt-2">{words.none}</p> : null}
            <ol>
              {column.cards.map((card) => (
                <BoardCard key={card.id} card={card} words={words} />
              ))}
            </ol>
            {column.more ? (
              <a className="cap" href={column.more.href}>
                {column.more.text}
              </a>
            ) : null}
          </section>
        ))}
      </div>
      <BoardDrag />
    </section>
  )
}

function BoardCard({ card, words }: { card: Card; words: BoardWords }) {
  const targets = Object.fromEntries(card.moves.flatMap(({ to, href }) => (to === null ? [] : [[to, href]])))
  return (
    <li className="border-b border-hairline py-2" data-card="" data-targets={JSON.stringify(targets)}>
      <div className="row">
        <CaseNumber number={card.number} href={card.href} />
      </div>
      <b className="block truncate" title={card.agent}>
        {card.agent}
      </b>
      <span className="cap t2 block truncate" title={card.items}>
        {card.items}
      </span>
      <span className="cap t2 block truncate">{card.lab}</span>
      <div className="row flex-wrap pt-1">
        <span className={card.due.late ? 'cap stop' : 'cap'}>
          {card.due.day} {card.due.meaning}
        </span>
        {card.verdict ? <Mark state={card.verdict.state as MarkName}>{card.verdict.word}</Mark> : null}
        {card.moves.length > 0 ? (
          <span className="ms-auto">
            <Menu summary={words.moves} label={`${words.moves} ${card.number}`} size="sm">
              {card.moves.map((move) => (
                <MenuItem key={move.key}>
                  <a href={move.href}>{move.text}</a>
                </MenuItem>
              ))}
            </Menu>
          </span>
        ) : (
          <a className="cap ms-auto" href={card.href}>
            {words.open}
          </a>
        )}
      </div>
    </li>
  )
}
