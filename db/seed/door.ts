// The door as seeds use it: asks as a person at an instant, and throws when a command that must be granted is refused.
import type { Actor, Typed } from '#domain/case'
import { kinds } from '#domain/kinds'
import { read } from '../client.ts'
import { caseRow } from '../rows.ts'
import { type Answer, change } from '../store.ts'

type Body = Record<string, unknown>
let mark: ((body: Body, isFit: (marked: Body) => readonly PropertyKey[][]) => Body) | null = null
/** From now on every body goes through this before it is asked: a drill marks its texts. `isFit` names the places that the schema would refuse. */
export const markBodies = (by: typeof mark): void => {
  mark = by
}

/** Whether bodies are being marked: files are marked then too. */
export const isMarking = (): boolean => mark !== null

/** Parses the body as the API would, so that a seed can never make what nobody could ask for. */
export const ask = async (actor: Actor, kindName: string, id: string | null, type: string, given: Body, at: string): Promise<Answer> => {
  const kind = kinds.get(kindName)
  if (!kind) throw new Error(`no kind ${kindName}`)
  const schema = kind.commands[type]
  const body = mark && schema ? mark(given, (marked) => schema.safeParse(marked).error?.issues.map((issue) => issue.path) ?? []) : given
  const parsed = schema?.safeParse(body)
  if (!parsed?.success)
    throw new Error(
      `${kindName}.${type}: ${JSON.stringify(parsed?.error?.issues ?? 'unknown command')} in ${JSON.stringify(body).slice(0, 400)}`,
    )
  const command: Typed = { ...(parsed.data as object), type }
  return change({ kind, id, seen: null, command, actor, at })
}

/** ask(), and the id of the case; a refusal is a fault of the seed. */
export const must = async (
  actor: Actor,
  kindName: string,
  id: string | null,
  type: string,
  body: Record<string, unknown>,
  at: string,
): Promise<string> => {
  const answer = await ask(actor, kindName, id, type, body, at)
  if (!answer.ok)
    throw new Error(`${kindName}.${type} by ${actor.personId} at ${at}: ${answer.refusal.code} ${JSON.stringify(answer.refusal.facts)}`)
  return answer.id
}

/** The present state of a case. */
export const stateOf = async <S = any>(kind: string, id: string): Promise<S> => {
  const row = await caseRow(read(), kind, id)
  if (!row) throw new Error(`no ${kind} ${id}`)
  return JSON.parse(row.state) as S
}
