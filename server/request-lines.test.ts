// Requests and hearings in the words of both languages: every kind, state and form has its sentence, and no field is shown by its path.
import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { filing as filingKind } from '#domain/filing/filing'
import type { Filing } from '#domain/filing/state'
import { day, reviewer, story } from '#domain/filing/story'
import { en } from '#messages/en'
import { zh } from '#messages/zh'
import { fieldsOf, type Schema } from './form.ts'
import { hearingLines, requestFieldWords, requestLines } from './request-lines.ts'

const locales = ['zh-CN', 'en'] as const
const readerIn = (locale: (typeof locales)[number]) => {
  const missing: string[] = []
  const t = createTranslator({
    locale,
    messages: (locale === 'en' ? en : zh) as never,
    onError: (error) => void missing.push(error.message),
  })
  const say = (keys: string | readonly string[], facts: Record<string, unknown> = {}, otherwise?: string): string => {
    const found = [keys].flat().find((key) => t.has(key as never))
    if (found) return t(found as never, facts as never)
    missing.push(String(keys))
    return otherwise ?? String(keys)
  }
  const name = (names: { zh: string; en: string } | null | undefined) => (locale === 'en' ? names?.en : names?.zh) ?? ''
  const book = { locale, has: (key: string) => t.has(key as never), say, name }
  return { t, missing, book, reader: { book, catalogue: shippedCatalogue, today: '2026-11-12' } as never }
}

const hearing = {
  no: 1,
  ground: 'interested',
  why: 'w',
  toldOn: '2026-11-02',
  askedOn: '2026-11-03',
  heldOn: '2026-11-16',
  startsAt: '09:30',
  venue: 'v',
  isOpen: false,
  closedReason: 'c',
  at: day(4),
  by: 'li',
  chairs: [{ personId: 'ting', name: { zh: 'ting', en: 'ting' }, at: day(4) }],
  challenge: { reason: 'r', at: day(5), by: 'lin', replacedAt: null },
  held: null,
  dropped: null,
}
const minutes = { attachmentId: 'm', sha256: 'a'.repeat(64), name: 'm.txt', size: 1, type: 'txt', performedOn: null }

test.each(locales)('in %s every state of a request and of a hearing has its words', (locale) => {
  const s = story()
  const id = s.placed()
  for (const kindId of ['RK-01', 'RK-02', 'RK-05', 'RK-08', 'RK-09']) s.step(reviewer, id, { type: 'ask', kindId, request: 'q' }, day(5))
  s.step(s.lead, id, { type: 'answer', no: 1, reply: 'a' }, day(6))
  s.step(reviewer, id, { type: 'withdrawRequest', no: 2, reason: 'r' }, day(6))
  const state = s.of(id)
  const states = [
    state,
    { ...state, requests: state.requests.map((one) => ({ ...one, deliveredAt: day(9), remindedAt: day(19) })) },
  ] as Filing[]
  const { missing, reader } = readerIn(locale)
  const lines = states.flatMap((one) => requestLines(one, reader, (field) => `/${field}`))
  expect(lines.map(({ isOpen }) => isOpen)).toEqual([false, false, true, true, true, false, false, true, true, true])
  expect(lines.filter(({ isOpen }) => isOpen).every(({ due, terms }) => due && terms)).toBe(true)
  const held = { ...hearing, no: 2, held: { minutes, signedBy: ['a', 'b'], findings: 'f', at: day(16), by: 'ting' } }
  const dropped = { ...hearing, no: 3, dropped: { reason: 'r', at: day(16), by: 'li' } }
  hearingLines({ ...state, hearings: [hearing, held, dropped] } as unknown as Filing, reader)
  expect(missing).toEqual([])
})

test.each(locales)('in %s every field that a request can open is shown by a name', (locale) => {
  const { book, missing } = readerIn(locale)
  for (const field of shippedCatalogue.requests.items.flatMap((item) => item.fields))
    expect(requestFieldWords(book as never, field)).not.toContain(field)
  expect(requestFieldWords(book as never, '/memory/retentionDays')).not.toContain('/')
  expect(missing).toEqual([])
})

test.each(locales)('in %s every field of the forms of requests and hearings has a label, and every choice a word', (locale) => {
  const { t } = readerIn(locale)
  for (const command of [
    'ask',
    'answer',
    'withdrawRequest',
    'callHearing',
    'challengeChair',
    'replaceChair',
    'holdHearing',
    'dropHearing',
  ] as const) {
    const schema = z.toJSONSchema(filingKind.commands[command], { io: 'input', unrepresentable: 'any' }) as Schema
    const fields = fieldsOf(filingKind, schema, t as never, { hide: ['content', 'use'] }, '')
    for (const { name, label, options = [] } of fields) {
      expect(label, `${command}.${name}`).not.toBe(name)
      for (const option of options) expect(option.label, `${command}.${name}.${option.value}`).not.toBe(option.value)
    }
  }
})
