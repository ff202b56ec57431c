// A random walk: whoever asks for whatever in whichever order, the promises of policy.md 5.4 and quality.md 3.1 hold after every step.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { specimenVersion } from '#domain/agent/specimen'
import { type CaseState, given, movesOpenTo, type Recorded, systemActor } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import type { FilingEvent } from './event.ts'
import { filing } from './filing.ts'
import type { Filing } from './state.ts'
import {
  adverse,
  approver,
  asOne,
  both,
  condition,
  intake,
  officer,
  reasons,
  remedies,
  reviewer,
  sectorApprover,
  sectorReviewer,
  story,
} from './story.ts'

const torn = asOne('torn', intake, reviewer, approver, sectorReviewer, sectorApprover)
const other = officer('shao', 'approver')
const { publicReason: _, ...turnedAway } = adverse

const commands = [
  { type: 'describe', content: { purpose: 'one' } },
  { type: 'describe', content: { purpose: 'two', memory: { ...specimenVersion.memory, retentionDays: 3 } } },
  { type: 'describe', content: { memory: { ...specimenVersion.memory, retentionDays: 9 } } },
  { type: 'submit' },
  { type: 'resubmit' },
  { type: 'withdraw', reason: 'r' },
  { type: 'requestCorrection', items: [{ section: 'data', path: null, what: 'w', basis: 'b' }] },
  { type: 'accept' },
  { type: 'rejectIntake', ...turnedAway, goTo: both('g') },
  { type: 'deem' },
  { type: 'lapse' },
  { type: 'startReview' },
  { type: 'placeInTier', placements: [{ scenario: 25, lane: 'sensitive', reason: 'r' }] },
  { type: 'placeInTier', placements: [{ scenario: 25, lane: 'low', reason: 'r' }] },
  { type: 'requestTest', testItemIds: ['TI-01'] },
  { type: 'noteTest', obligationId: 'o', testItemIds: ['TI-01'], outcome: 'accepted' },
  { type: 'askConcurrence' },
  { type: 'opine', verdict: 'concur', reasons },
  { type: 'concur', verdict: 'concur', reasons },
  { type: 'concur', verdict: 'object', reasons },
  { type: 'recommend', outcome: 'file', reasons },
  { type: 'recommend', outcome: 'fileWithConditions', conditions: [condition], reasons },
  { type: 'recommend', outcome: 'refuse', reasons },
  { type: 'decide', outcome: 'file', reasons },
  { type: 'decide', outcome: 'fileWithConditions', conditions: [condition], reasons, remedies },
  { type: 'decide', outcome: 'refuse', reasons, remedies },
  { type: 'returnToReviewer', reason: 'r' },
  { type: 'extend', reason: 'r' },
  { type: 'suspend', ...adverse },
  { type: 'resumeFiling', reason: 'r' },
  { type: 'proposeRevocation', ground: 'false_material', facts: 'f', basis: ['b'], reasons: 'r' },
  { type: 'answerRevocation', hearing: false },
  { type: 'revoke', ...adverse },
  { type: 'cancel', cause: 'service_ended', endedOn: '2026-11-02', arrangements: 'a', publicReason: both('p') },
]
/** Most steps are ones that the person is offered, the others anything: a walk of independent draws would seldom leave the form. */
const stepArbitrary = fc.record({
  who: fc.nat({ max: 10 }),
  isOffered: fc.integer({ min: 0, max: 9 }).map((draw) => draw < 8),
  choice: fc.nat({ max: 10_000 }),
  hours: fc.integer({ min: 0, max: 12 }),
})

/** What ends a case is offered at every step; taken as often as anything else, no walk would come far. */
const endings = ['withdraw', 'rejectIntake', 'cancel', 'revoke', 'requestTest']
const ended = ['not_accepted', 'lapsed', 'not_filed', 'withdrawn', 'revoked', 'cancelled']

const check = (before: Filing, after: Filing, events: readonly Recorded<FilingEvent>[]): void => {
  expect(given(filing, after.id, events)).toEqual(after)
  if (ended.includes(before.status)) expect(after.status).toBe(before.status)
  const { decision, did } = after
  if (decision) {
    // The decision is of another person than everybody who prepared it, for a revision that was placed, and with the sector where the lane asks for it.
    for (const duty of ['intake', 'review', 'sector_review', 'sector_approve'] as const) expect(did[duty] ?? []).not.toContain(decision.by)
    expect(after.revisions.map((revision) => revision.hash)).toContain(decision.revisionHash)
    const lanes = after.tiers.filter((tier) => tier.revisionHash === decision.revisionHash).map((tier) => tier.lane)
    expect(lanes.length).toBeGreaterThan(0)
    if (lanes.some((lane) => lane !== 'low')) {
      expect(decision.sector).not.toBeNull()
      expect([decision.by, ...(did.review ?? []), ...(did.sector_review ?? [])]).not.toContain(decision.sector?.by)
    }
    if (decision.outcome !== 'file') expect(decision.remedies).not.toBeNull()
  }
  // Nothing is public without a decision, and what was public stays so.
  expect(filing.summary(after, shippedCatalogue).isPublic).toBe(decision?.number != null)
  if (after.acceptance?.isDeemed) expect(after.corrections).toEqual([])
  expect(after.corrections.length).toBeLessThan(2)
  expect(events.filter((event) => event.type === 'extended').length).toBeLessThan(2)
}

test('whatever is asked by whomever, the promises hold after every step', () => {
  let decided = 0
  fc.assert(
    fc.property(
      fc.constantFrom('draft', 'submitted', 'placed', 'recommended', 'recommended', 'recommended', 'filed'),
      fc.array(stepArbitrary, { minLength: 20, maxLength: 60 }),
      (from, walk) => {
        const s = story()
        const id = from === 'recommended' ? s.recommended() : s[from as 'draft' | 'submitted' | 'placed' | 'filed']()
        const people = [
          intake,
          reviewer,
          approver,
          other,
          sectorReviewer,
          sectorApprover,
          torn,
          s.filer,
          s.lead,
          s.representative,
          systemActor,
        ]
        let at = Date.parse('2026-11-11T10:00:00+08:00')
        for (const { who, isOffered, choice, hours } of walk) {
          at += hours * 3_600_000
          const before = s.of(id)
          const version = s.version(id)
          const actor = people[who] ?? systemActor
          const open = movesOpenTo(filing, before as CaseState, actor)
          const offered = isOffered
            ? commands.filter((one) => open.includes(one.type) && (hours === 0 || !endings.includes(one.type)))
            : commands
          const command = offered[choice % offered.length]
          if (!command) continue
          const refusal = s.ask(actor, id, command, new Date(at).toISOString())
          const after = s.of(id)
          if (refusal) {
            expect(after).toBe(before)
            expect(s.version(id)).toBe(version)
            continue
          }
          // What a person was not offered, a person cannot do.
          if (actor !== systemActor) expect(open).toContain(command.type)
          const events = s
            .log()
            .filter((entry) => entry.id === id)
            .map((entry) => entry.event as Recorded<FilingEvent>)
          expect(events).toHaveLength(s.version(id))
          check(before, after, events)
          if (after.decision && !before.decision) decided += 1
        }
      },
    ),
    // Always the same walks: how many of them decide is then no matter of luck.
    { numRuns: 80, seed: 20_261_111 },
  )
  // A walk that never decides would prove nothing.
  expect(decided).toBeGreaterThan(10)
})

test('a rule never fails, whatever is asked in whatever state with nothing known of other cases', () => {
  const s = story()
  const states = [filing.initial, ...[s.draft(), s.submitted(), s.placed(), s.recommended(), s.filed()].map(s.of)]
  for (const state of states) {
    for (const command of [
      ...commands,
      { type: 'create', organisationId: 'o', agentName: both('a'), sector: 'education', scenarios: [25] },
      { type: 'assign', ownerId: 'x' },
    ]) {
      const body = {
        type: command.type,
        ...(filing.commands[command.type as keyof typeof filing.commands].parse(
          Object.fromEntries(Object.entries(command).filter(([key]) => key !== 'type')),
        ) as object),
      } as Parameters<typeof filing.decide>[1]
      expect(() => filing.needs?.(state, body)).not.toThrow()
      expect(() => filing.summary(state, shippedCatalogue)).not.toThrow()
    }
  }
})
