// Every status, command, field, option, event and refusal of recall, obligation and letter has words, and the words of a letter use only what it carries.
import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import type { Kind } from '#domain/case'
import { letter } from '#domain/letter/letter'
import { demands, letterTemplates, remedyPaths } from '#domain/letter/template'
import { everyLetter } from '#domain/letter/values'
import { deliveryChannels } from '#domain/letter/vocabulary'
import { obligation } from '#domain/obligation/obligation'
import { declineGrounds, parties, verdicts } from '#domain/obligation/vocabulary'
import { standings } from '#domain/recall/progress'
import { recall } from '#domain/recall/recall'
import { softeningKinds } from '#domain/recall/softening'
import * as recallVocabulary from '#domain/recall/vocabulary'
import { letter as letterEn } from './en/letter.ts'
import { obligation as obligationEn } from './en/obligation.ts'
import { recall as recallEn } from './en/recall.ts'
import { letter as letterZh } from './zh/letter.ts'
import { obligation as obligationZh } from './zh/obligation.ts'
import { recall as recallZh } from './zh/recall.ts'

type Words = { status: object; command: object; event: object; field: object; refusal: object; option: Record<string, object> }
const nouns: readonly [Kind, Words, string][] = [
  [recall as Kind, recallZh, 'event.ts'],
  [obligation as Kind, obligationZh, 'vocabulary.ts'],
  [letter as Kind, letterZh, 'vocabulary.ts'],
]
const sourceOf = (noun: string): string =>
  readdirSync(`domain/${noun}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(`domain/${noun}/${file}`, 'utf8'))
    .join('\n')
const found = (text: string, pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))]

test.each(nouns)('every status, command and field of $name has words', (kind, words) => {
  expect(Object.keys(words.status).sort()).toEqual([...kind.statuses].sort())
  expect(Object.keys(words.command).sort()).toEqual(Object.keys(kind.commands).sort())
  expect(Object.keys(kind.commands).sort()).toEqual(Object.keys(kind.moves).sort())
  expect(Object.keys(kind.fields).filter((field) => !(field in words.field))).toEqual([])
  const asked = Object.values(kind.commands).flatMap((schema) => Object.keys((schema as unknown as { shape: object }).shape))
  expect(asked.filter((field) => !(field in words.field))).toEqual([])
})

test.each(nouns)('every event and refusal of $name has words, and no words are left over', (kind, words, file) => {
  const codes = found(sourceOf(kind.name), new RegExp(`'${kind.name}\\.(\\w+)'`, 'g'))
  expect(codes.length).toBeGreaterThan(3)
  expect(Object.keys(words.refusal).sort()).toEqual(codes.sort())
  const vocabulary = readFileSync(`domain/${kind.name}/${file}`, 'utf8')
  const events = found(vocabulary.slice(vocabulary.indexOf('Event =')), /type: '(\w+)'/g)
  expect(Object.keys(words.event).sort()).toEqual(events.sort())
})

const tuples: Record<string, Record<string, readonly string[]>> = {
  recall: {
    ...Object.fromEntries(
      Object.entries(recallVocabulary).flatMap(([name, values]) => (Array.isArray(values) ? [[name, values as readonly string[]]] : [])),
    ),
    classCriteria: recallVocabulary.classCriterionNames,
    standings,
    softeningKinds,
  },
  obligation: { verdicts, parties, declineGrounds },
  letter: { deliveryChannels, letterTemplates, remedyPaths },
}
test.each(nouns)('every value that can be chosen in $name has a word', (kind, words) => {
  for (const [tuple, values] of Object.entries(tuples[kind.name] ?? {})) {
    if (/[sS]tatuses$|^classCriterionNames$|^opinionFindings$/.test(tuple)) continue
    expect(Object.keys(words.option[tuple] ?? {}).sort(), tuple).toEqual([...values].sort())
  }
})

/** The names that a message takes, however deep they stand in it. */
const argumentsOf = (message: string): Set<string> => {
  const names = new Set<string>()
  const walk = (nodes: readonly any[]): void => {
    for (const node of nodes) {
      if (node.type !== 0 && node.type !== 7 && typeof node.value === 'string') names.add(node.value)
      for (const option of Object.values(node.options ?? {}) as { value: readonly any[] }[]) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(message, 'en').getAst() as readonly any[])
  return names
}
const everyText = (words: object): string[] => Object.values(words).flatMap((one) => (typeof one === 'string' ? [one] : everyText(one)))

test('every message is well formed in both languages', () => {
  const texts = [recallZh, recallEn, obligationZh, obligationEn, letterZh, letterEn].flatMap(everyText)
  expect(texts.length).toBeGreaterThan(800)
  for (const text of texts) expect(() => argumentsOf(text), text).not.toThrow()
})

test('a translation takes the facts that its source takes', () => {
  const pairs: [object, object][] = [
    [recallZh, recallEn],
    [obligationZh, obligationEn],
    [letterZh, letterEn],
  ]
  for (const [source, translation] of pairs) {
    const [zh, en] = [everyText(source), everyText(translation)]
    expect(zh.length).toBe(en.length)
    zh.forEach((text, place) => {
      expect([...argumentsOf(en[place] ?? '')].sort(), text).toEqual([...argumentsOf(text)].sort())
    })
  }
})

test('the words of a letter use only the facts that it must carry, and every template has a title, opening, body and closing', () => {
  for (const words of [letterZh, letterEn]) {
    expect(Object.keys(words.template).sort()).toEqual([...letterTemplates].sort())
    for (const template of letterTemplates) {
      const may = new Set([...everyLetter, ...demands[template].facts.flatMap((name) => [name, `${name}Count`])])
      const { title, opening, body, closing } = words.template[template]
      for (const text of [title, opening, body, closing]) {
        expect(text.length, template).toBeGreaterThan(1)
        expect(
          [...argumentsOf(text)].filter((name) => !may.has(name)),
          `${template}: ${text}`,
        ).toEqual([])
      }
    }
    expect(Object.keys(words.remedy).sort()).toEqual([...remedyPaths, 'reconsiderationNoForum', 'suitAfterReconsideration'].sort())
  }
})

test('no sentence of an event names a fact that the event does not carry', () => {
  const sources: Record<string, string> = {
    recall: readFileSync('domain/recall/event.ts', 'utf8') + readFileSync('domain/recall/command.ts', 'utf8'),
    obligation: readFileSync('domain/obligation/vocabulary.ts', 'utf8'),
    letter: readFileSync('domain/letter/vocabulary.ts', 'utf8'),
  }
  for (const [kind, words] of nouns) {
    for (const text of everyText(words.event))
      for (const name of argumentsOf(text)) expect(sources[kind.name], `${kind.name}: ${text}`).toMatch(new RegExp(`\\b${name}\\b`))
  }
})
