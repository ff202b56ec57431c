// Under which rules the list columns of the rows were last computed: a number kept beside the serials.
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Catalogue } from '#domain/catalogue/shipped'
import { read, write } from './client.ts'
import { serials } from './schema.ts'

const scope = 'rules'

/** The first 48 bits of the digest of the rules in force: enough to tell them from the ones before, and a whole number in JavaScript. */
export const rulesMark = (catalogue: Catalogue): number => createHash('sha256').update(JSON.stringify(catalogue)).digest().readUIntBE(0, 6)

/** The mark that the rows were last brought up to, or null before the first time. */
export const rulesFollowed = async (): Promise<number | null> =>
  (await read().select({ n: serials.n }).from(serials).where(eq(serials.scope, scope)))[0]?.n ?? null

/** Notes that every row now stands as these rules say. */
export const followed = (mark: number): Promise<unknown> =>
  write((tx) =>
    tx
      .insert(serials)
      .values({ scope, n: mark })
      .onConflictDoUpdate({ target: serials.scope, set: { n: mark } }),
  )
