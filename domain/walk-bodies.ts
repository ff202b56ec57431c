// What somebody would write in a command, given the case and everything around it: plausible bodies, now and then another choice, so that a random walk goes deep.
import { createPrivateKey, sign } from 'node:crypto'
import { specimenVersion } from './agent/specimen.ts'
import type { Actor } from './case.ts'
import { shippedCatalogue } from './catalogue/shipped.ts'
import { shanghaiDateOf } from './clock/day.ts'
import type { Filing } from './filing/filing.ts'
import { placementOf } from './filing/placement.ts'
import { currentRevision } from './filing/state.ts'
import { isInForce, providerRelations } from './filing/vocabulary.ts'
import { filingRequestBodies } from './filing/walk-request.ts'
import type { Obligation } from './obligation/obligation.ts'
import { affectedNow } from './recall/progress.ts'
import type { Recall } from './recall/state.ts'
import { reconsiderationBodies } from './reconsideration/walk-body.ts'
import type { Opening } from './scenario/opening-state.ts'
import { proofPayload } from './signing/proof.ts'
import { casesOf, type Draw, type Stage } from './walk-cast.ts'
import { lowLaneBodies } from './walk-low-lane.ts'

type Body = Record<string, unknown>
type Ask = { stage: Stage; state: any; at: string; draw: Draw; actor: Actor }
type Written = (ask: Ask) => Body | null

const both = (text: string) => ({ zh: text, en: text })
const reasons = [{ rule: 'r', evidence: 'e', finding: 'f' }]
const remedies = { reconsideration: both('reconsideration'), suit: both('suit') }
const adverse = { facts: 'f', basis: ['b'], reasons: 'r', remedies }
const publicReason = both('the reason')
const condition = { libraryId: null, text: both('a condition'), params: {}, dueOn: null }
const hash = (n: number) => n.toString(16).padStart(2, '0').repeat(32).slice(0, 64)
const one = <T>(draw: Draw, list: readonly T[]): T | undefined => list[draw(Math.max(1, list.length))]
const mostly = <T>(draw: Draw, usual: T, ...others: T[]): T => (draw(10) < 8 ? usual : (one(draw, others) ?? usual))
const versionsOf = (stage: Stage, agentId: string | null): { hash: string; filingId: string }[] =>
  stage.w.state<any>(agentId ?? '')?.versions ?? []
const idsOf = (list: unknown): { id: string }[] => (list ?? []) as { id: string }[]
/** A date so many days after the instant, as Shanghai counts. */
export const dayAfter = (at: string, days: number): string => shanghaiDateOf(new Date(Date.parse(at) + days * 86_400_000).toISOString())
const reason: Written = () => ({ reason: 'because' })
const empty: Written = () => ({})

const use = {
  registeredUsers: 1000,
  monthlyUsers: 200,
  careOfPersons: false,
  systemPermission: false,
  machineAction: false,
  pesticide: false,
  opinionCapacity: false,
  decidesOnPersons: false,
  serviceStartedOn: null,
}
const pairs = [
  ['health', 26],
  ['commerce', 24],
] as const

/** A document by reference; the bytes are the store's affair. */
const documentFor = (draw: Draw) => ({
  attachmentId: `file-${draw(4)}`,
  sha256: hash(draw(200)),
  name: 'a document.pdf',
  size: 100,
  type: 'pdf' as const,
  performedOn: null,
  isPublic: draw(2) === 0,
  reason: 'a trade secret',
  replaces: null,
})

/** The company that somebody acts for; now and then another one, which must not help. */
const houseOf = (actor: Actor, draw: Draw): string | null =>
  draw(12) === 0 ? null : (actor.posts.find((post) => post.role === 'filer' || post.role === 'compliance_lead')?.organisationId ?? null)

const filing: Record<string, Written> = {
  create: ({ stage, draw, actor }) => {
    const organisationId = houseOf(actor, draw) ?? one(draw, stage.companies)
    const [sector, scenario] = one(draw, pairs) ?? pairs[0]
    const agents = casesOf(stage.w, 'agent').filter((agent) => agent.organisationId === organisationId)
    return {
      organisationId,
      agentId: draw(5) < 2 ? (one(draw, agents)?.id ?? null) : null,
      agentName: both(`agent ${draw(1000)}`),
      sector,
      scenarios: [scenario],
      purpose: 'p',
    }
  },
  importDescription: ({ draw }) => ({
    text: JSON.stringify({
      url: 'https://agent.invented.example',
      protocolVersion: '0.3.0',
      name: `agent ${draw(9)}`,
      description: 'd',
      version: '1.0',
      skills: [{ id: 's', description: 'does it' }],
      ...(draw(2) ? { provider: { organization: `provider ${draw(3)}` } } : {}),
    }),
    fileName: 'card.json',
  }),
  importFiling: ({ stage, draw }) => ({
    filingId:
      one(
        draw,
        casesOf<Filing>(stage.w, 'filing').filter((other) => other.revisions.length > 0),
      )?.id ?? 'none',
  }),
  answerIdentity: ({ state, draw }) => {
    const asked = one(draw, (state as Filing).identities)
    return asked ? { provider: asked.provider, relation: one(draw, providerRelations), explanation: `s ${draw(9)}` } : null
  },
  confirm: ({ state }) => {
    const paths = (state as Filing).claims.flatMap((claim) => (claim.confirmedBy === null ? [claim.path] : []))
    return paths.length > 0 ? { paths } : null
  },
  describe: ({ stage, state, draw }) => {
    const filed = stage.w.state<any>(state.agentId ?? '')?.versions?.at(-1)
    const content = {
      ...specimenVersion,
      identityCode: null,
      buildHash: null,
      names: state.agentName,
      version: `1.${draw(9)}.0`,
      purpose: `purpose ${draw(100)}`,
      ...(filed && draw(2) === 0
        ? { changeClass: 'minor' as const, basedOnHash: filed.hash }
        : { changeClass: 'major' as const, basedOnHash: null }),
      minorsPossible: state.sector === 'health',
      elderlyPossible: false,
    }
    return state.status === 'correction_required'
      ? { content: { memory: { ...specimenVersion.memory, retentionDays: 1 + draw(400) } } }
      : {
          content,
          ...(draw(3) === 0 ? { documents: [documentFor(draw)] } : {}),
          use: { ...use, careOfPersons: state.sector === 'commerce' && draw(2) === 0 },
        }
  },
  assign: ({ stage, draw }) => ({ ownerId: one(draw, stage.persons) }),
  submit: empty,
  resubmit: () => ({ answer: 'mended' }),
  accept: empty,
  startReview: empty,
  deem: empty,
  lapse: empty,
  withdraw: reason,
  returnToReviewer: reason,
  extend: reason,
  resumeFiling: reason,
  dropRevocation: reason,
  requestCorrection: () => ({ items: [{ section: 'data', path: null, what: 'w', basis: 'b' }] }),
  rejectIntake: () => ({ ...adverse, goTo: both('elsewhere') }),
  placeInTier: ({ state, draw }) => {
    const revision = currentRevision(state as Filing)
    if (!revision) return null
    return {
      placements: revision.scenarios.map((scenario) => {
        const { lane } = placementOf(shippedCatalogue, revision, scenario)
        const chosen = mostly(draw, lane, 'low', 'key', 'sensitive')
        return { scenario, lane: chosen, reason: chosen === lane ? null : 'departs' }
      }),
    }
  },
  ruleOnConfidentiality: ({ state, draw }) => ({
    attachmentId: currentRevision(state as Filing)?.documents[0]?.attachmentId ?? 'file-1',
    isConfidential: draw(2) === 0,
    reason: 'r',
  }),
  requestTest: ({ draw }) => ({ testItemIds: draw(2) ? ['TI-01'] : ['TI-01', 'TI-03'] }),
  noteDelivery: ({ at }) => ({ act: 'correction', deliveredAt: at }),
  noteTest: ({ draw }) => ({ obligationId: `obligation-${draw(5)}`, testItemIds: ['TI-01'], outcome: 'accepted' }),
  noteObligation: ({ draw }) => ({ obligationId: `obligation-${draw(5)}`, testItemIds: ['TI-01'] }),
  ...filingRequestBodies,
  askConcurrence: () => ({ question: 'q' }),
  opine: ({ draw }) => ({ verdict: mostly(draw, 'concur', 'object'), reasons }),
  concur: ({ draw }) =>
    draw(6) === 0
      ? { verdict: 'concurWithConditions', conditions: [condition], reasons }
      : { verdict: mostly(draw, 'concur', 'object'), reasons },
  recommend: ({ state, draw }) => {
    const outcome = (state as Filing).concurrence?.verdict === 'object' ? 'refuse' : mostly(draw, 'file', 'fileWithConditions', 'refuse')
    return { outcome, conditions: outcome === 'fileWithConditions' ? [condition] : [], reasons }
  },
  decide: ({ state, draw }) => {
    const outcome = mostly(draw, (state as Filing).recommendation?.outcome ?? 'file', 'file', 'refuse')
    return {
      outcome,
      conditions: outcome === 'fileWithConditions' ? [condition] : [],
      reasons,
      remedies: outcome === 'file' ? null : remedies,
    }
  },
  proposeChange: ({ state, at, draw }) => {
    const { content } = state as Filing
    const version = `2.${draw(90)}.${draw(9)}`
    const [model] = content.models ?? []
    return {
      changedOn: dayAfter(at, -draw(12)),
      content: mostly<object>(
        draw,
        { version, buildHash: hash(draw(200)) },
        { version, models: model ? [{ ...model, hash: hash(draw(200)) }] : [] },
        { version, models: model ? [{ ...model, hash: hash(draw(200)) }] : [] },
        { version, purpose: `purpose ${draw(100)}` },
        { buildHash: hash(draw(200)) },
      ),
      ...(draw(4) === 0 ? { use: { monthlyUsers: 100 + draw(900) } } : {}),
    }
  },
  confirmChange: empty,
  withdrawChange: reason,
  suspend: ({ at }) => ({ ...adverse, publicReason, rectifyBy: dayAfter(at, 30) }),
  proposeRevocation: () => ({ ground: 'false_material', facts: 'f', basis: ['b'], reasons: 'r' }),
  answerRevocation: ({ draw }) => ({ statement: 's', hearing: draw(2) === 0 }),
  revoke: ({ at, draw }) => ({ ...adverse, publicReason, hearingHeldOn: draw(2) ? dayAfter(at, 0) : null }),
  cancel: ({ at }) => ({ cause: 'service_ended', endedOn: dayAfter(at, 0), arrangements: 'a', publicReason }),
}

const openingContent = ({ at, draw }: Ask) => ({
  conditions: draw(3) === 0 ? [condition] : [],
  excludedUses: [],
  requiredTests: draw(6) === 0 ? ['TI-01'] : [],
  autonomyCeiling: mostly(draw, 'autonomous', 'user_authorised'),
  limits: { amountPerActYuan: null, amountPerDayYuan: null, users: null },
  filingTrigger: 'before_deployment',
  legalBasis: ['b'],
  effectiveOn: dayAfter(at, draw(2)),
  jointHandling: draw(3) === 0,
  exitPeriodDays: 30 + draw(60),
})
const stopped = () => ({ reasons: 'r', basis: ['b'], publicReason })
const opening: Record<string, Written> = {
  create: (ask) => {
    const standing = casesOf<Opening>(ask.stage.w, 'opening')
      .filter((other) => other.status !== 'refused' && other.status !== 'closed')
      .map((other) => other.sector)
    const [sector, scenario] = pairs.find(([name]) => !standing.includes(name)) ?? pairs[0]
    return { sector, scenario, content: openingContent(ask), reason: 'r', asDraft: ask.draw(4) === 0 }
  },
  revise: (ask) => ({ content: openingContent(ask), reason: 'r' }),
  amend: (ask) => ({ content: openingContent(ask), reason: 'r' }),
  propose: empty,
  concur: () => ({ reasons: 'r' }),
  sign: () => ({ reasons: 'r' }),
  refuse: stopped,
  suspend: stopped,
  reopen: () => ({ reasons: 'r', publicReason }),
  close: () => ({ reasons: 'r', publicReason }),
  noteDeployment: ({ draw }) => ({ deploymentId: `d-${draw(9)}` }),
}

const plan = ({ at, draw }: Ask) => ({
  place: 'p',
  regions: draw(2) ? ['110000'] : [],
  users: 10 + draw(100),
  startOn: dayAfter(at, 20),
  pilot: null,
  humanTakeover: 'h',
  insurance: 'i',
  platformIds: [] as string[],
})
const deployment: Record<string, Written> = {
  create: (ask) => {
    const filed = one(
      ask.draw,
      casesOf<Filing>(ask.stage.w, 'filing').filter(
        (other) => isInForce(other.status) && [null, other.organisationId].includes(houseOf(ask.actor, ask.draw)),
      ),
    )
    if (!filed?.agentId) return null
    return {
      filingId: filed.id,
      agentId: filed.agentId,
      sector: filed.sector,
      scenario: filed.scenarios[0],
      plan: { ...plan(ask), platformIds: [ask.stage.platform] },
    }
  },
  describe: (ask) => ({ plan: plan(ask) }),
  submit: empty,
  accept: empty,
  deem: empty,
  startAssessment: empty,
  returnToReviewer: reason,
  resume: reason,
  withdraw: reason,
  expire: empty,
  opine: () => ({ verdict: 'concur', reasons }),
  concur: ({ draw }) => ({ verdict: mostly(draw, 'concur', 'object'), reasons }),
  recommend: ({ state, at, draw }) => {
    const outcome =
      state.concurrence?.verdict === 'object' ? 'refuse' : mostly(draw, 'approve', 'approveWithConditions', 'approvePilot', 'refuse')
    return {
      outcome,
      conditions: outcome === 'approveWithConditions' ? [condition] : [],
      reasons,
      validUntil: outcome === 'approvePilot' || draw(3) === 0 ? dayAfter(at, 20 + draw(40)) : null,
    }
  },
  decide: ({ state, at, draw }) => {
    const outcome = mostly(draw, state.recommendation?.outcome ?? 'approve', 'approve', 'refuse')
    return {
      outcome,
      conditions: outcome === 'approveWithConditions' ? [condition] : [],
      reasons,
      validUntil: state.recommendation?.validUntil ?? (outcome === 'approvePilot' ? dayAfter(at, 25) : null),
      remedies: outcome === 'approve' ? null : remedies,
    }
  },
  meetCondition: ({ draw }) => ({ no: 1 + draw(2), evidence: 'e' }),
  activate: ({ at }) => ({ startedOn: dayAfter(at, 0) }),
  changeVersion: ({ stage, state, draw }) => {
    const version = one(
      draw,
      versionsOf(stage, state.agentId).filter((each) => each.hash !== state.versionHash),
    )
    return version ? { versionHash: version.hash, filingId: version.filingId === state.filingId ? null : version.filingId } : null
  },
  suspend: () => ({ ...adverse, publicReason }),
  revoke: () => ({ ...adverse, publicReason }),
  halt: ({ draw }) => ({ cause: 'recall_ordered', byId: `recall-${draw(4)}`, reason: '' }),
  noteClosing: ({ at }) => ({ openingId: 'o', until: dayAfter(at, 10) }),
}

const obligation: Record<string, Written> = {
  create: () => null,
  assign: ({ stage, draw, state }) => ({
    labId: stage.lab,
    sampledBy: 'authority',
    paidBy: 'company',
    dueOn: null,
    reason: state.status === 'planned' ? null : `again ${draw(9)}`,
  }),
  decline: () => ({ ground: 'no_capacity', reason: 'r' }),
  start: empty,
  handIn: ({ state, at, draw }) => {
    const { items = [], versionHash, reports = [] } = state as Obligation
    const method = shippedCatalogue['test-items'].items.find((item) => item.id === items[0]?.id)?.method ?? 'replay'
    const passed = mostly(draw, 4000, 3100)
    return {
      method,
      procedure: 'p',
      sampleCount: 4000,
      items: items.map((item) => ({ testItemId: item.id, passed, total: 4000, seconds: 1.2, note: '' })),
      rawHash: hash(draw(200)),
      performedOn: dayAfter(at, -draw(3)),
      versionHash: versionHash ?? hash(1),
      correction: reports.length > 0 ? 'corrected' : null,
    }
  },
  sign: ({ state }) => ({ reportNo: Math.max(1, (state as Obligation).reports?.length ?? 1) }),
  accept: ({ state }) => ({ reportNo: Math.max(1, (state as Obligation).reports?.length ?? 1), reason: 'r' }),
  returnReport: ({ state }) => ({ reportNo: Math.max(1, (state as Obligation).reports?.length ?? 1), reason: 'r' }),
  fail: ({ state }) => ({ reportNo: Math.max(1, (state as Obligation).reports?.length ?? 1), reason: 'r' }),
  waive: () => ({ reason: 'a reason that is long enough' }),
  extendDue: ({ at }) => ({ dueOn: dayAfter(at, 40), reason: 'r' }),
  cancel: reason,
  release: ({ state }) => ({ cause: 'filing_withdrawn', versionHash: (state as Obligation).versionHash }),
}

const scopeOf = ({ stage, state, draw }: Ask, agentId: string | null = state.agentId) => {
  const version = one(draw, versionsOf(stage, agentId))
  return {
    versionRange: version && draw(4) === 0 ? null : mostly(draw, '>=0.0.1', '<=1.4.0', '>=1.5.0'),
    versionHashes: version && draw(3) === 0 ? [version.hash] : version ? [version.hash].slice(0, 1) : [],
    buildHashes: [],
    component: null,
    scenarios: [],
    regions: [],
  }
}
const notice = (ask: Ask) => ({
  facts: both('facts'),
  hazard: both('it pays without asking'),
  harm: both('harm'),
  riskCodes: ['AIA01'],
  cause: null,
  scope: scopeOf(ask),
  measures: ['stop'],
  whatUsersMustDo: both('stop using it'),
  whatCompanyWillDo: both('repair it'),
  startOn: dayAfter(ask.at, 0),
  targetDates: [],
  contact: { name: 'n', phone: '1', address: '' },
  costs: both('the company pays'),
  legalBasis: ['b'],
  depth: 'user',
  checkLevel: 'A',
})
const panel = ['A', 'B', 'C'].map((name) => ({ name, affiliation: 'institute', hasInterest: false, declaration: 'none' }))
const affected = (state: Recall) => affectedNow(state).length
const buckets = (state: Recall, draw: Draw) => ({
  remedied: mostly(draw, state.binding?.affected.length ?? 0, 7),
  notified: 0,
  unreachable: 0,
  refused: 0,
  notYet: 0,
})
const deploymentOf = ({ state, draw }: Ask) => one(draw, affectedNow(state as Recall))?.deploymentId ?? 'none'
const signed = () => ({ reasons: 'r' })
const recall: Record<string, Written> = {
  create: (ask) => {
    const running = casesOf(ask.stage.w, 'deployment').filter((other) =>
      ['active', 'approved', 'approved_with_conditions', 'pilot_approved'].includes(other.status),
    )
    const about =
      one(ask.draw, running) ??
      one(
        ask.draw,
        casesOf(ask.stage.w, 'filing').filter((other) => other.agentId !== null),
      )
    // A recall of what runs nowhere is worth a try, not a walk.
    if (!about || (running.length === 0 && ask.draw(5) > 0)) return null
    return {
      agentId: about.agentId,
      organisationId: about.organisationId,
      sector: about.sector,
      region: about.region,
      scenario: null,
      scope: scopeOf(ask, about.agentId),
      hazard: both('h'),
      riskCodes: ['AIA01'],
      cause: null,
      howFound: 'f',
      class: mostly(ask.draw, 'I', 'II'),
      criteria: ['acts_without_consent'],
    }
  },
  askAnalysis: () => ({ questions: 'q', basis: ['b'] }),
  answerAnalysis: ({ draw }) => ({ finding: mostly(draw, 'defect', 'noDefect'), explanation: 'e', evidenceHash: hash(3) }),
  openInvestigation: ({ draw }) => ({ ground: mostly(draw, 'graveRisk', 'noAnswer', 'disagree'), reason: 'r' }),
  draftNotice: notice,
  expand: (ask) => ({ ...notice(ask), reason: 'wider' }),
  changeClass: ({ draw }) =>
    draw(2) ? { class: 'I', criteria: ['death_or_injury'], reason: 'r' } : { class: 'III', criteria: ['misleading_output'], reason: 'r' },
  validateClass: ({ draw }) => ({ agrees: mostly(draw, true, false), reason: 'r' }),
  issueNotice: signed,
  noteDelivery: ({ at }) => ({ act: 'notice', noticeVersion: 1, deliveredAt: at }),
  object: () => ({ grounds: 'g', evidenceHash: hash(4), asksTesting: false }),
  conveneReview: () => ({ panel, testing: true }),
  recordOpinion: ({ draw }) => ({ finding: mostly(draw, 'defect', 'noDefect'), summary: 's', reportHash: hash(5) }),
  closeNoDefect: () => ({ reasons: 'r', publicReason }),
  declareVoluntary: ({ state, ...ask }) => ({
    statement: 's',
    notice: (state as Recall).notices?.length ? null : notice({ state, ...ask }),
  }),
  prepareOrder: empty,
  order: () => ({ reasons: 'r', basis: ['b'] }),
  filePlan: ({ at }) => ({
    responsible: { unit: 'u', person: 'p', phone: '1' },
    remedy: both('repair'),
    steps: [{ what: 'w', on: dayAfter(at, 9) }],
    channels: [],
    operators: 1,
    users: 1,
    package: null,
    costs: both('none'),
  }),
  publishPlan: () => ({ text: both('the plan'), told: [] }),
  acknowledge: (ask) => ({ deploymentId: deploymentOf(ask), statement: 'stopped' }),
  recordCheck: (ask) => ({
    deploymentId: deploymentOf(ask),
    outcome: mostly(ask.draw, 'stopHolds', 'stillRunning'),
    method: 'probe',
    evidenceHash: hash(6),
  }),
  reportStage: ({ state, draw }) => ({ buckets: buckets(state as Recall, draw), narrative: 'n', next: 'n' }),
  finish: ({ state, at, draw }) => ({
    buckets: buckets(state as Recall, draw),
    finishedOn: dayAfter(at, 0),
    summary: 's',
    evidenceHash: hash(7),
  }),
  evaluate: ({ draw }) => ({ panel, outcome: mostly(draw, 'effective', 'partly'), opinion: 'o', reportHash: hash(8) }),
  terminate: ({ state }) => ({ reasons: 'r', publicReason, openReason: affected(state as Recall) >= 0 ? 'nothing is left' : null }),
  furtherMeasures: ({ at }) => ({ measures: ['retest'], reasons: 'r', basis: ['b'], dueOn: dayAfter(at, 20) }),
  clearVersion: (ask) => ({
    versionHash: one(ask.draw, versionsOf(ask.stage, ask.state.agentId))?.hash ?? hash(1),
    reason: 'r',
    evidenceHash: hash(2),
  }),
  proposeEmergency: (ask) => ({
    scope: scopeOf(ask),
    facts: both('facts'),
    whatUsersMustDo: both('stop using it'),
    reasons: 'r',
    basis: ['b'],
    reviewOn: dayAfter(ask.at, 14),
  }),
  orderEmergency: ({ at }) => ({ reasons: 'r', reviewOn: dayAfter(at, 14) }),
  prolongEmergency: ({ at }) => ({ reasons: 'r', reviewOn: dayAfter(at, 20) }),
  liftEmergency: () => ({ reasons: 'r', publicReason }),
}

const accreditation = ({ state, draw }: Ask) => ({ accreditationId: one(draw, idsOf(state.accreditations))?.id ?? '1', reason: 'r' })
const lab: Record<string, Written> = {
  create: () => null,
  suspendAccreditation: accreditation,
  liftSuspension: accreditation,
  endAccreditation: accreditation,
  accredit: ({ at, draw }) => ({
    certificateNo: `W-${draw(99)}`,
    basis: 'cma',
    testItemIds: ['TI-01', 'TI-03'],
    from: dayAfter(at, 0),
    to: dayAfter(at, 5 + draw(90)),
  }),
  declareImpartiality: () => ({ statement: 's' }),
  close: reason,
}
/** The key of RFC 8037, appendix A: everybody in the walk has the same one, so that it must be refused to nobody but who has it already. */
const walkKey = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
}
const proofFor = (payload: string): string => {
  const input = `${Buffer.from('{"alg":"EdDSA"}').toString('base64url')}.${Buffer.from(payload).toString('base64url')}`
  return `${input}.${sign(null, Buffer.from(input), createPrivateKey({ key: walkKey, format: 'jwk' })).toString('base64url')}`
}

const organisation: Record<string, Written> = {
  registerKey: ({ state, draw }) => {
    const { d: _d, ...jwk } = walkKey
    return { jwk, label: 'walk', proof: proofFor(proofPayload(state.id, mostly(draw, state.creditCode ?? '', 'another'))) }
  },
  retireKey: ({ state, draw }) => ({ keyId: one(draw, (state.signingKeys ?? []) as { keyId: string }[])?.keyId ?? 'none', reason: 'r' }),
  create: () => null,
  verify: () => ({ evidence: 'seen' }),
  refuseVerification: () => ({ reasons: [{ ground: 'other', explanation: 'e' }] }),
  suspend: () => ({ reason: 'r', basis: 'b' }),
  liftSuspension: reason,
  close: reason,
  signCommitment: empty,
  amend: ({ draw }) => (draw(3) === 0 ? { names: both(`renamed ${draw(99)}`) } : { address: `street ${draw(99)}` }),
}
const person: Record<string, Written> = {
  create: () => ({ names: both('new'), organisationId: null }),
  rename: ({ draw }) => ({ names: both(`n${draw(99)}`), reason: 'r' }),
  dismiss: reason,
  reinstate: reason,
  appoint: ({ draw }) => ({
    role: one(draw, ['intake', 'reviewer', 'approver', 'recall_officer', 'testing_coordinator']),
    authorityId: 'cac-110000',
    sectors: ['*'],
    region: '110000',
    reason: 'r',
  }),
  endPost: ({ state, draw }) => ({ postId: one(draw, idsOf(state.posts))?.id ?? '1', lastOn: null, reason: 'r' }),
}
const agent: Record<string, Written> = {
  create: ({ stage, draw }) => ({
    organisationId: one(draw, stage.companies),
    names: both(`agent ${draw(99)}`),
    form: 'software',
    purpose: 'p',
  }),
  retire: reason,
  addVersion: ({ stage }) => {
    const filed = casesOf<Filing>(stage.w, 'filing').find((one) => one.revisions.length > 0)?.revisions[0]
    return filed ? { filingId: 'x', sector: filed.sector, hash: filed.versionHash, signedBy: 'x', content: filed.content } : null
  },
}
const letter: Record<string, Written> = {
  create: () => null,
  receive: empty,
  recordDelivery: ({ at }) => ({ channel: 'post', deliveredAt: at, evidenceHash: hash(1), note: '' }),
}
const catalogue: Record<string, Written> = {
  create: () => ({ set: 'risk-codes' }),
  enact: empty,
  withdrawProposal: reason,
  propose: ({ state, at, draw }) => {
    const content = structuredClone(state.versions?.at(-1)?.content ?? {})
    const item = content.items?.[0]
    if (item) item.zh = `${item.zh}${draw(9)}`
    return { content, effectiveOn: dayAfter(at, 3), reason: 'r', basis: 'b' }
  },
}

const written: Record<string, Record<string, Written>> = {
  filing,
  opening,
  deployment,
  obligation,
  recall,
  lab,
  organisation,
  person,
  agent,
  letter,
  catalogue,
  reconsideration: reconsiderationBodies,
  ...lowLaneBodies,
}

/** A body for this command on this case, or null where nobody could sensibly ask. */
export const bodyFor = (kind: string, command: string, ask: Ask): Body | null => written[kind]?.[command]?.(ask) ?? null
export const knows = (kind: string, command: string): boolean => written[kind]?.[command] !== undefined
