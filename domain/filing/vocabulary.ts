// The words of a filing: its statuses, the parts of its form, verdicts, outcomes and what a register item may be turned into.
import { descriptionSections } from '#domain/agent/vocabulary'
import type { Verdict } from '#domain/obligation/vocabulary'

/** policy.md 5.3. None of the last six ever reopens: a new filing refers back (`followsFilingId`). */
export const filingStatuses = [
  'draft',
  'submitted',
  'correction_required',
  'accepted',
  'under_review',
  'testing',
  'sector_concurrence',
  'filed',
  'change_pending',
  'suspended',
  'not_accepted',
  'lapsed',
  'not_filed',
  'withdrawn',
  'revoked',
  'cancelled',
] as const
export type FilingStatus = (typeof filingStatuses)[number]

/** In the register and in force: while a change is pending, what was filed before goes on to hold (policy.md 5.3). */
export const inForceStatuses = ['filed', 'change_pending'] as const satisfies readonly FilingStatus[]
export const isInForce = (status: string): boolean => (inForceStatuses as readonly string[]).includes(status)

/** What a change of filed information asks for, from the lightest to the heaviest. */
export const changeClasses = ['cosmetic', 'notify', 'retest', 'reapprove'] as const
export type ChangeClass = (typeof changeClasses)[number]

/** Where a change stands: written, signed and in testing, taken into the filing, passed on to a new filing, without success, taken back. */
export const changeStages = ['proposed', 'testing', 'recorded', 'referred', 'failed', 'withdrawn'] as const
export type ChangeStage = (typeof changeStages)[number]

/** In the hands of an authority that must still decide. */
export const pendingStatuses = ['accepted', 'under_review', 'testing', 'sector_concurrence'] as const satisfies readonly FilingStatus[]

/** The status that a row of an existing register may be recorded with. */
export const recordedStatuses = [
  'submitted',
  'under_review',
  'filed',
  'suspended',
  'not_filed',
  'withdrawn',
  'revoked',
  'cancelled',
] as const satisfies readonly FilingStatus[]

/** The parts of the form, as the wizard and the correction notice name them: who and where, how much it is used, then the description. */
export const filingSections = ['basics', 'use', ...descriptionSections] as const
export type FilingSection = (typeof filingSections)[number]

export const filingOutcomes = ['file', 'fileWithConditions', 'refuse'] as const
export type FilingOutcome = (typeof filingOutcomes)[number]

export const concurrenceVerdicts = ['concur', 'concurWithConditions', 'object'] as const
export type ConcurrenceVerdict = (typeof concurrenceVerdicts)[number]

/** How an ordered test ended, as far as the filing waits for it. */
export const testOutcomes = ['accepted', 'failed', 'waived', 'cancelled'] as const
export type TestOutcome = (typeof testOutcomes)[number]

/** Who the provider that an imported description names is to the filer, where it is not the filer. */
export const providerRelations = ['same_organisation', 'acts_for_provider', 'integrates_product', 'file_is_wrong'] as const
export type ProviderRelation = (typeof providerRelations)[number]
/** What the trials of an accepted or failed report showed, as the obligation has it. */
export const testVerdicts = ['pass', 'partial', 'fail'] as const satisfies readonly Verdict[]
export type TestVerdict = (typeof testVerdicts)[number]

/** The acts whose periods run from the delivery of their letter (policy.md 5.7). */
export const deliveredActs = ['correction', 'revocation', 'request'] as const
export type DeliveredAct = (typeof deliveredActs)[number]

/** In the review proper: the company can be asked for something, and a hearing can be called. */
export const requestableStatuses = ['under_review', 'testing', 'sector_concurrence'] as const satisfies readonly FilingStatus[]

/** Who wants the hearing: the authority of itself (Licensing Law 46), the applicant, or others whose interest is great (47). */
export const hearingGrounds = ['authority', 'applicant', 'interested'] as const
export type HearingGround = (typeof hearingGrounds)[number]

/** Why a filing may be revoked: Order 9 art 33 (false material), Licensing Law 69. */
export const revocationGrounds = [
  'false_material',
  'obtained_by_fraud',
  'conditions_broken',
  'beyond_competence',
  'procedure_broken',
] as const
export type RevocationGround = (typeof revocationGrounds)[number]

/** Why a filing ends without fault: Order 9 art 24(3), Licensing Law 70. */
export const cancellationCauses = ['service_ended', 'organisation_dissolved', 'replaced'] as const
export type CancellationCause = (typeof cancellationCauses)[number]

/** The existing registers whose rows can be taken over. */
export const historySources = [
  'algorithm_filing',
  'algorithm_cancellation',
  'genai_filing',
  'genai_registration',
  'federal_inventory',
  'other',
] as const
export type HistorySource = (typeof historySources)[number]
