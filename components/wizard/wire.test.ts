// What is sent is complete, what is not complete is kept, and two people who write in different places never lose a word.
import { expect, test } from 'vitest'
import type { FormField } from '../case/form-shape.tsx'
import { marked, merged, missingIn, rowMark, wireOf } from './wire.ts'

const base = { isRequired: true, isNullable: false, label: '' }
const line: FormField = { ...base, name: 'version', kind: 'line' }
const flag: FormField = { ...base, name: 'publicFacing', kind: 'flag' }
const tools: FormField = {
  ...base,
  name: 'tools',
  kind: 'rows',
  fields: [
    { ...base, name: 'name', kind: 'line' },
    { ...base, name: 'kind', kind: 'choice' },
    { ...base, name: 'hash', kind: 'line', isNullable: true },
  ],
}

test('a line is sent as one clean line, an emptied optional one as null', () => {
  expect(wireOf(line, '  1.8 \t 3 ').value).toBe('1.8 3')
  expect(wireOf({ ...line, isNullable: true }, ' ').value).toBeNull()
  expect(wireOf(line, undefined).value).toBeUndefined()
})

test('an unanswered question is not answered no', () => {
  expect(wireOf(flag, undefined).value).toBeUndefined()
  expect(wireOf(flag, false).value).toBe(false)
})

test('a row that is not complete is not sent and is counted', () => {
  const whole = { name: 'scan', kind: 'api', hash: '' }
  expect(wireOf(tools, [whole, { name: 'new', kind: '' }])).toEqual({ value: [{ name: 'scan', kind: 'api', hash: null }], unfinished: 1 })
  expect(missingIn(tools, { name: ' ', kind: '' })).toEqual(['name', 'kind'])
})

test('a saved row that is being rewritten stays as it was saved', () => {
  const row = marked({ name: '', kind: 'api', hash: null })
  const saved = new Map([[String(row[rowMark]), { name: 'scan', kind: 'api', hash: null }]])
  expect(wireOf(tools, [row], saved)).toEqual({ value: [{ name: 'scan', kind: 'api', hash: null }], unfinished: 1 })
})

test('changes of two people in different fields are both kept', () => {
  const { tree, conflicts } = merged(
    [line, flag],
    { version: '2', publicFacing: false },
    { version: '2', publicFacing: false },
    { version: '1', publicFacing: false },
    { version: '1', publicFacing: true },
  )
  expect(tree).toEqual({ version: '2', publicFacing: true })
  expect(conflicts).toEqual([])
})

test('changes of two people in one field are laid before the second', () => {
  const { tree, base: next, conflicts } = merged([line], { version: '2' }, { version: '2' }, { version: '1' }, { version: '3' })
  expect(conflicts).toEqual([{ name: 'version', base: '1', yours: '2', theirs: '3' }])
  expect(tree.version).toBe('2')
  expect(next.version).toBe('3')
})
