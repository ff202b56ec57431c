// Every source that ships with the product reads in Chinese, down to the last word that has one.
import { expect, test } from 'vitest'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { sourceInWords } from './source-words.ts'

const sourcesIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(sourcesIn)
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, inner]) => (key === 'source' && typeof inner === 'string' ? [inner] : sourcesIn(inner)))
      : []
const shipped = [...new Set(sourcesIn(shippedCatalogue))]

test('every shipped source has Chinese words; only names of standards, projects and rule codes stay', () => {
  expect(shipped.length).toBeGreaterThan(60)
  const left = shipped
    .map((source) => sourceInWords('zh-CN', source))
    .filter((words) => /[a-z]{3}/.test(words.replaceAll('OWASP GenAI Security Project', '').replaceAll(/TC260-\S+|v1\.0/g, '')))
  expect(left).toEqual([])
})

test('an article, its act and what is said about it keep their order', () => {
  expect(sourceInWords('zh-CN', 'Licensing Law 45')).toBe('行政许可法第 45 条')
  expect(sourceInWords('zh-CN', 'Order 9 of 2021, arts 24 and 27; lane is a default of this product')).toBe(
    '令 9 号（2021）第 24、27 条；类别为本系统默认',
  )
  expect(sourceInWords('zh-CN', 'Implementation Opinions, clause 5; Anthropomorphic Measures (minors, guardian consent)')).toBe(
    '实施意见第 5 条；拟人化互动服务办法（未成年人、监护人同意）',
  )
  expect(sourceInWords('zh-CN', 'Filing office of the province (Order 9 art 25); reconsideration: Reconsideration Law art 24')).toBe(
    '省级备案机关（令 9 号第 25 条）；复议：行政复议法第 24 条',
  )
})

test('English readers and sources in other words see what was written', () => {
  expect(sourceInWords('en', 'Licensing Law 45')).toBe('Licensing Law 45')
  expect(sourceInWords('zh-CN', 'Circular of some bureau')).toBe('Circular of some bureau')
  expect(sourceInWords('zh-CN', '行政许可法第四十五条')).toBe('行政许可法第四十五条')
})
