// The words of the tier noun: lanes, tiers, facts, the acts, tests and documents that a placement may owe.

/** Lanes of clause 11, from the lightest to the strictest; their order is their rank. */
export const lanes = ['low', 'key', 'sensitive'] as const
export type Lane = (typeof lanes)[number]

/** Tiers I self-assess, II file, III file and test, IV scenario approval. */
export const tiers = [1, 2, 3, 4] as const
export type Tier = (typeof tiers)[number]

/** The five grading criteria of Order 9 art 23, each scored from 1 (slight) to 5 (grave). */
export const scoreCriteria = ['opinion', 'content', 'scale', 'data', 'intervention'] as const
export type ScoreCriterion = (typeof scoreCriteria)[number]

/** Facts that are plainly true or false; a lane escalation or a test item may hang on one of them. */
export const factFlags = [
  'publicFacing',
  'minors',
  'elderly',
  'careOfPersons',
  'embodied',
  'systemPermission',
  'machineAction',
  'pesticide',
  'anthropomorphic',
  'opinionCapacity',
  'decidesOnPersons',
] as const
export type FactFlag = (typeof factFlags)[number]

/** Flags that follow from other facts: it acts alone at all; it does alone what cannot be undone. */
export const derivedFlags = ['actsAlone', 'irreversibleAlone'] as const

/** Every flag a test item may name. */
export const tierFlags = [...factFlags, ...derivedFlags] as const
export type TierFlag = (typeof tierFlags)[number]

/** Comparisons a rule may make. */
export const conditionOps = ['eq', 'in', 'gte', 'lt', 'contains'] as const
export type ConditionOp = (typeof conditionOps)[number]

/** What may have to be filed: clause 11's two routes, and duties that other acts add. */
export const owedFilings = ['information_report', 'filing', 'deployment_application', 'algorithm_filing', 'security_assessment'] as const
export type OwedFiling = (typeof owedFilings)[number]

/** Who carries out the tests: the company itself, or an accredited laboratory. */
export const testers = ['self', 'laboratory'] as const
export type Tester = (typeof testers)[number]

/** Documents that may have to be handed in. */
export const owedDocuments = [
  'capability_declaration',
  'decision_authority_matrix',
  'self_test_record',
  'self_assessment_report',
  'proposed_public_text',
  'commitment_letter',
  'security_officer_appointment',
  'guardrail_declaration',
  'asset_register',
  'model_filing_references',
  'test_report',
  'pilot_plan',
  'human_takeover_plan',
  'insurance_proof',
  'safety_assessment_report',
  'dependence_prevention_plan',
  'minors_protection_plan',
  'elderly_protection_plan',
  'care_risk_plan',
  'machine_safety_case',
  'permission_justification',
  'irreversible_acts_plan',
  'automated_decision_explanation',
  'personal_information_impact_assessment',
  'data_risk_assessment',
  'labelling_statement',
] as const
export type OwedDocument = (typeof owedDocuments)[number]
