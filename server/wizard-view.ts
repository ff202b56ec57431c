// What the pages of one filing read: the case, its tasks, what its scenarios allow, and the words of what is missing.
import 'server-only'
import { notFound } from 'next/navigation'
import { placementOf, tierOfLane } from '#domain/filing/placement'
import { identityOpen } from '#domain/filing/provenance'
import { addressesOf, lacking, signable } from '#domain/filing/revision'
import { currentRevision, type Filing } from '#domain/filing/state'
import type { Lane, Tier } from '#domain/tier/vocabulary'
import type { CompanyReader } from './company-reader.ts'
import { type Fault, type TaskState, taskStates } from './filing-tasks.ts'
import { ceilingsOf, openScenarios } from './wizard-form.ts'

/** One filing of the company, or the page that says there is none. */
export const filingOf = async (r: CompanyReader, id: string) => {
  const found = await r.one<Filing>('filing', id)
  if (found?.audience !== 'company') return notFound()
  return { found, filing: found.state as Filing }
}

/** The tasks of a filing with what the openings of its scenarios allow. */
export const tasksOf = async (r: CompanyReader, filing: Filing, moves: readonly string[]) => {
  const openings = await openScenarios(r, filing.sector, filing.draftScenarios)
  const ceilings = ceilingsOf(openings)
  const states = taskStates(filing, ceilings, moves.includes('describe'))
  const lacks = lacking(filing)
  const unconfirmed = filing.claims.filter((claim) => claim.confirmedBy === null)
  const unexplained = identityOpen(filing)
  const isComplete = lacks.length === 0 && unconfirmed.length === 0 && unexplained.length === 0
  return { openings, ceilings, states, lacks, unconfirmed, unexplained, isComplete }
}

const factsOf = (r: CompanyReader, facts: Fault['facts']): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      name === 'scenario' ? r.words.scenario(Number(value)) : typeof value === 'boolean' ? String(value) : value,
    ]),
  )

/** A fault as a sentence: `agent.nameMissing` is in agent.refusal.nameMissing, as everywhere. */
export const faultWords = (r: CompanyReader, { code, facts }: Pick<Fault, 'code' | 'facts'>): string => {
  const [noun = '', ...rest] = code.split('.')
  const field = String(facts.field ?? '')
  const filled = {
    ...factsOf(r, facts),
    ...(facts.field === undefined
      ? {}
      : { field: r.say([`wizard.field.${field}`, `agent.field.${field.replaceAll('.', '_')}`], {}, field) }),
  }
  return r.say([`wizard.fault.${rest.join('.')}`, `${noun}.refusal.${rest.join('.')}`], filled)
}

/** The place of a description that a correction names (`/oversight/stopMethod`), by the label of its field; null where it has none. */
export const placeWords = (r: CompanyReader, path: string | null): string | null => {
  const names = (path ?? '').split('/').filter((part) => part !== '' && !/^\d+$/.test(part))
  const keys = names.map((_, index) => `agent.field.${names.slice(0, names.length - index).join('_')}`)
  const key = [...keys, `filing.field.${names.at(-1)}`].find((one) => r.book.has(one))
  return names.length > 0 && key !== undefined ? r.say(key) : null
}

/** The lane that the rules give the draft as it stands, scenario by scenario; null while too little is written to say. */
export const expectedLanes = (r: CompanyReader, filing: Filing): { scenario: number; lane: Lane; tier: Tier }[] | null => {
  if (lacking(filing).length > 0) return null
  const what = signable(filing)
  return what.scenarios.map((scenario) => {
    const placed = placementOf(r.catalogue, what, scenario)
    return { scenario, lane: placed.lane, tier: tierOfLane(r.catalogue, placed, placed.lane) }
  })
}

/** The address of what would be signed now; null while it cannot be signed. */
export const draftHash = (filing: Filing): string | null => (lacking(filing).length > 0 ? null : addressesOf(signable(filing)).hash)

/** Whether what stands in the form differs from what was signed last. */
export const isChangedSinceSigned = (filing: Filing): boolean => {
  const hash = draftHash(filing)
  return currentRevision(filing) !== null && hash !== filing.revisionHash
}

/** The questions that reading a file left open, in words. */
export const questionWords = (r: CompanyReader, questions: readonly { code: string; facts: Record<string, unknown> }[]): string[] =>
  questions.map(({ code, facts }) => {
    const filled = Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : typeof value === 'number' ? value : String(value),
      ]),
    )
    const name = code.replace('import.', '')
    return r.say([`import.question.${name}`, 'import.question.other'], { code, ...filled })
  })

export const statusWord = (r: CompanyReader, state: TaskState): string =>
  state.status === 'problem'
    ? r.say('ui.task.problem', { count: state.faults.filter((fault) => fault.isProblem).length })
    : r.say(`ui.task.${state.status}`)
