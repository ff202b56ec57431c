// Every sentence of both languages can be said, and the two ask for the same facts.
import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

type Tree = { readonly [key: string]: string | Tree }

const sentences = (tree: Tree, path: readonly string[] = []): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value] as [string, string]] : sentences(value, [...path, key]),
  )

/** Names of the arguments of an ICU message, those within branches too; the text of branches is not taken for a name. */
const argumentsOf = (message: string): string[] => {
  const found = new Set<string>()
  let at = 0
  const text = () => {
    while (at < message.length && message[at] !== '}') {
      if (message[at] === '{') argument()
      at++
    }
  }
  const argument = () => {
    const [head = '', name = ''] = /^\{\s*(\w+)\s*(?:,\s*\w+\s*)?,?/.exec(message.slice(at)) ?? []
    found.add(name)
    at += head.length
    while (at < message.length && message[at] !== '}') {
      if (message[at] === '{') {
        at++
        text()
      }
      at++
    }
  }
  text()
  return [...found].sort()
}

const chinese = sentences(zh as unknown as Tree)
const english = new Map(sentences(en as unknown as Tree))

test('both languages have the same keys', () => {
  expect([...english.keys()].sort()).toEqual(chinese.map(([key]) => key).sort())
})

/** English may take its plural from `n`, the number behind a `count` that comes already written. */
const facts = (message: string) =>
  argumentsOf(message)
    .map((name) => (name === 'n' ? 'count' : name))
    .join()

test('a sentence asks for the same facts in both languages', () => {
  const different = chinese
    .filter(([key, sentence]) => facts(sentence) !== facts(english.get(key) ?? ''))
    .map(([key, sentence]) => `${key}: ${sentence} | ${english.get(key)}`)
  expect(different).toEqual([])
})

for (const [locale, tree] of [
  ['zh-CN', zh],
  ['en', en],
] as const) {
  test(`every sentence of ${locale} can be said`, () => {
    const faults: string[] = []
    const say = createTranslator({
      locale,
      messages: tree as unknown as Tree,
      onError: ({ message }) => faults.push(message),
    }) as unknown as (key: string, values: Record<string, number>) => string
    const raw = new Map(sentences(tree as unknown as Tree))
    for (const [key, sentence] of raw) {
      const before = faults.length
      if (sentence !== '') say(key, Object.fromEntries(argumentsOf(sentence).map((name) => [name, 2])))
      if (faults.length > before) faults.push(key)
    }
    expect(faults).toEqual([])
  })
}
