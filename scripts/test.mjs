// All checks, one after the other, on a machine with Node alone: rules, rooms, store on both databases, build, API contract on a drill, journeys. Ends with one line.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { installChromium, installPackages } from './install.mjs'

process.chdir(new URL('..', import.meta.url).pathname)
process.env.NEXT_TELEMETRY_DISABLED = '1'
installPackages()
installChromium()
rmSync('test-results', { recursive: true, force: true })
mkdirSync('test-results', { recursive: true })

const bin = (name) => `node_modules/.bin/${name}`
let isSound = true
/** A step that must pass for the rest to make sense ends the run; the others are counted by the summary. */
const step = (name, command, args, { counts = false, env = {} } = {}) => {
  const started = Date.now()
  console.log(`\n== ${name}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  console.log(`== ${name}: ${status === 0 ? 'passed' : 'failed'} in ${Math.round((Date.now() - started) / 1000)} s`)
  if (status !== 0) {
    isSound = false
    if (!counts) process.exit(1)
  }
}
const next = 'node_modules/next/dist/bin/next'
step('types', process.execPath, [next, 'typegen'])
step('types', bin('tsc'), ['--noEmit'])
step('format and lint', bin('biome'), ['check', '.'])
step('rooms', process.execPath, ['scripts/rooms.mjs'])
step('rules and store', bin('vitest'), ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'], {
  counts: true,
})
step('build', process.execPath, [next, 'build'])
// Fewer canaries a person and fewer hostile requests than `npm run test:api` alone, to keep the whole under its time.
step('api', process.execPath, ['scripts/api-on-drill.mjs'], {
  counts: true,
  env: { CANARIES: process.env.CANARIES ?? '8', HOSTILE: process.env.HOSTILE ?? '600' },
})
step('journeys', bin('playwright'), ['test', '--config', 'e2e/playwright.config.ts'], { counts: true })
const summary = execFileSync(process.execPath, ['scripts/summary.mjs'], { encoding: 'utf8' }).trim()
console.log(`\n${summary}`)
process.exit(isSound && !/[1-9]\d* failed/.test(summary) ? 0 : 1)
