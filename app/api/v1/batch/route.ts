// Many single commands in one request, a verdict per row; the same checks as single commands. Never decides, recalls or publishes.
import { z } from 'zod'
import { kindAt } from '#domain/kinds'
import { wordsOf } from '#server/answer'
import { execute } from '#server/execute'
import { handle, Refuse } from '#server/handle'

const row = z.strictObject({
  kind: z.string(),
  id: z.string().nullable(),
  command: z.string(),
  seen: z.number().int().nullable(),
  key: z.string().min(1).max(200),
  body: z.record(z.string(), z.unknown()),
})
const batch = z.strictObject({ commands: z.array(row).min(1).max(200) })

export const POST = handle({ body: batch, cost: 20 }, async ({ access, body, at }) => {
  const verdicts: unknown[] = []
  for (const one of body.commands) {
    const kind = kindAt(one.kind)
    const move = kind && Object.hasOwn(kind.moves, one.command) ? kind.moves[one.command] : undefined
    try {
      if (!kind || !move) throw new Refuse({ code: 'request.absent', facts: {} })
      if (move.stepUp || kind.isSingle) throw new Refuse({ code: 'command.singleOnly', facts: { command: one.command } })
      if (one.id !== null && one.seen === null) throw new Refuse({ code: 'request.versionMissing', facts: {} })
      const answer = await execute({ kind, id: one.id, command: one.command, body: one.body, access, at, seen: one.seen, key: one.key })
      verdicts.push({ ok: true, id: answer.id, version: answer.version, status: answer.status })
    } catch (error) {
      if (!(error instanceof Refuse)) throw error
      verdicts.push({
        ok: false,
        id: one.id,
        ...error.refusal,
        detail: await wordsOf(error.refusal),
        ...(error.errors ? { errors: error.errors } : {}),
      })
    }
  }
  return { items: verdicts }
})
