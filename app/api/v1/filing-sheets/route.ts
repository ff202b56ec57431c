// GET the empty sheet for filing many agents. POST a filled one: some of its rows become drafts, or the wrong ones come back in the same sheet.

import { filing } from '#domain/filing/filing'
import { sheetColumns } from '#domain/filing/sheet-column'
import { wordsOf } from '#server/answer'
import { sheetBody } from '#server/company-questions'
import { csvFile } from '#server/csv-file'
import { execute } from '#server/execute'
import { judgeRows, makeDrafts, readSheet, wrongRows } from '#server/filing-sheet'
import { faultSentence, headOf, wordOf } from '#server/filing-sheet-words'
import { handle, Refuse, stop } from '#server/handle'
import { catalogueNow } from '#server/rules-in-force'
import { wordBook } from '#server/word-book'

export const GET = handle({}, async () => {
  const { say } = await wordBook()
  return csvFile(
    'filing-sheet',
    sheetColumns.map((column) => say(`filingSheet.column.${column}`)),
    [],
  )
})

export const POST = handle({ body: sheetBody, cost: 10 }, async ({ body, access, at }) => {
  const { organisationId, fileName, data, from, limit, answer } = body
  const book = await wordBook()
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) return stop('filingSheet.dataMalformed')
  const sheet = readSheet(Buffer.from(data, 'base64'), headOf, (column) => book.say(`filingSheet.column.${column}`))
  if ('refusal' in sheet) throw new Refuse(sheet.refusal)
  const judged = judgeRows(sheet, await catalogueNow(at), wordOf)
  if (answer === 'sheet') {
    const text = wrongRows(sheet, judged, book.say('filingSheet.faultHead'), (faults) =>
      faults.map((fault) => faultSentence(book, fault)).join(book.say('portal.stop')),
    )
    return new Response(text, {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="filing-sheet-wrong-rows.csv"' },
    })
  }
  const verdicts = await makeDrafts(
    judged.slice(from, from + limit),
    { organisationId, fileName, sourceHash: sheet.hash },
    async (draft) => {
      try {
        return await execute({ kind: filing, id: null, command: 'create', body: draft, access, at, seen: null, key: null })
      } catch (error) {
        if (error instanceof Refuse) return { refusal: error.refusal }
        throw error
      }
    },
  )
  const rows = await Promise.all(
    verdicts.map(async (one) =>
      'faults' in one
        ? { row: one.row, faults: one.faults.map((fault) => ({ ...fault, detail: faultSentence(book, fault) })) }
        : 'refusal' in one
          ? { row: one.row, refusal: { ...one.refusal, detail: await wordsOf(one.refusal) } }
          : one,
    ),
  )
  const next = from + limit
  return { hash: sheet.hash, total: sheet.rows.length, next: next < sheet.rows.length ? next : null, rows }
})
