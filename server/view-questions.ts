// How the routes of saved views and of the session describe themselves in OpenAPI.
import { z } from 'zod'

type Json = Record<string, unknown>

/** A view is a name for a query string of a list; `isShared` shows it to everybody of one's own office. */
export const viewBody = z.strictObject({
  kind: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(60),
  query: z.string().max(2000),
  isShared: z.boolean(),
})

const problems = (...codes: number[]): Json =>
  Object.fromEntries(codes.map((code) => [String(code), { $ref: '#/components/responses/Problem' }]))
const { $schema: _schema, ...body } = z.toJSONSchema(viewBody, { io: 'input' }) as Json
const view: Json = {
  type: 'object',
  required: ['id', 'name', 'query', 'isShared', 'isMine'],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    query: { type: 'string' },
    isShared: { type: 'boolean' },
    isMine: { type: 'boolean' },
  },
}
const json = (schema: Json, description: string): Json => ({ description, content: { 'application/json': { schema } } })

/** The paths, ready for the document. */
export const viewQuestions: Json = {
  '/api/v1/session': {
    get: {
      operationId: 'getSession',
      summary: 'Who the server takes the caller for, and until when',
      tags: ['session'],
      responses: {
        200: json(
          {
            type: 'object',
            required: ['personId', 'name', 'posts', 'expiresAt'],
            properties: {
              personId: { type: 'string' },
              name: { type: 'object' },
              posts: { type: 'array', items: { type: 'object' } },
              by: { type: 'string' },
              isSteppedUp: { type: 'boolean' },
              expiresAt: { type: ['string', 'null'], format: 'date-time' },
            },
          },
          'The caller',
        ),
        ...problems(401, 429),
      },
    },
  },
  '/api/v1/views': {
    get: {
      operationId: 'listView',
      summary: 'Saved views of a kind: one’s own, and those of one’s office',
      tags: ['view'],
      parameters: [{ name: 'kind', in: 'query', schema: { type: 'string' }, description: 'filing where absent' }],
      responses: {
        200: json({ type: 'object', required: ['items'], properties: { items: { type: 'array', items: view } } }, 'The views'),
        ...problems(401, 404, 429),
      },
    },
    post: {
      operationId: 'createView',
      summary: 'Keeps a view',
      tags: ['view'],
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
      responses: { 201: json(view, 'Kept'), ...problems(400, 401, 403, 409, 413, 415, 422, 429) },
    },
  },
  '/api/v1/views/{id}': {
    delete: {
      operationId: 'deleteView',
      summary: 'Forgets a view of one’s own',
      tags: ['view'],
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: { 204: { description: 'Forgotten' }, ...problems(401, 403, 404, 429) },
    },
  },
}
