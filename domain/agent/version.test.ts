// Tests of a version's content: its limits, its address, and what is missing before it may be submitted.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Missing, wellFormed } from './complete.ts'
import { specimenVersion as specimen } from './specimen.ts'
import { cleanLine, cleanText, cut } from './text.ts'
import { type AgentVersion, type AuthorityRow, agentVersionSchema, contentHash, draftVersionSchema } from './version.ts'
import { authorityModes, consentMethods, descriptionSections, noticeMethods, reversibilities, vetoPaths } from './vocabulary.ts'

const missingIn = (change: Partial<AgentVersion>): string[] => wellFormed({ ...specimen, ...change }).map((missing) => missing.code)
const row = (change: Partial<AuthorityRow>): AuthorityRow => ({ ...(specimen.authorityMatrix[0] as AuthorityRow), tools: [], ...change })

describe('content', () => {
  test('an unknown field is refused, at the top and within a row', () => {
    expect(agentVersionSchema.safeParse({ ...specimen, extra: 1 }).success).toBe(false)
    expect(agentVersionSchema.safeParse({ ...specimen, models: [{ ...specimen.models[0], extra: 1 }] }).success).toBe(false)
  })

  test('a text with unseen or reordering characters is refused', () => {
    for (const bad of ['a\u202Eb', 'a\u200Bb', 'a\u0000b', ' a', 'a\ud800']) {
      expect(agentVersionSchema.safeParse({ ...specimen, version: bad }).success, JSON.stringify(bad)).toBe(false)
    }
  })

  test('a draft may lack any part, but keeps the limits of what it has', () => {
    expect(draftVersionSchema.safeParse({}).success).toBe(true)
    expect(draftVersionSchema.safeParse({ version: 'x'.repeat(65) }).success).toBe(false)
  })

  test('the same content has the same address, whatever the order of its keys', () => {
    const turned = Object.fromEntries(Object.entries(specimen).reverse()) as AgentVersion
    expect(contentHash(turned)).toBe(contentHash(specimen))
    expect(contentHash(specimen)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('any other content has another address', () => {
    expect(contentHash({ ...specimen, purpose: `${specimen.purpose}!` })).not.toBe(contentHash(specimen))
    expect(contentHash({ ...specimen, authorityMatrix: specimen.authorityMatrix.toReversed() })).not.toBe(contentHash(specimen))
  })
})

describe('text', () => {
  test('cleaning a clean text changes nothing, and what is cleaned passes the schema', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const clean of [cleanText, cleanLine]) expect(clean(clean(text))).toBe(clean(text))
        expect(draftVersionSchema.safeParse({ version: cut(cleanLine(text), 64) }).success).toBe(true)
      }),
    )
  })
})

describe('completeness', () => {
  test('the specimen is complete', () => {
    expect(wellFormed(specimen)).toEqual([])
  })

  test('an empty draft lacks something in every part of the wizard', () => {
    const sections = new Set(wellFormed({}).map((missing) => missing.section))
    expect([...sections].sort()).toEqual([...descriptionSections].sort())
  })

  test('leaving out any part that must be there is noticed, in the part it belongs to', () => {
    const optional = new Set([
      'names',
      'endpoints',
      'inputModes',
      'outputModes',
      'identityCode',
      'buildHash',
      'basedOnHash',
      'authorityMatrix',
    ])
    for (const key of Object.keys(specimen) as (keyof AgentVersion)[]) {
      const { [key]: _left, ...draft } = specimen
      if (!optional.has(key)) expect(wellFormed(draft), key).not.toEqual([])
    }
    expect(missingIn({ names: { zh: '', en: 'Only English' } })).toContain('agent.nameMissing')
    expect(missingIn({ authorityMatrix: [] })).toContain('matrix.rowMissing')
  })

  test('a minor or security version says which version it was made from', () => {
    expect(missingIn({ changeClass: 'minor' })).toEqual(['agent.baseVersionMissing'])
    expect(missingIn({ changeClass: 'security', basedOnHash: contentHash(specimen) })).toEqual([])
  })

  test('a model needs a number or a hash; a tool needs permissions', () => {
    const [model] = specimen.models
    const [tool, other] = specimen.tools
    if (!model || !tool || !other) throw new Error('the specimen has both')
    expect(missingIn({ models: [{ ...model, filingNo: null }] })).toEqual([])
    expect(missingIn({ models: [{ ...model, filingNo: null, hash: null }] })).toEqual(['agent.modelReferenceMissing'])
    expect(missingIn({ tools: [{ ...tool, permissions: [] }, other] })).toEqual(['agent.toolPermissionsMissing'])
    expect(missingIn({ tools: [tool, other, tool] })).toEqual(['agent.rowRepeated'])
  })

  test('retention in days needs the days, and only that retention', () => {
    expect(missingIn({ memory: { ...specimen.memory, retentionDays: null } })).toEqual(['agent.retentionDaysMissing'])
    expect(missingIn({ memory: { ...specimen.memory, retention: 'session' } })).toEqual(['agent.retentionDaysUnexpected'])
  })

  test('an agent that minors, the elderly or the lonely may meet says how they are protected', () => {
    const nobody = { minorsPossible: false, elderlyPossible: false, anthropomorphic: false, protection: null }
    expect(missingIn(nobody)).toEqual([])
    for (const flag of ['minorsPossible', 'elderlyPossible', 'anthropomorphic'])
      expect(missingIn({ ...nobody, [flag]: true })).toEqual(['agent.protectionMissing'])
  })

  test('an agent that decides alone has a guardrail, and every guardrail its test', () => {
    expect(missingIn({ guardrails: [] })).toEqual(['agent.guardrailMissing'])
    expect(missingIn({ guardrails: specimen.guardrails.map((rail) => ({ ...rail, testCase: null })) })).toEqual([
      'agent.guardrailTestMissing',
      'agent.guardrailTestMissing',
    ])
  })
})

describe('matrix', () => {
  const problems = (change: Partial<AuthorityRow>): string[] => missingIn({ authorityMatrix: [row(change)] })

  test('what only the user does needs nothing else', () => {
    expect(
      problems({
        mode: 'user_only',
        consent: 'none',
        notice: 'none',
        veto: 'none',
        reversibility: 'irreversible',
        cap: null,
        evidence: null,
      }),
    ).toEqual([])
  })

  test('what is irreversible and decided alone needs a cap or a veto that comes before the act', () => {
    const bare: Partial<AuthorityRow> = { mode: 'autonomous', reversibility: 'irreversible', cap: null, veto: 'none' }
    expect(problems(bare)).toEqual(['matrix.capOrVetoMissing'])
    expect(problems({ ...bare, veto: 'appeal' })).toEqual(['matrix.capOrVetoMissing'])
    expect(problems({ ...bare, veto: 'hold_before_action' })).toEqual([])
    expect(problems({ ...bare, veto: 'stop_control' })).toEqual([])
    expect(problems({ ...bare, cap: { amount: 1, unit: 'times', per: 'day' } })).toEqual([])
  })

  test('asking needs a way to agree, and standing agreement does not carry what cannot be undone', () => {
    expect(problems({ mode: 'user_authorised', consent: 'none' })).toEqual(['matrix.consentMissing'])
    expect(problems({ mode: 'user_authorised', consent: 'standing', reversibility: 'irreversible' })).toEqual(['matrix.consentTooWide'])
    expect(problems({ mode: 'user_authorised', consent: 'per_action', reversibility: 'irreversible' })).toEqual([])
  })

  test('the user is told of everything that the agent does', () => {
    expect(problems({ notice: 'none' })).toEqual(['matrix.noticeMissing'])
  })

  test('paying alone needs a limit; an undo window contradicts what cannot be undone; deciding alone needs evidence', () => {
    expect(problems({ category: 'payment' })).toEqual(['matrix.paymentCapMissing'])
    expect(problems({ reversibility: 'irreversible', veto: 'undo_window', cap: { amount: 1, unit: 'yuan', per: 'day' } })).toEqual([
      'matrix.undoContradicts',
    ])
    expect(problems({ evidence: null })).toEqual(['matrix.evidenceMissing'])
  })

  test('a row names only tools of the version, and each handle stands once', () => {
    expect(problems({ tools: ['scan.read', 'nowhere'] })).toEqual(['matrix.toolUnknown'])
    expect(missingIn({ authorityMatrix: [row({}), row({})] })).toEqual(['matrix.rowRepeated'])
  })

  test('no row that decides alone what is final, without cap and without a veto before, ever passes', () => {
    const anyRow = fc.record({
      mode: fc.constantFrom(...authorityModes),
      reversibility: fc.constantFrom(...reversibilities),
      consent: fc.constantFrom(...consentMethods),
      notice: fc.constantFrom(...noticeMethods),
      veto: fc.constantFrom(...vetoPaths),
      cap: fc.constantFrom(null, { amount: 5, unit: 'yuan' as const, per: 'day' as const }),
    })
    fc.assert(
      fc.property(anyRow, (change) => {
        const passes = problems(change).length === 0
        const unchecked =
          change.mode === 'autonomous' &&
          change.reversibility === 'irreversible' &&
          change.cap === null &&
          !['stop_control', 'hold_before_action'].includes(change.veto)
        const unasked = change.mode === 'user_authorised' && change.consent === 'none'
        const untold = change.mode !== 'user_only' && change.notice === 'none'
        if (unchecked || unasked || untold) expect(passes).toBe(false)
        if (change.mode === 'user_only') expect(passes).toBe(true)
      }),
    )
  })

  test('facts name the action, so that words can be made of them', () => {
    const [found] = wellFormed({ ...specimen, authorityMatrix: [row({ notice: 'none' })] }) as [Missing]
    expect(found).toEqual({ section: 'authority', code: 'matrix.noticeMissing', facts: { row: 'read-scan', action: row({}).action } })
  })
})
