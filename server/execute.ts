// The door for change, seen from the shell: parses the command, asks for the second factor where the move wants it, changes, announces.
import 'server-only'
import { createHash } from 'node:crypto'
import { type Answer, change } from '#db/store'
import type { Kind } from '#domain/case'
import { canonicalJson, type Json } from '#domain/log/entry'
import { issuesOf, Refuse, stop } from './handle.ts'
import { wake } from './notify.ts'
import type { Access } from './session.ts'

export type Wanted = {
  kind: Kind
  id: string | null
  command: string
  body: unknown
  access: Access
  at: string
  seen: number | null
  key: string | null
}

/** Changes a case or stops with the refusal. Commands of the clock cannot be asked for from outside. */
export const execute = async ({ kind, id, command, body, access, at, seen, key }: Wanted): Promise<Extract<Answer, { ok: true }>> => {
  const move = Object.hasOwn(kind.moves, command) ? kind.moves[command] : undefined
  const schema = Object.hasOwn(kind.commands, command) ? kind.commands[command] : undefined
  if (!move || !schema || move.by.every((role) => role === 'system') || (id === null) !== (move.from as readonly string[]).includes('none'))
    return stop('case.unknownCommand', { command })
  const parsed = schema.safeParse(body)
  if (!parsed.success) return stop('request.invalid', {}, issuesOf(parsed.error))
  if (move.stepUp && !access.isSteppedUp) return stop('session.stepUpNeeded')
  const fingerprint = createHash('sha256')
    .update(canonicalJson([kind.name, id, command, body as Json]))
    .digest('hex')
  const answer = await change({
    kind,
    id,
    seen,
    command: { ...(parsed.data as object), type: command },
    actor: access.actor,
    at,
    ...(key ? { key, fingerprint } : {}),
  })
  if (!answer.ok) throw new Refuse(answer.refusal, undefined, answer.version)
  wake()
  return answer
}
