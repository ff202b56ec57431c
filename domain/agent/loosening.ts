// Whether a change gives the agent more room or the person less protection. In doubt a change loosens: a person may then decide that it does not.
import { isWithinCap } from './matrix.ts'
import type { AgentTool, AuthorityRow, Cap } from './version.ts'
import {
  authorityModes,
  autonomyLevels,
  consentMethods,
  guardrailEffects,
  memoryRetentions,
  noticeMethods,
  reversibilities,
  type ToolPermission,
  vetoPaths,
} from './vocabulary.ts'

/** `because` without `loosens`: a change of words or parts that no rule can weigh, to be read by a person. */
export type Judgement = { loosens: boolean; because: string | null }
/** A change to judge: the steps of its path below the version, the values (null where absent), and the whole row it stands in. */
export type Judged = { steps: readonly string[]; before: unknown; after: unknown; rowBefore: unknown; rowAfter: unknown }

const loosens = (because: string): Judgement => ({ loosens: true, because })
const toRead = (because: string): Judgement => ({ loosens: false, because })
const neutral: Judgement = { loosens: false, because: null }
const when = (condition: boolean, because: string): Judgement => (condition ? loosens(because) : neutral)

/** Whether `after` stands later than `before` in an ordered tuple; an absent value stands before all. */
const moved = (order: readonly string[], before: unknown, after: unknown): number =>
  order.indexOf(String(after)) - order.indexOf(String(before))
const turnedOn = (change: Judged): boolean => change.after === true && change.before !== true
const emptied = (change: Judged): boolean =>
  change.before !== null && change.before !== '' && (change.after === null || change.after === '')
const changesSomething = (permission: ToolPermission): boolean => permission !== 'read'

const capJudgement = (before: Cap | null, after: Cap | null): Judgement => {
  if (isWithinCap(after, before)) return neutral
  if (after === null) return loosens('authority.capRemoved')
  return loosens(
    before !== null && before.unit === after.unit && before.per === after.per ? 'authority.capRaised' : 'authority.capNotWithin',
  )
}

const authority = (change: Judged): Judgement => {
  const [, , field] = change.steps
  const rowBefore = change.rowBefore as AuthorityRow | null
  const rowAfter = change.rowAfter as AuthorityRow | null
  if (rowBefore === null) return when(rowAfter !== null && rowAfter.mode !== 'user_only', 'authority.actionAdded')
  if (rowAfter === null) return when(rowBefore.mode === 'user_only', 'authority.reservationRemoved')
  if (field === 'mode') return when(moved(authorityModes, change.before, change.after) > 0, 'authority.modeLoosened')
  // Where only the user acts, the agent's limits bind nobody.
  if (rowAfter.mode === 'user_only') return neutral
  switch (field) {
    case 'reversibility':
      return when(moved(reversibilities, change.before, change.after) > 0, 'authority.lessReversible')
    case 'cap':
      return capJudgement(change.before as Cap | null, change.after as Cap | null)
    case 'consent':
      return when(moved(consentMethods, change.before, change.after) < 0, 'authority.consentWeakened')
    case 'notice':
      return when(moved(noticeMethods, change.before, change.after) < 0, 'authority.noticeWeakened')
    case 'veto':
      return when(moved(vetoPaths, change.before, change.after) < 0, 'authority.vetoWeakened')
    case 'category':
      return loosens('authority.categoryChanged')
    case 'tools':
      return when(change.before === null, 'authority.toolAdded')
    case 'condition':
      return emptied(change) ? loosens('authority.conditionRemoved') : toRead('authority.conditionReworded')
    case 'action':
      return toRead('authority.actionReworded')
    default:
      return neutral
  }
}

const tool = (change: Judged): Judgement => {
  const [, , field] = change.steps
  if (change.rowBefore === null) {
    const added = change.rowAfter as AgentTool
    // No permission stated is no promise to stay within reading.
    return when(added.permissions.length === 0 || added.permissions.some(changesSomething), 'tools.addedWithEffect')
  }
  if (field === 'permissions')
    return when(change.before === null && changesSomething(change.after as ToolPermission), 'tools.permissionAdded')
  if (field === 'secrets') return when(change.before === null, 'tools.secretAdded')
  if (field === 'source' || field === 'version' || field === 'hash') return toRead('tools.supplyChanged')
  return neutral
}

const model = (change: Judged): Judgement => {
  const [, , field] = change.steps
  if (change.rowBefore === null || change.rowAfter === null) return toRead('models.replaced')
  if (field === 'hash' || field === 'provider' || field === 'accessMode') return toRead('models.buildChanged')
  return emptied(change) ? toRead('models.referenceRemoved') : neutral
}

const guardrail = (change: Judged): Judgement => {
  const [, , field] = change.steps
  if (change.rowAfter === null) return loosens('guardrails.removed')
  if (change.rowBefore === null) return neutral
  if (field === 'effect') return when(moved(guardrailEffects, change.before, change.after) < 0, 'guardrails.weakened')
  if (field === 'trigger') return emptied(change) ? loosens('guardrails.weakened') : toRead('guardrails.triggerReworded')
  return neutral
}

const memory = (change: Judged): Judgement => {
  switch (change.steps[1]) {
    case 'retention':
      return when(moved(memoryRetentions, change.before, change.after) > 0, 'memory.keptLonger')
    case 'retentionDays':
      return when(
        typeof change.before === 'number' && typeof change.after === 'number' && change.after > change.before,
        'memory.keptLonger',
      )
    case 'sharedBetweenUsers':
      return when(turnedOn(change), 'memory.shared')
    case 'usedForTraining':
      return when(turnedOn(change), 'memory.usedForTraining')
    default:
      return when(change.before === true && change.after !== true, 'memory.noLongerErasable')
  }
}

const oversight = (change: Judged): Judgement => {
  if (change.steps[1] === 'humanTakeover') return when(change.before === true && change.after !== true, 'oversight.takeoverRemoved')
  if (change.steps[1] === 'stopWithinSeconds') {
    const slower = typeof change.before === 'number' && (typeof change.after !== 'number' || change.after > change.before)
    return when(slower, 'oversight.stopSlower')
  }
  return emptied(change) ? loosens('oversight.pathRemoved') : neutral
}

const endpoint = (change: Judged): Judgement => {
  if (change.rowAfter === null) return neutral
  if (change.rowBefore === null) return toRead('endpoints.added')
  if (change.steps[2] !== 'authentication') return neutral
  return when(change.after === null ? change.before !== 'none' : change.after === 'none', 'endpoints.authenticationWeakened')
}

const capability = (change: Judged): Judgement => {
  if (change.steps[1] === 'cannot') return when(change.after === null, 'capability.limitRemoved')
  return when(change.before === null, 'capability.widened')
}

const judges: Record<string, (change: Judged) => Judgement> = {
  authorityMatrix: authority,
  tools: tool,
  models: model,
  guardrails: guardrail,
  memory,
  oversight,
  endpoints: endpoint,
  capability,
  autonomyLevel: (change) => when(moved(autonomyLevels, change.before, change.after) > 0, 'autonomy.raised'),
  form: (change) => when(change.after === 'embodied', 'form.becameEmbodied'),
  publicFacing: (change) => when(turnedOn(change), 'audience.widened'),
  anthropomorphic: (change) => when(turnedOn(change), 'anthropomorphic.turnedOn'),
  minorsPossible: (change) => when(turnedOn(change), 'audience.widened'),
  elderlyPossible: (change) => when(turnedOn(change), 'audience.widened'),
  protection: (change) => (emptied(change) ? loosens('protection.removed') : neutral),
  dataCategories: (change) => when(change.before === null && change.after !== 'public_data', 'data.categoryAdded'),
  purpose: () => toRead('purpose.reworded'),
}

/** What one change of a description means for the person whom the agent serves. A whole part that appears or vanishes is left to a person. */
export const judgeChange = (change: Judged): Judgement =>
  change.steps[0] === undefined ? neutral : (judges[change.steps[0]]?.(change) ?? neutral)
