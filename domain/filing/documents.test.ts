// Documents of a filing: part of what is signed, answered with, replaced by later ones, confidential until somebody rules otherwise, public only with the entry.
import { expect, test } from 'vitest'
import { present } from '#domain/permission'
import { filing } from './filing.ts'
import { approver, day, intake, reviewer, sectorReviewer, story } from './story.ts'

const document = (attachmentId: string, more: Record<string, unknown> = {}) => ({
  attachmentId,
  sha256: attachmentId.charCodeAt(0).toString(16).padStart(64, '0'),
  name: `${attachmentId}.pdf`,
  size: 10,
  type: 'pdf',
  performedOn: '2026-10-20',
  isPublic: true,
  ...more,
})
const secret = (attachmentId: string) => document(attachmentId, { isPublic: false, reason: 'a trade secret' })
const idsOf = (list: readonly { attachmentId: string }[]) => list.map((one) => one.attachmentId)
const ruling = (attachmentId: string, isConfidential: boolean) => ({
  type: 'ruleOnConfidentiality',
  attachmentId,
  isConfidential,
  reason: 'as the law says',
})

/** A filing with these documents, decided on; `before` is called while it is under review. */
const filedWith = (s: ReturnType<typeof story>, documents: readonly object[], before: (id: string) => void = () => {}) => {
  const id = s.draft()
  s.step(s.lead, id, { type: 'describe', documents }, day(2))
  s.step(s.representative, id, { type: 'submit' }, day(2))
  s.step(intake, id, { type: 'accept' }, day(3))
  s.step(reviewer, id, { type: 'startReview' }, day(4))
  s.step(reviewer, id, { type: 'placeInTier', placements: [{ scenario: 25, lane: 'sensitive', reason: 'minors' }] }, day(4))
  before(id)
  s.concurred(id)
  const reasons = [{ rule: 'r', evidence: 'e', finding: 'f' }]
  s.step(reviewer, id, { type: 'recommend', outcome: 'file', reasons }, day(10))
  s.step(approver, id, { type: 'decide', outcome: 'file', reasons }, day(11))
  return id
}

test('documents are signed with the rest: another file is another revision, none leaves the old address', () => {
  const s = story()
  const [without, withOne] = [s.draft(), s.draft()]
  s.step(s.lead, withOne, { type: 'describe', documents: [document('a')] }, day(2))
  for (const id of [without, withOne]) s.step(s.representative, id, { type: 'submit' }, day(2))
  expect(s.of(without).versionHash).toBe(s.of(withOne).versionHash)
  expect(s.of(without).revisionHash).not.toBe(s.of(withOne).revisionHash)
  expect(s.of(withOne).revisions[0]?.documents).toMatchObject([{ attachmentId: 'a', performedOn: '2026-10-20', receivedAt: day(2) }])
  expect(filing.links?.(s.of(withOne)).attachment).toEqual(['a'])
})

test('an answer to a correction may bring documents although no section of the form was asked for, and the earlier revision keeps its own', () => {
  const s = story()
  const id = s.draft()
  s.step(s.lead, id, { type: 'describe', documents: [document('a')] }, day(2))
  s.step(s.representative, id, { type: 'submit' }, day(2))
  const items = [{ section: 'data', path: null, what: 'the assessment', basis: 'Order 9 art 24' }]
  s.step(intake, id, { type: 'requestCorrection', items }, day(3))
  expect(s.ask(s.lead, id, { type: 'describe', documents: [document('b', { replaces: 'nothing' })] }, day(4))).toMatchObject({
    code: 'attachment.replacedUnknown',
  })
  s.step(s.lead, id, { type: 'describe', documents: [document('b', { replaces: 'a' })] }, day(4))
  s.step(s.lead, id, { type: 'describe', documents: [document('b', { replaces: 'a', isPublic: false, reason: 'r' })] }, day(4))
  s.step(s.representative, id, { type: 'resubmit', answer: 'attached', documents: [secret('c')] }, day(5))
  const { revisions, documents } = s.of(id)
  expect(revisions.map((revision) => idsOf(revision.documents))).toEqual([['a'], ['b', 'c']])
  expect(documents.map((one) => one.receivedAt)).toEqual([day(4), day(5)])
  expect(filing.links?.(s.of(id)).attachment).toEqual(['b', 'c', 'a'])
})

test('a replacement in a draft may be saved again although what it replaced was never signed', () => {
  const s = story()
  const id = s.draft()
  s.step(s.lead, id, { type: 'describe', documents: [document('a')] }, day(2))
  s.step(s.lead, id, { type: 'describe', documents: [document('b', { replaces: 'a' })] }, day(2))
  s.step(s.lead, id, { type: 'describe', documents: [document('b', { replaces: 'a' }), document('c')] }, day(2))
  expect(idsOf(s.of(id).documents)).toEqual(['b', 'c'])
})

test('the register shows what is not confidential once the filing is decided, and without what was said for confidentiality', () => {
  const s = story()
  const id = filedWith(s, [document('a'), secret('b'), secret('c'), document('d')], (open) => {
    expect(s.of(open).publicDocuments).toEqual([])
    expect(s.ask(sectorReviewer, open, ruling('b', true), day(4))).toMatchObject({ code: 'case.notYours' })
    expect(s.ask(s.lead, open, ruling('b', false), day(4))).toMatchObject({ code: 'case.notYours' })
    expect(s.ask(reviewer, open, ruling('z', true), day(4))).toMatchObject({ code: 'filing.documentMissing' })
    s.step(reviewer, open, ruling('c', false), day(4))
    expect(s.ask(reviewer, open, ruling('c', false), day(4))).toMatchObject({ code: 'filing.ruledAlready' })
    s.step(reviewer, open, ruling('d', true), day(4))
  })
  expect(idsOf(s.of(id).publicDocuments)).toEqual(['a', 'c'])
  const shown = JSON.stringify(present(s.of(id), filing.fields, 'public'))
  expect(shown).not.toContain('trade secret')
  for (const hidden of ['b.pdf', 'd.pdf']) expect(shown).not.toContain(hidden)
})

test('a ruling after the decision takes a document out of the register, or puts it in, at once', () => {
  const s = story()
  const id = filedWith(s, [document('a'), secret('b')])
  expect(idsOf(s.of(id).publicDocuments)).toEqual(['a'])
  s.step(reviewer, id, ruling('b', false), day(12))
  expect(idsOf(s.of(id).publicDocuments)).toEqual(['a', 'b'])
  s.step(reviewer, id, ruling('a', true), day(12))
  expect(idsOf(s.of(id).publicDocuments)).toEqual(['b'])
  expect(s.of(id).rulings).toHaveLength(2)
})
