// A request to the filer during the review: a numbered object of a kind that is data, answered inside the field that it is about, by a day that it names.

import canonicalize from 'canonicalize'
import { difference, sectionOfPath } from '#domain/agent/difference'
import type { EvidenceFile } from '#domain/attachment/vocabulary'
import type { RequestKind } from '#domain/catalogue/request-kind'
import type { Calendar } from '#domain/clock/calendar'
import { dateOf, dayOf, millisecondsOf, shanghaiDateOf } from '#domain/clock/day'
import { dueInstant } from '#domain/clock/deadline'
import { addWorkingDays, rollOver } from '#domain/clock/working-days'
import type { CorrectionItem, Filing } from './state.ts'
import { type FilingSection, requestableStatuses } from './vocabulary.ts'

/**
 * `fields` are the places that it opens, `delivered` the proof that starts its days. What it is (`kind`) is kept as it was asked: a later edition of
 * the catalogue does not change it. `remindedAt`: its day has passed and the company was reminded; the stop of the clock ended then.
 */
export type FilerRequest = {
  no: number
  kindId: string
  kind: Pick<RequestKind, 'zh' | 'en' | 'procedure' | 'answerDays' | 'dayKind' | 'silence' | 'stopsClock'>
  question: string
  fields: readonly string[]
  at: string
  by: string
  revisionHash: string
  deliveredAt: string | null
  status: 'open' | 'answered' | 'withdrawn' | 'silent'
  remindedAt: string | null
  /** `revisionHash` of the revision that answers it; null where words or files did. */
  answer: {
    text: string
    files: readonly EvidenceFile[]
    changed: readonly string[]
    revisionHash: string | null
    at: string
    by: string
  } | null
  /** Why it was taken back; null where it was not. */
  withdrawn: { reason: string; at: string; by: string } | null
  silentAt: string | null
}

/** A state that was stored before there were requests lacks them until the next rebuild. */
export const requestsOf = ({ requests }: { requests?: readonly FilerRequest[] }): readonly FilerRequest[] => requests ?? []
export const requestNumber = (no: number): string => `REQ-${no}`

/** Those that still wait for the company; none once the case has left the review. */
export const openRequests = (filing: Filing): readonly FilerRequest[] =>
  (requestableStatuses as readonly string[]).includes(filing.status) ? requestsOf(filing).filter(({ status }) => status === 'open') : []

/** The last day of an answer, counted from delivery by the days of its kind; null before delivery and beyond the published calendar. */
export const answerDueOn = ({ deliveredAt, kind }: Pick<FilerRequest, 'deliveredAt' | 'kind'>, calendar: Calendar): string | null => {
  if (deliveredAt === null) return null
  const from = shanghaiDateOf(deliveredAt)
  return kind.dayKind === 'working'
    ? addWorkingDays(calendar, from, kind.answerDays).on
    : rollOver(calendar, dateOf(dayOf(from) + kind.answerDays)).on
}

/** The moment at which its day is over (24:00 in Shanghai), or null where nobody can say. */
export const answerOverAt = (request: Pick<FilerRequest, 'deliveredAt' | 'kind'>, calendar: Calendar): string | null => {
  const on = answerDueOn(request, calendar)
  return on === null ? null : dueInstant(on)
}

export const isAnswerOver = (request: FilerRequest, calendar: Calendar, at: string): boolean => {
  const over = answerOverAt(request, calendar)
  return over !== null && millisecondsOf(at) >= millisecondsOf(over)
}

/** Those for whose answer the company still has time: nothing is decided over them. */
export const awaitedRequests = (filing: Filing): readonly FilerRequest[] =>
  openRequests(filing).filter(({ remindedAt }) => remindedAt === null)

/** The part of the form that a path lies in; null for the documents, which are of no part. */
export const sectionOfField = (field: string): FilingSection | null =>
  field.startsWith('/') ? sectionOfPath(field) : field.startsWith('use.') ? 'use' : field === 'documents' ? null : 'basics'

const isWithin = (path: string, field: string): boolean => path === field || path.startsWith(`${field}/`)
export const isUnlocked = (fields: readonly string[], path: string): boolean => fields.some((field) => isWithin(path, field))

/** The fields that a correction notice has asked about: told once, they are not asked for again (Licensing Law 32(4)). */
export const askedByCorrection = (fields: readonly string[], items: readonly CorrectionItem[]): string[] =>
  fields.filter((field) =>
    items.some(({ section, path }) => (path === null ? sectionOfField(field) === section : isWithin(field, path) || isWithin(path, field))),
  )

const isSame = (one: unknown, other: unknown): boolean => canonicalize(one ?? null) === canonicalize(other ?? null)

/** The paths at which the draft differs from what was last signed. */
export const changedSinceSigned = (draft: Filing): string[] => {
  const revision = draft.revisions.at(-1)
  if (!revision) return []
  const use = { serviceStartedOn: null, ...draft.use } as Record<string, unknown>
  const plain = (documents: Filing['documents']) => documents.map(({ receivedAt: _, ...document }) => document)
  const inOrder = (list: readonly number[]) => [...list].sort((a, b) => a - b)
  return [
    ...(revision.sector === draft.sector ? [] : ['sector']),
    ...(isSame(inOrder(revision.scenarios), inOrder(draft.draftScenarios)) ? [] : ['scenarios']),
    ...Object.entries(revision.use).flatMap(([key, value]) => (isSame(value, use[key]) ? [] : [`use.${key}`])),
    ...difference(revision.content, draft.content).map(({ path }) => path),
    ...(isSame(plain(revision.documents), plain(draft.documents)) ? [] : ['documents']),
  ]
}
