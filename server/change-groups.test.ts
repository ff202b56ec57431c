// What changed between two revisions, grouped and weighed, with words that stand for themselves.
import { expect, test } from 'vitest'
import { specimenVersion } from '#domain/agent/specimen'
import type { AgentVersion } from '#domain/agent/version'
import { changeGroups, type Side } from './change-groups.ts'
import type { WordBook } from './word-book.ts'

const book: WordBook = {
  locale: 'en',
  has: () => false,
  say: (keys, _facts, otherwise) => otherwise ?? (typeof keys === 'string' ? keys : (keys[0] ?? '')),
  name: (names) => names?.en ?? '',
}
const catalogue = { sector: String, scenario: String } as never
const version: AgentVersion = specimenVersion
const side = (content: AgentVersion, more: Partial<Side> = {}): Side => ({
  sector: 'education',
  scenarios: [25],
  use: { registeredUsers: 10 },
  content,
  ...more,
})

test('two revisions of the same content have no group', () => {
  expect(changeGroups(side(version), side(structuredClone(version)), book, catalogue)).toEqual([])
})

test('a mode that gives the agent more room stands in the part of the matrix, named by its action, and is flagged', () => {
  const after = structuredClone(version)
  const row = after.authorityMatrix.find((one) => one.mode !== 'autonomous')!
  row.mode = 'autonomous'
  const [group] = changeGroups(side(version), side(after), book, catalogue)
  expect(group).toMatchObject({ section: 'authority', loosening: 1 })
  expect(group?.lines[0]?.field).toContain(row.action)
  expect(group?.lines[0]?.flag).toBe('case.changes.loosened')
})

test('sector, scenarios and use are compared too, in their own parts and before the description', () => {
  const after = { ...structuredClone(version), version: '9.9.9' }
  const groups = changeGroups(side(version), side(after, { scenarios: [25, 26], use: { registeredUsers: 20 } }), book, catalogue)
  expect(groups.map((group) => group.section)).toEqual(['basics', 'use', 'name_and_version'])
})
