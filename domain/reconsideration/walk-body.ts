// What somebody would write in the commands of a reconsideration in the random walk. For tests only.
import type { Actor } from '#domain/case'
import type { Letter } from '#domain/letter/letter'
import { casesOf, type Draw, type Stage } from '#domain/walk-cast'
import { standingAct } from './challenged.ts'
import type { Reconsideration } from './state.ts'
import { actOfLetter, type ChallengedKind, challengedKinds, isOverturning, reconsiderationOutcomes } from './vocabulary.ts'

type Ask = { stage: Stage; state: any; at: string; draw: Draw; actor: Actor }
type Written = (ask: Ask) => Record<string, unknown> | null

const both = (text: string) => ({ zh: text, en: text })
const one = <T>(draw: Draw, list: readonly T[]): T | undefined => list[draw(Math.max(1, list.length))]
const dayOf = (at: string, days = 0): string => new Date(Date.parse(at) + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10)
const reason: Written = () => ({ reason: 'because' })
const empty: Written = () => ({})

/** Letters that tell of an act which stands, of the actor's house; now and then of another, which must not help. */
const open = ({ stage, actor, draw }: Ask): Letter[] =>
  casesOf<Letter>(stage.w, 'letter').filter((letter) => {
    const kind = challengedKinds.find((each) => each === letter.about?.kind) as ChallengedKind | undefined
    const what = kind && letter.template ? actOfLetter(kind, letter.template) : null
    const isOwn = actor.posts.some((post) => post.organisationId === letter.organisationId)
    return (isOwn || draw(20) === 0) && what !== null && standingAct(stage.w.state(letter.about?.id ?? ''), what) !== null
  })

export const reconsiderationBodies: Record<string, Written> = {
  create: (ask) => {
    const letter = one(ask.draw, open(ask))
    if (!letter?.about) return null
    return {
      challengedKind: letter.about.kind,
      challengedId: letter.about.id,
      letterId: letter.id,
      requests: 'r',
      grounds: 'g',
      asksSuspension: ask.draw(2) === 0,
      lateReason: ask.draw(3) === 0 ? 'a flood' : null,
    }
  },
  requestCorrection: () => ({ items: ['i'] }),
  answerCorrection: () => ({ statement: 's' }),
  accept: ({ state, draw }) => ({
    procedure: draw(4) === 0 ? 'simple' : 'ordinary',
    admitLate: (state as Reconsideration).late ? 'proved' : null,
  }),
  notAccept: () => ({ facts: 'f', basis: ['b'], reasons: 'r', goTo: both('elsewhere') }),
  sendCopy: empty,
  answer: () => ({ statement: 's' }),
  suspendAct: ({ draw }) => ({ ground: one(draw, ['forum', 'respondent', 'applicant']), reason: 'r' }),
  pause: () => ({ ground: 'other', reason: 'r' }),
  resume: reason,
  extend: reason,
  scheduleHearing: ({ at }) => ({ heldOn: dayOf(at, 9), place: 'p' }),
  recordHearing: ({ state, at, draw }) => {
    const { hearing } = state as Reconsideration
    return hearing && draw(2) === 0
      ? { form: 'hearing', heldOn: hearing.heldOn, record: 'r' }
      : { form: draw(2) ? 'interview' : 'written', heldOn: dayOf(at), record: 'r' }
  },
  propose: ({ state, draw }) => {
    const what = (state as Reconsideration).challenged?.what
    const outcome =
      draw(10) < 6 ? (what === 'conditions' && draw(2) ? 'changed' : 'revoked') : (one(draw, reconsiderationOutcomes) ?? 'upheld')
    const ruling = { facts: 'f', basis: ['b'], reasons: 'r', publicReason: both('the reason') }
    return { outcome, ...ruling, conditions: outcome === 'changed' ? [both('another condition')] : null }
  },
  returnProposal: reason,
  decide: ({ state, draw }) => ({ outcome: draw(10) === 0 ? 'rejected' : ((state as Reconsideration).proposal?.outcome ?? 'upheld') }),
  withdraw: reason,
  deem: empty,
  abandon: empty,
}

/** Everything that may sensibly be asked for in a status. */
export const reconsiderationOnward: Record<string, readonly string[]> = {
  applied: ['accept', 'requestCorrection', 'notAccept'],
  correction: ['answerCorrection'],
  accepted: ['sendCopy', 'answer', 'scheduleHearing', 'recordHearing', 'suspendAct', 'pause', 'resume', 'extend'],
  heard: ['sendCopy', 'answer', 'propose', 'returnProposal', 'pause', 'resume'],
}

/** The step that is due next, or ''. */
export const reconsiderationNext = (state: Reconsideration): string => {
  switch (state.status) {
    case 'applied':
      return 'accept'
    case 'correction':
      return 'answerCorrection'
    case 'accepted':
    case 'heard':
      if (!state.copySent) return 'sendCopy'
      if (!state.answer) return 'answer'
      if (state.status === 'accepted') return 'recordHearing'
      return state.proposal ? 'decide' : 'propose'
    default:
      return ''
  }
}

const hands = [
  'intake',
  'review',
  'approve',
  'sector_review',
  'sector_approve',
  'order_test',
  'draft_notice',
  'sign_notice',
  'evaluate',
] as const
type Seen = { type: string; event: { by: string } }
type Context = { event: any; after: any; past: readonly Seen[]; state: (id: string) => any; all: (kind: string) => any[] }
type Must = (is: unknown, promise: string, about?: unknown) => void

/** What must be true when a reconsideration is decided, and when its outcome reaches a case. */
export const reconsiderationPromises = (must: Must): Record<string, (context: Context) => void> => {
  const caused = ({ event, after, state }: Context) => {
    const cause = state(event.reconsiderationId)
    must(cause?.status === 'decided' && isOverturning(cause.decision.outcome), 'REC-8: a case is opened again only by an outcome', event)
    must(cause.challenged.id === after.id, 'REC-8: and only the case that was challenged', event)
    must(event.role === 'system', 'REC-8: nobody opens a case again by hand')
  }
  return {
    'reconsideration.accepted': ({ event, after }) =>
      must(!after.late || event.isDeemed || after.late.admitted, 'REC-1: late only with a reason of the forum'),
    'reconsideration.decided': ({ event, after, past, state }) => {
      const proposed = past.findLast((one) => one.type === 'proposed')
      must(proposed && proposed.event.by !== event.by, '5.1: a reconsideration has two persons')
      must(event.authorityId === after.forumId, 'REC-9: the forum decides', [event.authorityId, after.forumId])
      const challenged = state(after.challenged.id)
      for (const duty of hands)
        for (const person of [event.by, proposed?.event.by ?? ''])
          must(!challenged.did[duty]?.includes(person), '5.1: not who took part in the original act', [duty, person])
    },
    'filing.overturned': caused,
    'deployment.overturned': caused,
    'recall.overturned': caused,
  }
}
