// The words of a reconsideration: statuses, acts that can be challenged, outcomes, the body of each command, and its events.
import { z } from 'zod'
import { type Bilingual, basisSchema, bilingualSchema, said } from '#domain/act/act'
import { prose } from '#domain/agent/text'
import type { LetterTemplate } from '#domain/letter/template'

/** policy.md 5.3. The last five end the case; a new application needs a new act. */
export const reconsiderationStatuses = [
  'applied',
  'correction',
  'accepted',
  'heard',
  'decided',
  'not_accepted',
  'withdrawn',
  'abandoned',
] as const
export type ReconsiderationStatus = (typeof reconsiderationStatuses)[number]

/** Accepted and not decided: the clock of the review runs. */
export const reviewStatuses = ['accepted', 'heard'] as const satisfies readonly ReconsiderationStatus[]
/** In hand of the forum or of the applicant. */
export const openStatuses = ['applied', 'correction', ...reviewStatuses] as const satisfies readonly ReconsiderationStatus[]

/** The kinds of case whose acts can be challenged here. */
export const challengedKinds = ['filing', 'deployment', 'recall'] as const
export type ChallengedKind = (typeof challengedKinds)[number]

/** The acts that can be challenged: what the letter that told of it was. */
export const challengedActs = [
  'not_accepted',
  'not_filed',
  'conditions',
  'suspended',
  'revoked',
  'deployment_refused',
  'recall_ordered',
] as const
export type ChallengedAct = (typeof challengedActs)[number]

/** Which act a letter about a kind of case tells of; null where it tells of none that can be challenged here. */
export const actOfLetter = (kind: ChallengedKind, template: LetterTemplate): ChallengedAct | null => {
  const acts: Partial<Record<`${ChallengedKind}.${LetterTemplate}`, ChallengedAct>> = {
    'filing.nonAcceptance': 'not_accepted',
    'filing.refusal': 'not_filed',
    'filing.decision': 'conditions',
    'filing.suspension': 'suspended',
    'filing.revocation': 'revoked',
    'deployment.deploymentRefusal': 'deployment_refused',
    'recall.recallOrder': 'recall_ordered',
  }
  return acts[`${kind}.${template}`] ?? null
}

/** Reconsideration Law 63–68, as policy.md 5.3 names them: `void` confirms that the act never had effect, `rejected` ends an application that has no ground. */
export const reconsiderationOutcomes = ['upheld', 'changed', 'revoked', 'unlawful', 'void', 'ordered', 'rejected'] as const
export type ReconsiderationOutcome = (typeof reconsiderationOutcomes)[number]
/** The outcomes that take the act away or put another in its place: the case that it was made in is opened again. */
export const overturningOutcomes = ['changed', 'revoked', 'void', 'ordered'] as const satisfies readonly ReconsiderationOutcome[]
export const isOverturning = (outcome: ReconsiderationOutcome): boolean => (overturningOutcomes as readonly string[]).includes(outcome)

/** Ordinary, or simple: facts clear, rights and duties clear, little in dispute (Reconsideration Law 53). */
export const procedures = ['ordinary', 'simple'] as const
export type Procedure = (typeof procedures)[number]

/** The four cases in which the act is suspended meanwhile (Reconsideration Law 42). */
export const suspensionGrounds = ['respondent', 'forum', 'applicant', 'law'] as const
export type SuspensionGround = (typeof suspensionGrounds)[number]

/** Why the review itself stands still (Reconsideration Law 39). */
export const pauseGrounds = ['party_unable', 'force_majeure', 'other_case', 'legal_question', 'other'] as const
export type PauseGround = (typeof pauseGrounds)[number]

/** How the parties were heard: at a hearing, in person or by telephone, or in writing where they could not be (Reconsideration Law 49–51). */
export const hearingForms = ['hearing', 'interview', 'written'] as const
export type HearingForm = (typeof hearingForms)[number]

const id = z.string().min(1).max(80)
const date = z.iso.date()
const conditions = z.array(bilingualSchema).max(60)

const ruling = {
  facts: said(8000),
  basis: basisSchema,
  reasons: said(8000),
  publicReason: bilingualSchema,
  /** What stands in place of the conditions, where the outcome is to change them. */
  conditions: conditions.nullable().default(null),
}

export const reconsiderationCommands = {
  create: z.strictObject({
    challengedKind: z.enum(challengedKinds),
    challengedId: id,
    /** The letter that told of the act: its delivery starts the time to apply. */
    letterId: id,
    requests: said(2000),
    grounds: said(8000),
    evidence: prose(8000).default(''),
    asksSuspension: z.boolean().default(false),
    asksHearing: z.boolean().default(false),
    lateReason: said(2000).nullable().default(null),
  }),
  requestCorrection: z.strictObject({ items: z.array(said(1000)).min(1).max(30) }),
  answerCorrection: z.strictObject({ statement: said(8000) }),
  accept: z.strictObject({ procedure: z.enum(procedures), admitLate: said(2000).nullable().default(null) }),
  notAccept: z.strictObject({ facts: said(4000), basis: basisSchema, reasons: said(4000), goTo: bilingualSchema.nullable().default(null) }),
  sendCopy: z.strictObject({}),
  answer: z.strictObject({ statement: said(8000), evidence: prose(8000).default('') }),
  suspendAct: z.strictObject({ ground: z.enum(suspensionGrounds), reason: said(2000) }),
  pause: z.strictObject({ ground: z.enum(pauseGrounds), reason: said(2000) }),
  resume: z.strictObject({ reason: said(2000) }),
  extend: z.strictObject({ reason: said(2000) }),
  scheduleHearing: z.strictObject({ heldOn: date, place: said(500) }),
  recordHearing: z.strictObject({ form: z.enum(hearingForms), heldOn: date, record: said(8000) }),
  propose: z.strictObject({ outcome: z.enum(reconsiderationOutcomes), ...ruling }),
  returnProposal: z.strictObject({ reason: said(2000) }),
  decide: z.strictObject({ outcome: z.enum(reconsiderationOutcomes) }),
  withdraw: z.strictObject({ reason: said(2000) }),
  deem: z.strictObject({}),
  abandon: z.strictObject({}),
  noteDelivery: z.strictObject({ act: z.enum(['correction', 'decision']), deliveredAt: z.iso.datetime({ offset: true }) }),
}
/** An empty body adds nothing; as a type it would forbid `type`. */
type Body<B> = B extends Record<string, never> ? {} : B
export type ReconsiderationCommand = {
  [Name in keyof typeof reconsiderationCommands]: { type: Name } & Body<z.infer<(typeof reconsiderationCommands)[Name]>>
}[keyof typeof reconsiderationCommands]
export type CommandOf<Name extends ReconsiderationCommand['type']> = Extract<ReconsiderationCommand, { type: Name }>

/** The act that is challenged, pinned: `hash` is of exactly what the act said, `letterId` of how it was told. */
export type Challenged = {
  kind: ChallengedKind
  id: string
  what: ChallengedAct
  hash: string
  number: string | null
  letterId: string
  /** The office that acted; it answers, and it never decides. */
  authorityId: string
  decidedOn: string
  deliveredAt: string | null
}
export type Ruling = {
  outcome: ReconsiderationOutcome
  facts: string
  basis: readonly string[]
  reasons: string
  publicReason: Bilingual
  conditions: readonly Bilingual[] | null
}
/** What anyone may read of it (policy.md 5.8), worked out once at the decision. */
export type PublishedReconsideration = {
  number: string
  kind: ChallengedKind
  act: ChallengedAct
  challengedNumber: string | null
  agentName: Bilingual
  organisationName: string
  respondentId: string
  forumId: string
  outcome: ReconsiderationOutcome
  decidedOn: string
  reason: Bilingual
}

export type ReconsiderationEvent =
  | {
      type: 'applied'
      challenged: Challenged
      /** Not `organisationId`: that is the stamp's, of whoever acted. */
      ofOrganisationId: string
      organisationName: string
      agentId: string | null
      agentName: Bilingual
      sector: string | null
      region: string
      scenario: number | null
      forumId: string
      requests: string
      grounds: string
      evidence: string
      asksSuspension: boolean
      asksHearing: boolean
      isLate: boolean
      lateReason: string | null
    }
  | { type: 'correctionRequested'; items: readonly string[]; number: string }
  | { type: 'correctionAnswered'; statement: string }
  /** `from` starts the review: the acceptance, or the last day of the examination where silence accepted it (Reconsideration Law 30). */
  | { type: 'accepted'; procedure: Procedure; admitLate: string | null; isDeemed: boolean; from: string; number: string }
  | { type: 'notAccepted'; facts: string; basis: readonly string[]; reasons: string; goTo: Bilingual | null; number: string }
  | { type: 'copySent'; isLate: boolean }
  | { type: 'answered'; statement: string; evidence: string; isLate: boolean }
  | { type: 'actSuspended'; ground: SuspensionGround; reason: string }
  | { type: 'paused'; ground: PauseGround; reason: string }
  | { type: 'resumed'; reason: string }
  | { type: 'extended'; reason: string }
  | { type: 'hearingScheduled'; heldOn: string; place: string }
  | { type: 'heard'; form: HearingForm; heldOn: string; record: string }
  | ({ type: 'proposed' } & Ruling)
  | { type: 'returned'; reason: string }
  | ({ type: 'decided'; proposedBy: string; actStands: boolean; published: PublishedReconsideration } & Ruling)
  | { type: 'withdrawn'; reason: string }
  | { type: 'abandoned' }
  | { type: 'deliveryNoted'; act: 'correction' | 'decision'; deliveredAt: string }
