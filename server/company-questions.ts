// How the company's routes beside the cases describe themselves in OpenAPI: the spreadsheet by which many agents are filed.
import { z } from 'zod'
import { sheetLimits } from '#domain/filing/sheet-column'

type Json = Record<string, unknown>

/** What is sent with a sheet: its bytes, and which rows are to be worked on now. The answer says where to go on. */
export const sheetBody = z.strictObject({
  organisationId: z.string().min(1).max(80),
  fileName: z.string().min(1).max(200),
  /** The bytes of the CSV file, Base64. */
  data: z
    .string()
    .min(1)
    .max(Math.ceil(sheetLimits.bytes / 3) * 4 + 4),
  from: z.int().min(0).max(sheetLimits.rows).default(0),
  limit: z.int().min(1).max(50).default(25),
  /** `rows`: the drafts are made. `sheet`: nothing is made, the wrong rows come back as CSV with what is wrong in the last column. */
  answer: z.enum(['rows', 'sheet']).default('rows'),
})

const problems = (...codes: number[]): Json =>
  Object.fromEntries(codes.map((code) => [String(code), { $ref: '#/components/responses/Problem' }]))
const { $schema: _schema, ...body } = z.toJSONSchema(sheetBody, { io: 'input', unrepresentable: 'any' }) as Json
const csv: Json = { schema: { type: 'string' } }

/** The paths, ready for the document. Each asks for somebody of a company. */
export const companyQuestions: Json = {
  '/api/v1/filing-sheets': {
    get: {
      operationId: 'emptyFilingSheet',
      summary: 'The empty sheet for filing many agents, its header in the language of the reader',
      tags: ['filing'],
      responses: { 200: { description: 'The header', content: { 'text/csv': csv } }, ...problems(401, 429) },
    },
    post: {
      operationId: 'fileBySheet',
      summary: 'Makes a draft of each sound row, once however often it is sent; wrong rows are explained',
      tags: ['filing'],
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
      responses: {
        200: {
          description: 'A verdict for each row worked on, and the place to go on from; or the wrong rows as CSV',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['hash', 'total', 'next', 'rows'],
                properties: {
                  hash: { type: 'string' },
                  total: { type: 'integer' },
                  next: { type: ['integer', 'null'] },
                  rows: { type: 'array', items: { type: 'object', required: ['row'], properties: { row: { type: 'integer' } } } },
                },
              },
            },
            'text/csv': csv,
          },
        },
        ...problems(400, 401, 403, 413, 415, 422, 429),
      },
    },
  },
}
