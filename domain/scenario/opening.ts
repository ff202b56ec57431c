// The rules of a scenario opening: which use of agents two authorities together have opened in a sector, under which limits (clause 11, policy.md 5.3).
import type { Kind, Needs, Recorded } from '#domain/case'
import { national } from '#domain/permission'
import { decideOpening, type OpeningFacts } from './opening-decide.ts'
import { evolveOpening, noOpening, type Opening } from './opening-state.ts'
import { type OpeningCommand, type OpeningEvent, openingCommands } from './opening-vocabulary.ts'
import { openingStatuses } from './vocabulary.ts'

export type { Opening } from './opening-state.ts'
export type { OpeningCommand, OpeningContent, OpeningEvent } from './opening-vocabulary.ts'

const marks = {
  none: 'draft',
  draft: 'draft',
  under_concurrence: 'review',
  open: 'approved',
  open_conditional: 'conditions',
  refused: 'refused',
  suspended: 'suspended',
  closed: 'ended',
} as const
const isPublic = ({ status }: Opening): boolean =>
  status === 'open' || status === 'open_conditional' || status === 'suspended' || status === 'closed'

/** In the log only what was already effective: a signature that stands alone says nothing to the public (policy.md 5.4 no. 6). */
const publicFacts = (event: Recorded<OpeningEvent>, { sector, scenario }: Opening): Record<string, unknown> => {
  const where = { sector, scenario }
  if (event.type === 'opened')
    return { ...where, no: event.no, hash: event.hash, inForceOn: event.inForceOn, isConditional: event.isConditional }
  if (event.type === 'suspended' || event.type === 'reopened') return { ...where, on: event.on, reason: event.publicReason }
  return event.type === 'closed' ? { ...where, on: event.on, exitUntil: event.exitUntil, reason: event.publicReason } : {}
}

export const opening: Kind<Opening, OpeningCommand, OpeningEvent, OpeningFacts> = {
  name: 'opening',
  plural: 'openings',
  statuses: openingStatuses,
  commands: openingCommands,
  moves: {
    create: { by: ['reviewer'], from: ['none'], duty: 'review' },
    revise: { by: ['reviewer'], from: ['draft', 'under_concurrence', 'open', 'open_conditional', 'suspended'], duty: 'review' },
    propose: { by: ['reviewer'], from: ['draft'], duty: 'review' },
    amend: { by: ['reviewer'], from: ['open', 'open_conditional', 'suspended'], duty: 'review' },
    concur: {
      by: ['sector_approver'],
      from: ['under_concurrence', 'open', 'open_conditional', 'suspended'],
      duty: 'sector_approve',
      stepUp: true,
    },
    sign: { by: ['approver'], from: ['under_concurrence', 'open', 'open_conditional', 'suspended'], duty: 'approve', stepUp: true },
    refuse: { by: ['approver', 'sector_approver'], from: ['under_concurrence', 'open', 'open_conditional', 'suspended'] },
    // One authority alone stops at once what only both together can open again.
    suspend: { by: ['approver', 'sector_approver'], from: ['open', 'open_conditional'], alone: 'protective', stepUp: true },
    reopen: { by: ['approver', 'sector_approver'], from: ['suspended'], alone: 'jointByRule', stepUp: true },
    noteDeployment: { by: ['system'], from: openingStatuses, quiet: true },
    close: { by: ['approver', 'sector_approver'], from: ['open', 'open_conditional', 'suspended'], alone: 'jointByRule', stepUp: true },
  },
  initial: noOpening,
  // Which scenarios are open is decided nationally; a provincial office applies it (policy.md 5.6, level).
  place: ({ sector }) => ({ organisationId: null, sector, region: national }),
  needs: (_state, command): Needs =>
    command.type === 'create' ? { others: { many: 'opening', link: 'scenario', to: `${command.sector}:${command.scenario}` } } : {},
  decide: decideOpening,
  evolve: evolveOpening,
  summary: (state, catalogue) => {
    const scenario = catalogue.scenarios.items.find((item) => item.clause === state.scenario)
    const sector = catalogue.sectors.items.find((item) => item.id === state.sector)
    const latest = state.versions.at(-1)
    return {
      title: { zh: `${sector?.zh ?? ''} · ${scenario?.zh ?? ''}`, en: `${sector?.en ?? ''} · ${scenario?.en ?? ''}` },
      number: latest ? `${state.sector}:${state.scenario} v${latest.no}` : null,
      mark: marks[state.status],
      organisationName: null,
      scenario: state.sector === null ? null : `${state.sector}:${state.scenario}`,
      lane: null,
      tier: null,
      ownerId: null,
      dueOn: null,
      dueRule: null,
      lapse: null,
      openedAt: state.createdAt,
      decidedAt: latest
        ? latest.sector.at > latest.cyberspace.at
          ? latest.sector.at
          : latest.cyberspace.at
        : (state.refusals.at(-1)?.at ?? null),
      isPublic: isPublic(state),
      words: [sector?.zh, sector?.en, scenario?.zh, scenario?.en].filter((word): word is string => word !== undefined),
    }
  },
  fields: {
    id: 'open',
    status: 'open',
    did: 'office',
    sector: 'open',
    scenario: 'open',
    versions: 'office',
    published: 'open',
    proposal: 'office',
    motion: 'office',
    refusals: 'office',
    notice: 'open',
    closure: 'open',
    deploymentIds: 'office',
    createdAt: 'office',
  },
  links: ({ sector, scenario }) => ({ scenario: sector === null ? null : `${sector}:${scenario}` }),
  publicFacts,
}
