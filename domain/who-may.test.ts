// What holds for every kind, read off its tables: who may never do what, four eyes, labels, schemas. And the matrix agrees with the judge.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Actor, type CaseState, judge, type Kind, type Post, systemPost } from './case.ts'
import { shippedCatalogue } from './catalogue/shipped.ts'
import { kinds } from './kinds.ts'
import { adminRoles, type Duty, duties, excludedBy, fieldLabels, roles } from './permission.ts'
import { placeOfKind, standings, whoMay } from './who-may.ts'

/** Duties of whoever prepares what another signs. */
const preparing: readonly Duty[] = ['intake', 'review', 'sector_review', 'draft_notice', 'propose', 'test']

const isStrict = (schema: unknown): boolean => {
  const node = schema as { type?: string; additionalProperties?: unknown; anyOf?: unknown[]; oneOf?: unknown[]; allOf?: unknown[] }
  const parts = node.anyOf ?? node.oneOf ?? node.allOf
  return parts ? parts.every(isStrict) : node.type === 'object' && node.additionalProperties === false
}

/** Everything that is wrong with a kind's tables, as sentences; none for a sound one. */
const faultsOf = (kind: Kind): string[] => {
  const faults: string[] = []
  const say = (is: boolean, sentence: string) => {
    if (is) faults.push(`${kind.name}: ${sentence}`)
  }
  const [moves, commands] = [Object.keys(kind.moves), Object.keys(kind.commands)]
  for (const command of commands) say(!moves.includes(command), `${command} has no move`)
  for (const [name, schema] of Object.entries(kind.commands)) {
    say(!isStrict(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })), `${name} takes fields that it does not know`)
  }
  for (const [name, move] of Object.entries(kind.moves)) {
    const by = move.by as readonly string[]
    say(!commands.includes(name), `${name} has no schema`)
    say(by.length === 0, `${name} is nobody's move`)
    say(
      by.some((role) => !(roles as readonly string[]).includes(role)),
      `${name} is a move of a role that does not exist`,
    )
    say(by.includes('auditor'), `${name} lets the auditor write`)
    say(by.includes('public'), `${name} lets the public write`)
    say(
      !kind.isAdministrative && by.some((role) => (adminRoles as readonly string[]).includes(role)),
      `${name} gives an administrator a right over cases`,
    )
    say(move.quiet === true && by.some((role) => role !== 'system'), `${name} is quiet but not the system's alone`)
    say(move.from.length === 0, `${name} is possible from nowhere`)
    say(
      move.from.some((status: string) => status !== 'none' && !kind.statuses.includes(status)),
      `${name} starts from a status that does not exist`,
    )
    say(move.from.includes('none') && move.from.length > 1 && !move.quiet, `${name} both opens a case and changes one`)
    say(move.duty !== undefined && !(duties as readonly string[]).includes(move.duty), `${name} has an unknown duty`)
    say(
      move.stepUp === true && move.alone === undefined && !(move.duty && excludedBy(move.duty).some((duty) => preparing.includes(duty))),
      `${name} is decided without four eyes`,
    )
  }
  const opening = kind.moves.create?.from as readonly string[] | undefined
  say(opening?.length !== 1 || opening[0] !== 'none', 'create does not open a case')
  say(kind.initial.status !== 'none' || kind.statuses.includes('none'), 'a case that does not exist has a status')
  for (const field of Object.keys(kind.initial)) say(!Object.hasOwn(kind.fields, field), `field ${field} has no label`)
  for (const [field, label] of Object.entries(kind.fields))
    say(!(fieldLabels as readonly string[]).includes(label as string), `field ${field} has an unknown label`)
  say(kind.fields.did !== 'office', 'who did what is shown outside the office')
  say(new Set(kind.statuses).size !== kind.statuses.length, 'a status stands twice')
  return faults
}

test('the tables of every kind are sound', () => {
  expect([...kinds.values()].flatMap(faultsOf)).toEqual([])
})

test('every kind is listed under its own name, and no two share an address', () => {
  expect([...kinds].filter(([name, kind]) => name !== kind.name)).toEqual([])
  const plurals = [...kinds.values()].map((kind) => kind.plural)
  expect(plurals.filter((plural, index) => plurals.indexOf(plural) !== index)).toEqual([])
})

type Note = CaseState & { organisationId: string | null; sector: string | null; region: string | null; labId: string | null; text: string }
type NoteCommand = { type: 'create' | 'draft' | 'sign' | 'lapse' | 'answer' | 'report' }
/** A small kind with one move of each sort. */
const note: Kind<Note, NoteCommand, { type: 'noted' }, object> = {
  name: 'note',
  plural: 'notes',
  statuses: ['open', 'signed'],
  commands: {
    create: z.strictObject({}),
    draft: z.strictObject({}),
    sign: z.strictObject({}),
    lapse: z.strictObject({}),
    answer: z.strictObject({}),
    report: z.strictObject({}),
  },
  moves: {
    create: { by: ['filer'], from: ['none'] },
    draft: { by: ['recall_officer', 'reviewer'], from: ['open'], duty: 'draft_notice' },
    sign: { by: ['recall_signatory'], from: ['open'], duty: 'sign_notice', stepUp: true },
    lapse: { by: ['system'], from: ['open'], quiet: true },
    answer: { by: ['filer', 'representative'], from: ['open', 'signed'] },
    report: { by: ['tester'], from: ['open'] },
  },
  initial: { id: '', status: 'none', did: {}, organisationId: null, sector: null, region: null, labId: null, text: '' },
  place: ({ organisationId, sector, region, labId }) => ({ organisationId, sector, region, labId }),
  decide: () => ({ granted: true, events: [{ type: 'noted' }] }),
  evolve: (state) => ({ ...state, status: 'open', organisationId: 'company-here' }),
  summary: () => {
    throw new Error('not asked for here')
  },
  fields: {
    id: 'open',
    status: 'open',
    did: 'office',
    organisationId: 'open',
    sector: 'open',
    region: 'open',
    labId: 'open',
    text: 'party',
  },
}

test('a sound kind has no fault, and each fault is found', () => {
  expect(faultsOf(note)).toEqual([])
  const { lapse, ...withoutLapse } = note.moves
  const spoiled: [Partial<Record<keyof Kind, unknown>>, string][] = [
    [{ moves: withoutLapse }, 'note: lapse has no move'],
    [{ moves: { ...note.moves, burn: lapse } }, 'note: burn has no schema'],
    [{ moves: { ...note.moves, answer: { by: [], from: ['open'] } } }, "note: answer is nobody's move"],
    [{ moves: { ...note.moves, answer: { by: ['wizard'], from: ['open'] } } }, 'note: answer is a move of a role that does not exist'],
    [{ moves: { ...note.moves, answer: { by: ['auditor'], from: ['open'] } } }, 'note: answer lets the auditor write'],
    [{ moves: { ...note.moves, answer: { by: ['public'], from: ['open'] } } }, 'note: answer lets the public write'],
    [
      { moves: { ...note.moves, answer: { by: ['security_admin'], from: ['open'] } } },
      'note: answer gives an administrator a right over cases',
    ],
    [{ moves: { ...note.moves, lapse: { ...lapse, by: ['system', 'filer'] } } }, "note: lapse is quiet but not the system's alone"],
    [{ moves: { ...note.moves, answer: { by: ['filer'], from: [] } } }, 'note: answer is possible from nowhere'],
    [{ moves: { ...note.moves, answer: { by: ['filer'], from: ['gone'] } } }, 'note: answer starts from a status that does not exist'],
    [{ moves: { ...note.moves, answer: { by: ['filer'], from: ['none', 'open'] } } }, 'note: answer both opens a case and changes one'],
    [{ moves: { ...note.moves, answer: { by: ['filer'], from: ['open'], duty: 'nap' } } }, 'note: answer has an unknown duty'],
    [{ moves: { ...note.moves, sign: { ...note.moves.sign, duty: undefined } } }, 'note: sign is decided without four eyes'],
    [{ moves: { ...note.moves, create: { by: ['filer'], from: ['open'] } } }, 'note: create does not open a case'],
    [{ commands: { ...note.commands, answer: z.object({}) } }, 'note: answer takes fields that it does not know'],
    [{ statuses: ['open', 'signed', 'open'] }, 'note: a status stands twice'],
    [{ statuses: ['none', 'open', 'signed'] }, 'note: a case that does not exist has a status'],
    [{ fields: { ...note.fields, text: 'secret' } }, 'note: field text has an unknown label'],
    [{ fields: { ...note.fields, did: 'open' } }, 'note: who did what is shown outside the office'],
    [{ initial: { ...note.initial, extra: 1 } }, 'note: field extra has no label'],
  ]
  for (const [change, fault] of spoiled) expect(faultsOf({ ...note, ...change } as Kind)).toContain(fault)
})

test('a cell of the matrix says who may and why not', () => {
  const cells = whoMay(new Map([['note', note as Kind]]))
  expect(cells).toHaveLength(6 * roles.length * standings.length)
  const says = (command: string, role: string, standing: string) =>
    cells.find((cell) => cell.command === command && cell.role === role && cell.standing === standing)?.because
  expect(says('draft', 'recall_officer', 'own')).toBeNull()
  expect(says('draft', 'recall_officer', 'otherRegion')).toBe('jurisdiction')
  expect(says('draft', 'recall_officer', 'otherSector')).toBe('jurisdiction')
  expect(says('draft', 'recall_officer', 'otherOrganisation')).toBeNull()
  expect(says('draft', 'recall_officer', 'ownCompany')).toBe('ownOrganisation')
  expect(says('draft', 'approver', 'own')).toBe('move')
  expect(says('sign', 'recall_signatory', 'afterExcludedDuty')).toBe('duty')
  expect(says('answer', 'filer', 'afterExcludedDuty')).toBeNull()
  expect(says('answer', 'filer', 'own')).toBeNull()
  expect(says('answer', 'filer', 'otherOrganisation')).toBe('jurisdiction')
  expect(says('report', 'tester', 'otherOrganisation')).toBe('jurisdiction')
  expect(says('lapse', 'system', 'otherRegion')).toBeNull()
  expect(cells.filter((cell) => cell.role === 'auditor' && cell.verdict === 'may')).toEqual([])
})

test('a kind without region or sector is reached by officers of all of them', () => {
  const rule: Kind = { ...note, name: 'rule', place: () => ({ organisationId: null, sector: null, region: null }) } as Kind
  expect(placeOfKind(rule)).toEqual({ organisationId: null, sector: null, region: null, labId: null, platformIds: [] })
  const draft = whoMay(new Map([['rule', rule]])).filter((cell) => cell.command === 'draft' && cell.role === 'reviewer')
  expect(draft.filter((cell) => cell.verdict === 'mayNot').map((cell) => cell.standing)).toEqual(['afterExcludedDuty'])
})

test('a place that is worked out from a state of any depth counts as there', () => {
  const deep = {
    ...note,
    place: (state: any) => ({
      organisationId: state.draft?.owner ?? null,
      sector: state.rows.map((row: any) => row.sector)[0] ?? null,
      region: [...state.offices].length > 9 ? 'x' : null,
    }),
  } as Kind
  expect(placeOfKind(deep)).toMatchObject({ organisationId: 'company-here', sector: 'sector-here', region: null })
})

/** The post that a cell speaks of, written down a second time and by hand: the matrix is not asked about itself. */
const postOf = (role: Post['role'], standing: string): Post => {
  const house = {
    filer: 'company-here',
    compliance_lead: 'company-here',
    representative: 'company-here',
    tester: 'lab-here',
    lab_signatory: 'lab-here',
    platform_operator: 'platform-here',
  } as Record<string, string>
  if (role === 'system') return systemPost
  if (house[role])
    return {
      role,
      authorityId: null,
      sectors: [],
      region: null,
      organisationId: standing === 'otherOrganisation' ? 'elsewhere' : house[role],
    }
  if ((adminRoles as readonly string[]).includes(role) || role === 'public')
    return { role, authorityId: null, sectors: [], region: null, organisationId: null }
  return {
    role,
    authorityId: 'cac',
    sectors: [standing === 'otherSector' ? 'elsewhere' : 'sector-here'],
    region: standing === 'otherRegion' ? '310000' : '110000',
    organisationId: null,
  }
}

test('the judge grants what the matrix says may be done, and refuses the rest for the same reason', () => {
  const codeOf = {
    move: 'case.notYours',
    jurisdiction: 'case.notYours',
    ownOrganisation: 'case.ownOrganisation',
    duty: 'case.dutyExcluded',
  }
  for (const cell of whoMay(new Map([['note', note as Kind]]))) {
    const move = note.moves[cell.command as NoteCommand['type']]
    if (move.from.includes('none')) continue
    const did =
      cell.standing === 'afterExcludedDuty' && move.duty ? Object.fromEntries(excludedBy(move.duty).map((duty) => [duty, ['p']])) : {}
    const state: Note = {
      ...note.initial,
      id: 'n',
      status: 'open',
      did,
      organisationId: 'company-here',
      sector: 'sector-here',
      region: '110000',
      labId: 'lab-here',
    }
    const member: Post = { role: 'compliance_lead', authorityId: null, sectors: [], region: null, organisationId: 'company-here' }
    const posts = [postOf(cell.role, cell.standing), ...(cell.standing === 'ownCompany' && !move.by.includes('filer') ? [member] : [])]
    const actor: Actor = { personId: 'p', name: { zh: 'p', en: 'p' }, posts }
    const judged = judge(
      note,
      state,
      { type: cell.command as NoteCommand['type'] },
      { actor, at: '2026-11-02T10:00:00+08:00', catalogue: shippedCatalogue },
      {},
    )
    expect([cell, judged.granted ? null : judged.refusal.code]).toEqual([cell, cell.because === null ? null : codeOf[cell.because]])
  }
})
