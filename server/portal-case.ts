// What every case page of the portal shows beside its own matter: the acts open to the visitor with their forms, letters about it, and its history.
import 'server-only'
import type { Kind } from '#domain/case'
import { formatMoment } from '#messages/format'
import type { CompanyReader, LabReader } from './company-reader.ts'
import { type CommandForm, formOf, type Known } from './form.ts'
import { happeningLines } from './happenings.ts'

type Anyone = CompanyReader | LabReader

/** The forms of the open moves among these commands, in this order. */
export const formsOf = async (kind: Kind, moves: readonly string[], commands: readonly string[], known: Record<string, Known> = {}): Promise<CommandForm[]> =>
  Promise.all(commands.filter((command) => moves.includes(command)).map((command) => formOf(kind, command, known[command])))

/** The history of a case as timeline items, newest first. */
export const timelineOf = async (r: Anyone, kind: string, id: string) => {
  const history = await r.history(kind, id)
  return happeningLines(history ?? [], kind, r.book, r.words, r.today).map(({ entry, tone, ...line }) => ({ ...line, entryHref: entry.href, entryText: r.say('portal.entry', { position: entry.href.split('/').at(-1) ?? '' }), ...(tone ? { tone } : {}) }))
}

/** Letters about a case, newest first. */
export const lettersAbout = async (r: CompanyReader, id: string) => {
  const { items } = await r.list('letter', { organisationId: r.organisationId, link: { name: 'about', to: id }, limit: 50 })
  return items.map((item) => ({ id: item.id, status: item.status, at: item.openedAt ? formatMoment(item.openedAt, r.today) : '', name: r.book.name({ zh: item.titleZh, en: item.titleEn }), words: item }))
}
