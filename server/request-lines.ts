// Requests to the filer and hearings as lines of a page: what was asked, until when, in which fields, and what came of it.
import 'server-only'
import type { Catalogue } from '#domain/catalogue/shipped'
import { chairOf, hearingsOf } from '#domain/filing/hearing'
import { answerDueOn, openRequests, requestNumber, requestsOf } from '#domain/filing/request'
import type { Filing } from '#domain/filing/state'
import { formatMoment } from '#messages/format'
import type { WordBook } from './word-book.ts'

type Reader = { book: WordBook; catalogue: Catalogue; today: string }

/** The name of a field of the form by its path. */
export const requestFieldWords = (book: WordBook, field: string): string => {
  if (field === 'documents') return book.say('filing.field.documents')
  if (field === 'sector' || field === 'scenarios') return book.say(`filing.field.${field}`)
  if (field.startsWith('use.')) return book.say(`filing.field.${field.slice(4)}`)
  const names = field.split('/').filter((part) => part !== '')
  const keys = names.map((_, i) => `agent.field.${names.slice(0, names.length - i).join('_')}`).filter((key) => book.has(key))
  return book.say(keys.length > 0 ? keys : ['agent.field.'], {}, field)
}
const several = (book: WordBook) => (book.locale === 'en' ? ', ' : '\u3001')

/** `hrefOf` leads to the field of the form, where this reader may change it. */
export const requestLines = (filing: Filing, { book, catalogue, today }: Reader, hrefOf?: (field: string) => string) => {
  const isOpen = new Set(openRequests(filing).map(({ no }) => no))
  const w = (key: string, facts: Record<string, string | number> = {}) => book.say(`filingRequest.${key}`, facts)
  return requestsOf(filing).map((request) => {
    const { no, kind, question, fields, at, answer, withdrawn, status, remindedAt, deliveredAt } = request
    const dueOn = answerDueOn(request, catalogue.calendar)
    const waits = isOpen.has(no)
    return {
      key: String(no),
      number: requestNumber(no),
      kind: book.name(kind),
      question,
      asked: w('asked', { at: formatMoment(at, today) }),
      status: w(`status.${status === 'open' && remindedAt !== null ? 'overdue' : status}`),
      isOpen: waits,
      due: !waits
        ? null
        : dueOn !== null
          ? w('answerBy', { on: dueOn })
          : deliveredAt === null
            ? w('afterDelivery', { days: kind.answerDays, kind: kind.dayKind })
            : w('beyondCalendar'),
      terms: waits
        ? [w(`silence.${kind.silence}`), w(kind.stopsClock && remindedAt === null ? 'stops' : 'runs')].join(
            book.locale === 'en' ? '. ' : '\uff1b',
          )
        : null,
      fields: fields.map((field) => ({ key: field, text: requestFieldWords(book, field), href: waits && hrefOf ? hrefOf(field) : null })),
      answer: answer && {
        text: answer.text,
        files: answer.files,
        at: formatMoment(answer.at, today),
        changed:
          answer.changed.length > 0
            ? w('changed', { fields: [...new Set(answer.changed.map((path) => requestFieldWords(book, path)))].join(several(book)) })
            : null,
      },
      withdrawn: withdrawn && w('withdrawn', { reason: withdrawn.reason }),
    }
  })
}
export type RequestLine = ReturnType<typeof requestLines>[number]

export const hearingLines = (filing: Filing, { book, today }: Reader) =>
  hearingsOf(filing).map((hearing) => {
    const w = (key: string, facts: Record<string, string | number> = {}) => book.say(`filingRequest.hearing.${key}`, facts)
    const { no, ground, why, heldOn, startsAt, venue, isOpen, closedReason, challenge, held, dropped } = hearing
    return {
      key: String(no),
      when: w('on', { on: heldOn, time: startsAt, venue }),
      status: dropped ? w('dropped', { reason: dropped.reason }) : w(held ? 'held' : 'called'),
      why,
      facts: [
        w(`ground.${ground}`),
        isOpen ? w('open') : w('closed', { reason: closedReason }),
        w('chair', { name: book.name(chairOf(hearing)?.name) }),
        ...(challenge
          ? [`${w('challenged', { reason: challenge.reason })}${challenge.replacedAt === null ? ` (${w('waiting')})` : ''}`]
          : []),
      ],
      held: held && {
        findings: held.findings,
        file: held.minutes,
        hash: `${w('hash')} ${held.minutes.sha256}`,
        signedBy: w('signedBy', { names: held.signedBy.join(several(book)) }),
        at: formatMoment(held.at, today),
      },
    }
  })

export const askedWordsOf = ({ book }: Pick<Reader, 'book'>) => {
  const w = (key: string) => book.say(`filingRequest.${key}`)
  return {
    title: w('title'),
    hearings: w('hearings'),
    none: w('none'),
    noHearing: w('noHearing'),
    fields: w('fields'),
    answer: w('answer'),
    download: w('download'),
  }
}
