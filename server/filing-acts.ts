// The acts on a filing with what is already known: lanes by the rules, tests that are owed, what was recommended.
import 'server-only'
import { rulingOn } from '#domain/filing/documents'
import { placementOf } from '#domain/filing/placement'
import type { Filing } from '#domain/filing/state'
import type { Placement } from '#domain/tier/tier'
import { actsFor, asFormConditions, type Prepared } from './case-acts.ts'
import type { FilingCase } from './filing-case.ts'

/** What the rules in force say of each scenario of the revision in hand. */
export const placementsOf = ({ r, filing, revision }: Pick<FilingCase, 'r' | 'filing' | 'revision'>): Placement[] =>
  revision ? filing.scenarios.map((scenario) => placementOf(r.catalogue, revision, scenario)) : []

/** Tests that the rules ask for and nobody has ordered for this revision. */
export const owedTests = (c: Pick<FilingCase, 'r' | 'filing' | 'revision'>): { id: string; isOrdered: boolean }[] =>
  [...new Set(placementsOf(c).flatMap((placement) => placement.tests.map((test) => test.id)))].map((id) => ({
    id,
    isOrdered: c.filing.tests.some((test) => test.testItemId === id && test.revisionHash === c.filing.revisionHash),
  }))

/** Moves that the table opens and the case has no use for: what would only be refused is not offered. The decision has its own page. */
const hiddenFor = ({ revocationProposal, recommendation, extension, opinion, concurrence, revisionHash, revisions }: Filing): string[] => [
  ...['decide', 'describe', 'confirm'],
  ...(revocationProposal ? [] : ['dropRevocation', 'revoke']),
  ...(recommendation ? [] : ['returnToReviewer']),
  ...(extension ? ['extend'] : []),
  ...(revisions.at(-1)?.documents.length ? [] : ['ruleOnConfidentiality']),
  ...(concurrence ? ['opine', 'concur'] : opinion?.revisionHash === revisionHash ? [] : ['concur']),
]

/** Forms of the open moves. */
export const filingActs = async (c: FilingCase): Promise<Prepared> => {
  const { r, one, filing } = c
  const labs = one.moves.includes('requestTest') ? await r.list('lab', { limit: 100 }) : null
  const placements = placementsOf(c)
  const owed = owedTests(c)
  const isOwed = (id: string) => owed.some((test) => test.id === id)
  const items = [...r.catalogue['test-items'].items].sort((a, b) => Number(isOwed(b.id)) - Number(isOwed(a.id)))
  const ownOpinion =
    filing.opinion && filing.opinion.revisionHash === filing.revisionHash
      ? { verdict: filing.opinion.verdict, conditions: asFormConditions(filing.opinion.conditions), reasons: filing.opinion.reasons }
      : {}
  const sectorConditions =
    filing.concurrence && filing.concurrence.revisionHash === filing.revisionHash ? asFormConditions(filing.concurrence.conditions) : []
  const documents = c.revision?.documents ?? []
  const undecided = documents.find((document) => !document.isPublic && rulingOn(filing, document.attachmentId) === null)
  const lastRound = filing.rounds.at(-1)?.recommendation
  return actsFor(
    r,
    'filing',
    one,
    {
      placeInTier: {
        options: {
          scenario: filing.scenarios.map((scenario) => ({ value: String(scenario), label: r.words.scenario(scenario) })),
          lane: (['low', 'key', 'sensitive'] as const).map((lane) => ({ value: lane, label: r.say(`tier.lane.${lane}`) })),
        },
        values: { placements: placements.map(({ scenario, lane }) => ({ scenario, lane, reason: '' })) },
      },
      requestTest: {
        options: {
          testItemIds: items.map((item) => ({
            value: item.id,
            label: `${r.book.name(item)}${isOwed(item.id) ? ` · ${r.say('case.tests.suggested')}` : ''}`,
            hint: r.book.name(item.procedure),
          })),
          labHint: (labs?.items ?? [])
            .filter((lab) => lab.status !== 'closed')
            .map((lab) => ({ value: lab.id, label: r.book.name({ zh: lab.titleZh, en: lab.titleEn }) })),
        },
        values: { testItemIds: owed.filter((test) => !test.isOrdered).map((test) => test.id) },
      },
      requestCorrection: {
        options: {
          section: [
            'basics',
            'use',
            'name_and_version',
            'skills_and_tools',
            'authority',
            'data',
            'guardrails',
            'stop_and_appeal',
            'vulnerable_users',
          ].map((value) => ({ value, label: r.say([`filing.option.filingSections.${value}`, `case.application.section.${value}`]) })),
        },
      },
      ruleOnConfidentiality: {
        options: { attachmentId: documents.map((document) => ({ value: document.attachmentId, label: document.name })) },
        values: { attachmentId: undecided?.attachmentId ?? '' },
      },
      concur: { values: ownOpinion },
      recommend: {
        values: {
          conditions: lastRound ? asFormConditions(lastRound.conditions) : sectorConditions,
          ...(lastRound
            ? { outcome: lastRound.outcome, reasons: lastRound.reasons }
            : sectorConditions.length > 0
              ? { outcome: 'fileWithConditions' }
              : {}),
        },
      },
    },
    hiddenFor(filing),
  )
}
