// Takes an older register over, row by row through the door for change: in groups, so that others are not kept waiting, and again without harm.
import { and, eq } from 'drizzle-orm'
import { systemActor } from '#domain/case'
import { filingCommands } from '#domain/filing/command'
import { filing } from '#domain/filing/filing'
import { registerKey } from '#domain/filing/history'
import type { Filing, History } from '#domain/filing/state'
import { type Db, prepared, read, sql, write } from '../client.ts'
import { caseRow } from '../rows.ts'
import { links } from '../schema.ts'
import { change } from '../store.ts'
import { linesOf, sourceOf } from './file.ts'
import type { RecordBody, Source } from './row.ts'

export type Tally = Record<string, number>
/** What became of every row: `rows` = recorded + updated + unchanged + the sums of skipped and refused. Flags are counted beside, a row may have several. */
export type Report = {
  source: string
  rows: number
  recorded: number
  updated: number
  /** Taken over before, exactly so. */
  unchanged: number
  skipped: Tally
  refused: Tally
  flagged: Tally
  /** The first rows that were skipped, refused or flagged, by line of the file. */
  examples: { line: number; what: 'skipped' | 'refused' | 'flagged'; code: string; row: string }[]
}
export type Asked = { file: string; source?: string; isDryRun?: boolean; at: string; onProgress?: (rows: number) => void }

/** How many rows are written in one transaction: about as many as officers wait for without noticing. */
const groupSize = 50
const mostExamples = 40

type Known = { id: string | null; version: number; history: History; status: string; sector: string | null; scenario: number | null }

const idOf = prepared('import.known', (db) =>
  db
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.toId, sql.placeholder('key')), eq(links.link, 'register'), eq(links.kind, 'filing')))
    .limit(1),
)

const knownIn = async (db: Db, key: string): Promise<Known | null> => {
  const [tied] = await idOf(db).execute({ key })
  const row = tied ? await caseRow(db, 'filing', tied.id) : null
  if (!row) return null
  const state = JSON.parse(row.state) as Filing
  return state.history
    ? {
        id: row.id,
        version: row.version,
        history: state.history,
        status: state.status,
        sector: state.sector,
        scenario: state.scenarios[0] ?? null,
      }
    : null
}

/** Why a row must not touch what was taken over before; null where it may bring it up to date. */
const reasonToSkip = (body: RecordBody, { history, status }: Known): string | null => {
  if (history.source === body.source) return history.row === body.row ? null : 'listedAgain'
  if (body.source === 'algorithm_cancellation' && history.source === 'algorithm_filing') return null
  return status === 'cancelled' ? 'cancelledAlready' : 'listedElsewhere'
}

/** A notice of cancellation says less than the list: what the list said stays. */
const filledUp = (body: RecordBody, known: Known): RecordBody => ({
  ...body,
  purpose: body.purpose || known.history.purpose,
  filedOn: body.filedOn ?? known.history.filedOn,
  ...(body.sector === null && known.sector !== null ? { sector: known.sector, scenario: known.scenario as RecordBody['scenario'] } : {}),
})

const add = (tally: Tally, code: string) => {
  tally[code] = (tally[code] ?? 0) + 1
}

/**
 * Takes over every row of a file. A row that was taken over before is left, or brought up to a later edition; a row that cannot be taken over is
 * counted with its reason and never stops the others. Throws only where the file is no known register.
 */
export const takeOver = async ({ file, source: name, isDryRun = false, at, onProgress }: Asked): Promise<Report> => {
  const report: Report = {
    source: name ?? '',
    rows: 0,
    recorded: 0,
    updated: 0,
    unchanged: 0,
    skipped: {},
    refused: {},
    flagged: {},
    examples: [],
  }
  const note = (line: number, what: 'skipped' | 'refused' | 'flagged', code: string, row: string) => {
    add(report[what], code)
    if (report.examples.length < mostExamples) report.examples.push({ line, what, code, row })
  }
  let source: Source | null = null
  // Rows of this file by what they are known by; in a dry run nothing else remembers them.
  const before = new Map<string, Known>()
  const placesTaken = new Map<string, number>()
  let group: { line: number; body: RecordBody; key: string }[] = []

  const takeOne = async (db: Db, { line, body, key }: (typeof group)[number]) => {
    const known = before.get(key) ?? (await knownIn(db, key))
    const skip = known && reasonToSkip(body, known)
    if (skip) {
      note(line, 'skipped', skip, body.row)
      return
    }
    const parsed = filingCommands.record.safeParse(known ? filledUp(body, known) : body)
    if (!parsed.success) {
      note(line, 'refused', `invalid.${parsed.error.issues[0]?.path.join('.') ?? ''}`, body.row)
      return
    }
    const { status, sector, scenario, source: of, row, filingNo, filedOn, purpose, remark } = parsed.data
    const remember = (id: string | null, version: number) =>
      before.set(key, { id, version, status, sector, scenario, history: { source: of, row, filingNo, filedOn, purpose, remark } })
    if (isDryRun) {
      const isSame =
        known?.id != null &&
        known.status === status &&
        JSON.stringify(known.history, Object.keys(known.history).sort()) ===
          JSON.stringify({ source: of, row, filingNo, filedOn, purpose, remark }, Object.keys(known.history).sort())
      report[known === null ? 'recorded' : isSame ? 'unchanged' : 'updated'] += 1
      remember(known?.id ?? null, 0)
      return
    }
    const answer = await change({
      kind: filing,
      id: known?.id ?? null,
      seen: null,
      command: { ...parsed.data, type: 'record' },
      actor: systemActor,
      at,
    })
    if (!answer.ok) {
      note(line, 'refused', answer.refusal.code, body.row)
      return
    }
    report[known === null ? 'recorded' : answer.version > known.version ? 'updated' : 'unchanged'] += 1
    remember(answer.id, answer.version)
  }
  const flush = async () => {
    const rows = group
    group = []
    if (isDryRun) for (const one of rows) await takeOne(read(), one)
    else if (rows.length > 0)
      await write(async (tx) => {
        for (const one of rows) await takeOne(tx, one)
      })
    onProgress?.(report.rows)
  }

  for await (const { line, cells } of linesOf(file)) {
    report.rows += 1
    if (cells === null) {
      note(line, 'refused', 'rowUnreadable', '')
      continue
    }
    source ??= sourceOf(cells, name)
    const parsed = source.read(cells)
    if ('refused' in parsed) {
      note(line, 'refused', parsed.refused, '')
      continue
    }
    let { body } = parsed
    if (body.filingNo === null) {
      // Some agencies give one number to several use cases: the second of a place is another row, not the first again.
      const taken = (placesTaken.get(body.row) ?? 0) + 1
      placesTaken.set(body.row, taken)
      if (taken > 1) {
        note(line, 'flagged', 'placeShared', body.row)
        body = { ...body, row: `${body.row}#${taken}` }
      }
    }
    for (const flag of parsed.flags) note(line, 'flagged', flag, body.row)
    group.push({ line, body, key: registerKey(body) })
    if (group.length >= groupSize) await flush()
  }
  await flush()
  report.source = source?.name ?? report.source
  return report
}
