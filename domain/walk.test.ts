// One random walk over every kind at once: whoever asks for whatever at whatever time, the promises of policy.md 5.4 and quality.md 3.1 hold after every step.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, type CaseState, type Kind, movesOpenTo, systemActor, type Typed } from './case.ts'
import { shippedCatalogue } from './catalogue/shipped.ts'
import { consequences } from './consequences.ts'
import { kinds } from './kinds.ts'
import { bodyFor, knows } from './walk-bodies.ts'
import { type Draw, drawFrom, enterStage, everybody, type Stage } from './walk-cast.ts'
import { nextStep, onward } from './walk-onward.ts'
import { watch } from './walk-watch.ts'
import { world } from './world.ts'

/** What ends a case is offered everywhere; asked for as often as anything else, no walk would come far. */
const endings = new Set([
  'withdraw',
  'rejectIntake',
  'cancel',
  'revoke',
  'close',
  'dismiss',
  'endPost',
  'retire',
  'closeNoDefect',
  'refuse',
  'endAccreditation',
  'suspend',
  'halt',
  'amend',
  'suspendAccreditation',
  'waive',
  'decline',
  'notAccept',
  'quash',
  'escalate',
  'withdrawChange',
])
const clockCommands = new Set(['deem', 'lapse', 'noteSilence', 'expire', 'prepareOrder', 'abandon'])
const opens = [
  'filing',
  'filing',
  'opening',
  'opening',
  'deployment',
  'deployment',
  'deployment',
  'recall',
  'recall',
  'reconsideration',
  'reconsideration',
  'reconsideration',
  'agent',
  'agent',
  'person',
  'selftest',
  'selftest',
  'report',
  'sampling',
  'credit',
]

/** Even draws: the library's liking for small and great numbers would make every walk the same. Hours pass, sometimes weeks, and once in a while the clock is set back. */
const hours = fc.oneof(
  { weight: 24, arbitrary: fc.constantFrom(0, 0, 0, 1, 2) },
  { weight: 9, arbitrary: fc.constantFrom(5, 9, 24) },
  { weight: 2, arbitrary: fc.constantFrom(72, 24 * 12) },
  { weight: 1, arbitrary: fc.constant(-1) },
)
const step = fc.noBias(
  fc.record({
    how: fc.nat({ max: 99 }),
    pick: fc.nat({ max: 2 ** 30 }),
    hours,
    isTicked: fc.integer({ min: 0, max: 9 }).map((n) => n < 8),
  }),
)
const from = fc.constantFrom('2026-03-02T01:00:00.000Z', '2026-04-28T03:30:00.000Z', '2026-09-21T01:00:00.000Z', '2026-11-16T06:00:00.000Z')

const reached = new Map<string, Set<string>>()
const happened = new Map<string, number>()
const tally = { granted: 0, refused: 0 }

const among = <T>(draw: Draw, list: readonly T[]): T | undefined => (list.length ? list[draw(list.length)] : undefined)
type Chosen = { kind: Kind; id: string | null; command: string; actor: Actor }
const kindOf = (id: string): Kind => kinds.get(id.slice(0, id.lastIndexOf('-'))) as Kind

/** What this step asks for: most often what leads on, by somebody who may; else something offered, something new, or anything by anybody. */
const choose = (stage: Stage, people: readonly Actor[], draw: Draw, how: number, isLate: boolean): Chosen | null => {
  const isAllowed = (command: string) => !endings.has(command) || draw(isLate ? 2 : 12) === 0
  const states = stage.w.all()
  const byRole = (kind: Kind, command: string) =>
    people.filter((one) => one.posts.some((post) => kind.moves[command]?.by.includes(post.role)))
  const open = (kind: Kind): Chosen | null => {
    const actor = among(draw, byRole(kind, 'create'))
    return actor ? { kind, id: null, command: 'create', actor } : null
  }
  const some = (kind: Kind, state: CaseState, command: string): Chosen | null => {
    if (kind.moves[command]?.quiet && !clockCommands.has(command)) return null
    const actor = among(draw, byRole(kind, command))
    return actor ? { kind, id: state.id, command, actor } : null
  }
  const live = (name: string) => states.filter((one) => kindOf(one.id).name === name && onward[name]?.[one.status])
  if (how < 12 || live('filing').length === 0) {
    const name = among(draw, opens) ?? 'filing'
    if (how < 2 || live(name).length < (name === 'opening' ? 2 : 4)) return open(kinds.get(name) as Kind)
  }
  if (how < 76) {
    // The noun first, so that many letters do not drown one recall; and mostly the case that has come farthest.
    const nouns = [
      'filing',
      'filing',
      'filing',
      'filing',
      'opening',
      'opening',
      'deployment',
      'deployment',
      'deployment',
      'obligation',
      'obligation',
      'recall',
      'recall',
      'recall',
      'recall',
      'reconsideration',
      'reconsideration',
      'reconsideration',
      'letter',
      'letter',
      'lab',
      'catalogue',
      'organisation',
      'person',
      'selftest',
      'selftest',
      'selftest',
      'report',
      'sampling',
      'credit',
      'credit',
    ]
    const name = among(draw, nouns) ?? 'filing'
    const kind = kinds.get(name) as Kind
    const candidates = live(name)
    const waiting = candidates.filter((one) => nextStep(name, one) !== '')
    const state = draw(3) > 0 ? among(draw, waiting.slice(0, 2)) : among(draw, candidates)
    if (!state) return null
    const next = nextStep(name, state)
    const command =
      next !== '' && draw(8) < 6
        ? next
        : among(
            draw,
            (onward[name]?.[state.status] ?? []).filter((one) => !endings.has(one) || draw(isLate ? 2 : 4) === 0),
          )
    if (!command) return null
    const may = byRole(kind, command).filter((one) => movesOpenTo(kind, state, one).includes(command))
    const actor = draw(10) === 0 ? among(draw, byRole(kind, command)) : (among(draw, may) ?? among(draw, byRole(kind, command)))
    return actor ? { kind, id: state.id, command, actor } : null
  }
  const state = among(draw, states)
  if (!state) return null
  const kind = kindOf(state.id)
  if (how < 88) {
    const actor = among(draw, people)
    if (!actor) return null
    const offered = movesOpenTo(kind, state, actor).filter(isAllowed)
    const command = among(draw, offered)
    return command ? { kind, id: state.id, command, actor } : null
  }
  const command = among(
    draw,
    Object.keys(kind.moves).filter((one) => one !== 'create' && isAllowed(one)),
  )
  if (!command) return null
  // Nobody outside can speak as the clock; only what it might ask too early is tried in its name.
  const anybody = people.filter((one) => one !== systemActor || clockCommands.has(command))
  return how < 95 ? some(kind, state, command) : { kind, id: state.id, command, actor: among(draw, anybody) ?? systemActor }
}

/** Draws that always take the usual choice. */
const usual: Draw = (below) => (below === 10 ? 0 : Math.max(0, below - 1))
/** The same for the other sector, and for the other filing. */
const inHealth: Draw = (below) => (below === 2 ? 0 : usual(below))
const firstOne: Draw = (below) => (below <= 2 ? 0 : usual(below))
/** How far everything has come before the walk begins. */
const beginnings = ['empty', 'opened', 'filed', 'filed', 'running', 'running', 'running'] as const

const walk = (
  start: string,
  beginning: (typeof beginnings)[number],
  steps: readonly { how: number; pick: number; hours: number; isTicked: boolean }[],
) => {
  const w = world(kinds, consequences, shippedCatalogue)
  const eye = watch(w, kinds)
  const stage = enterStage(w, start)
  eye.look()
  let at = Date.parse(start)
  const now = () => new Date(at).toISOString()
  /** The command that the clock owes, as the store gives it: before whatever else is asked of the case. */
  const lapses = new WeakMap<CaseState, { at: string; command: string } | null>()
  const owed = (state: CaseState) => {
    if (!lapses.has(state)) lapses.set(state, kindOf(state.id).summary(state, shippedCatalogue).lapse)
    const lapse = lapses.get(state)
    return lapse && Date.parse(lapse.at) <= at ? lapse : null
  }
  const give = (state: CaseState) => {
    const lapse = owed(state)
    if (!lapse) return
    const given = w.ask(systemActor, kindOf(state.id).name, state.id, { type: lapse.command }, now())
    if (given.refusal)
      throw new Error(`the clock asks for ${lapse.command} of ${state.id} and is refused: ${JSON.stringify(given.refusal)}`)
    eye.look()
  }
  /** Leads one case on by the steps that are due, each by somebody who may, until none is due or it stands where it should. */
  const leadOn = (name: string, until: readonly string[], draw: Draw = usual): boolean => {
    const kind = kinds.get(name) as Kind
    let id: string | null = null
    for (let turn = 0; turn < 24; turn += 1) {
      at += 3_600_000
      const state = id === null ? null : w.state(id)
      if (state && until.includes(state.status)) return true
      const command = state ? nextStep(name, state) : 'create'
      const people = everybody(stage, now())
      const able = people.filter((one) =>
        state ? movesOpenTo(kind, state, one).includes(command) : one.posts.some((post) => kind.moves.create?.by.includes(post.role)),
      )
      const done = able.some((actor) => {
        const raw = bodyFor(name, command, { stage, state: state ?? kind.initial, at: now(), draw, actor })
        const answer = raw && w.ask(actor, name, id, { ...(kind.commands[command]?.parse(raw) as object), type: command } as Typed, now())
        if (!answer || answer.refusal) return false
        id = answer.id
        return true
      })
      eye.look()
      if (!done) return false
    }
    return false
  }
  if (beginning !== 'empty') {
    const done = [leadOn('opening', ['open']), leadOn('opening', ['open'])]
    at += 2 * 86_400_000
    if (beginning !== 'opened') done.push(leadOn('filing', ['filed']), leadOn('filing', ['filed'], inHealth))
    if (beginning === 'running') done.push(leadOn('deployment', ['active']), leadOn('deployment', ['active'], firstOne))
    expect(done, beginning).not.toContain(false)
  }
  for (const [turn, { how, pick, hours, isTicked }] of steps.entries()) {
    at += hours * 3_600_000
    const draw = drawFrom(pick)
    if (isTicked && hours >= 0) {
      for (const state of w.all()) give(state)
      eye.settled(now())
    }
    const people = everybody(stage, now())
    let chosen: Chosen | null = null
    for (let tries = 0; tries < 5 && !chosen; tries += 1) chosen = choose(stage, people, draw, how, turn > steps.length * 0.7)
    if (!chosen) continue
    const { kind, id, command, actor } = chosen
    if (id !== null) {
      const state = w.state(id)
      if (state) give(state)
    }
    const was = id === null ? null : w.state(id)
    const raw = bodyFor(kind.name, command, { stage, state: was ?? kind.initial, at: now(), draw, actor })
    if (raw === null) continue
    const parsed = kind.commands[command]?.safeParse(raw)
    if (!parsed?.success)
      throw new Error(`the walk writes a ${kind.name}.${command} that nobody could: ${JSON.stringify(parsed?.error?.issues).slice(0, 500)}`)
    const offered = was === null ? null : movesOpenTo(kind, was, actor)
    const length = w.log().length
    const answer = w.ask(actor, kind.name, id, { ...(parsed.data as object), type: command } as Typed, now())
    if (answer.refusal) {
      tally.refused += 1
      expect(answer.refusal.code).toMatch(/^[a-z-]+\.\w+$/)
      eye.unchanged(length, id, was)
    } else {
      tally.granted += 1
      // What a person was not offered, a person cannot do.
      if (offered && !kind.moves[command]?.quiet && actor !== systemActor) expect(offered, `${kind.name}.${command}`).toContain(command)
      eye.look()
    }
  }
  eye.finish()
  for (const { kind, past } of eye.twins.values()) {
    let state = { ...kind.initial } as CaseState
    for (const { event } of past) {
      state = kind.evolve(state, event) as CaseState
      reached.set(kind.name, (reached.get(kind.name) ?? new Set()).add(state.status))
      happened.set(`${kind.name}.${event.type}`, (happened.get(`${kind.name}.${event.type}`) ?? 0) + 1)
    }
  }
}

const runs = Number(process.env.WALK_RUNS ?? 50)
const length = Number(process.env.WALK_STEPS ?? 320)

test('the walk can write every command that a person may give', () => {
  for (const kind of kinds.values())
    for (const [command, move] of Object.entries(kind.moves)) {
      if (!move.quiet && !['filing.importDescription', 'filing.confirm', 'organisation.record'].includes(`${kind.name}.${command}`))
        expect(knows(kind.name, command), `${kind.name}.${command}`).toBe(true)
    }
})

test('whatever is asked by whomever and whenever, every promise holds after every step', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(from, fc.constantFrom(...beginnings), fc.array(step, { minLength: length, maxLength: length }), (start, beginning, steps) =>
      walk(start, beginning, steps),
    ),
    { numRuns: runs, seed: Number(process.env.WALK_SEED ?? 20_261_125), endOnFailure: !process.env.WALK_SHRINK },
  )
})

test('the walk comes to nearly every status and to every act that the promises are about', () => {
  const missing = [...kinds.values()].flatMap((kind) =>
    kind.statuses.filter((status) => !reached.get(kind.name)?.has(status)).map((status) => `${kind.name}:${status}`),
  )
  const total = [...kinds.values()].reduce((sum, kind) => sum + kind.statuses.length, 0)
  if (process.env.WALK_REPORT)
    console.log(
      JSON.stringify(
        { reached: total - missing.length, total, missing, ...tally, happened: Object.fromEntries([...happened].sort()) },
        null,
        1,
      ),
    )
  expect((total - missing.length) / total, `not reached: ${missing.join(', ')}`).toBeGreaterThan(0.85)
  const acts = [
    'filing.decided',
    'filing.correctionRequested',
    'filing.extended',
    'filing.testNoted',
    'filing.suspended',
    'filing.changeConfirmed',
    'filing.changeRecorded',
    'filing.requestMade',
    'filing.requestAnswered',
    'filing.hearingCalled',
    'filing.hearingHeld',
    'opening.opened',
    'deployment.decided',
    'deployment.activated',
    'deployment.halted',
    'obligation.accepted',
    'recall.noticeIssued',
    'recall.ordered',
    'recall.voluntarilyDeclared',
    'recall.emergencyOrdered',
    'recall.evaluated',
    'reconsideration.decided',
    'filing.overturned',
    'letter.delivered',
    'catalogue.enacted',
    'person.renamed',
    'selftest.signed',
    'selftest.challenged',
    'selftest.corrected',
    'selftest.escalated',
    'sampling.drawn',
    'report.submitted',
    'credit.recorded',
    'credit.repairDecided',
  ]
  expect(acts.filter((act) => (happened.get(act) ?? 0) < 1)).toEqual([])
  expect(tally.granted).toBeGreaterThan(runs * length * 0.15)
  expect(tally.refused).toBeGreaterThan(runs * length * 0.1)
})
