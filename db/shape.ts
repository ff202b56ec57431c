// After an upgrade the states of older rows lack what the rules now look at: then every row is folded again from its events before anybody is served.
import { asc, eq } from 'drizzle-orm'
import { kinds } from '#domain/kinds'
import { read } from './client.ts'
import { rebuild } from './rebuild.ts'
import { cases } from './schema.ts'

/** The kinds whose oldest row lacks a field that its state has by now. */
export const outgrown = async (): Promise<string[]> => {
  const names: string[] = []
  for (const kind of kinds.values()) {
    const [row] = await read().select({ state: cases.state }).from(cases).where(eq(cases.kind, kind.name)).orderBy(asc(cases.seq)).limit(1)
    const state = row ? (JSON.parse(row.state) as object) : null
    if (state && Object.keys(kind.initial).some((field) => !Object.hasOwn(state, field))) names.push(kind.name)
  }
  return names
}

/** Folds everything again where the program has outgrown its rows. Returns how many cases were folded; 0 when all rows fit. */
export const followShape = async (at: string): Promise<number> => ((await outgrown()).length > 0 ? rebuild(at) : 0)
