// Fills an empty data folder with any number of invented filings, for measuring: npm run seed:scale -- --filings N. The same N gives the same cases.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { followSeed, newBytes } from '#db/chance'
import { close, dataDir, migrate, read, sql, write } from '#db/client'
import { dialect } from '#db/columns'
import { accounts, events } from '#db/schema'
import cast from '#db/seed/cast'
import { seedScale } from '#db/seed/scale'
import { enterScene } from '#db/seed/scale-scene'
import { hashPassword } from '#server/sign-in'

const { values } = parseArgs({ options: { filings: { type: 'string' }, until: { type: 'string' } } })
const count = Number(values.filings)
if (!Number.isInteger(count) || count < 1 || count > 10_000_000) {
  console.error(
    'usage: npm run seed:scale -- --filings <1 to 10000000> [--until <YYYY-MM-DD, the last day of the cases; today where it is not given>]',
  )
  process.exit(2)
}
mkdirSync(dataDir(), { recursive: true, mode: 0o700 })
await migrate()
if ((await read().select({ position: events.position }).from(events).limit(1)).length > 0) {
  console.error(`${dataDir()} is not empty; name another DATA_DIR`)
  process.exit(1)
}
const password = process.env.DEMO_PASSWORD ?? newBytes(9).toString('base64url')
followSeed(`scale-${count}`)
const until = values.until ? Date.parse(`${values.until}T00:00:00Z`) : Math.floor(Date.now() / 86_400_000) * 86_400_000
const threeYears = 3 * 365 * 86_400_000
const at = new Date().toISOString()
// Marks the installation: pages say that all is invented, and accounts without a second factor are let in here only.
writeFileSync(path.join(dataDir(), 'demonstration.json'), `${JSON.stringify({ madeAt: at })}\n`, { mode: 0o600 })
const { scene, company } = await enterScene(count, new Date(until - threeYears - 86_400_000).toISOString())
const passwordHash = await hashPassword(password)
await write((tx) =>
  tx.insert(accounts).values(
    cast.people.map((person) => ({
      login: person.key,
      personId: company.people[person.key]?.personId ?? '',
      passwordHash,
      totpSecret: null,
      lastTotpStep: null,
      failures: 0,
      lockedUntil: null,
      disabledAt: null,
      createdAt: at,
    })),
  ),
)
writeFileSync(
  path.join(dataDir(), 'sign-ins.json'),
  `${JSON.stringify({ password, signIns: cast.people.map((one) => ({ role: one.posts[0]?.role, login: one.key, name: one.zh })) }, null, 2)}\n`,
  { mode: 0o600 },
)
const began = Date.now()
let shown = began
const written = await seedScale(count, scene, { from: until - threeYears, until }, at, (done) => {
  if (Date.now() - shown < 5000) return
  shown = Date.now()
  console.error(`${done} of ${count}, ${Math.round(done / ((shown - began) / 1000))} filings a second`)
})
if (dialect === 'sqlite') await write((tx) => tx.exec(sql`pragma optimize = 0x10002`))
else await write((tx) => tx.exec(sql`analyze`))
const seconds = (Date.now() - began) / 1000
console.log(
  `filled ${dataDir()} with ${count} filings, ${written} events, ${Math.round(count / seconds)} filings a second; password of every sign-in: ${password}`,
)
await close()
