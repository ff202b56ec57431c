// Holds a running server to its contract over HTTP alone: BASE is its address, DRILL the document that `npm run seed:drill` printed. Writes test-results/api.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkCanaries } from './api/canaries.ts'
import { base, type Drill, note, requests, results } from './api/client.ts'
import { castOf, checkHostile, checkOperations, readDescription } from './api/operations.ts'
import { checkDecisions, checkDismissal, checkRate, checkSignIn } from './api/people.ts'

const drill = JSON.parse(readFileSync(process.env.DRILL ?? 'test-results/drill.json', 'utf8')) as Drill
const out = process.env.OUT ?? 'test-results/api.json'
const hostile = Number(process.env.HOSTILE ?? 1500)
const each = Number(process.env.CANARIES ?? 24)
const seed = Number(process.env.SEED ?? 20_261_125)

const cast = castOf(drill)
/** A part that falls over is one failure, and the others still run. */
const part = async (name: string, run: () => Promise<void>) => {
  const started = Date.now()
  try {
    await run()
  } catch (error) {
    note(`${name}: the check came to its end`, false, error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  console.error(`${name}: ${Math.round((Date.now() - started) / 1000)} s, ${requests()} requests so far`)
}
const operations = await readDescription()
// Lists are /api/v1/<plural>; the tag is the noun.
const plurals = new Map(
  operations.flatMap((one) =>
    /^\/api\/v1\/[\w-]+\/\{id\}$/.test(one.path) && one.method === 'GET' && one.kind
      ? [[one.kind, one.path.split('/')[3] ?? ''] as const]
      : [],
  ),
)
await part('canaries', () => checkCanaries(cast, plurals, each))
await part('decisions', () => checkDecisions(cast))
await part('signing in', () => checkSignIn(cast))
await part('operations', () => checkOperations(cast, operations))
await part('hostile input', () => checkHostile(cast, operations, hostile, seed))
await part('dismissal', () => checkDismissal(cast))
await part('rate', () => checkRate(cast))

mkdirSync(path.dirname(out), { recursive: true })
writeFileSync(out, `${JSON.stringify(results, null, 1)}\n`)
const failed = results.filter((one) => !one.ok)
for (const one of failed) console.error(`FAILED ${one.name}: ${one.detail}`)
console.log(JSON.stringify({ base, passed: results.length - failed.length, failed: failed.length, requests: requests() }))
console.log(`${results.length - failed.length} passed, ${failed.length} failed`)
process.exit(failed.length > 0 ? 1 : 0)
