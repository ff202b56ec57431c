// Fills an empty data folder with the demonstration and writes who may sign in; refuses a folder that holds something.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { newBytes } from '#db/chance'
import { close, dataDir, migrate, read, write } from '#db/client'
import { accounts, events } from '#db/schema'
import cast from '#db/seed/cast'
import { seedDemonstration } from '#db/seed/demo'
import { hashPassword } from '#server/sign-in'

mkdirSync(dataDir(), { recursive: true, mode: 0o700 })
await migrate()
if ((await read().select({ position: events.position }).from(events).limit(1)).length > 0) {
  console.error(`${dataDir()} is not empty; name another DATA_DIR`)
  process.exit(1)
}
const at = new Date().toISOString()
// Marks the installation before anything stands in it: pages say so, and accounts without a second factor are let in here only.
writeFileSync(path.join(dataDir(), 'demonstration.json'), `${JSON.stringify({ madeAt: at })}\n`, { mode: 0o600 })
const company = await seedDemonstration(at)
const password = process.env.DEMO_PASSWORD ?? newBytes(9).toString('base64url')
const passwordHash = await hashPassword(password)
const rows = cast.people.map((person) => ({
  login: person.key,
  personId: company.people[person.key]?.personId ?? '',
  passwordHash,
  totpSecret: null,
  lastTotpStep: null,
  failures: 0,
  lockedUntil: null,
  disabledAt: null,
  createdAt: at,
}))
await write((tx) => tx.insert(accounts).values(rows))
const seen = new Set<string>()
const signIns = cast.people
  .flatMap((person) => person.posts.map((post) => ({ role: post.role, login: person.key, name: person.zh })))
  .filter((one) => !seen.has(one.role) && seen.add(one.role))
writeFileSync(path.join(dataDir(), 'sign-ins.json'), `${JSON.stringify({ password, signIns }, null, 2)}\n`, { mode: 0o600 })
console.log(`filled ${dataDir()} with the demonstration`)
await close()
