// How far a filing is written, task by task of the wizard (ux.md 4.10 g): what is missing, what is wrong, what waits to be confirmed.
import { sectionOfPath } from '#domain/agent/difference'
import type { AgentVersion, AuthorityRow } from '#domain/agent/version'
import { type AuthorityMode, authorityModes } from '#domain/agent/vocabulary'
import { lacking } from '#domain/filing/revision'
import type { Claim, Filing } from '#domain/filing/state'
import type { FilingSection } from '#domain/filing/vocabulary'

export const wizardTasks = [
  'scenarios',
  'name',
  'skills',
  'tools',
  'models',
  'authority',
  'data',
  'guardrails',
  'stop',
  'people',
  'use',
] as const
export type WizardTask = (typeof wizardTasks)[number]
export const isWizardTask = (task: string): task is WizardTask => (wizardTasks as readonly string[]).includes(task)

/** The seven groups of the task list. `company`, `officer`, `evidence` and `reports` are no forms of the filing itself. */
export const wizardGroups = [
  ['scenarios'],
  ['company', 'officer'],
  ['name', 'skills', 'tools', 'models'],
  ['authority'],
  ['data', 'guardrails', 'stop', 'people'],
  ['use'],
  ['evidence', 'reports'],
] as const

/** The parts of the description that each task writes. */
export const contentOf: Record<WizardTask, readonly (keyof AgentVersion)[]> = {
  scenarios: [],
  name: ['names', 'version', 'purpose', 'form', 'publicFacing', 'autonomyLevel', 'identityCode', 'changeClass', 'basedOnHash', 'buildHash'],
  skills: ['capability', 'skills'],
  tools: ['tools', 'endpoints', 'inputModes', 'outputModes'],
  models: ['models'],
  authority: ['authorityMatrix'],
  data: ['dataCategories', 'memory'],
  guardrails: ['guardrails'],
  stop: ['oversight'],
  people: ['anthropomorphic', 'minorsPossible', 'elderlyPossible', 'protection'],
  use: [],
}

/** The section of the form that a task belongs to, as correction notices name it. */
export const sectionOfTask: Record<WizardTask, FilingSection> = {
  scenarios: 'basics',
  name: 'name_and_version',
  skills: 'skills_and_tools',
  tools: 'skills_and_tools',
  models: 'skills_and_tools',
  authority: 'authority',
  data: 'data',
  guardrails: 'guardrails',
  stop: 'stop_and_appeal',
  people: 'vulnerable_users',
  use: 'use',
}

const firstOfSection: Record<FilingSection, WizardTask> = {
  basics: 'scenarios',
  use: 'use',
  name_and_version: 'name',
  skills_and_tools: 'skills',
  authority: 'authority',
  data: 'data',
  guardrails: 'guardrails',
  stop_and_appeal: 'stop',
  vulnerable_users: 'people',
}

/** The task that writes this place of the description; else the first of its section. */
export const taskOfPlace = (path: string | null, section: FilingSection): WizardTask => {
  const field = path?.split('/')[1] ?? ''
  return (
    wizardTasks.find((task) => (contentOf[task] as readonly string[]).includes(field)) ??
    firstOfSection[path ? (sectionOfPath(path) ?? section) : section]
  )
}

export type Fault = { task: WizardTask; code: string; facts: Record<string, string | number | boolean>; isProblem: boolean }
/** The ceiling that an opening sets, with the version of the decision. */
export type Ceiling = { scenario: number; mode: AuthorityMode; version: number }

const listTask: Record<string, WizardTask> = { models: 'models', tools: 'tools', skills: 'skills', guardrails: 'guardrails' }

const taskOfLack = ({ section, code, facts }: { section: FilingSection; code: string; facts: Record<string, unknown> }): WizardTask => {
  if (code === 'filing.fieldMissing') return taskOfPlace(`/${String(facts.field).replaceAll('.', '/')}`, section)
  if (code === 'agent.rowRepeated') return listTask[String(facts.list)] ?? firstOfSection[section]
  if (section === 'skills_and_tools') return code.startsWith('agent.model') ? 'models' : code.startsWith('agent.tool') ? 'tools' : 'skills'
  return firstOfSection[section]
}

/** Rows that have more freedom than a scenario allows: no deployment in it can be approved like that (clause 6, opening decision). */
export const ceilingFaults = (rows: readonly AuthorityRow[], ceilings: readonly Ceiling[]): Fault[] =>
  rows.flatMap((row) =>
    ceilings
      .filter((ceiling) => authorityModes.indexOf(row.mode) > authorityModes.indexOf(ceiling.mode))
      .map(({ scenario, version }) => ({
        task: 'authority' as const,
        code: 'matrix.ceilingExceeded',
        facts: { row: row.id, action: row.action, scenario, version },
        isProblem: true,
      })),
  )

/** Missing is something not yet written; a problem is something written that cannot stand. */
const isProblem = (code: string): boolean => (code.startsWith('matrix.') && code !== 'matrix.rowMissing') || !code.endsWith('Missing')

/** Everything that is missing or wrong, each with the task that mends it. */
export const faultsOf = (filing: Pick<Filing, 'use' | 'content'>, ceilings: readonly Ceiling[]): Fault[] => [
  ...lacking(filing).map(({ section, code, facts }) => ({
    task: taskOfLack({ section, code, facts }),
    code,
    facts,
    isProblem: isProblem(code),
  })),
  ...ceilingFaults(filing.content.authorityMatrix ?? [], ceilings),
]

export type TaskStatus = 'completed' | 'inProgress' | 'notStarted' | 'problem'
export type TaskState = {
  task: WizardTask
  status: TaskStatus
  faults: readonly Fault[]
  unconfirmed: number
  imported: number
  isOpen: boolean
}

const claimsOf = (claims: readonly Claim[], task: WizardTask) =>
  claims.filter((claim) => (contentOf[task] as readonly string[]).includes(claim.path.split('/')[1] ?? ''))

const isBegun = (filing: Pick<Filing, 'use' | 'content'>, task: WizardTask): boolean =>
  task === 'use'
    ? Object.keys(filing.use).length > 0
    : contentOf[task].some((field) => filing.content[field] !== undefined && JSON.stringify(filing.content[field]) !== '""')

/** Whether the company may write in this task now: all of a draft; once corrections were asked for, only the sections asked about. */
export const isOpenTask = (filing: Pick<Filing, 'status' | 'corrections'>, task: WizardTask, mayDescribe: boolean): boolean =>
  mayDescribe &&
  (filing.status !== 'correction_required' || (filing.corrections.at(-1)?.items ?? []).some((item) => item.section === sectionOfTask[task]))

/** The state of every task, in the order of the wizard. */
export const taskStates = (
  filing: Pick<Filing, 'status' | 'sector' | 'draftScenarios' | 'use' | 'content' | 'claims' | 'corrections'>,
  ceilings: readonly Ceiling[],
  mayDescribe: boolean,
): TaskState[] => {
  const faults = faultsOf(filing, ceilings)
  return wizardTasks.map((task) => {
    const own = faults.filter((fault) => fault.task === task)
    const claims = claimsOf(filing.claims, task)
    const unconfirmed = claims.filter((claim) => claim.confirmedBy === null).length
    const begun = task === 'scenarios' || isBegun(filing, task)
    const status: TaskStatus = own.some((fault) => fault.isProblem)
      ? 'problem'
      : own.length === 0 && unconfirmed === 0
        ? 'completed'
        : begun
          ? 'inProgress'
          : 'notStarted'
    return { task, status, faults: own, unconfirmed, imported: claims.length, isOpen: isOpenTask(filing, task, mayDescribe) }
  })
}
