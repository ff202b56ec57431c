// What every case shares: who asks, what may be asked, what is decided, and how a state is folded from its events.
import type { z } from 'zod'
import type { Catalogue } from './catalogue/shipped.ts'
import { covers, type Duty, excludedBy, type FieldLabel, isOwnOrganisation, type Role } from './permission.ts'

/** One role in one office, sector, region or organisation. `sectors: ['*']` is every sector; region '000000' is national. */
export type Post = {
  role: Role
  authorityId: string | null
  sectors: readonly string[]
  region: string | null
  organisationId: string | null
}
/** The natural person who asks, by whatever account or token. */
export type Actor = { personId: string; name: { zh: string; en: string }; posts: readonly Post[] }

export const systemPost: Post = { role: 'system', authorityId: null, sectors: ['*'], region: '000000', organisationId: null }
/** The clock and the consequences act as this actor, through the same door as everybody. */
export const systemActor: Actor = { personId: 'system', name: { zh: 'system', en: 'system' }, posts: [systemPost] }
export const publicActor: Actor = { personId: 'public', name: { zh: 'public', en: 'public' }, posts: [] }

/** Where a case lies: decides who may see it and act on it. */
export type Place = {
  organisationId: string | null
  sector: string | null
  region: string | null
  labId?: string | null
  platformIds?: readonly string[] /** Still the filer's own draft: no authority sees it. */
  isPrivate?: boolean
}

/** Who asks, when, with which data in force. `post` is the one of the actor's posts that the move was granted to. */
export type Occasion = { actor: Actor; post: Post; at: string; catalogue: Catalogue }

export type Refusal = { code: string; facts: Record<string, unknown> }
export type Decision<E> = { granted: true; events: readonly E[] } | { granted: false; refusal: Refusal }
export const grant = <E>(...events: E[]): Decision<E> => ({ granted: true, events })
export const refuse = <E = never>(code: string, facts: Record<string, unknown> = {}): Decision<E> => ({
  granted: false,
  refusal: { code, facts },
})

/** What the store writes around an event: who, as what, for whom, when. `duty` is what the act counts as for the exclusions of this case. */
export type Stamp = { by: string; role: Role; authorityId: string | null; organisationId: string | null; duty: Duty | null; at: string }
export type Typed = { type: string }
export type Recorded<E extends Typed> = E & Stamp

/** What every state has. `did` is kept by fold(): which persons had which duty in this case. */
export type CaseState = { id: string; status: string; did: Partial<Record<Duty, readonly string[]>> }

export type Move<Status extends string> = {
  by: readonly Role[]
  from: readonly (Status | 'none')[]
  duty?: Duty
  /** Not offered as a button: asked for by the clock or as a consequence. */
  quiet?: boolean
  /** Why no second pair of eyes is asked of this move alone: it only protects, the rule itself waits for the other authority, or a company signs for itself. */
  alone?: 'protective' | 'jointByRule' | 'ownSignature'
  /** Needs the second factor again, at most five minutes old (quality.md 1.2). */
  stepUp?: boolean
}

/** What a rule must know of other cases; loaded by the store inside the transaction. */
export type Need = { one: string; id: string | null } | { many: string; link: string; to: string | null } | { serial: string }
export type Needs = Record<string, Need>

/** The twelve marks of the design system; the label on the screen is derived by `summary` alone. */
export const marks = [
  'draft',
  'submitted',
  'review',
  'waiting',
  'testing',
  'approved',
  'conditions',
  'refused',
  'suspended',
  'recalled',
  'ended',
  'overdue',
] as const
export type StateMark = (typeof marks)[number]

/** The list columns of a case: written with the state, in the same transaction. All text here is safe for whoever may see the row. */
export type Summary = {
  title: { zh: string; en: string }
  number: string | null
  mark: StateMark
  organisationName: string | null
  scenario: string | null
  lane: string | null
  tier: number | null
  ownerId: string | null
  /** The next legal or ordered date, Asia/Shanghai; null when there is none, when stopped, or when it lies beyond the calendar. */
  dueOn: string | null
  /** The rule code of dueOn. */
  dueRule: string | null
  /** The instant at which the system must act by itself, with the command that it will give. */
  lapse: { at: string; command: string } | null
  openedAt: string | null
  decidedAt: string | null
  isPublic: boolean
  /** What search finds this case by, beside title, number and organisation name. */
  words: readonly string[]
}

export type Kind<S extends CaseState = any, C extends Typed = any, E extends Typed = any, F extends object = any> = {
  name: string
  /** Its commands are given one at a time, never in a batch (contracts K3: never decide, recall or publish). */
  isSingle?: boolean
  /** Of the address: /api/v1/<plural>. */
  plural: string
  statuses: readonly string[]
  /** The strict body of each command, without its type. The one called `create` opens a case. */
  commands: Record<C['type'], z.ZodType>
  moves: Record<C['type'], Move<S['status'] & string>>
  initial: S
  place(state: S): Place
  needs?(state: S, command: C): Needs
  decide(state: S, command: C, occasion: Occasion, facts: F): Decision<E>
  evolve(state: S, event: Recorded<E>): S
  summary(state: S, catalogue: Catalogue): Summary
  /** Every top-level field of the state has a label: a new one without does not compile. */
  fields: Record<Exclude<keyof S, symbol>, FieldLabel>
  /** Ties to other cases, by name: what `needs.many` and the pages follow. */
  links?(state: S): Record<string, string | readonly string[] | null>
  /** What of an event anyone may read in the public log; the rest is only committed to. */
  publicFacts?(event: Recorded<E>, state: S): Record<string, unknown>
  /** Nothing may happen to it any more, whatever its status: a row taken over from another register. */
  isFrozen?(state: S): boolean
  /** System administrators may read it too (people, offices, rules). */
  isAdministrative?: boolean
}

const remember = (did: CaseState['did'], duty: Duty | null, by: string): CaseState['did'] =>
  duty === null || did[duty]?.includes(by) ? did : { ...did, [duty]: [...(did[duty] ?? []), by] }

/** The state after one more event. */
export const fold = <S extends CaseState, E extends Typed>(kind: Kind<S, any, E>, state: S, event: Recorded<E>): S => {
  const next = kind.evolve(state, event)
  const did = remember(next.did, event.duty, event.by)
  return did === next.did ? next : { ...next, did }
}

/** The state that these events make. */
export const given = <S extends CaseState, E extends Typed>(kind: Kind<S, any, E>, id: string, events: readonly Recorded<E>[]): S =>
  events.reduce((state, event) => fold(kind, state, event), { ...kind.initial, id })

export type Judgement<E> = { granted: true; post: Post; events: readonly E[] } | { granted: false; refusal: Refusal }

/**
 * The one judge: role and status from the moves table, jurisdiction from the place, duties that exclude each other, then the rule itself.
 * A new case has no place before it is made, so its place is judged on what it would become.
 * Refusals: case.unknownCommand, case.notYours, case.ownOrganisation, case.wrongStatus, case.dutyExcluded, or the rule's own.
 */
export const judge = <S extends CaseState, C extends Typed, E extends Typed, F extends object>(
  kind: Kind<S, C, E, F>,
  state: S,
  command: C,
  occasion: Omit<Occasion, 'post'>,
  facts: F,
): Judgement<E> => {
  const move = Object.hasOwn(kind.moves, command.type) ? kind.moves[command.type as C['type']] : undefined
  if (!move) return { granted: false, refusal: { code: 'case.unknownCommand', facts: { command: command.type } } }
  const { actor } = occasion
  const isNew = state.status === 'none'
  const holders = actor.posts.filter((post) => move.by.includes(post.role))
  const within = isNew ? holders : holders.filter((post) => covers(post, kind.place(state)))
  if (within.length === 0) return { granted: false, refusal: { code: 'case.notYours', facts: { by: move.by } } }
  if (!(move.from as readonly string[]).includes(state.status)) {
    return { granted: false, refusal: { code: 'case.wrongStatus', facts: { status: state.status, from: move.from } } }
  }
  for (const duty of move.duty ? excludedBy(move.duty) : []) {
    if (state.did[duty]?.includes(actor.personId))
      return { granted: false, refusal: { code: 'case.dutyExcluded', facts: { duty: move.duty, did: duty } } }
  }
  let last: Judgement<E> | null = null
  for (const post of within) {
    const decision = kind.decide(state, command, { ...occasion, post }, facts)
    if (!decision.granted) {
      last = decision
      continue
    }
    const stamp: Stamp = stampOf(post, actor, move.duty ?? null, occasion.at)
    const after = decision.events.reduce((s, event) => fold(kind, s, stamped(event, stamp)), state)
    const place = kind.place(isNew ? after : state)
    if (isNew && !covers(post, place)) {
      last = { granted: false, refusal: { code: 'case.notYours', facts: { by: move.by } } }
      continue
    }
    if (post.authorityId !== null && isOwnOrganisation(actor, place))
      return { granted: false, refusal: { code: 'case.ownOrganisation', facts: {} } }
    return { granted: true, post, events: decision.events }
  }
  return last ?? { granted: false, refusal: { code: 'case.notYours', facts: { by: move.by } } }
}

export const stampOf = (post: Post, actor: Actor, duty: Duty | null, at: string): Stamp => ({
  by: actor.personId,
  role: post.role,
  authorityId: post.authorityId,
  organisationId: post.organisationId,
  duty,
  at,
})

/** An event with its stamp. Throws when the event claims a field of the stamp: it would be silently overwritten, or forged. */
export const stamped = <E extends Typed>(event: E, stamp: Stamp): Recorded<E> => {
  for (const field of Object.keys(stamp))
    if (Object.hasOwn(event, field)) throw new Error(`event ${event.type} has a field ${field}, which is the stamp's`)
  return { ...event, ...stamp }
}

/** The moves that this person could ask for now, for the buttons: same table, same jurisdiction, same exclusions as the judge. */
export const movesOpenTo = (kind: Kind, state: CaseState, actor: Actor): string[] =>
  kind.isFrozen?.(state)
    ? []
    : Object.entries(kind.moves).flatMap(([name, move]) => {
        const open =
          !move.quiet &&
          (move.from as readonly string[]).includes(state.status) &&
          actor.posts.some(
            (post) =>
              move.by.includes(post.role) &&
              covers(post, kind.place(state)) &&
              !(post.authorityId !== null && isOwnOrganisation(actor, kind.place(state))),
          ) &&
          !(move.duty && excludedBy(move.duty).some((duty) => state.did[duty]?.includes(actor.personId)))
        return open ? [name] : []
      })
