// Tests of the difference between two versions: complete, by row, and with what each change means.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, derivation, difference, isDerived, sectionOfPath } from './difference.ts'
import { isWithinCap } from './matrix.ts'
import { specimenVersion as specimen } from './specimen.ts'
import { type AgentVersion, type AuthorityRow, type Cap, contentHash } from './version.ts'
import { authorityModes, capSpans, consentMethods, guardrailEffects, noticeMethods, reversibilities, vetoPaths } from './vocabulary.ts'

const changed = (change: Partial<AgentVersion>): Change[] => difference(specimen, { ...specimen, ...change })
const withRow = (id: string, change: Partial<AuthorityRow>): Partial<AgentVersion> => ({
  authorityMatrix: specimen.authorityMatrix.map((row) => (row.id === id ? { ...row, ...change } : row)),
})
const brief = (changes: readonly Change[]): [string, boolean, string | null][] =>
  changes.map((change) => [change.path, change.loosens, change.because])

describe('completeness', () => {
  const anyChange = fc.record(
    {
      purpose: fc.constantFrom(specimen.purpose, 'other'),
      inputModes: fc.shuffledSubarray(['image/png', 'text/plain', 'x']),
      authorityMatrix: fc.shuffledSubarray([...specimen.authorityMatrix]).chain((rows) => fc.constantFrom(rows, [...rows, ...rows])),
      tools: fc.shuffledSubarray([...specimen.tools]),
      identityCode: fc.constantFrom(null, specimen.identityCode),
      memory: fc.constantFrom(specimen.memory, { ...specimen.memory, retentionDays: 31 }),
    },
    { requiredKeys: [] },
  )

  test('it is empty exactly when both versions have the same address', () => {
    fc.assert(
      fc.property(anyChange, anyChange, (one, other) => {
        const [before, after] = [
          { ...specimen, ...one },
          { ...specimen, ...other },
        ] as [AgentVersion, AgentVersion]
        expect(difference(before, after).length === 0).toBe(contentHash(before) === contentHash(after))
      }),
    )
  })

  test('backwards it has the same paths with before and after exchanged', () => {
    fc.assert(
      fc.property(anyChange, anyChange, (one, other) => {
        const [before, after] = [
          { ...specimen, ...one },
          { ...specimen, ...other },
        ] as [AgentVersion, AgentVersion]
        const key = (change: { path: string; before: unknown; after: unknown }): string =>
          JSON.stringify([change.path, change.before, change.after])
        const there = difference(before, after).map(key).sort()
        const back = difference(after, before)
          .map((change) => key({ path: change.path, before: change.after, after: change.before }))
          .sort()
        expect(back).toEqual(there)
      }),
    )
  })

  test('rows are matched by what names them, wherever they stand', () => {
    const [first, ...rest] = specimen.authorityMatrix
    const moved = changed({ authorityMatrix: [...rest, { ...first, evidence: 'T-99' } as AuthorityRow] })
    expect(moved.map((change) => change.path)).toEqual(['/authorityMatrix/read-scan/evidence', '/authorityMatrix'])
  })

  test('a change knows the part of the wizard it stands in, and a path is escaped', () => {
    const [tool] = changed({ tools: [...specimen.tools, { ...specimen.tools[0], name: 'a/b' } as AgentVersion['tools'][number]] })
    expect(tool).toMatchObject({ path: '/tools/a~1b', section: 'skills_and_tools', before: null, loosens: false })
    expect(sectionOfPath('/authorityMatrix/x/mode')).toBe('authority')
    expect(sectionOfPath('/nothing')).toBeNull()
  })

  test('a draft that lacks a part is compared with what it has', () => {
    const { authorityMatrix: _rows, memory: _memory, ...draft } = specimen
    const paths = difference(draft, specimen).map((change) => change.path)
    expect(paths).toEqual([...specimen.authorityMatrix.map((row) => `/authorityMatrix/${row.id}`), '/memory'])
  })
})

describe('loosening', () => {
  const ordered: [keyof AuthorityRow & string, readonly string[], 1 | -1, string][] = [
    ['mode', authorityModes, 1, 'authority.modeLoosened'],
    ['reversibility', reversibilities, 1, 'authority.lessReversible'],
    ['consent', consentMethods, -1, 'authority.consentWeakened'],
    ['notice', noticeMethods, -1, 'authority.noticeWeakened'],
    ['veto', vetoPaths, -1, 'authority.vetoWeakened'],
  ]

  for (const [field, words, direction, because] of ordered) {
    test(`a move of ${field} loosens in one direction and never in the other`, () => {
      for (const [from, before] of words.entries()) {
        for (const [to, after] of words.entries()) {
          if (from === to) continue
          const mode = field === 'mode' ? {} : { mode: 'user_authorised' as const }
          const base = { ...specimen, ...withRow('submit-mark', { ...mode, [field]: before }) }
          const next = { ...specimen, ...withRow('submit-mark', { ...mode, [field]: after }) }
          const [change] = difference(base, next)
          const isLooser = Math.sign(to - from) === direction
          expect(change, `${before} to ${after}`).toMatchObject({ loosens: isLooser, because: isLooser ? because : null })
        }
      }
    })
  }

  test('where only the user acts, weaker consent, notice or veto and a lost cap loosen nothing', () => {
    const cap: Cap = { amount: 1, unit: 'times', per: 'day' }
    const strong = withRow('publish-marks', {
      consent: 'two_person',
      notice: 'before_action',
      veto: 'stop_control',
      reversibility: 'reversible',
      cap,
    })
    const changes = difference({ ...specimen, ...strong }, specimen)
    expect(changes).toHaveLength(5)
    expect(changes.filter((change) => change.loosens || change.because !== null)).toEqual([])
  })

  test('a cap that rises, goes, or cannot be compared loosens; a tighter one does not', () => {
    const cap = (next: Cap | null) => brief(changed(withRow('submit-mark', { cap: next })))
    const path = '/authorityMatrix/submit-mark/cap'
    expect(cap({ amount: 201, unit: 'times', per: 'day' })).toEqual([[path, true, 'authority.capRaised']])
    expect(cap(null)).toEqual([[path, true, 'authority.capRemoved']])
    expect(cap({ amount: 1, unit: 'yuan', per: 'day' })).toEqual([[path, true, 'authority.capNotWithin']])
    expect(cap({ amount: 199, unit: 'times', per: 'day' })).toEqual([[path, false, null]])
    expect(cap({ amount: 200, unit: 'times', per: 'week' })).toEqual([[path, false, null]])
  })

  test('a new action that the agent may do loosens, and so does the end of one kept for the user', () => {
    const extra = { ...(specimen.authorityMatrix[2] as AuthorityRow), id: 'new' }
    expect(brief(changed({ authorityMatrix: [...specimen.authorityMatrix, extra] }))).toEqual([
      ['/authorityMatrix/new', true, 'authority.actionAdded'],
    ])
    expect(brief(changed({ authorityMatrix: [...specimen.authorityMatrix, { ...extra, mode: 'user_only' }] }))).toEqual([
      ['/authorityMatrix/new', false, null],
    ])
    const without = (id: string) => brief(changed({ authorityMatrix: specimen.authorityMatrix.filter((row) => row.id !== id) }))
    expect(without('contact-pupil')).toEqual([['/authorityMatrix/contact-pupil', true, 'authority.reservationRemoved']])
    expect(without('submit-mark')).toEqual([['/authorityMatrix/submit-mark', false, null]])
  })

  test('a tool that can change something loosens when it comes, a reading one does not', () => {
    const tool = { ...(specimen.tools[0] as AgentVersion['tools'][number]), name: 'new' }
    const added = (permissions: AgentVersion['tools'][number]['permissions']) =>
      brief(changed({ tools: [...specimen.tools, { ...tool, permissions }] }))
    expect(added(['read'])).toEqual([['/tools/new', false, null]])
    expect(added(['read', 'pay'])).toEqual([['/tools/new', true, 'tools.addedWithEffect']])
    expect(added([])).toEqual([['/tools/new', true, 'tools.addedWithEffect']])
    const wider = specimen.tools.map((one) =>
      one.name === 'scan.read' ? { ...one, permissions: [...one.permissions, 'delete' as const] } : one,
    )
    expect(brief(changed({ tools: wider }))).toEqual([['/tools/scan.read/permissions/delete', true, 'tools.permissionAdded']])
  })

  test('a guardrail that goes or softens loosens', () => {
    expect(brief(changed({ guardrails: specimen.guardrails.slice(1) }))).toEqual([['/guardrails/G-1', true, 'guardrails.removed']])
    for (const [from, before] of guardrailEffects.entries()) {
      for (const [to, after] of guardrailEffects.entries()) {
        if (from === to) continue
        const rail = (effect: typeof before): AgentVersion => ({
          ...specimen,
          guardrails: specimen.guardrails.map((one) => ({ ...one, effect })),
        })
        expect(difference(rail(before), rail(after)).every((change) => change.loosens === to < from)).toBe(true)
      }
    }
  })

  test('more memory, more data, a wider audience, a slower stop and a lost limit loosen', () => {
    const loosening: Partial<AgentVersion>[] = [
      { memory: { ...specimen.memory, retentionDays: 31 } },
      { memory: { ...specimen.memory, retention: 'until_erased' } },
      { memory: { ...specimen.memory, sharedBetweenUsers: true } },
      { memory: { ...specimen.memory, usedForTraining: true } },
      { memory: { ...specimen.memory, userMayErase: false } },
      { dataCategories: [...specimen.dataCategories, 'health'] },
      { publicFacing: true },
      { anthropomorphic: true },
      { elderlyPossible: true },
      { form: 'embodied' },
      { autonomyLevel: 'l3' },
      { protection: null },
      { oversight: { ...specimen.oversight, stopWithinSeconds: 5 } },
      { oversight: { ...specimen.oversight, stopWithinSeconds: null } },
      { oversight: { ...specimen.oversight, humanTakeover: false } },
      { oversight: { ...specimen.oversight, appealChannel: '' } },
      { capability: { ...specimen.capability, cannot: specimen.capability.cannot.slice(1) } },
      { endpoints: specimen.endpoints.map((endpoint) => ({ ...endpoint, authentication: ['none' as const] })) },
    ]
    for (const change of loosening) {
      const there = changed(change)
      expect(
        there.some((one) => one.loosens && one.because !== null),
        JSON.stringify(change),
      ).toBe(true)
      expect(
        difference({ ...specimen, ...change }, specimen).every((one) => one.path === '/memory/retention' || !one.loosens),
        JSON.stringify(change),
      ).toBe(true)
    }
  })

  test('reworded conditions and replaced models are for a person to read', () => {
    expect(brief(changed(withRow('submit-mark', { condition: 'x' })))).toEqual([
      ['/authorityMatrix/submit-mark/condition', false, 'authority.conditionReworded'],
    ])
    expect(brief(changed(withRow('submit-mark', { condition: null })))).toEqual([
      ['/authorityMatrix/submit-mark/condition', true, 'authority.conditionRemoved'],
    ])
    const model = { ...(specimen.models[0] as AgentVersion['models'][number]), hash: 'f'.repeat(64) }
    expect(brief(changed({ models: [model] }))).toEqual([['/models/invented-lm-7b/hash', false, 'models.buildChanged']])
  })
})

describe('caps', () => {
  // One unit of use at each of the given minutes; a cap holds when no window of its length has more than its amount.
  const minutesOf = { hour: 60, day: 1440, week: 10_080 } as const
  type Timed = { amount: number; unit: 'times'; per: keyof typeof minutesOf }
  const keeps = (uses: readonly number[], cap: Timed): boolean =>
    uses.every((start) => uses.filter((at) => at >= start && at < start + minutesOf[cap.per]).length <= cap.amount)
  const timed = fc.record({
    amount: fc.integer({ min: 0, max: 30 }),
    unit: fc.constant('times' as const),
    per: fc.constantFrom('hour' as const, 'day' as const, 'week' as const),
  })

  test('whatever keeps a cap that lies within another keeps the other too', () => {
    fc.assert(
      fc.property(timed, timed, fc.array(fc.integer({ min: 0, max: 12_000 }), { maxLength: 60 }), (next, past, uses) => {
        // As much use as the new cap lets through, taken greedily.
        const kept: number[] = []
        for (const use of uses.toSorted((a, b) => a - b)) if (keeps([...kept, use], next)) kept.push(use)
        if (isWithinCap(next, past)) expect(keeps(kept, past)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('a cap is within itself and within none; nothing is within any cap but a cap', () => {
    for (const per of capSpans) {
      const cap: Cap = { amount: 5, unit: 'yuan', per }
      expect(isWithinCap(cap, cap)).toBe(true)
      expect(isWithinCap(cap, null)).toBe(true)
      expect(isWithinCap(null, cap)).toBe(false)
    }
  })

  test('a day may hold many hours, actions and sessions; a total is within every span', () => {
    const cap = (amount: number, per: Cap['per']): Cap => ({ amount, unit: 'yuan', per })
    expect(isWithinCap(cap(10, 'hour'), cap(240, 'day'))).toBe(true)
    expect(isWithinCap(cap(10, 'hour'), cap(239, 'day'))).toBe(false)
    expect(isWithinCap(cap(240, 'day'), cap(10, 'hour'))).toBe(false)
    expect(isWithinCap(cap(10, 'action'), cap(1000, 'day'))).toBe(false)
    expect(isWithinCap(cap(10, 'session'), cap(1000, 'day'))).toBe(false)
    expect(isWithinCap(cap(10, 'session'), cap(10, 'action'))).toBe(true)
    expect(isWithinCap(cap(10, 'day'), cap(10, 'session'))).toBe(false)
    for (const per of capSpans) expect(isWithinCap(cap(10, 'total'), cap(10, per))).toBe(true)
    expect(isWithinCap(cap(0, 'action'), cap(0, 'total'))).toBe(true)
  })
})

describe('derivation', () => {
  const [model] = specimen.models
  const newBuild: AgentVersion = { ...specimen, version: '2.0.0', buildHash: 'd'.repeat(64) }

  test('the same content or build comes from the version, whatever it is called', () => {
    expect(derivation(specimen, specimen)).toBe('same_content')
    expect(derivation(specimen, { ...specimen, version: '9.0.0', purpose: 'other' })).toBe('same_build')
  })

  test('a version declared as made from it comes from it', () => {
    expect(derivation(specimen, { ...newBuild, basedOnHash: contentHash(specimen) })).toBe('declared_base')
  })

  test('a later minor or security version with one of its models comes from it, even when it says nothing', () => {
    expect(derivation(specimen, { ...newBuild, version: '1.8.4', changeClass: 'minor' })).toBe('same_line')
    expect(derivation(specimen, { ...newBuild, version: '1.8.2', changeClass: 'minor' })).toBeNull()
    if (!model) throw new Error('the specimen has a model')
    expect(derivation(specimen, { ...newBuild, version: '1.8.4', changeClass: 'minor', models: [{ ...model, name: 'other' }] })).toBeNull()
  })

  test('a major version with a new build stands on its own', () => {
    expect(isDerived(specimen, newBuild)).toBe(false)
    expect(isDerived({ ...specimen, buildHash: null }, { ...newBuild, buildHash: null })).toBe(false)
  })
})
