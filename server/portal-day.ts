// What waits for the company today: drafts, corrections, letters, tests, recalls and conditions, in the order in which they press.
import 'server-only'
import type { Item } from '#db/reads/page'
import { answerDueOn, openRequests, requestNumber } from '#domain/filing/request'
import type { Filing } from '#domain/filing/state'
import type { Letter } from '#domain/letter/letter'
import { formatDay } from '#messages/format'
import type { CompanyReader } from './company-reader.ts'
import { dueOfItem, dueWords } from './due.ts'
import { letterTitle } from './letter-words.ts'

export type WaitingLine = {
  key: string
  late: boolean
  when: string
  at?: string
  number?: string
  label?: string
  href: string
  name: string
  why: string
  act: string
  sort: string
}

/** Where a case of a kind is opened in the portal. */
export const portalHref = (kind: string, id: string): string =>
  `/portal/${{ filing: 'filings', agent: 'agents', deployment: 'deployments', obligation: 'obligations', recall: 'recalls', reconsideration: 'reconsiderations', letter: 'letters' }[kind] ?? kind}/${id}`

/** More unread letters than these are one line: they must not push the rest off the page. */
const mostLetters = 5

/** Why a case waits for the company, by kind and status; other statuses wait for somebody else. */
const waits: Record<string, readonly string[]> = {
  filing: ['draft', 'correction_required', 'change_pending'],
  deployment: ['draft', 'approved', 'approved_with_conditions', 'pilot_approved'],
  letter: ['issued'],
  recall: ['company_analysis', 'recall_notice', 'voluntary_recall', 'recall_ordered', 'plan_filed', 'in_progress', 'further_measures'],
  obligation: ['assigned', 'in_progress', 'returned'],
  reconsideration: ['correction'],
}

/** The lines of the home page, most pressing first. */
export const waitingLines = async (r: CompanyReader): Promise<WaitingLine[]> => {
  const { say, book, catalogue, today, organisationId } = r
  const due = await dueWords(book.locale, today)
  const pages = await Promise.all(
    Object.entries(waits).map(([kind, status]) => r.list(kind, { status, organisationId, sort: 'dueOn', limit: 30 })),
  )
  const lineOf = (item: Item): WaitingLine => {
    const meaning = due(dueOfItem(item, catalogue, today), true)
    const isDated = item.dueOn !== null && item.kind !== 'letter'
    const since = item.openedAt ? formatDay(item.openedAt.slice(0, 10), today) : undefined
    return {
      key: `${item.kind}-${item.id}`,
      late: isDated && meaning.late,
      when: isDated ? meaning.meaning : say(`portal.wait.${item.kind}`),
      ...(isDated && meaning.day ? { at: meaning.day } : since ? { at: since } : {}),
      ...(item.number && item.kind !== 'letter' ? { number: item.number } : { label: say(`${item.kind}.name`) }),
      href: `${portalHref(item.kind, item.id)}${item.status === 'change_pending' ? '/change' : ''}`,
      name: book.name({ zh: item.titleZh, en: item.titleEn }) || say(`${item.kind}.name`),
      why: say([`portal.why.${item.kind}.${item.status}`, `${item.kind}.status.${item.status}`]),
      act: say([`portal.do.${item.kind}.${item.status}`, `portal.do.${item.kind}.other`]),
      // Dated things by their date, then corrections and letters before drafts.
      sort: isDated
        ? `0${item.dueOn}`
        : `1${['correction_required', 'issued', 'recall_notice'].includes(item.status) ? 0 : 1}${item.changedAt}`,
    }
  }
  const letters = pages[Object.keys(waits).indexOf('letter')]
  const shown = await lettersShown(r, letters?.items ?? [])
  const rest = (letters?.total ?? 0) - shown.size
  const lines = pages.flatMap((page) =>
    page.items.flatMap((item) =>
      // A signed change waits for its tests, and so for a laboratory: only an unsigned one has its day.
      item.status === 'change_pending' && item.dueOn === null
        ? []
        : item.kind !== 'letter'
          ? [lineOf(item)]
          : shown.has(item.id)
            ? [{ ...lineOf(item), label: shown.get(item.id) ?? '' }]
            : [],
    ),
  )
  lines.push(...(await askedLines(r, lineOf)))
  if (rest > 0)
    lines.push({
      key: 'letters',
      late: false,
      when: say('portal.wait.letter'),
      label: say('portal.nav.letters'),
      href: '/portal/letters?status=issued',
      name: say('portal.home.moreLetters', { count: rest }),
      why: say('portal.why.letter.issued'),
      act: say('portal.do.letter.other'),
      sort: '10~',
    })
  return lines.sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0))
}

/** Filings under review in which the company is asked for something, each with the day of the request that presses most. */
const askedLines = async (r: CompanyReader, lineOf: (item: Item) => WaitingLine): Promise<WaitingLine[]> => {
  const { organisationId, catalogue, say } = r
  const { items } = await r.list('filing', { organisationId, link: { name: 'asked', to: organisationId }, limit: 30 })
  const found = await Promise.all(items.map((item) => r.one<Filing>('filing', item.id)))
  return items.flatMap((item, place) => {
    const filing = found[place]?.state as Filing | undefined
    const asked = (filing ? openRequests(filing) : []).map((request) => ({ request, on: answerDueOn(request, catalogue.calendar) }))
    const [first] = asked.sort((one, other) => ((one.on ?? '9999') < (other.on ?? '9999') ? -1 : 1))
    if (!first) return []
    return [
      {
        ...lineOf({ ...item, dueOn: first.on, dueRule: null }),
        key: `asked-${item.id}`,
        why: say('portal.why.filing.asked', { number: asked.map(({ request }) => requestNumber(request.no)).join(say('portal.join')) }),
        act: say('portal.do.filing.asked'),
      },
    ]
  })
}

/** The titles of the newest unread letters; the others are one line. */
const lettersShown = async (r: CompanyReader, items: readonly Item[]): Promise<Map<string, string>> => {
  const newest = [...items].sort((a, b) => ((a.openedAt ?? '') < (b.openedAt ?? '') ? 1 : -1)).slice(0, mostLetters)
  const found = await Promise.all(newest.map((item) => r.one<Letter>('letter', item.id)))
  return new Map(found.flatMap((one) => (one ? [[one.id, letterTitle(one.state as Letter, r)] as const] : [])))
}

/** How many letters have not been opened, and everything else beside the lines. */
export const portalFigures = async (r: CompanyReader) => {
  const { organisationId } = r
  const [agents, running] = await Promise.all([
    r.list('agent', { organisationId, limit: 50 }),
    r.list('filing', { organisationId, isOpen: true, limit: 50, sort: 'dueOn' }),
  ])
  return { agents, running: running.items.filter((item) => item.dueOn !== null || item.mark === 'testing') }
}
