// How the officers' routes beside the cases describe themselves in OpenAPI: the dry run of a recall, and the tables of pages as files.
import { z } from 'zod'
import { measureCodes } from '#db/reads/statistics'
import { scopeSchema } from '#domain/recall/scope'

type Json = Record<string, unknown>

const problems = (...codes: number[]): Json =>
  Object.fromEntries(codes.map((code) => [String(code), { $ref: '#/components/responses/Problem' }]))
const csv = (description: string): Json => ({ description, content: { 'text/csv': { schema: { type: 'string' } } } })
const query = (name: string, schema: Json, description: string, required = false): Json => ({
  name,
  in: 'query',
  required,
  schema,
  description,
})
const { $schema: _schema, ...reach } = z.toJSONSchema(z.strictObject({ agentId: z.string().min(1).max(100), scope: scopeSchema }), {
  io: 'input',
  unrepresentable: 'any',
}) as Json

/** The paths, ready for the document. Each asks for an officer. */
export const officeQuestions: Json = {
  '/api/v1/recall-reach': {
    post: {
      operationId: 'reachOfRecall',
      summary: 'Whom a recall of this scope would reach now, and why others not; nothing is stored',
      tags: ['recall'],
      requestBody: { required: true, content: { 'application/json': { schema: reach } } },
      responses: {
        200: {
          description: 'The dry run',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['included', 'excluded', 'versions', 'operators', 'users', 'unnamed', 'withoutContact'],
                properties: {
                  agent: { type: 'object' },
                  versions: { type: 'array', items: { type: 'object' } },
                  included: { type: 'array', items: { type: 'object' } },
                  excluded: { type: 'array', items: { type: 'object' } },
                  operators: { type: 'integer' },
                  users: { type: 'integer' },
                  unnamed: { type: 'integer' },
                  withoutContact: { type: 'array', items: { type: 'string' } },
                },
              },
            },
          },
        },
        ...problems(400, 401, 403, 404, 409, 413, 415, 422, 429),
      },
    },
  },
  '/console/scenarios/csv': {
    get: {
      operationId: 'exportScenarioMatrix',
      summary: 'The scenario matrix, in force and to come',
      tags: ['opening'],
      responses: { 200: csv('One row a pair'), ...problems(401, 403, 422, 429) },
    },
  },
  '/console/reports/csv': {
    get: {
      operationId: 'exportMeasure',
      summary: 'One measure of the reports',
      tags: ['reports'],
      parameters: [
        query('measure', { type: 'string', enum: [...measureCodes] }, 'Which one', true),
        query('months', { type: 'integer', enum: [6, 12, 24] }, 'The period; 12 where absent'),
      ],
      responses: { 200: csv('One row a key'), ...problems(401, 403, 422, 429) },
    },
  },
  '/console/recalls/{id}/csv': {
    get: {
      operationId: 'exportRecall',
      summary: 'A table of one recall',
      tags: ['recall'],
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        query('table', { type: 'string', enum: ['affected', 'curve'] }, 'Which one', true),
      ],
      responses: { 200: csv('One row a deployment, or a moment'), ...problems(401, 404, 422, 429) },
    },
  },
}
