// Tests of laying an import over what the filer has: nothing is lost, nothing doubles, and the claims find their fields.
import { expect, test } from 'vitest'
import { specimenVersion as specimen } from '../specimen.ts'
import type { DraftVersion } from '../version.ts'
import { type Imported, readDescription } from './card.ts'
import a2a02 from './fixtures/a2a-0.2.json'
import a2a03 from './fixtures/a2a-0.3.json'
import a2a10 from './fixtures/a2a-1.0.json'
import acs02 from './fixtures/acs-02.json'
import mcp05 from './fixtures/mcp-2025-05.json'
import mcp12 from './fixtures/mcp-2025-12-11.json'
import { mergeDraft } from './merge.ts'

const read = (document: unknown): Imported => {
  const result = readDescription(JSON.stringify(document))
  if ('refusal' in result) throw new Error(result.refusal.code)
  return result
}
const laid = (before: DraftVersion, document: unknown) => {
  const { draft, claims } = read(document)
  return mergeDraft(before, draft, claims)
}
const valueAt = (root: unknown, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], root)

test('an import into an empty draft is the import', () => {
  for (const document of [a2a02, a2a03, a2a10, acs02, mcp05]) {
    const { draft, claims } = read(document)
    expect(mergeDraft({}, draft, claims)).toEqual({ content: draft, claims })
  }
})

test('every claim finds its field in what comes out', () => {
  for (const document of [a2a02, a2a03, a2a10, acs02, mcp05, mcp12]) {
    const { content, claims } = laid(specimen, document)
    for (const claim of claims) expect(valueAt(content, claim.path), claim.path).toEqual(claim.value)
  }
})

test('the same document a second time changes nothing', () => {
  for (const document of [a2a02, a2a03, a2a10, acs02, mcp05]) {
    const once = laid(specimen, document)
    expect(laid(once.content, document)).toEqual(once)
  }
})

test('tools of other manifests stay, and each manifest adds its own', () => {
  const names = laid(laid(specimen, mcp05).content, mcp12).content.tools?.map((tool) => tool.name)
  expect(names).toEqual(['scan.read', 'grade.submit', 'io.invented/ledger-reader', 'io.invented/post-office'])
})

test('what the document leaves blank keeps what the filer wrote', () => {
  const { content } = laid({}, mcp05)
  const [tool] = content.tools ?? []
  if (!tool) throw new Error('one tool was imported')
  const answered: DraftVersion = { tools: [{ ...tool, permissions: ['read'], description: 'mine' }] }
  expect(laid(answered, mcp05).content.tools).toEqual([{ ...tool, permissions: ['read'] }])
})

test('a name in the other language is added, not replaced; what the agent cannot do stays', () => {
  const { content } = laid(specimen, a2a10)
  expect(content.names).toEqual({ zh: specimen.names.zh, en: 'Timetable Planner' })
  expect(content.capability?.cannot).toEqual(specimen.capability.cannot)
  expect(content.capability?.can).toHaveLength(specimen.capability.can.length + 1)
  expect(content.authorityMatrix).toEqual(specimen.authorityMatrix)
})
