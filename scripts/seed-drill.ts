// Fills an empty data folder with a drill and prints who takes part, which cases there are, and which words nobody else may ever read (contracts K2).
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { followSeed, newBytes } from '#db/chance'
import { close, dataDir, migrate, read, write } from '#db/client'
import { accounts, events, tokens } from '#db/schema'
import { seedDrill } from '#db/seed/drill'
import { inventory } from '#db/seed/drill-canary'
import { drillCast, torn } from '#db/seed/drill-cast'
import { hashPassword } from '#server/sign-in'

const refuse = (line: string): never => {
  console.error(line)
  process.exit(1)
}
const { values } = parseArgs({
  options: {
    organisations: { type: 'string', default: '4' },
    agents: { type: 'string', default: '48' },
    seed: { type: 'string', default: '1' },
    drill: { type: 'boolean', default: false },
  },
})
const [organisations, agents] = [Number(values.organisations), Number(values.agents)]
if (!Number.isInteger(organisations) || organisations < 2 || organisations > 500)
  refuse('--organisations is a number of companies from 2 to 500')
if (!Number.isInteger(agents) || agents < 0 || agents > 20_000) refuse('--agents is a number of agents up to 20000')
if (process.env.NODE_ENV === 'production' && !values.drill)
  refuse('a drill has known passwords: in production it is made only with --drill')
// The keys of the installation may lie there already; anything else is somebody's data.
const found = existsSync(dataDir()) ? readdirSync(dataDir()).filter((name) => name !== 'log.key') : []
if (found.length > 0) refuse(`${dataDir()} is not empty; name another DATA_DIR`)

followSeed(values.seed)
mkdirSync(dataDir(), { recursive: true, mode: 0o700 })
await migrate()
if ((await read().select({ position: events.position }).from(events).limit(1)).length > 0) refuse('the database is not empty')
const now = new Date().toISOString()
const company = await seedDrill(organisations, agents, now)

const base32 = (bytes: Buffer): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('')
}
/** One entry for each account; a person with two posts of one office has an account for each, so that each can be used by itself. */
const entries = drillCast(organisations).people.flatMap((person) => {
  const isTorn = (Object.values(torn) as string[]).includes(person.key)
  return (isTorn ? person.posts : person.posts.slice(0, 1)).map((post, i) => ({
    key: isTorn ? `${person.key}.${i + 1}` : person.key,
    person: person.key,
    post,
    roles: person.posts.map((one) => one.role),
  }))
})
const actors = entries.map(({ key, person, post, roles }) => ({
  key,
  personId: company.people[person]?.personId ?? '',
  login: key,
  password: newBytes(15).toString('base64url'),
  totpSecret: base32(newBytes(20)),
  token: `zh_${newBytes(32).toString('base64url')}`,
  role: post.role,
  roles,
  authority: post.authorityId ?? null,
  sectors: post.sectors ?? [],
  region: post.region ?? null,
  organisationId: post.organisation ? (company.organisations[post.organisation] ?? null) : null,
}))
const expiresAt = new Date(Date.parse(now) + 365 * 86_400_000).toISOString()
for (const actor of actors) {
  const passwordHash = await hashPassword(actor.password)
  await write(async (tx) => {
    await tx.insert(accounts).values({
      login: actor.login,
      personId: actor.personId,
      passwordHash,
      totpSecret: actor.totpSecret,
      lastTotpStep: null,
      failures: 0,
      lockedUntil: null,
      disabledAt: null,
      createdAt: now,
    })
    await tx.insert(tokens).values({
      id: createHash('sha256').update(actor.token).digest('hex'),
      personId: actor.personId,
      name: 'drill',
      scopes: JSON.stringify(['read', 'write', 'decide']),
      createdAt: now,
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
    })
  })
}
const { cases, canaries } = await inventory()
await close()
process.stdout.write(`${JSON.stringify({ actors, cases, canaries }, null, 1)}\n`)
