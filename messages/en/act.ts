// The words that every administrative act shares, in English.
import type { Same } from '../shape.ts'
import type { act as source } from '../zh/act.ts'

export const act: Same<typeof source> = {
  name: 'Administrative act',
  field: {
    facts: 'Facts',
    basis: 'Legal basis',
    reasons: 'Reasons',
    rule: 'Provision',
    evidence: 'Evidence',
    finding: 'Finding',
    remedies: 'Ways to challenge it',
    reconsideration: 'Reconsideration',
    suit: 'Court action',
    publicReason: 'Reason for the public',
    forumId: 'Reconsideration body',
    authorityId: 'Authority',
    by: 'Person',
    at: 'Time',
    zh: 'Chinese',
    en: 'English',
    conditions: 'Conditions',
    libraryId: 'Number in the library',
    text: 'Condition',
    params: 'Parameters',
    dueOn: 'To be met by',
  },
  refusal: {
    conditionUnknown: 'The library has no condition {libraryId}. Choose another, or write a free condition.',
    conditionParameterWrong: 'Parameter “{parameter}” of condition {libraryId} does not fit. Keep to the range given by the library.',
  },
}
