'use client'
// Sends one command about one case: carries the version on the screen, and one key per intention, so that a double click is one act.

/** What went wrong, as problem+json says it; status 0 when no answer came. */
export type Problem = {
  status: number
  code: string
  detail: string
  facts: Record<string, unknown>
  errors?: { pointer: string; code: string }[]
  version?: number
}
export type Sent = { ok: true; id: string; version: number; status: string } | { ok: false; problem: Problem }

/** POST of a command (or of a new case when id is null). Never throws: no answer is a problem too, and the same key may be sent again. */
export const send = async (
  plural: string,
  id: string | null,
  command: string,
  body: unknown,
  seen: number | null,
  key: string,
): Promise<Sent> => {
  try {
    const response = await fetch(id === null ? `/api/v1/${plural}` : `/api/v1/${plural}/${id}/${command}`, {
      method: 'POST',
      credentials: 'same-origin',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': key, ...(seen === null ? {} : { 'if-match': `"${seen}"` }) },
    })
    const answer = await response.json()
    return response.ok ? { ok: true, ...answer } : { ok: false, problem: answer as Problem }
  } catch {
    return { ok: false, problem: { status: 0, code: 'network', detail: '', facts: {} } }
  }
}

/** Proves the second factor again; the decision may then be sent within five minutes. */
export const proveAgain = async (totp: string): Promise<Problem | null> => {
  try {
    const response = await fetch('/api/v1/session/step-up', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ totp }),
    })
    return response.ok ? null : ((await response.json()) as Problem)
  } catch {
    return { status: 0, code: 'network', detail: '', facts: {} }
  }
}
