// Rows as text: a list of fifty rows drawn by React costs twice the page, drawn as a string almost nothing. Everything is escaped.
import { type IconName, type MarkName, symbolHref } from './icon.tsx'
import { roman, type Tier } from './mark.tsx'
import { splitNumber } from './number.tsx'

/** Markup that is known to be safe: only `html` makes it. */
export class Html {
  private constructor(readonly html: string) {}
  static from(parts: TemplateStringsArray, values: readonly Value[]): Html {
    let text = parts[0] ?? ''
    for (const [index, value] of values.entries()) text += written(value) + (parts[index + 1] ?? '')
    return new Html(text)
  }
}

type Value = string | number | Html | null | undefined | false | readonly Html[]

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Html) return value.html
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  let all = ''
  for (const part of value) all += part.html
  return all
}

/**
 * Builds markup: text is escaped, Html is taken as it is, null and false are nothing. Attribute values must stand in double
 * quotes, and an address must be one we made ourselves (a path), since escaping does not tell `javascript:` from a link.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => Html.from(parts, values)

export const iconHtml = (name: IconName): Html => html`<svg aria-hidden="true"><use href="${symbolHref(name)}"/></svg>`

export const markHtml = (state: MarkName, word: string): Html =>
  html`<span class="mark m-${state}"><i>${iconHtml(`s-${state}`)}</i>${word}</span>`

export const tierHtml = (tier: Tier, word: string, quiet = true): Html =>
  html`<span class="tier">${iconHtml(`t-${tier}`)}<b>${roman[tier]}</b>${quiet ? html`<span class="vh">${word}</span>` : word}</span>`

export const numberHtml = (number: string, href: string): Html => {
  const [prefix, serial] = splitNumber(number)
  return html`<a class="no" href="${href}">${prefix}<b>${serial}</b></a>`
}

export const tagHtml = (word: string, tone?: 'new' | 'care' | 'stop'): Html => html`<span class="tag ${tone ?? ''}">${word}</span>`

/** The due cell: date and meaning; a stopped clock has no date. See describeDue of messages/format.ts. */
export const dueHtml = ({ day, meaning, late }: { day: string | null; meaning: string; late?: boolean }): Html =>
  day === null ? html`<span class="t3">${meaning}</span>` : html`${day}<small class="${late ? '' : 't2'}">${meaning}</small>`
