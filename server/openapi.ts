// The OpenAPI 3.1 description, derived from the kinds and their command schemas; never written by hand. A contract test holds the server to it.
import { z } from 'zod'
import { dimensions } from '#db/reads/count'
import { sorts } from '#db/reads/query'
import type { Kind } from '#domain/case'
import { kinds } from '#domain/kinds'
import { attachmentQuestions } from './attachment-questions.ts'
import { companyQuestions } from './company-questions.ts'
import { officeQuestions } from './office-questions.ts'
import { publicQuestions } from './public-questions.ts'
import { viewQuestions } from './view-questions.ts'

type Json = Record<string, unknown>
const capital = (name: string) => name[0]?.toUpperCase() + name.slice(1)
/** `submitFiling`, `listFiling`, `getFiling`, `createFiling`: stable for ever. */
export const operationId = (verb: string, kind: Kind): string => `${verb}${capital(kind.name)}`

const problems = (...codes: number[]): Json =>
  Object.fromEntries(codes.map((code) => [String(code), { $ref: '#/components/responses/Problem' }]))
const json = (schema: Json, description: string, headers?: Json): Json => ({
  description,
  ...(headers ? { headers } : {}),
  content: { 'application/json': { schema } },
})
const etag: Json = { ETag: { schema: { type: 'string' }, description: 'The new version, for If-Match' } }
const pathId: Json = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
const key: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', maxLength: 200 },
  description: 'The same key and body: the same answer, for 24 hours',
}
const ifMatch: Json = {
  name: 'If-Match',
  in: 'header',
  required: true,
  schema: { type: 'string' },
  description: 'The version that the person was looking at, quoted',
}

const bodyOf = (schema: z.ZodType): Json => {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  return { required: true, content: { 'application/json': { schema: rest } } }
}

const listParameters: Json[] = [
  ...dimensions.map((name) => ({ name, in: 'query', schema: { type: 'array', items: { type: 'string' } }, style: 'form', explode: false })),
  ...['q', 'ownerId', 'organisationId', 'labId', 'cursor', 'tie'].map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
  ...['dueFrom', 'dueTo'].map((name) => ({ name, in: 'query', schema: { type: 'string', format: 'date' } })),
  { name: 'isOpen', in: 'query', schema: { type: 'string', enum: ['true', 'false'] } },
  { name: 'scope', in: 'query', schema: { type: 'string', enum: ['posts', 'public'] } },
  { name: 'sort', in: 'query', schema: { type: 'string', enum: [...sorts] } },
  { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 200 } },
]

const pathsOf = (kind: Kind): Json => {
  const outside = Object.entries(kind.moves).filter(([, move]) => !move.by.every((role) => role === 'system'))
  const opening = outside.filter(([, move]) => (move.from as readonly string[]).includes('none'))
  const changing = outside.filter(([, move]) => (move.from as readonly string[]).some((status) => status !== 'none'))
  const created = kind.commands.create
  return {
    [`/api/v1/${kind.plural}`]: {
      get: {
        operationId: operationId('list', kind),
        tags: [kind.name],
        parameters: listParameters,
        security: [{}, { token: [] }, { cookie: [] }],
        responses: {
          200: json({ $ref: '#/components/schemas/Page' }, 'A page; text/csv and application/x-ndjson give all rows'),
          ...problems(422, 429),
        },
      },
      ...(created && opening.length > 0
        ? {
            post: {
              operationId: operationId('create', kind),
              tags: [kind.name],
              parameters: [key],
              requestBody: bodyOf(created),
              'x-roles': kind.moves.create?.by,
              responses: {
                201: json({ $ref: '#/components/schemas/Changed' }, 'Made', etag),
                ...problems(400, 401, 403, 409, 415, 422, 429),
              },
            },
          }
        : {}),
    },
    [`/api/v1/${kind.plural}/{id}`]: {
      get: {
        operationId: operationId('get', kind),
        tags: [kind.name],
        parameters: [pathId, { name: 'purpose', in: 'query', schema: { type: 'string', maxLength: 200 } }],
        security: [{}, { token: [] }, { cookie: [] }],
        responses: { 200: json({ type: 'object' }, 'The case as the reader may see it', etag), ...problems(404, 422, 429) },
      },
    },
    [`/api/v1/${kind.plural}/{id}/history`]: {
      get: {
        operationId: operationId('history', kind),
        tags: [kind.name],
        parameters: [pathId],
        security: [{}, { token: [] }, { cookie: [] }],
        responses: { 200: json({ type: 'object' }, 'What happened, with before and after'), ...problems(404, 429) },
      },
    },
    ...Object.fromEntries(
      changing.map(([command, move]) => [
        `/api/v1/${kind.plural}/{id}/${command}`,
        {
          post: {
            operationId: operationId(command, kind),
            tags: [kind.name],
            parameters: [pathId, ifMatch, key],
            requestBody: bodyOf(kind.commands[command] ?? z.strictObject({})),
            'x-roles': move.by,
            'x-from': move.from,
            ...(move.stepUp ? { 'x-step-up': true } : {}),
            responses: {
              200: json({ $ref: '#/components/schemas/Changed' }, 'Done', etag),
              ...problems(400, 401, 403, 404, 409, 412, 415, 422, 428, 429),
            },
          },
        },
      ]),
    ),
  }
}

const changed: Json = {
  type: 'object',
  required: ['id', 'version', 'status'],
  properties: {
    id: { type: 'string' },
    version: { type: 'integer' },
    status: { type: 'string' },
    positions: { type: 'array', items: { type: 'integer' } },
  },
}
const page: Json = {
  type: 'object',
  required: ['items', 'next', 'total', 'facets', 'asOf'],
  properties: {
    items: { type: 'array', items: { type: 'object' } },
    next: { type: ['string', 'null'] },
    total: { type: 'integer' },
    totalIsCapped: { type: 'boolean' },
    facets: { type: 'object' },
    asOf: { type: 'string', format: 'date-time' },
  },
}
const problem: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    facts: { type: 'object' },
    errors: { type: 'array', items: { type: 'object', properties: { pointer: { type: 'string' }, code: { type: 'string' } } } },
  },
}

/** Other routes describe themselves here, so that the document lists every route that answers. */
export const questions: Json = { ...publicQuestions, ...officeQuestions, ...companyQuestions, ...viewQuestions, ...attachmentQuestions }

/** The whole document for this origin. */
export const openapi = (origin: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Zhiheng',
    version: '1',
    description: 'Filing, testing, approval and recall of AI agents. A page has no power that this API lacks.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: origin }],
  security: [{ token: [] }, { cookie: [] }],
  paths: { ...Object.assign({}, ...[...kinds.values()].map(pathsOf)), ...questions },
  components: {
    schemas: { Page: page, Changed: changed, Problem: problem },
    responses: {
      Problem: {
        description: 'What is wrong, and how to mend it (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    securitySchemes: { token: { type: 'http', scheme: 'bearer' }, cookie: { type: 'apiKey', in: 'cookie', name: 'zhiheng.session' } },
  },
})
