// Every letter that an authority sends, what it must state, and which ways to challenge it it must name.

/** Ways to object or to challenge, each with the period that runs from delivery. */
export const remedyPaths = ['objection', 'hearing', 'reconsideration', 'suit'] as const
export type RemedyPath = (typeof remedyPaths)[number]

export const letterTemplates = [
  'receipt',
  'correction',
  'acceptance',
  'deemedAcceptance',
  'nonAcceptance',
  'extension',
  'testOrder',
  'testAccepted',
  'testFailed',
  'testWaived',
  'decision',
  'refusal',
  'suspension',
  'resumption',
  'revocationProposed',
  'revocation',
  'cancellation',
  'deploymentDecision',
  'deploymentRefusal',
  'deploymentSuspension',
  'deploymentRevocation',
  'deploymentHalt',
  'recallAnalysis',
  'recallNotice',
  'recallReview',
  'recallVoluntary',
  'recallOrder',
  'recallFurtherMeasures',
  'recallTermination',
  'recallClosed',
  'emergencyMeasure',
  'emergencyProlonged',
  'emergencyLifted',
  'penalty',
] as const
export type LetterTemplate = (typeof letterTemplates)[number]

/**
 * `facts` are the names that the words of the letter use, beside those that every letter has. `isAdverse`: a refusal, an order, a penalty or a step
 * towards one, which states the facts found, the basis, the reasons and every path of `remedies` (policy.md 5.4 no. 12).
 */
type Demand = { facts: readonly string[]; isAdverse: boolean; remedies: readonly RemedyPath[] }

/** Reconsideration Law 20 and Administrative Litigation Law 46: open against every act that burdens. */
const challenge = ['reconsideration', 'suit'] as const
const plain = (...facts: string[]): Demand => ({ facts, isAdverse: false, remedies: [] })
const adverse = (facts: readonly string[], remedies: readonly RemedyPath[] = challenge): Demand => ({ facts, isAdverse: true, remedies })

export const demands: Record<LetterTemplate, Demand> = {
  receipt: plain('agentName', 'receiptNumber'),
  correction: plain('agentName', 'items'),
  acceptance: plain('agentName', 'acceptedOn'),
  deemedAcceptance: plain('agentName', 'acceptedOn'),
  nonAcceptance: adverse(['agentName', 'goTo']),
  extension: plain('agentName', 'reason'),
  testOrder: plain('agentName', 'testItems', 'labName', 'dueOn'),
  testAccepted: plain('agentName', 'testItems', 'reportNumber'),
  testFailed: plain('agentName', 'testItems', 'reportNumber', 'reason'),
  testWaived: plain('agentName', 'testItems', 'reason'),
  decision: plain('agentName', 'filingNumber', 'conditions'),
  refusal: adverse(['agentName']),
  suspension: adverse(['agentName', 'filingNumber']),
  resumption: plain('agentName', 'filingNumber', 'reason'),
  revocationProposed: adverse(['agentName', 'filingNumber'], ['hearing']),
  revocation: adverse(['agentName', 'filingNumber']),
  cancellation: plain('agentName', 'filingNumber', 'endedOn'),
  deploymentDecision: plain('agentName', 'deploymentNumber', 'conditions'),
  deploymentRefusal: adverse(['agentName']),
  deploymentSuspension: adverse(['agentName', 'deploymentNumber']),
  deploymentRevocation: adverse(['agentName', 'deploymentNumber']),
  deploymentHalt: plain('agentName', 'deploymentNumber', 'cause'),
  recallAnalysis: plain('agentName', 'hazard', 'questions'),
  recallNotice: adverse(
    ['agentName', 'recallNumber', 'recallClass', 'noticeVersion', 'scope', 'hazard', 'whatUsersMustDo', 'whatCompanyWillDo', 'affected'],
    ['objection', ...challenge],
  ),
  recallReview: plain('agentName', 'recallNumber', 'panel'),
  recallVoluntary: plain('agentName', 'recallNumber', 'affected'),
  recallOrder: adverse(['agentName', 'recallNumber', 'recallClass', 'noticeVersion', 'scope', 'ground', 'affected']),
  recallFurtherMeasures: adverse(['agentName', 'recallNumber', 'dueOn']),
  recallTermination: plain('agentName', 'recallNumber', 'reason'),
  recallClosed: plain('agentName', 'reason'),
  emergencyMeasure: adverse(['agentName', 'recallNumber', 'scope', 'whatUsersMustDo', 'reviewOn', 'affected']),
  emergencyProlonged: adverse(['agentName', 'recallNumber', 'reviewOn']),
  emergencyLifted: plain('agentName', 'recallNumber', 'reason'),
  penalty: adverse(['agentName', 'measure']),
}
