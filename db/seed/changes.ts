// Changes of filed agents, one of each class: recorded at once, told late, waiting for tests, passed to a new filing, or written and not yet signed.
import type { AgentVersion } from '#domain/agent/version'
import { changesOf } from '#domain/filing/change-state'
import type { Filing } from '#domain/filing/state'
import type agents from './agents.json'
import { must, stateOf } from './door.ts'
import { one, partiesOf, type Stage } from './lives.ts'
import type { Life } from './schedule.ts'

export type ChangePlan = {
  agent: keyof typeof agents
  filing: () => string | null
  /** Days from today on which it is written. */
  from: number
  what: 'cosmetic' | 'notify' | 'retest' | 'reapprove'
  /** Days before `from` on which it really changed. */
  ago?: number
  until: 'proposed' | 'signed' | 'withdrawn' | 'followed'
}

/** A later number on the same line. */
const nextVersion = (version: string): string => version.replace(/(\d+)(?!.*\d)/, (last) => String(Number(last) + 7))

const contentOf = ({ version, skills, models, purpose }: AgentVersion, what: ChangePlan['what']): Partial<AgentVersion> => {
  const next = { version: nextVersion(version) }
  switch (what) {
    case 'cosmetic':
      return { ...next, skills: skills.map((skill) => ({ ...skill, tags: [...skill.tags, 'cn'] })) }
    case 'notify':
      return { ...next, buildHash: '5'.repeat(64) }
    case 'retest':
      return { ...next, models: models.map((model) => ({ ...model, hash: '6'.repeat(64) })) }
    case 'reapprove':
      return { ...next, purpose: `${purpose}${one.changePurpose}` }
  }
}

export async function* changeLife(stage: Stage, { agent, filing, from, what, ago = 2, until }: ChangePlan): Life {
  yield stage.when(from, '11:00')
  const id = filing()
  if (!id) return
  const { lead, representative } = partiesOf(stage, agent)
  const { revisions } = await stateOf<Filing>('filing', id)
  const content = revisions.at(-1)?.content
  if (!content) return
  const body = { changedOn: stage.when(from - ago).slice(0, 10), reason: one.changeReason, content: contentOf(content, what) }
  await must(lead, 'filing', id, 'proposeChange', body, stage.when(from, '11:00'))
  if (until === 'proposed') return
  yield stage.when(from + 1, '11:10')
  const at = stage.when(from + 1, '11:10')
  if (until === 'withdrawn') {
    await must(lead, 'filing', id, 'withdrawChange', { reason: one.withdraw }, at)
    return
  }
  await must(representative, 'filing', id, 'confirmChange', {}, at)
  if (until !== 'followed') return
  yield stage.when(from + 2, '11:20')
  const state = await stateOf<Filing>('filing', id)
  const change = changesOf(state).findLast((each) => each.stage === 'referred')
  if (!change) return
  const { organisationId, agentId, sector, scenarios } = state
  await must(
    lead,
    'filing',
    null,
    'create',
    {
      ...{ organisationId, agentId, sector, scenarios, agentName: change.content.names },
      ...{ followsFilingId: id, followsChange: change.no },
    },
    stage.when(from + 2, '11:20'),
  )
}
