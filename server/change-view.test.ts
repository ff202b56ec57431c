// A change in the words of both languages: every class, rule and stage has its sentence, and the reason stands in the row that it is about.
import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { specimenVersion } from '#domain/agent/specimen'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { openChange } from '#domain/filing/change-state'
import { day, story } from '#domain/filing/story'
import { en } from '#messages/en'
import { zh } from '#messages/zh'
import { changeHeads, changeRows, changeView } from './change-view.ts'

const readerIn = (locale: 'zh-CN' | 'en') => {
  const missing: string[] = []
  const t = createTranslator({
    locale,
    messages: (locale === 'en' ? en : zh) as never,
    onError: (error) => void missing.push(error.message),
  })
  const say = (keys: string | readonly string[], facts: Record<string, unknown> = {}, otherwise?: string): string => {
    const found = [keys].flat().find((key) => t.has(key as never))
    if (found) return t(found as never, facts as never)
    if (otherwise === undefined) missing.push(String(keys))
    return otherwise ?? String(keys)
  }
  const name = (names: { zh: string; en: string } | null | undefined) => (locale === 'en' ? names?.en : names?.zh) ?? ''
  const book = { locale, has: (key: string) => t.has(key as never), say, name }
  const words = { sector: String, scenario: (clause: number) => `scenario ${clause}` }
  return { missing, reader: { say, book, words, catalogue: shippedCatalogue } as never }
}

test.each(['zh-CN', 'en'] as const)(
  'In %s a change is told with its class, the reason of every row, the tests and the other grounds.',
  (locale) => {
    const s = story()
    const id = s.filed({ minorsPossible: false })
    const models = specimenVersion.models.map((model) => ({ ...model, hash: 'c'.repeat(64) }))
    const content = { version: '9.1.0', models, changeClass: 'major', minorsPossible: true }
    s.step(s.lead, id, { type: 'proposeChange', content, use: { monthlyUsers: 9000 }, changedOn: '2026-11-12' }, day(13))
    const { missing, reader } = readerIn(locale)
    const filing = s.of(id)
    const change = openChange(filing)
    if (!change) throw new Error('the change is open')
    const view = changeView(reader, filing, change)
    expect(change.class).toBe('reapprove')
    const rows = view.groups.flatMap((group) => group.rows)
    expect(rows.every((row) => typeof row.flag === 'string' && row.flag.length > 8)).toBe(true)
    expect(rows.map((row) => row.key)).toEqual(expect.arrayContaining(['use-monthlyUsers', '-version', '-minorsPossible']))
    expect(rows.find((row) => row.key === '-minorsPossible')).toMatchObject({ pin: false, flag: expect.stringContaining('CHG-') })
    expect(rows.find((row) => row.key === 'use-monthlyUsers')).toMatchObject({ pin: true })
    // Declared major, and placed higher because minors may use it.
    expect(view.grounds).toHaveLength(2)
    expect(view.grounds.some((ground) => ground.startsWith('scenario 25'))).toBe(true)
    const retest = changeView(reader, filing, { ...change, class: 'retest', tests: ['TI-01'] })
    expect(retest.means).toContain('TI-01')
    s.step(s.representative, id, { type: 'confirmChange' }, day(30))
    expect(changeRows(reader, s.of(id))[0]?.cells).toHaveLength(changeHeads(reader).length)
    expect(changeRows(reader, s.of(id))[0]?.cells[4]).toMatch(/^2026-11-30 · /)
    expect(missing).toEqual([])
  },
)
