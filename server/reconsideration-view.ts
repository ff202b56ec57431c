// One reconsideration as its officer reads it, the lists of both sides, and the way from a decision to its challenge.
import 'server-only'
import { cache } from 'react'
import type { One } from '#db/reads/case'
import { reconsiderationPage } from '#db/reads/reconsideration'
import { turnFor } from '#domain/agenda/agenda'
import type { CaseState } from '#domain/case'
import type { Letter } from '#domain/letter/letter'
import { standingAct } from '#domain/reconsideration/challenged'
import { isLate, lastDayToApply } from '#domain/reconsideration/clocks'
import { ownMoves } from '#domain/reconsideration/own-moves'
import { reconsideration as kind } from '#domain/reconsideration/reconsideration'
import type { Reconsideration } from '#domain/reconsideration/state'
import { actOfLetter, type ChallengedAct, type ChallengedKind, challengedKinds, openStatuses } from '#domain/reconsideration/vocabulary'
import type { CompanyReader } from './company-reader.ts'
import { whoIn } from './filing-case.ts'
import { type CommandForm, formOf, type Known } from './form.ts'
import { officerReader } from './officer-reader.ts'

/** The page of a list for the console. */
export const reconsiderationsFor = async (from: string) => {
  const r = await officerReader(from)
  return { ...r, page: (query: Parameters<typeof reconsiderationPage>[1]) => reconsiderationPage(r.actor, query, r.at) }
}

export type ReconsiderationCase = NonNullable<Awaited<ReturnType<typeof reconsiderationCase>>>

/** The case behind an id or a number, or null when for this officer it does not exist. Read once a request. */
export const reconsiderationCase = cache(async (id: string, from: string) => {
  const r = await officerReader(from)
  const one: One<Reconsideration> | null =
    (await r.one('reconsideration', id)) ?? (/^AGX/i.test(id) ? await r.byNumber('reconsideration', id) : null)
  if (!one || (one.audience !== 'authority' && one.audience !== 'auditor')) return null
  const state = one.state as Reconsideration
  const [who, letters] = await Promise.all([whoIn(r, state), r.list('letter', { link: { name: 'about', to: one.id }, limit: 100 })])
  const moves = ownMoves(state, r.actor.posts, one.moves)
  const isOurs = r.actor.posts.some((post) => post.authorityId === state.forumId || post.authorityId === state.challenged?.authorityId)
  return { r, one, state, who, letters, moves, isOurs }
})

/** Whether an open move has something to do yet, or still: a copy is sent once, a decision needs a proposal. The rule would refuse it otherwise. */
const isInPlace = (state: Reconsideration, move: string): boolean => {
  const isPaused = state.pauses.at(-1)?.resumedAt === null
  switch (move) {
    case 'requestCorrection':
      return state.correction === null
    case 'sendCopy':
      return state.copySent === null
    case 'answer':
      return state.copySent !== null && state.answer === null
    case 'suspendAct':
      return state.actSuspension === null
    case 'pause':
      return !isPaused
    case 'resume':
      return isPaused
    case 'extend':
      return state.extension === null && state.acceptance?.procedure === 'ordinary'
    case 'propose':
      return !isPaused && state.proposal === null
    case 'returnProposal':
    case 'decide':
      return !isPaused && state.proposal !== null
    default:
      return true
  }
}

/** The forms of the open moves of the officer, the awaited one first, with what the case already says. */
export const reconsiderationActs = async ({ r, one, state, moves }: ReconsiderationCase) => {
  const turn = turnFor('reconsideration', state, { personId: r.actor.personId, moves, ownerId: one.ownerId })
  const last = state.rounds.at(-1)?.proposal
  const known: Record<string, Known> = {
    accept: { values: { procedure: 'ordinary' }, ...(state.late ? {} : { hide: ['admitLate'] }) },
    recordHearing: { values: { heldOn: state.hearing?.heldOn ?? r.today, form: state.hearing ? 'hearing' : 'interview' } },
    propose: {
      values: last
        ? { outcome: last.outcome, facts: last.facts, basis: last.basis, reasons: last.reasons, publicReason: last.publicReason }
        : {},
      ...(state.challenged?.what === 'conditions' ? {} : { hide: ['conditions'] }),
    },
    decide: { values: { outcome: state.proposal?.outcome } },
  }
  const order = moves.filter((move) => isInPlace(state, move)).sort((a, b) => Number(b === turn?.command) - Number(a === turn?.command))
  return { turn, forms: await Promise.all(order.map((command) => formOf(kind, command, known[command]))) }
}

/** The forms of the company's open moves. */
export const applicantForms = (moves: readonly string[]): Promise<CommandForm[]> =>
  Promise.all(['answerCorrection', 'withdraw'].filter((command) => moves.includes(command)).map((command) => formOf(kind, command)))

export type Challenge = {
  act: ChallengedAct
  letterId: string
  kind: ChallengedKind
  id: string
  href: string
  dueOn: string | null
  isLate: boolean
  /** The application that is already there, unless it ended before it was taken in. */
  openId: string | null
}

/** Whether an act that stands may be challenged by this letter. Null where the letter tells of none, or of one that stands no more. */
const challengeBy = async (r: CompanyReader, letter: Letter, state: CaseState): Promise<Challenge | null> => {
  const about = challengedKinds.find((each) => each === letter.about?.kind)
  const act = about && letter.template ? actOfLetter(about, letter.template) : null
  if (!about || !act || !letter.about || letter.authorityId === null) return null
  if (standingAct(state, act)?.at !== letter.issuedAt) return null
  const forum = r.catalogue.authorities.items.find((one) => one.id === letter.authorityId)?.forum ?? null
  if (forum === null) return null
  const { items } = await r.list('reconsideration', {
    organisationId: r.organisationId,
    link: { name: 'letter', to: letter.id },
    limit: 20,
  })
  const there = items.find(({ status }) => [...openStatuses, 'decided', 'withdrawn'].includes(status as never))
  const deliveredAt = letter.delivery?.at ?? null
  const { id } = letter.about
  return {
    ...{ act, letterId: letter.id, kind: about, id },
    href: `/portal/reconsiderations/new?letter=${encodeURIComponent(letter.id)}`,
    dueOn: deliveredAt === null ? null : lastDayToApply(deliveredAt, r.catalogue),
    isLate: isLate(deliveredAt, { catalogue: r.catalogue, at: r.at }),
    openId: there?.id ?? null,
  }
}

/** The challenge of the act that a letter tells of. */
export const challengeOfLetter = async (r: CompanyReader, letter: Letter): Promise<Challenge | null> => {
  const about = challengedKinds.find((each) => each === letter.about?.kind)
  if (!about || !letter.about) return null
  const found = await r.one<CaseState>(about, letter.about.id)
  return found?.audience === 'company' ? challengeBy(r, letter, found.state as CaseState) : null
}

/** The challenge of the act that stands in a case, by the newest letter that told of it. `state` is what the company sees of the case. */
export const challengeOfCase = async (r: CompanyReader, about: ChallengedKind, state: CaseState): Promise<Challenge | null> => {
  const stands = (
    ['not_accepted', 'not_filed', 'conditions', 'suspended', 'revoked', 'deployment_refused', 'recall_ordered'] as const
  ).some((act) => standingAct(state, act) !== null)
  if (!stands) return null
  const { items } = await r.list('letter', { organisationId: r.organisationId, link: { name: 'about', to: state.id }, limit: 50 })
  const letters = await Promise.all(items.map((item) => r.one<Letter>('letter', item.id)))
  for (const letter of letters) {
    const challenge = letter ? await challengeBy(r, letter.state as Letter, state) : null
    if (challenge && actBelongs(about, challenge.act)) return challenge
  }
  return null
}
const actBelongs = (about: ChallengedKind, act: ChallengedAct): boolean =>
  about === 'recall' ? act === 'recall_ordered' : about === 'deployment' ? act === 'deployment_refused' : true

/** The words and the address of the way from a decision to its challenge. */
export const challengeLink = (r: CompanyReader, { openId, href, dueOn, isLate: late }: Challenge): { href: string; text: string } =>
  openId
    ? { href: `/portal/reconsiderations/${openId}`, text: r.say('reconsiderationDesk.apply.open') }
    : {
        href,
        text: dueOn && !late ? r.say('reconsiderationDesk.apply.linkUntil', { on: dueOn }) : r.say('reconsiderationDesk.apply.link'),
      }
