// From the plan to the end of a recall: late acts stay visible, buckets add up, declared is never proved, and the closer is nobody who judged.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import type { CommandOf } from './command.ts'
import { progress } from './progress.ts'
import { recall } from './recall.ts'
import {
  both,
  buckets,
  du,
  evaluate,
  facts,
  filer,
  finish,
  finished,
  hash,
  he,
  lead,
  lin,
  mei,
  on,
  ordered,
  panel,
  plan,
  publish,
  published,
  raw,
  reasons,
  stranger,
  terminate,
  text,
} from './story.ts'

const report = (more: CommandOf<'reportStage'>['buckets']): CommandOf<'reportStage'> => ({
  type: 'reportStage',
  buckets: more,
  narrative: 'rolled back',
  next: 'the rest',
})
const acknowledge = (deploymentId: string, statement: CommandOf<'acknowledge'>['statement'] = 'stopped'): CommandOf<'acknowledge'> => ({
  type: 'acknowledge',
  deploymentId,
  statement,
  note: '',
})
const check = (deploymentId: string, more: Partial<CommandOf<'recordCheck'>> = {}): CommandOf<'recordCheck'> => ({
  type: 'recordCheck',
  deploymentId,
  outcome: 'stopHolds',
  method: 'probe',
  evidenceHash: raw,
  note: '',
  ...more,
})
const further: CommandOf<'furtherMeasures'> = {
  type: 'furtherMeasures',
  measures: ['retest'],
  reasons,
  basis: ['art 21'],
  dueOn: '2026-12-18',
}

test('a plan is due five working days after an order was delivered; a late one is taken and stays late', () => {
  expect(recall.summary(ordered().state(), shippedCatalogue)).toMatchObject({ dueOn: '2026-11-10', dueRule: 'RCL-3' })
  expect(ordered().run(on('11-10', '23:59'), [lead, plan]).state().plans[0]).toMatchObject({ no: 1, isLate: false })
  expect(ordered().run(on('11-11', '00:00'), [lead, plan]).state().plans[0]).toMatchObject({ no: 1, isLate: true })
})

test('a changed plan is filed again, and the earlier one stays', () => {
  const here = published().run(on('11-16'), [lead, { ...plan, users: 2000 }])
  expect(here.state()).toMatchObject({
    status: 'plan_filed',
    plans: [
      { no: 1, users: 1000, published: { address: null } },
      { no: 2, users: 2000, isLate: false, published: null },
    ],
  })
})

test('a plan is published with all its channels told; whom it told after the day of filing is named', () => {
  const filed = () => ordered().run(on('11-04'), [lead, plan])
  expect(filed().ask(lead, { ...publish('2026-11-04'), told: [] }, on('11-04'))).toBe('recall.toldChannelsNeeded')
  expect(filed().ask(lead, publish('2026-11-06'), on('11-05'))).toBe('recall.pastDayNeeded')
  expect(
    filed()
      .run(on('11-04'), [lead, publish('2026-11-04')])
      .state().plans[0]?.published,
  ).toMatchObject({ toldLate: [], isLate: false })
  expect(
    filed()
      .run(on('11-10'), [lead, publish('2026-11-05')])
      .state().plans[0]?.published,
  ).toMatchObject({ toldLate: ['Store'], isLate: true })
  expect(filed().ask(lead, { ...publish('2026-11-04'), text: text('a routine update') }, on('11-04'))).toBe('recall.plainWordsNeeded')
})

test('features C7: the buckets of a report are the affected number, no more and no less', () => {
  const here = published()
  fc.assert(
    fc.property(
      fc.record({ remedied: fc.nat(4), notified: fc.nat(4), unreachable: fc.nat(4), refused: fc.nat(4), notYet: fc.nat(4) }),
      (given) => {
        const sum = Object.values(given).reduce((total, one) => total + one, 0)
        expect(published().ask(lead, report(given), on('11-10'))).toBe(sum === 3 ? 'granted' : 'recall.matchingBucketsNeeded')
      },
    ),
    {
      examples: [
        [{ remedied: 3, notified: 0, unreachable: 0, refused: 0, notYet: 0 }],
        [{ remedied: 1, notified: 1, unreachable: 1, refused: 0, notYet: 0 }],
      ],
    },
  )
  here.run(on('11-10'), [filer, report({ remedied: 1, notified: 1, unreachable: 0, refused: 0, notYet: 1 })])
  expect(here.state().reports).toMatchObject([{ no: 1, affected: 3, isLate: false }])
})

test('reports fall due every seventh day in class I, and move off days of rest', () => {
  const here = published()
  expect(recall.summary(here.state(), shippedCatalogue).dueOn).toBe('2026-11-11')
  here.run(on('11-12'), [lead, report(buckets(1, 2))])
  expect(here.state().reports[0]?.isLate).toBe(true)
  expect(recall.summary(here.state(), shippedCatalogue).dueOn).toBe('2026-11-18')
})

test('in the lighter classes reports fall due every month, on the same number', () => {
  const here = published().run(
    on('11-04'),
    [lin, { type: 'changeClass', class: 'III', criteria: ['misleading_output'], reason: 'as measured' }],
    [mei, { type: 'validateClass', agrees: true, reason: 'yes' }],
  )
  expect(recall.summary(here.state(), shippedCatalogue).dueOn).toBe('2026-12-04')
})

test('who is not reached by the recall answers nothing in it, and no other company answers for it', () => {
  expect(published().ask(filer, acknowledge('d1'), on('11-05'))).toBe('granted')
  expect(published().ask(filer, acknowledge('old'), on('11-05'))).toBe('recall.affectedDeploymentNeeded')
  expect(published().ask(stranger, acknowledge('d1'), on('11-05'))).toBe('case.notYours')
})

test('a declaration is never proof, and a phone call proves no stop', () => {
  const here = published().run(on('11-05'), [filer, acknowledge('d1')], [filer, acknowledge('d2', 'refuses')])
  expect(progress(here.state())).toMatchObject({
    affected: 3,
    acknowledged: 2,
    checked: 0,
    byStanding: { proved: 0, declared: 1, silent: 1, unreachable: 0, refused: 1 },
    declaredByReport: null,
  })
  expect(here.ask(lin, check('d1', { method: 'phone' }), on('11-06'))).toBe('recall.proofNeeded')
  expect(here.ask(lin, check('d1', { evidenceHash: null }), on('11-06'))).toBe('recall.proofNeeded')
  here.run(
    on('11-06'),
    [lin, check('d1')],
    [lin, check('d3', { outcome: 'unreachable', method: 'phone', evidenceHash: null })],
    [lead, report(buckets(3))],
  )
  expect(progress(here.state())).toMatchObject({
    acknowledged: 2,
    checked: 2,
    byStanding: { proved: 1, declared: 0, silent: 0, unreachable: 1, refused: 1 },
    declaredByReport: { remedied: 3 },
  })
  expect(here.state().published?.progress).toEqual(progress(here.state()))
})

test('the standings of the affected are a partition, whatever is declared, checked and in what order', () => {
  const step = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('d1', 'd2', 'd3'),
        fc.constantFrom<CommandOf<'acknowledge'>['statement']>('stopped', 'limited', 'replaced', 'notRunning', 'stillRunning', 'refuses'),
      )
      .map(([id, statement]) => [filer, acknowledge(id, statement)] as const),
    fc
      .tuple(
        fc.constantFrom('d1', 'd2', 'd3'),
        fc.constantFrom<CommandOf<'recordCheck'>['outcome']>('stopHolds', 'stillRunning', 'unreachable'),
      )
      .map(([id, outcome]) => [lin, check(id, { outcome })] as const),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const here = published()
      for (const [actor, command] of steps) expect(here.ask(actor, command, on('11-06'))).toBe('granted')
      const { affected, acknowledged, checked, byStanding } = progress(here.state())
      expect(Object.values(byStanding).reduce((total, one) => total + one, 0)).toBe(affected)
      expect(byStanding.proved).toBeLessThanOrEqual(checked)
      expect(byStanding.declared).toBeLessThanOrEqual(acknowledged)
      const proofs = new Set(
        steps.flatMap(([, command]) => (command.type === 'recordCheck' && command.outcome === 'stopHolds' ? [command.deploymentId] : [])),
      )
      expect(byStanding.proved).toBeLessThanOrEqual(proofs.size)
    }),
    { numRuns: 60 },
  )
})

test('the final report leaves nothing to do and is due fifteen working days after the measures', () => {
  expect(published().ask(lead, finish({ buckets: buckets(2, 1) }), on('11-23'))).toBe('recall.finishedMeasuresNeeded')
  expect(published().ask(lead, finish({ buckets: buckets(2) }), on('11-23'))).toBe('recall.matchingBucketsNeeded')
  expect(published().ask(lead, finish({ finishedOn: '2026-11-24' }), on('11-23'))).toBe('recall.pastDayNeeded')
  expect(published().run(on('12-11', '23:59'), [lead, finish()]).state().final?.isLate).toBe(false)
  expect(published().run(on('12-12', '00:00'), [lead, finish()]).state().final?.isLate).toBe(true)
})

test('the effect is judged by a disinterested panel and by an officer who drafted and signed nothing', () => {
  expect(finished().ask(lin, evaluate, on('12-01'))).toBe('case.dutyExcluded')
  expect(finished().ask(mei, { ...evaluate, panel: panel.slice(0, 2) }, on('12-01'))).toBe('recall.fullPanelNeeded')
  expect(finished().ask(mei, evaluate, on('12-01'))).toBe('granted')
})

test('the evaluator never terminates, the drafter neither', () => {
  expect(finished().run(on('12-01'), [both, evaluate]).ask(both, terminate, on('12-02'))).toBe('recall.otherSignatoryNeeded')
  expect(finished().run(on('12-01'), [both, evaluate]).ask(both, further, on('12-02'))).toBe('recall.otherSignatoryNeeded')
  const here = finished().run(on('12-01'), [mei, evaluate]).run(on('12-02'), [du, terminate])
  expect(here.state()).toMatchObject({ status: 'terminated', published: { end: { how: 'terminated' } } })
})

test('features C14: what was not remedied, or found running, or not shown to work, is closed only with a written reason', () => {
  const open = { ...terminate, openReason: 'the operator was dissolved' }
  const refused = published()
    .run(on('11-23'), [lead, finish({ buckets: { ...buckets(2), refused: 1 } })])
    .run(on('12-01'), [mei, evaluate])
  expect(refused.ask(du, terminate, on('12-02'))).toBe('recall.openReasonNeeded')
  expect(refused.ask(du, open, on('12-02'))).toBe('granted')
  const running = finished()
    .run(on('11-30'), [lin, check('d1', { outcome: 'stillRunning' })])
    .run(on('12-01'), [mei, evaluate])
  expect(running.ask(du, terminate, on('12-02'))).toBe('recall.openReasonNeeded')
  const partly = finished().run(on('12-01'), [mei, { ...evaluate, outcome: 'partly' }])
  expect(partly.ask(du, terminate, on('12-02'))).toBe('recall.openReasonNeeded')
})

test('further measures need a new plan by a day that lies ahead', () => {
  const here = finished().run(on('12-01'), [mei, { ...evaluate, outcome: 'notEffective' }])
  expect(here.ask(du, { ...further, dueOn: '2026-12-02' }, on('12-02'))).toBe('recall.laterDayNeeded')
  here.run(on('12-02'), [du, further])
  expect(recall.summary(here.state(), shippedCatalogue)).toMatchObject({ dueOn: '2026-12-18', mark: 'recalled' })
  expect(here.run(on('12-21'), [lead, plan]).state().plans.at(-1)?.isLate).toBe(true)
})

test('only a build that was caught by descent or by a component is cleared, and only once', () => {
  const clear = (n: number): CommandOf<'clearVersion'> => ({
    type: 'clearVersion',
    versionHash: hash(n),
    reason: 'retested',
    evidenceHash: raw,
  })
  const agent = facts.agent && {
    ...facts.agent,
    versions: [
      ...facts.agent.versions,
      { hash: hash(9), version: '2.5.0', content: { buildHash: null, basedOnHash: hash(3), models: [], tools: [] } },
    ],
  }
  const here = published({ agent: agent ?? null })
  expect(here.ask(he, clear(3), on('11-10'))).toBe('recall.derivedVersionNeeded')
  expect(here.ask(he, clear(1), on('11-10'))).toBe('recall.derivedVersionNeeded')
  expect(here.ask(he, clear(9), on('11-10'))).toBe('granted')
  expect(here.ask(he, clear(9), on('11-10'))).toBe('recall.blockedVersionNeeded')
})
