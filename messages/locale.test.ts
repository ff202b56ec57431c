// In which language a request is answered.
import { expect, test } from 'vitest'
import { chooseLocale } from './locale.ts'

test('the address wins over the cookie, the cookie over the browser', () => {
  expect(chooseLocale('en', 'zh', 'zh-CN')).toBe('en')
  expect(chooseLocale(null, 'en', 'zh-CN,zh;q=0.9')).toBe('en')
  expect(chooseLocale(undefined, undefined, 'en-GB,en;q=0.9')).toBe('en')
})

test('who asks for nothing we have reads Chinese', () => {
  expect(chooseLocale(null, null, null)).toBe('zh-CN')
  expect(chooseLocale('fr', 'de', 'fr-FR,de;q=0.8')).toBe('zh-CN')
})

test('the weights of Accept-Language are honoured, a weight of nought is a refusal', () => {
  expect(chooseLocale(null, null, 'en;q=0.3, zh-TW;q=0.8')).toBe('zh-CN')
  expect(chooseLocale(null, null, 'zh;q=0.2,en;q=0.9')).toBe('en')
  expect(chooseLocale(null, null, 'zh;q=0, en;q=0.1')).toBe('en')
})
