// A door in memory: the same judge, needs, serials and consequences as the store, without a database. Rules are tested and random walks walk in it.
import {
  type Actor,
  type CaseState,
  fold,
  type Judgement,
  judge,
  type Kind,
  type Needs,
  type Recorded,
  stamped,
  stampOf,
  systemActor,
  type Typed,
} from './case.ts'
import type { Catalogue } from './catalogue/shipped.ts'

export type FollowOn = { kind: string; id: string | null; command: Typed }
export type Consequences = (kind: string, state: any, event: Recorded<any>) => readonly FollowOn[]
export type Entry = { position: number; kind: string; id: string; version: number; event: Recorded<any> }
type Held = { kind: string; state: CaseState; version: number }

/** Answers what a rule needs, from the cases in memory. */
const answer = (needs: Needs, held: ReadonlyMap<string, Held>, kinds: ReadonlyMap<string, Kind>, serials: ReadonlyMap<string, number>) =>
  Object.fromEntries(
    Object.entries(needs).map(([name, need]) => {
      if ('serial' in need) return [name, (serials.get(need.serial) ?? 0) + 1]
      if ('one' in need) {
        const found = held.get(need.id ?? '')
        return [name, found?.kind === need.one ? found.state : null]
      }
      return [
        name,
        [...held.values()]
          .filter((one) => one.kind === need.many && tied(kinds.get(need.many), one.state, need.link, need.to))
          .map((one) => one.state),
      ]
    }),
  )

const tied = (kind: Kind | undefined, state: CaseState, link: string, to: string | null): boolean => {
  const value = kind?.links?.(state)[link]
  return to !== null && value !== undefined && value !== null && (Array.isArray(value) ? value.includes(to) : value === to)
}

/**
 * One world with its own cases, log and serials. `ask` grants or refuses like the store's change(): all or nothing, consequences included.
 * Ids are `kind-1`, `kind-2` …, so that a walk can be replayed.
 */
export const world = (kinds: ReadonlyMap<string, Kind>, consequences: Consequences, catalogue: Catalogue) => {
  let held = new Map<string, Held>()
  let serials = new Map<string, number>()
  let log: Entry[] = []
  let made = 0

  const step = (
    actor: Actor,
    kindName: string,
    id: string | null,
    command: Typed,
    at: string,
    depth: number,
  ): { id: string; judgement: Judgement<Typed> } => {
    const kind = kinds.get(kindName)
    if (!kind) throw new Error(`no kind ${kindName}`)
    const caseId = id ?? `${kindName}-${++made}`
    const before = held.get(caseId) ?? { kind: kindName, state: { ...kind.initial, id: caseId } as CaseState, version: 0 }
    const needs = kind.needs?.(before.state, command) ?? {}
    const judgement = judge(kind, before.state, command, { actor, at, catalogue }, answer(needs, held, kinds, serials))
    if (!judgement.granted || judgement.events.length === 0) return { id: caseId, judgement }
    for (const need of Object.values(needs)) if ('serial' in need) serials.set(need.serial, (serials.get(need.serial) ?? 0) + 1)
    const stamp = stampOf(judgement.post, actor, kind.moves[command.type]?.duty ?? null, at)
    let { state, version } = before
    for (const event of judgement.events) {
      const recorded = stamped(event, stamp)
      state = fold(kind, state, recorded)
      version += 1
      held.set(caseId, { kind: kindName, state, version })
      log.push({ position: log.length, kind: kindName, id: caseId, version, event: recorded })
      for (const next of depth < 8 ? consequences(kindName, state, recorded) : []) {
        const follow = step(systemActor, next.kind, next.id, next.command, at, depth + 1)
        if (!follow.judgement.granted)
          throw new Error(
            `consequence ${next.kind}.${next.command.type} of ${kindName}.${recorded.type} refused: ${JSON.stringify(follow.judgement.refusal)}`,
          )
      }
      state = held.get(caseId)?.state ?? state
      version = held.get(caseId)?.version ?? version
    }
    return { id: caseId, judgement }
  }

  return {
    /** Asks for one command; `id` null opens a new case. Returns the id, the judgement, and the state after. */
    ask(actor: Actor, kind: string, id: string | null, command: Typed, at: string) {
      const undo = { held: new Map(held), serials: new Map(serials), log: log.slice(), made }
      const result = (() => {
        try {
          return step(actor, kind, id, command, at, 0)
        } catch (error) {
          ;({ held, serials, log, made } = undo)
          throw error
        }
      })()
      if (!result.judgement.granted) ({ held, serials, log, made } = undo)
      return { ...result, state: held.get(result.id)?.state ?? null, refusal: result.judgement.granted ? null : result.judgement.refusal }
    },
    state: <S extends CaseState = CaseState>(id: string): S | null => (held.get(id)?.state as S) ?? null,
    version: (id: string) => held.get(id)?.version ?? 0,
    all: (kind?: string) => [...held.values()].filter((one) => !kind || one.kind === kind).map((one) => one.state),
    log: () => log,
  }
}
