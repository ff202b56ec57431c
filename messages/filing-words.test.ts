// Every status, command, field, event and refusal of filing, opening and deployment has words: what a rule can say, a person can read.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Kind } from '#domain/case'
import { deployment } from '#domain/deployment/deployment'
import { filing } from '#domain/filing/filing'
import { opening } from '#domain/scenario/opening'
import { act as actWords } from './zh/act.ts'
import { deployment as deploymentWords } from './zh/deployment.ts'
import { filing as filingWords } from './zh/filing.ts'
import { opening as openingWords } from './zh/opening.ts'

type Words = { status: object; command: object; event: object; field: object; refusal: object }
const nouns: readonly [Kind, Words, string][] = [
  [filing as Kind, filingWords, 'filing'],
  [deployment as Kind, deploymentWords, 'deployment'],
  [opening as Kind, openingWords, 'scenario'],
]
const sourcesIn = (folder: string): string =>
  readdirSync(`domain/${folder}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(`domain/${folder}/${file}`, 'utf8'))
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

test.each(nouns)('every event and refusal of $name has words, and no words are left over', (kind, words, folder) => {
  const source = sourcesIn(folder)
  const codes = found(source, new RegExp(`'${kind.name}\\.(\\w+)'`, 'g'))
  expect(codes.length).toBeGreaterThan(5)
  expect(Object.keys(words.refusal).sort()).toEqual(codes.sort())
  const vocabulary = readFileSync(
    kind.name === 'filing'
      ? 'domain/filing/event.ts'
      : kind.name === 'opening'
        ? 'domain/scenario/opening-vocabulary.ts'
        : 'domain/deployment/vocabulary.ts',
    'utf8',
  )
  const events = found(vocabulary.slice(vocabulary.indexOf('Event =')), /type: '(\w+)'/g)
  expect(Object.keys(words.event).sort()).toEqual(events.sort())
})

test('every refusal of an act has words', () => {
  expect(Object.keys(actWords.refusal).sort()).toEqual(found(sourcesIn('act'), /'act\.(\w+)'/g).sort())
})
