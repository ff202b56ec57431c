// How much importing saves: counted on the invented documents of each form, and on the real ones where they are.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Imported, readDescription } from './card.ts'
import { agentFields, coverageOf, filledFields, versionFields } from './coverage.ts'
import a2a10 from './fixtures/a2a-1.0.json'
import acs02 from './fixtures/acs-02.json'
import bom16 from './fixtures/cyclonedx-1.6.json'
import mcp12 from './fixtures/mcp-2025-12-11.json'

const read = (document: unknown): Imported | null => {
  const result = readDescription(JSON.stringify(document))
  return 'refusal' in result ? null : result
}
const fieldsOf = (document: unknown) => filledFields(read(document)?.draft ?? {})

test('a field counts as filled when it says something, and an empty list says nothing', () => {
  expect(
    filledFields({ skills: [], purpose: '', names: { zh: '', en: '' }, capability: { can: [], cannot: [] }, identityCode: null }),
  ).toEqual([])
  expect(filledFields({ publicFacing: false, names: { zh: '', en: 'x' } })).toEqual(['names', 'publicFacing'])
  expect(agentFields.every((field) => versionFields.includes(field))).toBe(true)
})

test('each form fills what it is about', () => {
  expect(fieldsOf(a2a10)).toEqual(
    expect.arrayContaining(['version', 'names', 'purpose', 'skills', 'endpoints', 'inputModes', 'outputModes']),
  )
  expect(fieldsOf(acs02)).toEqual(expect.arrayContaining(['identityCode', 'endpoints', 'skills']))
  expect(fieldsOf(bom16)).toEqual(expect.arrayContaining(['models', 'tools', 'dataCategories', 'capability', 'buildHash']))
  expect(fieldsOf(mcp12)).toEqual(['tools'])
})

test('least, median and most are over what was read; what was refused is counted beside', () => {
  const coverage = coverageOf([read(a2a10), read(mcp12), read({}), read(mcp12)])
  expect(coverage).toMatchObject({ documents: 4, refused: 1, fields: { least: 1, median: 1 }, byField: { tools: 2, names: 1 } })
  expect(coverageOf([])).toMatchObject({ documents: 0, fields: { least: 0, median: 0, most: 0 } })
})

const folder = process.env.ZHIHENG_DATA ?? new URL('../../../../shared/data', import.meta.url).pathname
describe.skipIf(!existsSync(`${folder}/agents`))('real descriptions', () => {
  test('half of the published cards fill at least seven of the twelve fields of "the agent"', () => {
    const cards = readFileSync(`${folder}/agents/a2a-agent-cards.jsonl`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => read(JSON.parse(line)))
    expect(coverageOf(cards).agent.median).toBeGreaterThanOrEqual(7)
  })
})
