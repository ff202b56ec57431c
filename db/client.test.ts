// What SQLite plans by is kept up while a process works, not only when it starts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { close, migrate, read, sql, write } from './client.ts'
import { dialect } from './columns.ts'

beforeAll(async () => {
  if (dialect === 'sqlite') process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'zhiheng-client-'))
  await migrate()
})
afterAll(async () => {
  await close()
  if (dialect === 'sqlite') rmSync(process.env.DATA_DIR ?? '', { recursive: true, force: true })
})

/** Views of one person in many offices, or of many persons in one. */
const fill = (count: number, distinct: 'person' | 'office') =>
  write(async (tx) => {
    const [person, office] = distinct === 'person' ? [sql`i`, sql`'o'`] : [sql`'p'`, sql`i`]
    await tx.exec(sql`delete from views`)
    await tx.exec(sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
      insert into views (id, person_id, authority_id, kind, name, query, created_at) select i, ${person}, ${office}, 'filing', '', '', '' from n`)
  })
const wanted = sql`from views where person_id = 'p' and authority_id = 'o' and kind = 'filing'`
const planned = async () => {
  await read().rows(sql`select id ${wanted}`)
  return (await read().rows<{ detail: string }>(sql`explain query plan select id ${wanted}`)).map((row) => row.detail).join()
}

test.skipIf(dialect !== 'sqlite')('a table that grows while the process works is read by the index that its rows call for', async () => {
  await fill(20_000, 'person')
  expect(await planned()).toContain('views_person')
  await fill(200_000, 'office')
  expect(await planned()).toContain('views_office')
})
