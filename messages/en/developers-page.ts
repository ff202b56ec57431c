// The words of the developers' page in English.
import type { Same } from '../shape.ts'
import type { developersPage as source } from '../zh/developers-page.ts'

export const developersPage: Same<typeof source> = {
  title: 'Developers',
  lead: 'Whatever a page can do, the API can do. What follows is drawn from the API’s own description, so it agrees with the server.',
  document: 'OpenAPI 3.1 document',
  documentText: 'the whole of it, for machines',
  start: {
    title: 'How to call it',
    who: 'Who: the session after signing in, or a token in Authorization: Bearer. A token has the rights of its owner at most. Public reads and questions need neither.',
    change:
      'Changes: POST with If-Match (the version you saw) and Idempotency-Key (one key an act; sending it again gives the same answer).',
    list: 'Lists: page by cursor, without a ceiling; Accept: text/csv or application/x-ndjson exports the same rows.',
    limits: 'Limits: JSON up to 1 MiB; too many requests answer 429, and Retry-After names the seconds.',
    example: 'Example',
  },
  kinds: 'Cases',
  questions: 'Open questions, log and feeds',
  operation: 'Operation',
  address: 'Address',
  roles: 'Roles',
  from: 'From status',
  stepUp: 'second factor again',
  parameters: 'Parameters',
  body: 'Body',
  bodyOf: 'Body of {id}',
  required: 'required',
  open: 'open',
  none: 'none',
  errors: {
    title: 'Errors',
    lead: 'Errors follow RFC 9457: code says what, facts hold the data, errors point at the place. What is absent and what is forbidden answer alike.',
    code: 'Code',
    status: 'Status',
    text: 'Meaning',
  },
  schemas: { title: 'Structures in common', page: 'A list', changed: 'The answer to a change', problem: 'An error' },
  count: '{count, plural, one {one operation} other {# operations}}',
  log: {
    title: 'Public log',
    text: 'Every step is written to a public Merkle tree log (RFC 6962, C2SP tlog-tiles). Anybody may fetch all entries and check them.',
    checkpoint: 'Newest signature',
    key: 'Key',
  },
}
