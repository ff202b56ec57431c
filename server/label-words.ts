// The plain label of an agent in words: what it decides alone, what it must ask, what only you decide, each with its conditions.
import 'server-only'
import { type LabelLine, type PublicLabel, publicLabel } from '#domain/agent/label'
import type { AuthorityRow } from '#domain/agent/version'
import type { WordBook } from './word-book.ts'

type Speaker = { book: WordBook; say: WordBook['say'] }

const lineOf = ({ say }: Speaker, { action, conditions }: LabelLine) => ({
  text: action,
  ...(conditions.length > 0 ? { note: conditions.map(({ code, facts }) => say(code, facts)).join(say('portal.stop')) } : {}),
})

/** The three columns as the component `Powers` takes them. */
export const labelOf = (r: Speaker, label: PublicLabel) => ({
  alone: { title: r.say('ui.decide.alone'), sub: r.say('wizard.label.alone'), items: label.alone.map((line) => lineOf(r, line)) },
  ask: { title: r.say('ui.decide.ask'), sub: r.say('wizard.label.ask'), items: label.asks.map((line) => lineOf(r, line)) },
  you: { title: r.say('ui.decide.you'), sub: r.say('wizard.label.you'), items: label.yours.map((line) => lineOf(r, line)) },
  none: r.say('ui.form.none'),
})

/** The same straight from a matrix that is still being written. */
export const labelColumns = (r: Speaker, rows: readonly AuthorityRow[]) => labelOf(r, publicLabel(rows))
