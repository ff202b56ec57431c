// Reconsiderations of the demonstration: an act is challenged by its letter, and the forum takes it as far as the plan says.
import type { Letter } from '#domain/letter/letter'
import type { LetterTemplate } from '#domain/letter/template'
import type { ChallengedKind, ReconsiderationOutcome } from '#domain/reconsideration/vocabulary'
import { read, sql } from '../client.ts'
import { links } from '../schema.ts'
import { must, stateOf } from './door.ts'
import { partiesOf, type Stage, who } from './lives.ts'
import words from './reconsiderations.json'
import type { Life } from './schedule.ts'

export type ReconsiderationPlan = {
  agent: Parameters<typeof partiesOf>[1]
  kind: ChallengedKind
  /** The case whose act is challenged, once there is one. */
  challenged: () => string | null
  template: LetterTemplate
  /** Days from today at which it is applied for; the letter is received a day before. */
  from: number
  until:
    | 'applied'
    | 'correction'
    | 'abandoning'
    | 'notAccepted'
    | 'withdrawn'
    | 'accepted'
    | 'paused'
    | 'hearing'
    | 'heard'
    | 'proposed'
    | 'decided'
  outcome?: ReconsiderationOutcome
}

/** The newest letter of a template about a case, or null while none was sent. */
const letterAbout = async (id: string, template: LetterTemplate): Promise<Letter | null> => {
  const rows = await read()
    .select({ id: links.id })
    .from(links)
    .where(sql`${links.kind} = 'letter' and ${links.link} = 'about' and ${links.toId} = ${id}`)
  const letters = await Promise.all(rows.map((row) => stateOf<Letter>('letter', row.id)))
  return letters.filter((one) => one.template === template).sort((a, b) => ((a.issuedAt ?? '') < (b.issuedAt ?? '') ? 1 : -1))[0] ?? null
}

/** One reconsideration up to where its plan stops. It ends quietly where the act was never made. */
export async function* reconsiderationLife(stage: Stage, plan: ReconsiderationPlan): Life {
  const { lead, representative, reviewer } = partiesOf(stage, plan.agent)
  const [handler, second, chair] = ['xu.yuan', 'rong.ya', 'miao.ge'].map((key) => who(stage, key)) as [
    typeof lead,
    typeof lead,
    typeof lead,
  ]
  const noun = 'reconsideration'
  let day = plan.from
  const at = (time = '14:00') => stage.when(day, time)
  const next = (days: number) => {
    day += days
    return at()
  }
  yield stage.when(plan.from - 1, '16:00')
  const challengedId = plan.challenged()
  const letter = challengedId ? await letterAbout(challengedId, plan.template) : null
  if (!challengedId || !letter) return
  if (letter.status === 'issued') await must(lead, 'letter', letter.id, 'receive', {}, stage.when(plan.from - 1, '16:00'))
  yield at()
  const { requests, grounds, evidence } = words
  const id = await must(
    representative,
    noun,
    null,
    'create',
    {
      ...{ challengedKind: plan.kind, challengedId, letterId: letter.id, requests, grounds, evidence },
      asksHearing: plan.until === 'hearing',
      asksSuspension: plan.until === 'accepted',
    },
    at(),
  )
  if (plan.until === 'applied') return
  if (plan.until === 'withdrawn') {
    yield next(1)
    await must(lead, noun, id, 'withdraw', { reason: words.withdrawReason }, at())
    return
  }
  yield next(2)
  if (plan.until === 'notAccepted') {
    await must(
      handler,
      noun,
      id,
      'notAccept',
      { facts: words.facts, basis: [words.basis], reasons: words.notAcceptReasons, goTo: null },
      at(),
    )
    return
  }
  if (plan.until === 'correction' || plan.until === 'abandoning') {
    await must(handler, noun, id, 'requestCorrection', { items: [words.correctionItem] }, at())
    yield next(1)
    const correction = await letterAbout(id, 'reconsiderationCorrection')
    if (correction) await must(lead, 'letter', correction.id, 'receive', {}, at())
    return
  }
  await must(handler, noun, id, 'accept', { procedure: 'ordinary', admitLate: null }, at())
  yield next(1)
  await must(handler, noun, id, 'sendCopy', {}, at())
  if (plan.until === 'accepted') {
    await must(handler, noun, id, 'suspendAct', { ground: 'applicant', reason: words.suspensionReason }, at('15:00'))
    return
  }
  yield next(3)
  await must(reviewer, noun, id, 'answer', { statement: words.answer, evidence: words.evidence }, at())
  if (plan.until === 'paused') {
    await must(handler, noun, id, 'pause', { ground: 'other_case', reason: words.pauseReason }, at('15:00'))
    return
  }
  if (plan.until === 'hearing') {
    const heldOn = stage.when(day + 12).slice(0, 10)
    await must(handler, noun, id, 'scheduleHearing', { heldOn, place: words.hearingPlace }, at('15:00'))
    if (day + 12 > 0) return
    yield next(12)
    await must(chair, noun, id, 'recordHearing', { form: 'hearing', heldOn, record: words.record }, at())
    return
  }
  yield next(2)
  await must(handler, noun, id, 'recordHearing', { form: 'interview', heldOn: at().slice(0, 10), record: words.record }, at())
  if (plan.until === 'heard') return
  yield next(2)
  const outcome = plan.outcome ?? 'upheld'
  const isKept = outcome === 'upheld' || outcome === 'rejected'
  const conditions = outcome === 'changed' ? [words.newCondition] : null
  const ruling = { facts: words.facts, basis: [words.basis], reasons: words.reasons }
  await must(
    handler,
    noun,
    id,
    'propose',
    { outcome, ...ruling, publicReason: isKept ? words.upheldReason : words.publicReason, conditions },
    at(),
  )
  if (plan.until === 'proposed') return
  yield next(1)
  await must(second, noun, id, 'decide', { outcome }, at())
}
