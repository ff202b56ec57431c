// What a description still lacks before it may be submitted, task by task of the wizard (ux.md 4.10 g).
import { matrixProblems } from './matrix.ts'
import type { DraftVersion } from './version.ts'
import type { DescriptionSection } from './vocabulary.ts'

/** One thing missing or wrong: which task of the wizard mends it, a code for the words, and the facts that the words need. */
export type Missing = { section: DescriptionSection; code: string; facts: Record<string, string | number | boolean> }

type Report = (section: DescriptionSection, code: string, facts?: Missing['facts']) => void

const blank = (text: string | null | undefined): boolean => text === undefined || text === null || text === ''

/** The keys that occur more than once. */
const repeated = (keys: readonly string[]): string[] => [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))]

const nameAndVersion = (version: DraftVersion, report: Report): void => {
  if (blank(version.names?.zh)) report('name_and_version', 'agent.nameMissing', { language: 'zh' })
  if (blank(version.version)) report('name_and_version', 'agent.versionMissing')
  if (blank(version.purpose)) report('name_and_version', 'agent.purposeMissing')
  if (version.form === undefined) report('name_and_version', 'agent.formMissing')
  if (version.publicFacing === undefined) report('name_and_version', 'agent.publicFacingMissing')
  if (version.autonomyLevel === undefined) report('name_and_version', 'agent.autonomyLevelMissing')
  if (version.changeClass === undefined) report('name_and_version', 'agent.changeClassMissing')
  if (version.changeClass !== undefined && version.changeClass !== 'major' && blank(version.basedOnHash)) {
    report('name_and_version', 'agent.baseVersionMissing', { changeClass: version.changeClass })
  }
}

const skillsAndTools = (version: DraftVersion, report: Report): void => {
  if ((version.capability?.can ?? []).length === 0) report('skills_and_tools', 'agent.canMissing')
  if ((version.capability?.cannot ?? []).length === 0) report('skills_and_tools', 'agent.cannotMissing')
  if ((version.models ?? []).length === 0) report('skills_and_tools', 'agent.modelMissing')
  if (version.tools === undefined) report('skills_and_tools', 'agent.toolsMissing')
  if (version.skills === undefined) report('skills_and_tools', 'agent.skillsMissing')
  for (const model of version.models ?? []) {
    if (blank(model.provider)) report('skills_and_tools', 'agent.modelProviderMissing', { model: model.name })
    // A model in the filer's hands has weights that can be hashed, or a filing; a called model has its provider's number (policy.md 3.2).
    if (blank(model.filingNo) && model.hash === null) report('skills_and_tools', 'agent.modelReferenceMissing', { model: model.name })
  }
  for (const tool of version.tools ?? []) {
    if (blank(tool.description)) report('skills_and_tools', 'agent.toolDescriptionMissing', { tool: tool.name })
    if (tool.permissions.length === 0) report('skills_and_tools', 'agent.toolPermissionsMissing', { tool: tool.name })
    if (blank(tool.source)) report('skills_and_tools', 'agent.toolSourceMissing', { tool: tool.name })
  }
  const lists = {
    models: version.models?.map((row) => row.name),
    tools: version.tools?.map((row) => row.name),
    skills: version.skills?.map((row) => row.id),
  }
  for (const [list, keys] of Object.entries(lists)) {
    for (const key of repeated(keys ?? [])) report('skills_and_tools', 'agent.rowRepeated', { list, key })
  }
}

const data = (version: DraftVersion, report: Report): void => {
  if ((version.dataCategories ?? []).length === 0) report('data', 'agent.dataCategoriesMissing')
  const memory = version.memory
  if (memory === undefined) {
    report('data', 'agent.memoryMissing')
    return
  }
  if (memory.retention === 'for_days' && memory.retentionDays === null) report('data', 'agent.retentionDaysMissing')
  if (memory.retention !== 'for_days' && memory.retentionDays !== null)
    report('data', 'agent.retentionDaysUnexpected', { retention: memory.retention })
}

const guardrails = (version: DraftVersion, report: Report): void => {
  const rails = version.guardrails ?? []
  const acts = (version.authorityMatrix ?? []).some((row) => row.mode === 'autonomous')
  if (version.guardrails === undefined || (acts && rails.length === 0)) report('guardrails', 'agent.guardrailMissing')
  for (const rail of rails) {
    if (blank(rail.trigger)) report('guardrails', 'agent.guardrailTriggerMissing', { guardrail: rail.id })
    if (blank(rail.testCase)) report('guardrails', 'agent.guardrailTestMissing', { guardrail: rail.id })
  }
  for (const key of repeated(rails.map((rail) => rail.id))) report('guardrails', 'agent.rowRepeated', { list: 'guardrails', key })
}

const stopAndAppeal = (version: DraftVersion, report: Report): void => {
  if (blank(version.oversight?.stopMethod)) report('stop_and_appeal', 'agent.stopMethodMissing')
  if (version.oversight === undefined || version.oversight.stopWithinSeconds === null) report('stop_and_appeal', 'agent.stopTimeMissing')
  if (blank(version.oversight?.appealChannel)) report('stop_and_appeal', 'agent.appealChannelMissing')
}

const vulnerableUsers = (version: DraftVersion, report: Report): void => {
  for (const flag of ['anthropomorphic', 'minorsPossible', 'elderlyPossible'] as const) {
    if (version[flag] === undefined) report('vulnerable_users', 'agent.answerMissing', { question: flag })
  }
  const exposed = version.anthropomorphic === true || version.minorsPossible === true || version.elderlyPossible === true
  if (exposed && blank(version.protection)) report('vulnerable_users', 'agent.protectionMissing')
}

/** Everything that keeps this description from being submitted, in the order of the wizard; an empty list when it is complete. */
export const wellFormed = (version: DraftVersion): Missing[] => {
  const missing: Missing[] = []
  const report: Report = (section, code, facts = {}) => missing.push({ section, code, facts })
  nameAndVersion(version, report)
  skillsAndTools(version, report)
  if ((version.authorityMatrix ?? []).length === 0) report('authority', 'matrix.rowMissing')
  for (const problem of matrixProblems(
    version.authorityMatrix ?? [],
    (version.tools ?? []).map((tool) => tool.name),
  )) {
    report('authority', problem.code, problem.facts)
  }
  data(version, report)
  guardrails(version, report)
  stopAndAppeal(version, report)
  vulnerableUsers(version, report)
  return missing
}
