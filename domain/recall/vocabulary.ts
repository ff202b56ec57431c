// The words of a recall: statuses, classes and their criteria, causes, measures, how people answer.

/** policy.md 5.3. An emergency measure is no status: it stands beside any of them. */
export const recallStatuses = [
  'suspected',
  'company_analysis',
  'no_defect',
  'authority_investigation',
  'recall_notice',
  'objection',
  'expert_review',
  'closed_no_defect',
  'voluntary_recall',
  'recall_ordered',
  'plan_filed',
  'in_progress',
  'completed',
  'effect_evaluation',
  'further_measures',
  'terminated',
] as const
export type RecallStatus = (typeof recallStatuses)[number]

/** Never reopened: a new suspicion is a new case. */
export const endedStatuses = ['closed_no_defect', 'terminated'] as const satisfies readonly RecallStatus[]
export type OpenStatus = Exclude<RecallStatus, (typeof endedStatuses)[number]>
export const openStatuses = recallStatuses.filter((status): status is OpenStatus => !(endedStatuses as readonly string[]).includes(status))

export const recallOrigins = ['authority', 'company', 'incident'] as const
export type RecallOrigin = (typeof recallOrigins)[number]

/** I is the gravest. */
export const recallClasses = ['I', 'II', 'III'] as const
export type RecallClass = (typeof recallClasses)[number]

/** Written criteria (features.md C3), each with the least class that it asks for. */
export const classCriteria = {
  death_or_injury: 'I',
  critical_infrastructure: 'I',
  minors_harmed: 'I',
  cannot_be_stopped: 'I',
  mass_property_loss: 'I',
  property_loss: 'II',
  personal_data_exposed: 'II',
  acts_without_consent: 'II',
  rights_affected: 'II',
  irreversible_act: 'II',
  misleading_output: 'III',
  missing_disclosure: 'III',
  record_incomplete: 'III',
} as const satisfies Record<string, RecallClass>
export type ClassCriterion = keyof typeof classCriteria
export const classCriterionNames = Object.keys(classCriteria) as [ClassCriterion, ...ClassCriterion[]]

/** What of the agent is at fault. */
export const causeKinds = ['model', 'tool', 'library', 'data', 'prompt', 'guardrail', 'deployment', 'unknown'] as const
export type CauseKind = (typeof causeKinds)[number]

/** Corrective actions for agents (features.md C1). */
export const recallMeasures = [
  'stop',
  'limitTools',
  'limitUsers',
  'lowerAutonomy',
  'rollBack',
  'patch',
  'retest',
  'warn',
  'delist',
  'deleteData',
] as const
export type RecallMeasure = (typeof recallMeasures)[number]

/** How far down the notice must reach. */
export const recallDepths = ['operator', 'user', 'public'] as const
export type RecallDepth = (typeof recallDepths)[number]

/** How many deployments the authority checks itself: all, more than a tenth, a tenth, one in fifty, none (the levels of the FDA). */
export const checkLevels = ['A', 'B', 'C', 'D', 'E'] as const
export type CheckLevel = (typeof checkLevels)[number]

export const investigationGrounds = ['graveRisk', 'noAnswer', 'disagree'] as const
export type InvestigationGround = (typeof investigationGrounds)[number]

export const analysisFindings = ['noDefect', 'defect'] as const
export type AnalysisFinding = (typeof analysisFindings)[number]

/** What an operator says of one deployment: a declaration, never proof. */
export const responseStatements = ['stopped', 'limited', 'replaced', 'notRunning', 'stillRunning', 'refuses'] as const
export type ResponseStatement = (typeof responseStatements)[number]

/** What the authority found at one deployment: the only thing that proves. */
export const checkOutcomes = ['stopHolds', 'stillRunning', 'unreachable'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

/** How it was found. */
export const checkMethods = ['probe', 'visit', 'logReview', 'versionHash', 'phone'] as const
export type CheckMethod = (typeof checkMethods)[number]

/** The buckets of a stage report; together they are the affected number (features.md C7). */
export const reportBuckets = ['remedied', 'notified', 'unreachable', 'refused', 'notYet'] as const
export type ReportBucket = (typeof reportBuckets)[number]

export const opinionFindings = ['defect', 'noDefect'] as const
export const effectOutcomes = ['effective', 'partly', 'notEffective'] as const
export type EffectOutcome = (typeof effectOutcomes)[number]

/** Why a version is in the scope of a recall. */
export const inclusionReasons = ['range', 'hash', 'build', 'component', 'derived'] as const
export type InclusionReason = (typeof inclusionReasons)[number]

/** Why a deployment of the agent is not. */
export const exclusionReasons = [
  'otherAgent',
  'otherVersion',
  'exemptVersion',
  'otherScenario',
  'otherRegion',
  'notRunning',
  'ended',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]
