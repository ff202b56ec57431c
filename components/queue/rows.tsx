// The rows of the queue as text, from the items of the API: fast for fifty rows, and the same on the server and in the browser.
import type { MarkName, Tier } from '#components/ui/mark'
import { dueHtml, type Html, html, markHtml, numberHtml, tierHtml } from '#components/ui/markup'
import type { Locale } from '#messages/locale'
import { type DueTemplates, dueOfRow, fill, type Workdays } from './due.tsx'

export const columnNames = ['mark', 'number', 'title', 'organisation', 'tier', 'lane', 'sector', 'region', 'owner', 'due', 'age'] as const
export type ColumnName = (typeof columnNames)[number]
export const usualColumns: readonly ColumnName[] = ['mark', 'number', 'title', 'organisation', 'tier', 'sector', 'owner', 'due', 'age']
/** Without these a row says nothing. */
export const fixedColumns: readonly ColumnName[] = ['number', 'title']

/** What the API answers for one case of a list, as far as a row shows it. */
export type QueueItem = {
  kind: string
  id: string
  version: number
  status: string
  mark: string
  number: string | null
  titleZh: string
  titleEn: string
  organisationId: string | null
  organisationName: string | null
  sector: string
  region: string
  lane: string | null
  tier: number | null
  ownerId: string | null
  dueOn: string | null
  openedAt: string | null
  isOpen: boolean
}
export type RowWords = {
  locale: Locale
  today: string
  workdays: Workdays
  due: DueTemplates
  stoppedReason: string
  select: string
  days: string
  noOwner: string
  status: Record<string, string>
  tier: Record<string, string>
  lane: Record<string, string>
  sector: Record<string, string>
  region: Record<string, string>
  owner: Record<string, string>
  /** Companies that have a name in the reader's language, by id; the others by the name on the row. */
  company: Record<string, string>
}

const ageOf = (openedAt: string | null, today: string): number | null =>
  openedAt === null
    ? null
    : Math.max(
        0,
        Math.round(
          (Date.parse(`${today}T00:00:00Z`) -
            Date.parse(`${new Date(Date.parse(openedAt) + 28_800_000).toISOString().slice(0, 10)}T00:00:00Z`)) /
            86_400_000,
        ),
      )

export const nameOf = (item: Pick<QueueItem, 'titleZh' | 'titleEn'>, locale: Locale): string =>
  locale === 'en' ? item.titleEn || item.titleZh : item.titleZh || item.titleEn

const cell = (column: ColumnName, item: QueueItem, words: RowWords, href: string): Html => {
  switch (column) {
    case 'mark':
      return html`<td>${markHtml(item.mark as MarkName, words.status[item.status] ?? item.status)}</td>`
    case 'number':
      return html`<td>${item.number ? numberHtml(item.number, href) : html`<a class="t3" href="${href}">–</a>`}</td>`
    case 'title':
      return html`<td><a class="quiet" href="${href}"><b>${nameOf(item, words.locale)}</b></a></td>`
    case 'organisation':
      return html`<td class="t2">${words.company[item.organisationId ?? ''] ?? item.organisationName ?? ''}</td>`
    case 'tier':
      return html`<td>${item.tier !== null && item.tier >= 1 && item.tier <= 4 ? tierHtml(item.tier as Tier, words.tier[String(item.tier)] ?? '') : html`<span class="t3">–</span>`}</td>`
    case 'lane':
      return html`<td class="t2 lo">${item.lane ? (words.lane[item.lane] ?? item.lane) : '–'}</td>`
    case 'sector':
      return html`<td class="t2 lo">${words.sector[item.sector] ?? item.sector}</td>`
    case 'region':
      return html`<td class="t2 lo">${words.region[item.region] ?? item.region}</td>`
    case 'owner':
      return item.ownerId === null ? html`<td class="t3">${words.noOwner}</td>` : html`<td>${words.owner[item.ownerId] ?? '…'}</td>`
    case 'due':
      return html`<td class="due">${dueHtml(dueOfRow(item, words.today, words.workdays, words.due, words.stoppedReason, words.locale))}</td>`
    case 'age': {
      const age = ageOf(item.openedAt, words.today)
      return html`<td class="num t2">${age === null ? '–' : fill(words.days, { count: age })}</td>`
    }
  }
}

export const hrefOf = (item: Pick<QueueItem, 'id'>, plural: string): string => `/console/${plural}/${encodeURIComponent(item.id)}`

/** All rows. A row carries its id, so that selection and cursor are painted on it afterwards. */
export const rowsHtml = (
  items: readonly QueueItem[],
  columns: readonly ColumnName[],
  plural: string,
  words: RowWords,
  maySelect: boolean,
): Html =>
  html`${items.map((item) => {
    const href = hrefOf(item, plural)
    const isLate = item.isOpen && item.dueOn !== null && item.dueOn < words.today
    return html`<tr data-id="${item.id}" class="${isLate ? 'late' : ''}">${maySelect ? html`<td><input class="box" type="checkbox" aria-label="${fill(words.select, { name: nameOf(item, words.locale) })}"></td>` : null}${columns.map((column) => cell(column, item, words, href))}</tr>`
  })}`
