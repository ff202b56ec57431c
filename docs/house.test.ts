// The house keeps its own rules: words in messages/, a first line on every file, no drawers, no bare route exports.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const rooms = ['app', 'components', 'db', 'domain', 'messages', 'server', 'scripts', 'e2e']
const filesIn = (room: string): string[] =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .map((name) => `${room}/${name.replaceAll('\\', '/')}`)
    .filter((name) => !name.includes('/migrations/'))
const sources = rooms.flatMap(filesIn).filter((name) => /\.(tsx?|mjs)$/.test(name))
const text = new Map(sources.map((name) => [name, readFileSync(name, 'utf8')]))

test('there is a house to look at', () => expect(sources.length).toBeGreaterThan(150))

test('Chinese stands in messages/ and in data files only', () => {
  expect(
    sources.filter(
      (name) =>
        !name.startsWith('messages/') &&
        !/\.test\.tsx?$/.test(name) &&
        !name.startsWith('e2e/') &&
        !name.startsWith('scripts/api/') &&
        /\p{Script=Han}/u.test(text.get(name) ?? ''),
    ),
  ).toEqual([])
})

test('the first line of every file says what it is for', () => {
  expect(
    sources.filter((name) => !name.endsWith('.d.ts') && !/^(?:#!.*\n)?(?:'use client'\n)?(?:\/\/|\/\*\*?) \S/.test(text.get(name) ?? '')),
  ).toEqual([])
})

test('no room is a drawer', () => {
  const drawers = /(^|\/)(lib|utils?|helpers?|common|shared|types|constants|hooks|services|v2)(\/|\.tsx?$)/
  expect(sources.filter((name) => drawers.test(name))).toEqual([])
})

test('every route goes through the wrapper', () => {
  const routes = sources.filter((name) => /^app\/.*\/route\.ts$/.test(name) && !name.startsWith('app/api/auth/'))
  expect(routes.length).toBeGreaterThan(5)
  expect(
    routes.filter(
      (name) =>
        /export (?:async )?function (?:GET|POST|PUT|PATCH|DELETE)/.test(text.get(name) ?? '') || !/handle\b/.test(text.get(name) ?? ''),
    ),
  ).toEqual([])
})

test('no Server Action and no cache directive stands anywhere', () => {
  expect(sources.filter((name) => /^['"]use (server|cache)/m.test(text.get(name) ?? ''))).toEqual([])
})

test('time and chance are made in the shell only', () => {
  const guilty = /\bnew Date\(\)|Date\.now\(\)|Math\.random\(|randomUUID\(|randomBytes\(/
  expect(
    sources.filter(
      (name) =>
        name.startsWith('domain/') &&
        !name.includes('.test.') &&
        guilty.test((text.get(name) ?? '').replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')),
    ),
  ).toEqual([])
})

/** What a file needs at run time: imports of types alone do not count, they may point both ways. */
const valuesOf = (name: string): string[] =>
  [...(text.get(name) ?? '').matchAll(/^(?:import|export)\s+(type\s)?([^'"]*?)\s*(?:from\s*)?['"]([^'"]+)['"]/gm)].flatMap(
    ([, typeOnly, names = '', path = '']) => {
      const braces = /^\{([^}]*)\}$/s.exec(names.trim())
      const isTypes =
        typeOnly ||
        ((braces?.[1] ?? '')
          .split(',')
          .filter((one) => one.trim() !== '')
          .every((one) => one.trim().startsWith('type ')) &&
          braces !== null)
      if (isTypes) return []
      const target = path.startsWith('#') ? path.slice(1) : path.startsWith('.') ? new URL(path, `file:///${name}`).pathname.slice(1) : ''
      return [target, `${target}.ts`, `${target}.tsx`].filter((one) => text.has(one))
    },
  )

test('no circle of values is made', () => {
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (name: string, path: string[]) => {
    if (path.includes(name)) {
      circles.push([...path.slice(path.indexOf(name)), name].join(' -> '))
      return
    }
    if (done.has(name)) return
    for (const next of valuesOf(name)) walk(next, [...path, name])
    done.add(name)
  }
  for (const name of sources) walk(name, [])
  expect(circles).toEqual([])
})
