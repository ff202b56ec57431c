// Requests to the filer: asked by the reviewer, answered where the field is, taken back, and what follows when no answer comes.
import { filesFault } from '#domain/attachment/reference'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { movedClaims } from './claim.ts'
import type { CommandOf } from './command.ts'
import { sign } from './decide-draft.ts'
import type { FilingEvent } from './event.ts'
import type { FilingFacts } from './needs.ts'
import { askedByCorrection, changedSinceSigned, isAnswerOver, isUnlocked, openRequests, requestNumber, requestsOf } from './request.ts'
import { currentRevision, type Filing } from './state.ts'

type Answer = Decision<FilingEvent>

/**
 * Asks the company for something of a kind of the catalogue; the fields may be fewer than the kind opens. What the correction notice asked for is
 * told once and not asked for again (Licensing Law 32(4)). Refusals: requestKindUnknown, fieldNotOfKind, alreadyAsked, requestStillOpen.
 */
export const ask = (state: Filing, command: CommandOf<'ask'>, { catalogue }: Occasion): Answer => {
  const revision = currentRevision(state)
  if (!revision) return refuse('filing.revisionMissing')
  const kind = catalogue.requests.items.find(({ id }) => id === command.kindId)
  if (!kind) return refuse('filing.requestKindUnknown', { kindId: command.kindId })
  const fields = command.fields.length > 0 ? [...new Set(command.fields)] : kind.fields
  const strange = fields.filter((field) => !isUnlocked(kind.fields, field))
  if (strange.length > 0) return refuse('filing.fieldNotOfKind', { fields: strange })
  const again = askedByCorrection(
    fields,
    state.corrections.flatMap(({ items }) => items),
  )
  if (again.length > 0) return refuse('filing.alreadyAsked', { fields: again })
  const same = openRequests(state).find(({ kindId }) => kindId === kind.id)
  if (same) return refuse('filing.requestStillOpen', { number: requestNumber(same.no) })
  const { zh, en, procedure, answerDays, dayKind, silence, stopsClock } = kind
  return grant({
    type: 'requestMade',
    no: requestsOf(state).length + 1,
    kindId: kind.id,
    kind: { zh, en, procedure, answerDays, dayKind, silence, stopsClock },
    question: command.request,
    fields,
    revisionHash: revision.hash,
  })
}

/**
 * Answered in the fields that it opened, which makes a new revision as any signed change does, or by words and files. Refusals: requestMissing,
 * requestClosed, answerTimePassed, fieldNotUnlocked, answerEmpty, testRuns, representativeNeeded, and those of a signature.
 */
export const answer = (state: Filing, command: CommandOf<'answer'>, occasion: Occasion, facts: FilingFacts): Answer => {
  const request = requestsOf(state).find(({ no }) => no === command.no)
  if (!request) return refuse('filing.requestMissing', { number: requestNumber(command.no) })
  const number = requestNumber(request.no)
  if (request.status !== 'open') return refuse('filing.requestClosed', { number })
  if (request.kind.silence !== 'remind' && isAnswerOver(request, occasion.catalogue.calendar, occasion.at))
    return refuse('filing.answerTimePassed', { number })
  const fault = filesFault(command.files, shanghaiDateOf(occasion.at))
  if (fault) return refuse(fault.code, fault.facts)
  const content = { ...state.content, ...command.content }
  const use = { ...state.use, ...command.use }
  const draft: Filing = { ...state, content, use }
  const [before, changed] = [changedSinceSigned(state), changedSinceSigned(draft)]
  const closed = changed.filter((path) => !isUnlocked(request.fields, path))
  const open = changed.filter((path) => isUnlocked(request.fields, path))
  // What the draft had changed elsewhere is left alone by words; what this answer changes, and what it would sign, must be asked for.
  const strange = open.length > 0 ? closed : closed.filter((path) => !before.includes(path))
  if (strange.length > 0) return refuse('filing.fieldNotUnlocked', { number, fields: strange })
  const { reply: text, files } = command
  if (open.length === 0)
    return text === '' && files.length === 0
      ? refuse('filing.answerEmpty', { number })
      : grant({ type: 'requestAnswered', no: request.no, text, files, changed: [], revisionHash: null })
  // A test is of the version that was ordered for it: another one would void it.
  if (state.status === 'testing') return refuse('filing.testRuns', { number })
  if (occasion.post.role !== 'representative') return refuse('filing.representativeNeeded', { number })
  const result = sign(draft, occasion, facts)
  if (!result.ok) return result.answer
  const written = changed.filter((path) => !before.includes(path))
  const claims = movedClaims(state.claims, state.content, content)
  return grant(
    ...(written.length > 0
      ? [
          {
            type: 'described' as const,
            sector: state.sector ?? '',
            scenarios: state.draftScenarios,
            use,
            content,
            claims,
            changed: written,
          },
        ]
      : []),
    { type: 'resubmitted', answer: text, ...result.signed, region: state.region ?? result.signed.region },
    { type: 'requestAnswered', no: request.no, text, files, changed: open, revisionHash: result.signed.hash },
  )
}

export const withdrawRequest = (state: Filing, { no, reason }: CommandOf<'withdrawRequest'>): Answer => {
  const request = requestsOf(state).find((one) => one.no === no)
  if (!request) return refuse('filing.requestMissing', { number: requestNumber(no) })
  return request.status === 'open'
    ? grant({ type: 'requestWithdrawn', no, reason })
    : refuse('filing.requestClosed', { number: requestNumber(no) })
}

/** No answer by the day: what that means stands in the kind. A reminder is sent once; nothing that nobody can date has passed. */
export const noteSilence = (state: Filing, { catalogue, at }: Occasion): Answer => {
  const over = openRequests(state).filter((one) => one.remindedAt === null && isAnswerOver(one, catalogue.calendar, at))
  if (over.length === 0) return refuse('filing.clockStillRunning', { rule: 'REQ' })
  const events = over.map(
    ({ no, kind: { silence } }): FilingEvent =>
      silence === 'remind' ? { type: 'requestReminded', no } : { type: 'requestSilent', no, silence },
  )
  return over.some(({ kind }) => kind.silence === 'lapse') ? grant(...events, { type: 'lapsed' }) : grant(...events)
}
