// What the answers of the pre-check already say of a filing, so that nothing is asked twice (WCAG 3.3.7).
import type { DraftVersion } from '#domain/agent/version'
import type { Use } from '#domain/filing/command'
import type { PrecheckAnswers } from '#domain/tier/precheck-questions'

/** Only what an answer states outright: a band of users is no number, a share of actions no matrix, and kinds of data are only those that were named. */
export const prefillOf = ({ audience, people, reach, traits }: PrecheckAnswers): { use: Partial<Use>; content: DraftVersion } => {
  const data = [
    ...(traits.includes('sensitive_personal_data') ? (['sensitive_personal_information'] as const) : []),
    ...(traits.includes('government_data') ? (['government_data'] as const) : []),
    ...(traits.includes('important_data') ? (['important_data'] as const) : []),
  ]
  return {
    use: {
      careOfPersons: people.includes('persons_in_care'),
      systemPermission: reach.includes('system_permission'),
      machineAction: reach.includes('machine_action'),
      pesticide: reach.includes('pesticide'),
      opinionCapacity: traits.includes('opinion_capacity'),
      decidesOnPersons: traits.includes('decides_on_persons'),
    },
    content: {
      publicFacing: audience === 'public',
      form: reach.includes('embodied') ? 'embodied' : 'software',
      anthropomorphic: traits.includes('anthropomorphic'),
      minorsPossible: people.includes('minors'),
      elderlyPossible: people.includes('elderly'),
      ...(data.length > 0 ? { dataCategories: [...data] } : {}),
    },
  }
}
