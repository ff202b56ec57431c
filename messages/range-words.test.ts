// Ranges of versions read as sentences, and never say more than they were.
import { expect, test } from 'vitest'
import { rangeInWords } from './range-words.ts'

test('a range names its ends and says when an end is left out', () => {
  expect(rangeInWords('zh-CN', '>=2.3.0 <2.4.0')).toBe('2.3.0 至 2.4.0（不含）')
  expect(rangeInWords('en', '>=2.3.0 <2.4.0')).toBe('2.3.0 to below 2.4.0')
  expect(rangeInWords('en', '<=2.4.1, >2.3.0')).toBe('after 2.3.0 to 2.4.1')
  expect(rangeInWords('zh-CN', '>=2.3.0 <=2.4.1')).toBe('2.3.0 至 2.4.1')
})

test('one end alone reads as earlier or later', () => {
  expect(rangeInWords('zh-CN', '<=1.8.0')).toBe('1.8.0 及以前')
  expect(rangeInWords('zh-CN', '>= 3.0.0')).toBe('3.0.0 及以后')
  expect(rangeInWords('en', '<2.0')).toBe('before 2.0')
  expect(rangeInWords('en', '>2.0')).toBe('later than 2.0')
  expect(rangeInWords('en', '=2.0 || 3.1')).toBe('2.0, 3.1')
  expect(rangeInWords('en', '*')).toBe('all versions')
})

test('what no sentence fits stands as it was written', () => {
  expect(rangeInWords('en', '>=1 >=2')).toBe('>=1 >=2')
  expect(rangeInWords('en', '>=1 <2 <3')).toBe('>=1 <2 <3')
  expect(rangeInWords('zh-CN', '')).toBe('')
})
