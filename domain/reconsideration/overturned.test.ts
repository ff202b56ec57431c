// What an outcome does to the challenged case: the act falls, the case goes on from before it, and what was public says so.
import { expect, test } from 'vitest'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { deployment } from '#domain/deployment/deployment'
import type { Deployment } from '#domain/deployment/state'
import { noDeployment } from '#domain/deployment/state'
import { filing } from '#domain/filing/filing'
import {
  adverse,
  approver,
  both,
  condition,
  officer,
  reasons,
  remedies,
  reviewer,
  sectorApprover,
  sectorReviewer,
} from '#domain/filing/story'
import type { Letter } from '#domain/letter/letter'
import { standingAct } from './challenged.ts'
import { at, story } from './story.ts'

const summaryOf = (s: ReturnType<typeof story>, id: string) => filing.summary(s.of(id), shippedCatalogue)
const lettersOf = (s: ReturnType<typeof story>, id: string, template: string) =>
  s.all('letter').filter((one) => (one as Letter).about?.id === id && (one as Letter).template === template)

const refused = (s: ReturnType<typeof story>) => {
  const id = s.recommended('refuse')
  s.fileStep(approver, id, { type: 'decide', outcome: 'refuse', reasons, remedies }, at('11-11'))
  return id
}
const conditional = (s: ReturnType<typeof story>) => {
  const id = s.recommended('fileWithConditions', [condition])
  s.fileStep(approver, id, { type: 'decide', outcome: 'fileWithConditions', conditions: [condition], reasons, remedies }, at('11-11'))
  return id
}

test('a refusal that is revoked opens a new round of review of the same revision, and everything said before is void', () => {
  const s = story()
  const id = refused(s)
  const revision = s.of(id).revisionHash
  const mine = s.heard(s.applied(id, 'refusal', '11-12'), ['11-13', '11-13', '11-16'])
  s.decided(mine, 'revoked', '11-17')
  expect(s.of(id)).toMatchObject({
    status: 'under_review',
    revisionHash: revision,
    decision: null,
    recommendation: null,
    opinion: null,
    concurrence: null,
    tombstone: null,
    overturned: [{ act: 'not_filed', outcome: 'revoked', reconsiderationNumber: s.caseOf(mine).number, on: '2026-11-17' }],
  })
  expect(s.of(id).clocks['FIL-4']?.startAt).toBe(at('11-17', '15:00:00'))
  expect(summaryOf(s, id).isPublic).toBe(false)
  expect(lettersOf(s, id, 'overturned')).toHaveLength(1)
  s.fileStep(reviewer, id, { type: 'askConcurrence' }, at('11-18'))
  s.fileStep(sectorReviewer, id, { type: 'opine', verdict: 'concur', reasons }, at('11-18'))
  s.fileStep(sectorApprover, id, { type: 'concur', verdict: 'concur', reasons }, at('11-18'))
  s.fileStep(reviewer, id, { type: 'recommend', outcome: 'file', reasons }, at('11-18'))
  s.fileStep(approver, id, { type: 'decide', outcome: 'file', reasons }, at('11-19'))
  expect(summaryOf(s, id)).toMatchObject({ isPublic: true, mark: 'approved' })
})

test('conditions that are revoked withdraw the publication with a reason that stays, and a decision made anew keeps the number', () => {
  const s = story()
  const id = conditional(s)
  const number = s.of(id).decision?.number
  const mine = s.heard(s.applied(id, 'decision', '11-12'), ['11-13', '11-13', '11-16'])
  s.decided(mine, 'revoked', '11-17')
  expect(s.of(id)).toMatchObject({
    status: 'under_review',
    decision: null,
    tombstone: { what: 'overturned', on: '2026-11-17', reason: both('the facts were not proved') },
  })
  expect(summaryOf(s, id)).toMatchObject({ isPublic: true, number, mark: 'review' })
  s.concurred(id)
  s.fileStep(reviewer, id, { type: 'recommend', outcome: 'file', reasons }, at('11-18'))
  s.fileStep(approver, id, { type: 'decide', outcome: 'file', reasons }, at('11-19'))
  expect(s.of(id)).toMatchObject({ status: 'filed', decision: { number }, published: { number, conditions: [] }, tombstone: null })
})

test('refused after all, what was public stays readable as ended', () => {
  const s = story()
  const id = conditional(s)
  s.decided(s.heard(s.applied(id, 'decision', '11-12'), ['11-13', '11-13', '11-16']), 'void', '11-17')
  s.concurred(id)
  s.fileStep(reviewer, id, { type: 'recommend', outcome: 'refuse', reasons }, at('11-18'))
  s.fileStep(approver, id, { type: 'decide', outcome: 'refuse', reasons, remedies }, at('11-19'))
  expect(s.of(id)).toMatchObject({ status: 'not_filed', tombstone: { what: 'overturned' } })
  expect(summaryOf(s, id).isPublic).toBe(true)
})

test('conditions that the forum changes stand in place of the old ones, and the filing stays filed', () => {
  const s = story()
  const id = conditional(s)
  const mine = s.heard(s.applied(id, 'decision', '11-12'), ['11-13', '11-13', '11-16'])
  s.decided(mine, 'changed', '11-17', { conditions: [both('stops within five minutes')] })
  expect(s.of(id)).toMatchObject({
    status: 'filed',
    decision: { conditions: [{ text: both('stops within five minutes') }] },
    published: { conditions: [both('stops within five minutes')] },
    tombstone: null,
  })
})

test('a suspension that is revoked leaves the filing filed, and the tombstone goes', () => {
  const s = story()
  const id = s.filed()
  s.fileStep(approver, id, { type: 'suspend', ...adverse, rectifyBy: '2026-12-01' }, at('11-12'))
  s.decided(s.heard(s.applied(id, 'suspension', '11-13'), ['11-16', '11-16', '11-17']), 'revoked', '11-18')
  expect(s.of(id)).toMatchObject({ status: 'filed', suspension: null, tombstone: null, overturned: [{ act: 'suspended' }] })
})

test('a revocation that is revoked brings the filing back as it stood before it', () => {
  const s = story()
  const id = s.filed()
  s.fileStep(
    officer('bo', 'reviewer'),
    id,
    { type: 'proposeRevocation', ground: 'false_material', facts: 'f', basis: ['b'], reasons: 'r' },
    at('11-12'),
  )
  s.fileStep(s.lead, id, { type: 'answerRevocation', hearing: false }, at('11-12'))
  s.fileStep(approver, id, { type: 'revoke', ...adverse }, at('11-12', '15:00:00'))
  const mine = s.heard(s.applied(id, 'revocation', '11-13'), ['11-16', '11-16', '11-17'])
  s.decided(mine, 'revoked', '11-18')
  expect(s.of(id)).toMatchObject({ status: 'filed', revocation: null, revocationProposal: null, tombstone: null })
  expect(summaryOf(s, id)).toMatchObject({ isPublic: true, mark: 'approved' })
})

test('an intake that is ordered is accepted, and its review begins', () => {
  const s = story()
  const id = s.notAccepted('11-02')
  s.decided(s.heard(s.applied(id, 'nonAcceptance', '11-03'), ['11-04', '11-04', '11-05']), 'ordered', '11-06')
  expect(s.of(id)).toMatchObject({ status: 'accepted', notAccepted: null, acceptance: { from: '2026-11-06', isDeemed: false } })
  s.fileStep(reviewer, id, { type: 'startReview' }, at('11-09'))
})

test('an outcome that leaves the act leaves the case', () => {
  for (const outcome of ['upheld', 'unlawful', 'rejected']) {
    const s = story()
    const id = refused(s)
    s.decided(s.heard(s.applied(id, 'refusal', '11-12'), ['11-13', '11-13', '11-16']), outcome, '11-17')
    expect(s.of(id)).toMatchObject({ status: 'not_filed', overturned: [] })
    expect(lettersOf(s, id, 'overturned')).toEqual([])
  }
})

test('an act that the office lifted itself is not taken away a second time, but may be found unlawful', () => {
  const s = story()
  const id = s.filed()
  s.fileStep(approver, id, { type: 'suspend', ...adverse, rectifyBy: '2026-12-01' }, at('11-12'))
  const mine = s.heard(s.applied(id, 'suspension', '11-13'), ['11-16', '11-16', '11-17'])
  s.fileStep(approver, id, { type: 'resumeFiling', reason: 'mended' }, at('11-17', '12:00:00'))
  const propose = { type: 'propose', facts: 'f', basis: ['b'], reasons: 'r', publicReason: both('r') }
  const handler = officer('fu', 'reconsideration_officer')
  expect(s.ask(handler, mine, { ...propose, outcome: 'revoked' }, at('11-18'))?.code).toBe('reconsideration.actGone')
  s.decided(mine, 'unlawful', '11-18')
  expect(s.caseOf(mine).decision).toMatchObject({ outcome: 'unlawful', actStands: false })
})

test('a refused deployment is assessed anew', () => {
  const decision = {
    outcome: 'refuse' as const,
    number: null,
    reasons: [],
    remedies: null,
    forumId: 'cac',
    validUntil: null,
    applicationHash: 'h',
    authorityId: 'cac',
    at: at('11-11'),
    by: 'z',
  }
  const state: Deployment = { ...noDeployment, id: 'd', status: 'refused', decision, clocks: {} }
  expect(standingAct(state, 'deployment_refused')?.at).toBe(at('11-11'))
  const event = {
    type: 'overturned' as const,
    reconsiderationId: 'r',
    reconsiderationNumber: 'AGX',
    outcome: 'revoked' as const,
    reason: both('r'),
    on: '2026-11-17',
    by: 'system',
    role: 'system' as const,
    authorityId: null,
    organisationId: null,
    duty: null,
    at: at('11-17'),
  }
  const after = deployment.evolve(state, event)
  expect(after).toMatchObject({ status: 'assessing', decision: null, overturned: [{ reconsiderationNumber: 'AGX' }] })
  expect(standingAct(after, 'deployment_refused')).toBeNull()
})
