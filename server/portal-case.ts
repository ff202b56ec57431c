// What every case page of the portal shows beside its own matter: the acts open to the visitor with their forms, letters about it, and its history.
import 'server-only'
import type { Kind } from '#domain/case'
import type { Letter } from '#domain/letter/letter'
import { formatMoment } from '#messages/format'
import type { CompanyReader, LabReader } from './company-reader.ts'
import { type CommandForm, formOf, type Known } from './form.ts'
import { happeningLines } from './happenings.ts'
import { letterTitle } from './letter-words.ts'

type Anyone = CompanyReader | LabReader
/** A fact that this reader may not see stands as a dash: at the end of a sentence it is left off. */
const dashAtEnd = /\s*[:\uff1a]?\s*\u2013$/
const dash = /(?:^|\s)\u2013(?:\s|$)/
const opaque = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/

/** The forms of the open moves among these commands, in this order. */
export const formsOf = async (
  kind: Kind,
  moves: readonly string[],
  commands: readonly string[],
  known: Record<string, Known> = {},
): Promise<CommandForm[]> =>
  Promise.all(commands.filter((command) => moves.includes(command)).map((command) => formOf(kind, command, known[command])))

/** The history of a case as timeline items, newest first. */
export const timelineOf = async (r: Anyone, kind: string, id: string) => {
  const history = await r.history(kind, id)
  const lines = await happeningLines(history ?? [], kind, r.book, r.words, r.today)
  const noun = r.say(`${kind}.name`)
  // What the reader may not see of an event leaves its bare name: it is then said to be a step inside the office. Ids and hashes tell a reader nothing.
  return lines.map(({ entry, tone, what, changes, ...line }) => ({
    ...line,
    what: what === noun || dash.test(what.replace(dashAtEnd, '')) ? r.say('portal.case.inside') : what.replace(dashAtEnd, ''),
    changes: changes.filter(({ after }) => !opaque.test(after)),
    entryHref: entry.href,
    entryText: r.say('portal.entry', { position: entry.href.split('/').at(-1) ?? '' }),
    ...(tone ? { tone } : {}),
  }))
}

/** Letters about a case, newest first, by their titles. */
export const lettersAbout = async (r: CompanyReader, id: string): Promise<{ id: string; text: string; note: string }[]> => {
  const { items } = await r.list('letter', { organisationId: r.organisationId, link: { name: 'about', to: id }, limit: 50 })
  const states = await Promise.all(items.map((item) => r.one<Letter>('letter', item.id)))
  return items.flatMap((item, index) => {
    const letter = states[index]?.state as Letter | undefined
    return letter
      ? [
          {
            id: item.id,
            text: letterTitle(letter, r),
            note: `${item.openedAt ? formatMoment(item.openedAt, r.today) : ''} · ${r.say(`letter.status.${item.status}`)}`,
          },
        ]
      : []
  })
}
