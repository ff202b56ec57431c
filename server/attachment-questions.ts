// How the two routes of attachments describe themselves in OpenAPI.
import { attachmentChanges, attachmentLimits, attachmentTypes, mediaTypes } from '#domain/attachment/vocabulary'

type Json = Record<string, unknown>
const problems = (...codes: number[]): Json =>
  Object.fromEntries(codes.map((code) => [String(code), { $ref: '#/components/responses/Problem' }]))
const bytes: Json = { type: 'string', format: 'binary' }
const sha256: Json = { type: 'string', pattern: '^[0-9a-f]{64}$' }
const kept: Json = {
  type: 'object',
  required: ['id', 'sha256', 'size', 'type', 'name', 'receivedAt', 'scan', 'givenSha256', 'changes'],
  properties: {
    id: { type: 'string' },
    sha256,
    size: { type: 'integer', minimum: 1, maximum: attachmentLimits.fileBytes },
    type: { type: 'string', enum: [...attachmentTypes] },
    name: { type: 'string' },
    receivedAt: { type: 'string', format: 'date-time' },
    scan: { type: 'string', enum: ['not_scanned', 'clean', 'infected'] },
    givenSha256: sha256,
    changes: { type: 'array', items: { type: 'string', enum: [...attachmentChanges] } },
  },
}

/** The paths, ready for the document. */
export const attachmentQuestions: Json = {
  '/api/v1/attachments': {
    put: {
      operationId: 'createAttachment',
      summary:
        'Hands in a file: streamed, typed by content, at most 20 MiB. It belongs to no case until a command refers to it; after seven days without, it is forgotten',
      tags: ['attachment'],
      parameters: [
        {
          name: 'name',
          in: 'query',
          required: true,
          schema: { type: 'string', minLength: 1 },
          description: 'What it is called; shown, never a path',
        },
        { name: 'organisationId', in: 'query', schema: { type: 'string' }, description: 'For whom, where the caller acts for several' },
      ],
      requestBody: { required: true, content: { 'application/octet-stream': { schema: bytes } } },
      responses: {
        201: { description: 'Kept', content: { 'application/json': { schema: kept } } },
        ...problems(400, 401, 403, 409, 413, 415, 422, 429),
      },
    },
  },
  '/api/v1/attachments/{id}': {
    get: {
      operationId: 'getAttachment',
      summary: 'The bytes of a file, for whoever may see it named in a case; recorded as a reading unless it is public',
      tags: ['attachment'],
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'purpose', in: 'query', schema: { type: 'string', maxLength: 200 } },
      ],
      security: [{}, { token: [] }, { cookie: [] }],
      responses: {
        200: {
          description: 'The file, to be saved',
          content: Object.fromEntries(Object.values(mediaTypes).map((type) => [type, { schema: bytes }])),
        },
        ...problems(401, 404, 422, 429),
      },
    },
  },
}
