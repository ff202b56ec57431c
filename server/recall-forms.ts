// The forms of what an officer may ask of a recall; the text of a notice is written in the builder, everything else in a form.
import 'server-only'
import { affectedNow } from '#domain/recall/progress'
import { recall as kind } from '#domain/recall/recall'
import type { Recall } from '#domain/recall/state'
import type { DeskReader } from './desk-reader.ts'
import { formOf, type Known } from './form.ts'
import { scopeNow } from './recall-lines.ts'

/** Acts that are written in the builder. */
export const builderActs: readonly string[] = ['draftNotice', 'expand']

type Seen = { id: string; moves: readonly string[]; state: Partial<Recall> }

/** Moves that the table opens but whose ground is not there yet; the rule would refuse them, so they are not offered as buttons. */
const isUseful = (move: string, { state }: Seen, personId: string): boolean => {
  switch (move) {
    case 'validateClass':
      return state.classProposal != null && state.classProposal.by !== personId
    case 'issueNotice':
      return state.draft != null
    case 'orderEmergency':
      return state.emergencyProposal != null && state.emergencyProposal.by !== personId
    case 'proposeEmergency':
      return state.emergency == null || state.emergency.liftedAt !== null
    case 'prolongEmergency':
    case 'liftEmergency':
      return state.emergency != null && state.emergency.liftedAt === null
    case 'recordCheck':
    case 'acknowledge':
      return state.notices !== undefined && affectedNow(state as Recall).length > 0
    case 'clearVersion':
      return (state.notices?.length ?? 0) > 0 || state.emergency != null
    default:
      return true
  }
}

/** What each command may choose from. `deployment` preselects one of the affected. */
const knownOf = async (seen: Seen, deployment: string | null, r: DeskReader): Promise<Record<string, Known>> => {
  const { state } = seen
  const reached = state.notices === undefined ? [] : affectedNow(state as Recall)
  const lines = await r.affectedLines(state)
  const operatorOf = new Map(lines.map((line) => [line.deploymentId, line.operator?.name ?? '']))
  const deployments = reached.map((one) => ({
    value: one.deploymentId,
    label: [one.number ?? one.deploymentId, operatorOf.get(one.deploymentId), one.version].filter(Boolean).join(' · '),
  }))
  const versions =
    seen.moves.includes('clearVersion') && state.agentId
      ? ((await r.agentForRecall(state.agentId))?.versions ?? []).map(({ hash, version }) => ({
          value: hash,
          label: `${version} · ${hash.slice(0, 12)}`,
        }))
      : []
  const pairs = r.catalogue.sectors.items.flatMap((sector) =>
    sector.scenarios.map(({ clause }) => ({ value: `${sector.id}:${clause}`, label: r.words.pair(`${sector.id}:${clause}`) })),
  )
  const regions = r.catalogue.authorities.items
    .filter((item) => item.kind === 'cyberspace' && item.level === 'province')
    .map((item) => ({ value: item.region, label: r.words.region(item.region) }))
  const scope = scopeNow(state)
  return {
    recordCheck: { options: { deploymentId: deployments }, values: deployment ? { deploymentId: deployment } : {} },
    clearVersion: { options: { versionHash: versions } },
    proposeEmergency: {
      options: { 'scope.scenarios': pairs, 'scope.regions': regions },
      values: { ...(scope ? { scope: { exempt: [], ...scope } } : {}), ...(state.suspicion ? { facts: state.suspicion.hazard } : {}) },
    },
    orderEmergency: { values: { reviewOn: state.emergencyProposal?.reviewOn ?? '' } },
    changeClass: {
      values: {
        class: state.class ?? state.classProposal?.class ?? '',
        criteria: [...(state.classProposal?.criteria ?? state.classHistory?.at(-1)?.criteria ?? [])],
      },
    },
    validateClass: { values: { agrees: true } },
  }
}

/** The next step first; what may be done at any time last. */
const order = [
  'orderEmergency',
  'order',
  'issueNotice',
  'validateClass',
  'terminate',
  'furtherMeasures',
  'askAnalysis',
  'conveneReview',
  'recordOpinion',
  'evaluate',
  'openInvestigation',
  'recordCheck',
  'closeNoDefect',
  'proposeEmergency',
  'prolongEmergency',
  'liftEmergency',
  'clearVersion',
  'changeClass',
]
const placeOf = (move: string) => (order.indexOf(move) < 0 ? order.length : order.indexOf(move))

/** Forms of the acts open now, and which of them the builder writes. */
export const recallForms = async (seen: Seen, deployment: string | null, r: DeskReader) => {
  const open = seen.moves.filter((move) => isUseful(move, seen, r.actor.personId)).sort((a, b) => placeOf(a) - placeOf(b))
  const known = await knownOf(seen, deployment, r)
  return {
    forms: await Promise.all(open.filter((move) => !builderActs.includes(move)).map((move) => formOf(kind, move, known[move]))),
    writes: open
      .filter((move) => builderActs.includes(move))
      .map((move) => ({ href: `/console/recalls/new?recall=${seen.id}`, text: r.say(`recall.command.${move}.label`) })),
  }
}
