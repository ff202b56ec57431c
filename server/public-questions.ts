// How the open routes describe themselves in OpenAPI: pure questions, the public log, feeds. Anyone may ask; nothing is stored.
import { z } from 'zod'
import { editableSets } from '#domain/catalogue/catalogue-vocabulary'
import { clockCodes } from '#domain/clock/limits'
import { standings } from '#domain/register/standing'
import { PrecheckAnswers } from '#domain/tier/precheck-questions'

type Json = Record<string, unknown>

const problems = (...codes: number[]): Json =>
  Object.fromEntries(codes.map((code) => [String(code), { $ref: '#/components/responses/Problem' }]))
const json = (description: string, properties: Json = {}): Json => ({
  description,
  content: { 'application/json': { schema: { type: 'object', properties } } },
})
const file = (description: string, type: string): Json => ({ description, content: { [type]: { schema: { type: 'string' } } } })
const query = (name: string, schema: Json, description: string, required = false): Json => ({
  name,
  in: 'query',
  required,
  schema,
  description,
})
const path = (name: string, description: string, schema: Json = { type: 'string' }): Json => ({
  name,
  in: 'path',
  required: true,
  schema,
  description,
})
const bodyOf = (schema: z.ZodType): Json => {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  return { required: true, content: { 'application/json': { schema: rest } } }
}
const instant: Json = { type: 'string', format: 'date-time' }
const asOf = query('asOf', { type: 'string', format: 'date' }, 'The day that is asked about, Asia/Shanghai; today where absent')

type Asked = { id: string; summary: string; tags?: string[]; parameters?: Json[]; requestBody?: Json; answer: Json; codes?: number[] }
const asked = ({ id, summary, tags = ['question'], parameters, requestBody, answer, codes = [422, 429] }: Asked): Json => ({
  operationId: id,
  summary,
  tags,
  security: [{}],
  ...(parameters ? { parameters } : {}),
  ...(requestBody ? { requestBody } : {}),
  responses: { 200: answer, ...problems(...codes) },
})

const text = 'text/plain'
const bytes = 'application/octet-stream'

/** The paths, ready for the document. */
export const publicQuestions: Json = {
  '/api/v1/deadline': {
    get: asked({
      id: 'explainDeadline',
      summary: 'When is it due, and why',
      parameters: [
        query('rule', { type: 'string', enum: [...clockCodes] }, 'The code of the period', true),
        query('startAt', instant, 'The instant that starts the clock, with its offset', true),
        {
          ...query(
            'pause',
            { type: 'array', items: { type: 'string' }, maxItems: 100 },
            '<instant>/<instant>; open as <instant>/..; may be repeated',
          ),
          style: 'form',
          explode: true,
        },
        query('extended', { type: 'string', enum: ['true', 'false'] }, 'Whether it was extended once'),
      ],
      answer: json('The date or instant, and every step that led there', {
        rule: { type: 'string' },
        source: { type: 'string' },
        dueOn: { type: ['string', 'null'], format: 'date' },
        dueAt: instant,
        flagged: { type: 'boolean' },
        notBefore: { type: ['string', 'null'], format: 'date' },
        steps: {
          type: 'array',
          items: {
            type: 'object',
            required: ['on', 'what', 'counted'],
            properties: { on: { type: 'string', format: 'date' }, what: { type: 'string' }, counted: { type: 'integer' } },
          },
        },
      }),
    }),
  },
  '/api/v1/rules': {
    get: asked({
      id: 'listRules',
      summary: 'Every set of rules with the edition in force',
      parameters: [asOf],
      answer: json('The sets', { asOf: { type: 'string', format: 'date' }, sets: { type: 'array', items: { type: 'object' } } }),
    }),
  },
  '/api/v1/rules/{set}': {
    get: asked({
      id: 'getRules',
      summary: 'One set as in force on a day, with source and confidence',
      parameters: [path('set', 'The name of the set', { type: 'string', enum: [...editableSets] }), asOf],
      answer: json('The set', {
        set: { type: 'string' },
        version: { type: 'string' },
        effectiveOn: { type: 'string', format: 'date' },
        items: { type: 'array', items: { type: 'object' } },
      }),
      codes: [404, 422, 429],
    }),
  },
  '/api/v1/precheck': {
    post: asked({
      id: 'precheck',
      summary: 'Which lane, what must be filed and tested',
      requestBody: bodyOf(PrecheckAnswers),
      answer: json('The lane and all that is owed', {
        lane: { type: 'string' },
        tier: { type: 'integer' },
        rules: { type: 'array', items: { type: 'object' } },
        filings: { type: 'array', items: { type: 'string' } },
        tests: { type: 'array', items: { type: 'object' } },
        documents: { type: 'array', items: { type: 'string' } },
        typicalDays: { type: 'integer' },
        code: { type: 'string' },
      }),
      codes: [400, 413, 415, 422, 429],
    }),
  },
  '/api/v1/verify': {
    post: asked({
      id: 'verify',
      summary: 'Is this number, identity code or receipt good',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              oneOf: [
                {
                  type: 'object',
                  required: ['code'],
                  additionalProperties: false,
                  properties: { code: { type: 'string', minLength: 1, maxLength: 200 } },
                },
                {
                  type: 'object',
                  required: ['receipt'],
                  additionalProperties: false,
                  properties: { receipt: { type: 'string', minLength: 1, maxLength: 400000 } },
                },
              ],
            },
          },
        },
      },
      answer: json('The verdict', {
        verdict: { type: 'string', enum: [...standings, 'recallInForce', 'recallNotice', 'recallEnded', 'notFound', 'signatureWrong'] },
        checkedAt: instant,
      }),
      codes: [400, 413, 415, 422, 429],
    }),
  },
  '/log/checkpoint': {
    get: asked({
      id: 'getCheckpoint',
      tags: ['log'],
      summary: 'The newest signed tree head (C2SP tlog-checkpoint)',
      answer: file('A signed note', text),
      codes: [404, 429],
    }),
  },
  '/log/vkey': {
    get: asked({
      id: 'getVerifierKey',
      tags: ['log'],
      summary: 'The verifier key of the log (C2SP signed-note)',
      answer: file('The key', text),
      codes: [429],
    }),
  },
  '/log/proof/{entry}': {
    get: asked({
      id: 'getReceipt',
      tags: ['log'],
      summary: 'The receipt of an entry (C2SP tlog-proof)',
      parameters: [path('entry', 'Index of the entry, from 0', { type: 'integer', minimum: 0 })],
      answer: file('The receipt', text),
      codes: [404, 429],
    }),
  },
  '/log/tile/{path}': {
    get: asked({
      id: 'getTile',
      tags: ['log'],
      summary: 'A tile or entry bundle (C2SP tlog-tiles)',
      parameters: [path('path', '<L>/<N>[.p/<W>] or entries/<N>[.p/<W>]')],
      answer: file('The bytes', bytes),
      codes: [404, 429],
    }),
  },
  '/feeds/recalls.atom': {
    get: asked({
      id: 'getRecallsAtom',
      tags: ['feed'],
      summary: 'Recalls, newest first (RFC 4287)',
      answer: file('The feed', 'application/atom+xml'),
      codes: [429],
    }),
  },
  '/feeds/recalls.json': {
    get: asked({
      id: 'getRecallsJson',
      tags: ['feed'],
      summary: 'Recalls, newest first (JSON Feed 1.1)',
      answer: file('The feed', 'application/feed+json'),
      codes: [429],
    }),
  },
  '/register.csv': {
    get: asked({
      id: 'getRegisterCsv',
      tags: ['feed'],
      summary: 'The public register as CSV; takes the parameters of listFiling',
      answer: file('One row an entry', 'text/csv'),
      codes: [422, 429],
    }),
  },
  '/scenarios.csv': {
    get: asked({
      id: 'getScenariosCsv',
      tags: ['feed'],
      summary: 'The scenario matrix as CSV',
      answer: file('One row a pair', 'text/csv'),
      codes: [429],
    }),
  },
  '/.well-known/security.txt': {
    get: asked({
      id: 'getSecurityTxt',
      tags: ['discovery'],
      summary: 'Whom to tell of a weakness (RFC 9116)',
      answer: file('The file', text),
      codes: [429],
    }),
  },
}
