// The interim stop: two people, a day of review, no short cut to an order; and which recalls block a version.
import { expect, test } from 'vitest'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { blockOf, blocks } from './blocks.ts'
import { recall } from './recall.ts'
import {
  both,
  content,
  create,
  delivered,
  du,
  evaluate,
  finished,
  hash,
  he,
  issued,
  lead,
  lin,
  mei,
  on,
  order,
  ordered,
  reasons,
  scope,
  stop,
  story,
  terminate,
  text,
  versions,
} from './story.ts'

const orderStop = { type: 'orderEmergency' as const, reasons: 'it cannot wait', reviewOn: '2026-10-20' }
const lift = { type: 'liftEmergency' as const, reasons: 'repaired', publicReason: text('The operator repaired it') }
const stopped = (here = story().run(on('10-09'), [lin, create])) => here.run(on('10-12'), [lin, stop], [he, orderStop])
const [old, , bad, next] = versions as [(typeof versions)[0], (typeof versions)[0], (typeof versions)[0], (typeof versions)[0]]
const declare = { type: 'declareVoluntary' as const, statement: 'we recall it', notice: null }

test('an interim stop is proposed by one person and ordered by another', () => {
  const proposed = () => story().run(on('10-09'), [lin, create]).run(on('10-12'), [both, stop])
  expect(story().run(on('10-09'), [lin, create]).ask(he, orderStop, on('10-12'))).toBe('recall.proposalNeeded')
  expect(proposed().ask(both, orderStop, on('10-12'))).toBe('case.dutyExcluded')
  expect(proposed().ask(he, orderStop, on('10-12'))).toBe('granted')
})

test('it carries a day of review within a month, reaches deployments at once, is public and takes the number', () => {
  for (const reviewOn of ['2026-10-12', '2026-11-13'])
    expect(
      story()
        .run(on('10-09'), [lin, create])
        .ask(lin, { ...stop, reviewOn }, on('10-12')),
    ).toBe('recall.reviewDayNeeded')
  const here = stopped()
  expect(here.state().emergency).toMatchObject({
    proposedBy: 'lin',
    by: 'he',
    reviewOn: '2026-10-20',
    affected: [{ deploymentId: 'd1' }, { deploymentId: 'd2' }, { deploymentId: 'd3' }],
  })
  expect(here.state()).toMatchObject({ status: 'suspected', isTold: true, published: { how: 'emergency', number: 'AGR-2026-0042-I' } })
  expect(recall.summary(here.state(), shippedCatalogue)).toMatchObject({
    mark: 'suspended',
    dueOn: '2026-10-20',
    dueRule: null,
    isPublic: true,
  })
})

test('it frees no order: notice and period, or experts, are still needed', () => {
  const here = stopped()
  expect(here.ask(he, order, on('10-13'))).toBe('case.wrongStatus')
  const noticed = stopped(delivered())
  expect(noticed.ask(he, order, on('10-13'))).toBe('recall.noticePeriodNeeded')
})

test('one stop at a time; it is prolonged with reasons or lifted for the public', () => {
  const here = stopped()
  expect(here.ask(lin, stop, on('10-13'))).toBe('recall.liftedStopNeeded')
  expect(here.ask(he, { type: 'prolongEmergency', reasons: 'not repaired', reviewOn: '2026-12-31' }, on('10-19'))).toBe(
    'recall.reviewDayNeeded',
  )
  here.run(on('10-19'), [he, { type: 'prolongEmergency', reasons: 'not repaired', reviewOn: '2026-11-03' }])
  expect(here.state().published?.emergency?.reviewOn).toBe('2026-11-03')
  here.run(on('10-21'), [du, lift])
  expect(here.state().published?.emergency).toMatchObject({ liftedAt: on('10-21'), liftReason: lift.publicReason })
  expect(here.ask(du, lift, on('10-21'))).toBe('recall.standingStopNeeded')
  expect(here.ask(lin, { ...stop, reviewOn: '2026-10-30' }, on('10-22'))).toBe('granted')
})

test('the end of the case ends the stop', () => {
  const here = stopped().run(on('10-13'), [he, { type: 'closeNoDefect', reasons, publicReason: text('There is no defect') }])
  expect(here.state()).toMatchObject({ status: 'closed_no_defect', emergency: { liftedAt: on('10-13') } })
})

test('the number is given once: stop, notice and order bear the same', () => {
  const here = stopped().run(
    on('10-13'),
    [mei, { type: 'validateClass', agrees: true, reason: 'yes' }],
    [lin, { type: 'openInvestigation', ground: 'graveRisk', reason: 'grave' }],
    [lin, { type: 'draftNotice', ...content }],
  )
  expect(here.ask(he, { type: 'issueNotice', reasons }, on('10-14'), { serial: 77 })).toBe('granted')
  expect(here.state().number).toBe('AGR-2026-0042-I')
  expect(recall.needs?.(here.state(), order)).not.toHaveProperty('serial')
})

test('5.4 no. 9: a notice alone blocks nothing; an interim stop, a declaration and an order block', () => {
  const use = { versions }
  expect(blocks(issued().state(), bad, use)).toBe(false)
  expect(blockOf(stopped().state(), bad, use)).toMatchObject({ by: 'interimStop', because: 'range', number: 'AGR-2026-0042-I' })
  expect(blockOf(delivered().run(on('10-22'), [lead, declare]).state(), bad, use)?.by).toBe('voluntary')
  expect(blockOf(ordered().state(), bad, use)?.by).toBe('ordered')
  expect(blocks(ordered().state(), old, use)).toBe(false)
})

test('a terminated or closed recall, and a lifted stop, block nothing', () => {
  expect(blocks(finished().run(on('12-01'), [mei, evaluate]).run(on('12-02'), [du, terminate]).state(), bad, { versions })).toBe(false)
  expect(blocks(stopped().run(on('10-13'), [du, lift]).state(), bad, { versions })).toBe(false)
})

test('5.4 no. 9: builds derived from a recalled version are blocked until exempt or cleared', () => {
  const derived = { hash: hash(9), version: '9.9.9', content: { buildHash: null, basedOnHash: bad.hash, models: [], tools: [] } }
  const grandchild = { hash: hash(10), version: '9.9.10', content: { buildHash: null, basedOnHash: derived.hash, models: [], tools: [] } }
  const here = ordered().state()
  const all = [...versions, derived, grandchild]
  expect(blockOf(here, derived, { versions: all })?.because).toBe('derived')
  expect(blockOf(here, grandchild, { versions: all })?.because).toBe('derived')
  expect(blocks(here, next, { versions: all })).toBe(false)
  const cleared = {
    ...here,
    cleared: [{ versionHash: derived.hash, reason: 'retested', evidenceHash: hash(1), by: 'he', at: on('11-10') }],
  }
  expect(blocks(cleared, derived, { versions: all })).toBe(false)
})

test('a scope of some scenarios and regions blocks there, and in doubt', () => {
  const limited = { ...stop, scope: scope({ scenarios: ['finance:21'], regions: ['110000'] }) }
  const narrow = story().run(on('10-09'), [lin, create]).run(on('10-12'), [lin, limited], [he, orderStop]).state()
  expect(blocks(narrow, bad, { versions, scenario: 'finance:21', region: '110000' })).toBe(true)
  expect(blocks(narrow, bad, { versions, scenario: 'education:25', region: '110000' })).toBe(false)
  expect(blocks(narrow, bad, { versions, scenario: 'finance:21', region: '310000' })).toBe(false)
  expect(blocks(narrow, bad, { versions })).toBe(true)
})

test('while a wider notice is open, the narrower one that binds goes on blocking', () => {
  const wider = { type: 'expand' as const, ...content, scope: scope({ versionRange: '<2.4.2' }), reason: 'older too' }
  const here = ordered().run(on('11-04'), [lin, wider], [he, { type: 'issueNotice', reasons }])
  expect(blocks(here.state(), bad, { versions })).toBe(true)
  expect(blocks(here.state(), old, { versions })).toBe(false)
  expect(recall.summary(here.state(), shippedCatalogue).mark).toBe('recalled')
})
