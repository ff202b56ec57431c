// After signing in nobody is led off this site.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from './callback.ts'

test('a path of this site is kept with its query', () => {
  expect(localPath('/console/queue?lane=key#row-3')).toBe('/console/queue?lane=key#row-3')
})

test('what leads elsewhere is refused, however it is spelt', () => {
  for (const asked of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/%09/evil.example\t',
    'javascript:alert(1)',
    '/\t/evil.example',
    ' /x',
    '',
    'console',
    '/..//evil.example',
  ]) {
    expect(localPath(asked), asked).toBeNull()
  }
  expect(localPath(['/a', '/b'])).toBeNull()
  expect(localPath(undefined)).toBeNull()
})

test('the sign-in page never leads to itself', () => {
  expect(localPath('/sign-in?callbackUrl=/x')).toBeNull()
})

test('whatever is given, the answer stays on the origin that it is used on', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `/${text}`),
        fc.webUrl(),
      ),
      (asked) => {
        const path = localPath(asked)
        if (path !== null) expect(new URL(path, 'https://register.example').origin).toBe('https://register.example')
      },
    ),
  )
})
