// The acts on a filing with what is already known: lanes by the rules, tests that are owed, what was recommended.
import 'server-only'
import { rulingOn } from '#domain/filing/documents'
import { calledHearing } from '#domain/filing/hearing'
import { placementOf } from '#domain/filing/placement'
import { openRequests, requestNumber } from '#domain/filing/request'
import type { Filing } from '#domain/filing/state'
import type { Placement } from '#domain/tier/tier'
import { actsFor, asFormConditions, officerOptions, type Prepared } from './case-acts.ts'
import type { FilingCase } from './filing-case.ts'
import { requestFieldWords } from './request-lines.ts'

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
const hiddenFor = (filing: Filing, personId: string): string[] => {
  const { revocationProposal, recommendation, extension, opinion, concurrence, revisionHash, revisions } = filing
  const hearing = calledHearing(filing)
  const isChair = hearing?.chairs.at(-1)?.personId === personId
  return [
    ...(openRequests(filing).length > 0 ? [] : ['withdrawRequest']),
    ...(hearing ? ['callHearing'] : ['dropHearing']),
    ...(hearing?.challenge && hearing.challenge.replacedAt === null ? [] : ['replaceChair']),
    ...(isChair ? [] : ['holdHearing']),
    ...otherwiseHidden({ revocationProposal, recommendation, extension, opinion, concurrence, revisionHash, revisions }),
  ]
}
type Seen = Pick<Filing, 'revocationProposal' | 'recommendation' | 'extension' | 'opinion' | 'concurrence' | 'revisionHash' | 'revisions'>
const otherwiseHidden = ({
  revocationProposal,
  recommendation,
  extension,
  opinion,
  concurrence,
  revisionHash,
  revisions,
}: Seen): string[] => [
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
  const chairs = officerOptions(r, ['hearing_chair'])
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
      ask: {
        options: {
          kindId: r.catalogue.requests.items.map((kind) => ({ value: kind.id, label: r.book.name(kind), hint: r.book.name(kind.asks) })),
          fields: [...new Set(r.catalogue.requests.items.flatMap((kind) => kind.fields))].map((field) => ({
            value: field,
            label: requestFieldWords(r.book, field),
          })),
        },
        values: { fields: [] },
      },
      withdrawRequest: {
        options: {
          no: openRequests(filing).map(({ no, kind }) => ({ value: String(no), label: `${requestNumber(no)} ${r.book.name(kind)}` })),
        },
        values: { no: openRequests(filing)[0]?.no },
      },
      callHearing: { options: { chairId: chairs } },
      replaceChair: { options: { chairId: chairs } },
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
    hiddenFor(filing, r.actor.personId),
  )
}
