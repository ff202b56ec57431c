// Reads a file of an older register line by line, whatever its size, and tells which register it is by its columns.
import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { algorithmCancellations, algorithmFilings } from './algorithm.ts'
import { federalInventory } from './federal.ts'
import { genaiBy, genaiFilings, genaiRegistrations } from './genai.ts'
import type { Cells, Source } from './row.ts'

const sources: readonly Source[] = [algorithmFilings, algorithmCancellations, genaiFilings, genaiRegistrations, federalInventory]
/** The registers that can be taken over, by the name that a filing keeps of them. */
export const sourceNames: readonly string[] = sources.map((one) => one.name)

/** One line of the file: its cells, or null where the line is no row of the table. */
export type Line = { line: number; cells: Cells | null }

/** The rows of a CSV file in UTF-8 with a header, quoted cells may hold line breaks. A row with too few or too many cells is given as null. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  const broken: number[] = []
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        broken.push(Number(error?.lines ?? 0))
      },
    }),
  )
  for await (const { record, info } of parser as AsyncIterable<{ record: Cells; info: { lines: number } }>) {
    for (let line = broken.shift(); line !== undefined; line = broken.shift()) yield { line, cells: null }
    yield { line: info.lines, cells: record }
  }
  for (const line of broken) yield { line, cells: null }
}

/** The source that was named, or the one whose columns this first row has. Throws where there is none, or where the named one has other columns. */
export const sourceOf = (first: Cells, name?: string): Source => {
  const has = (one: Source) => one.columns.every((column) => Object.hasOwn(first, column))
  if (name !== undefined) {
    const named = sources.find((one) => one.name === name)
    if (!named) throw new Error(`no source ${name}; there are ${sourceNames.join(', ')}`)
    const lacking = named.columns.filter((column) => !Object.hasOwn(first, column))
    if (lacking.length > 0) throw new Error(`the file is no ${name}: it lacks the columns ${lacking.join(', ')}`)
    return named
  }
  const found = sources.find(has)
  if (!found) throw new Error(`no known register has the columns ${Object.keys(first).join(', ')}; say which with --source`)
  return found === genaiFilings ? genaiBy(first) : found
}
