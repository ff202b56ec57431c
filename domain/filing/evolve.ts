// How each event makes the next state of a filing.
import { adverseOf } from '#domain/act/act'
import { received } from '#domain/attachment/reference'
import { shanghaiDateOf } from '#domain/clock/day'
import { openChange } from './change-state.ts'
import { extended, paused, started, stopped } from './clocks.ts'
import type { FilingEvent, RecordedFiling } from './event.ts'
import { evolveChange, withChangeObligation, withoutOpenChange } from './evolve-change.ts'
import { freed, heard, requested } from './evolve-request.ts'
import { type ImportedFile, withIdentity } from './provenance.ts'
import { overturned } from './reopen.ts'
import { signable } from './revision.ts'
import { type Filing, isAwaited, type Opinion, type Revision } from './state.ts'

type Of<Name extends FilingEvent['type']> = Extract<RecordedFiling, { type: Name }>

/** Names are shown before the form has them all: what is written so far, else what was there. */
const nameIn = (state: Filing): Filing['agentName'] => state.content.names ?? state.agentName

/** The latest file beside those before it; the same file read again stands once. */
const withImport = (state: Filing, file: ImportedFile): Pick<Filing, 'imported' | 'imports'> => ({
  imported: file,
  imports: [...(state.imports ?? []).filter((one) => one.sourceHash !== file.sourceHash), file],
})

const signed = (before: Filing, event: Of<'submitted' | 'resubmitted'>): Filing => {
  const state = { ...before, documents: received(before.documents, event.documents ?? [], event.at) }
  const revision: Revision = {
    no: state.revisions.length + 1,
    ...signable(state),
    documents: state.documents,
    hash: event.hash,
    versionHash: event.versionHash,
    at: event.at,
    by: event.by,
    answer: event.type === 'resubmitted' ? event.answer : '',
  }
  return {
    ...state,
    agentName: nameIn(state),
    scenarios: state.draftScenarios,
    organisationName: event.organisationName,
    creditCode: event.creditCode,
    region: event.region,
    revisions: [...state.revisions, revision],
    revisionHash: event.hash,
    versionHash: event.versionHash,
  }
}

const resubmitted = (state: Filing, event: Of<'resubmitted'>): Filing => {
  const next = signed(state, event)
  if (state.status === 'correction_required') {
    const corrections = state.corrections.map((correction, index) =>
      index === state.corrections.length - 1 ? { ...correction, answeredAt: event.at } : correction,
    )
    return { ...next, status: 'submitted', corrections, clocks: started(stopped(state.clocks, 'FIL-5', event.at), 'LIC-1', event.at) }
  }
  // Whatever was said of the earlier revision was said of something else.
  const rounds = state.recommendation
    ? [...state.rounds, { recommendation: state.recommendation, returned: '', at: event.at, by: event.by }]
    : state.rounds
  const status = state.status === 'sector_concurrence' ? 'under_review' : state.status
  return { ...next, status, recommendation: null, opinion: null, concurrence: null, concurrenceAsked: null, rounds }
}

const accepted = (state: Filing, event: Of<'accepted'>): Filing => ({
  ...state,
  status: 'accepted',
  acceptance: { at: event.at, from: event.from, isDeemed: event.isDeemed },
  clocks: started(stopped(state.clocks, 'LIC-1', event.at), event.reviewRule, event.from),
})

const placed = (state: Filing, event: Of<'placedInTier'>): Filing => {
  const { at, by, revisionHash } = event
  const fresh = event.tiers.map((tier) => ({ ...tier, at, by, revisionHash }))
  const kept = state.tiers.filter((tier) => tier.revisionHash !== revisionHash || !fresh.some((other) => other.scenario === tier.scenario))
  // Another lane is another case: who recommended or concurred did so under the old one.
  const isOther = fresh.some((tier) =>
    state.tiers.some((old) => old.revisionHash === revisionHash && old.scenario === tier.scenario && old.lane !== tier.lane),
  )
  return { ...state, tiers: [...kept, ...fresh], ...(isOther ? { recommendation: null, opinion: null, concurrence: null } : {}) }
}

const opinionOf = ({ verdict, conditions, reasons, at, by, authorityId, revisionHash }: Of<'opined' | 'concurred'>): Opinion => ({
  verdict,
  conditions,
  reasons,
  at,
  by,
  authorityId,
  revisionHash,
})

/** The versions that the register has named stay named, also where the filing is decided anew. */
const versionsOf = ({ published }: Filing): Pick<NonNullable<Filing['published']>, 'versions'> =>
  published?.versions ? { versions: published.versions } : {}

const decided = (state: Filing, event: Of<'decided'>): Filing => {
  const {
    outcome,
    number,
    conditions,
    reasons,
    remedies,
    forumId,
    revisionHash,
    versionHash,
    sector,
    minutes,
    published,
    authorityId,
    at,
    by,
  } = event
  return {
    ...state,
    status: outcome === 'refuse' ? 'not_filed' : 'filed',
    decision: {
      ...{ outcome, number, conditions, reasons, remedies, forumId, revisionHash, versionHash, sector, authorityId, at, by },
      ...(minutes ? { minutes } : {}),
    },
    // Decided anew after a reconsideration: refused, what was public stays readable as ended; filed, it stands again. Entries of before the
    // register kept placements and tests say so by null.
    published: published
      ? { ...published, ...versionsOf(state), placements: published.placements ?? null, tests: published.tests ?? null }
      : state.published,
    tombstone: published ? null : state.tombstone,
    clocks: stopped(stopped(state.clocks, 'FIL-4', at), 'LIC-4', at),
  }
}

/** The register shows the last test of an item. */
const retested = (state: Filing, event: Of<'retestNoted'>): Filing => {
  const { obligationId, testItemIds, outcome, number, verdict, at } = event
  const retests = [...state.retests, { obligationId, testItemIds, outcome, number, verdict, at }]
  const { published } = state
  if (!published?.tests || outcome === 'cancelled') return { ...state, retests }
  const kept = published.tests.filter((test) => !testItemIds.includes(test.testItemId))
  const on = shanghaiDateOf(at)
  const tests = [...kept, ...testItemIds.map((testItemId) => ({ testItemId, outcome, verdict, number, on }))]
  return { ...state, retests, published: { ...published, tests } }
}

/** What was counted from the sending is counted from the delivery. */
const delivered = (state: Filing, { act, deliveredAt }: Of<'deliveryNoted'>): Filing => {
  if (act === 'revocation') {
    const revocationProposal = state.revocationProposal && { ...state.revocationProposal, deliveredAt }
    return { ...state, revocationProposal, clocks: started(state.clocks, 'PEN-2a', deliveredAt) }
  }
  const last = state.corrections.length - 1
  const corrections = state.corrections.map((one, index) => (index === last ? { ...one, deliveredAt } : one))
  return { ...state, corrections, clocks: started(state.clocks, 'FIL-5', deliveredAt) }
}

const ended = (state: Filing, at: string): Pick<Filing, 'clocks'> => ({
  clocks: Object.keys(state.clocks).reduce((clocks, rule) => stopped(clocks, rule, at), state.clocks),
})

export const evolve = (state: Filing, event: RecordedFiling): Filing => {
  const { at, by } = event
  switch (event.type) {
    case 'created': {
      const { ofOrganisationId, organisationName, region, agentId, sector, scenarios, followsFilingId, content } = event
      const { use = state.use, claims = state.claims, imported, sheetRow = null } = event
      const agentName = content.names ?? state.agentName
      return {
        ...state,
        status: 'draft',
        organisationId: ofOrganisationId,
        organisationName,
        region,
        agentId,
        agentName,
        sector,
        scenarios,
        draftScenarios: scenarios,
        followsFilingId,
        followsChange: event.followsChange ?? null,
        content,
        use,
        claims,
        ...(imported ? withImport(state, { ...imported, at, by }) : {}),
        sheetRow,
        createdAt: at,
      }
    }
    case 'descriptionImported': {
      const { content, claims, imported, identity } = event
      const identities = identity ? withIdentity(state.identities ?? [], identity, at) : (state.identities ?? [])
      const next = { ...state, content, claims, ...withImport(state, { ...imported, at, by }), identities }
      return { ...next, agentName: nameIn(next) }
    }
    case 'identityAnswered': {
      const { provider, relation, explanation } = event
      const answer = { relation, explanation, at, by }
      return { ...state, identities: state.identities.map((one) => (one.provider === provider ? { ...one, answer } : one)) }
    }
    case 'described': {
      const { sector, scenarios, use, content, claims } = event
      const documents = event.documents ? received(state.documents, event.documents, at) : state.documents
      const next = { ...state, sector, draftScenarios: scenarios, content, documents, claims, use }
      // What was signed keeps its scenarios and its name until the company signs again.
      return state.revisions.length === 0 ? { ...next, scenarios, agentName: nameIn(next) } : next
    }
    case 'claimsConfirmed':
      return { ...state, claims: state.claims.map((claim) => (event.paths.includes(claim.path) ? { ...claim, confirmedBy: by } : claim)) }
    case 'assigned':
      return { ...state, ownerId: event.ownerId }
    case 'submitted': {
      const next = signed(state, event)
      return {
        ...next,
        status: 'submitted',
        receipt: { number: event.receiptNo, at, isLate: event.isLate },
        clocks: started(state.clocks, 'LIC-1', at),
      }
    }
    case 'resubmitted':
      return resubmitted(state, event)
    case 'withdrawn':
      return { ...state, status: 'withdrawn', withdrawal: { reason: event.reason, at, by }, ...ended(state, at) }
    case 'correctionRequested': {
      const corrections = [
        ...state.corrections,
        { items: event.items, at, by, answeredAt: null, revisionHash: event.revisionHash, deliveredAt: null },
      ]
      return { ...state, status: 'correction_required', corrections, clocks: started(stopped(state.clocks, 'LIC-1', at), 'FIL-5', at) }
    }
    case 'accepted':
      return accepted(state, event)
    case 'intakeRejected':
      return { ...state, status: 'not_accepted', notAccepted: { ...adverseOf(event), goTo: event.goTo, at, by }, ...ended(state, at) }
    case 'lapsed':
      return { ...state, status: 'lapsed', ...ended(state, at) }
    case 'reviewStarted':
      return { ...state, status: 'under_review', ownerId: state.ownerId ?? by }
    case 'placedInTier':
      return placed(state, event)
    case 'confidentialityRuled': {
      const { attachmentId, isConfidential, reason } = event
      return { ...state, rulings: [...state.rulings, { attachmentId, isConfidential, reason, at, by }] }
    }
    case 'testRequested': {
      const { labHint, revisionHash } = event
      const ordered = event.testItemIds.map((testItemId) => ({
        testItemId,
        labHint,
        orderedAt: at,
        orderedBy: by,
        revisionHash,
        obligationId: null,
        outcome: null,
        number: null,
        verdict: null,
        notedAt: null,
      }))
      return { ...state, status: 'testing', tests: [...state.tests, ...ordered], clocks: paused(state.clocks, at) }
    }
    case 'testNoted': {
      const { obligationId, outcome, number = null, verdict = null } = event
      const tests = state.tests.map((test) =>
        isAwaited(test, event) ? { ...test, obligationId, outcome, number, verdict, notedAt: at } : test,
      )
      return event.isResumed ? freed({ ...state, tests, status: 'under_review' }, at, 'testing') : { ...state, tests }
    }
    case 'retestNoted':
      return retested(state, event)
    case 'obligationNoted': {
      const { obligationId, testItemIds } = event
      const tests = state.tests.map((test) =>
        test.outcome === null && test.obligationId === null && testItemIds.includes(test.testItemId) ? { ...test, obligationId } : test,
      )
      const next = { ...state, tests, obligationIds: [...state.obligationIds, obligationId] }
      return withChangeObligation(next, obligationId, testItemIds)
    }
    case 'agentNoted':
      return { ...state, agentId: event.agentId }
    case 'deploymentNoted':
      return { ...state, deploymentIds: [...state.deploymentIds, event.deploymentId] }
    case 'concurrenceAsked':
      return { ...state, status: 'sector_concurrence', concurrenceAsked: { question: event.question, at, by } }
    case 'opined':
      return { ...state, opinion: opinionOf(event) }
    case 'concurred':
      return { ...state, concurrence: opinionOf(event) }
    case 'recommended': {
      const { outcome, conditions, reasons, revisionHash } = event
      return { ...state, recommendation: { outcome, conditions, reasons, at, by, revisionHash } }
    }
    case 'decided':
      return decided(state, event)
    case 'deliveryNoted':
      return delivered(state, event)
    case 'requestMade':
    case 'requestDelivered':
    case 'requestAnswered':
    case 'requestWithdrawn':
    case 'requestReminded':
    case 'requestSilent':
      return requested(state, event)
    case 'hearingCalled':
    case 'chairChallenged':
    case 'chairReplaced':
    case 'hearingHeld':
    case 'hearingDropped':
      return heard(state, event)
    case 'returned': {
      const rounds = state.recommendation
        ? [...state.rounds, { recommendation: state.recommendation, returned: event.reason, at, by }]
        : state.rounds
      return { ...state, status: 'under_review', recommendation: null, rounds }
    }
    case 'extended':
      return {
        ...state,
        extension: { reason: event.reason, at, by },
        clocks: extended(state.clocks, event.rule, { at, by, reason: event.reason }),
      }
    case 'suspended':
      return {
        ...state,
        status: 'suspended',
        suspension: { ...adverseOf(event), rectifyBy: event.rectifyBy, at, by },
        tombstone: { what: 'suspended', on: event.on, reason: event.publicReason },
      }
    case 'resumed':
      return { ...state, status: openChange(state) ? 'change_pending' : 'filed', suspension: null, tombstone: null }
    case 'revocationProposed': {
      const { ground, facts, basis, reasons } = event
      return {
        ...state,
        revocationProposal: { ground, facts, basis, reasons, at, by, deliveredAt: null, answer: null },
        clocks: started(state.clocks, 'PEN-2a', at),
      }
    }
    case 'revocationAnswered': {
      const answer = { statement: event.statement, hearing: event.hearing, at }
      return {
        ...state,
        revocationProposal: state.revocationProposal && { ...state.revocationProposal, answer },
        clocks: stopped(state.clocks, 'PEN-2a', at),
      }
    }
    case 'revocationDropped':
      return { ...state, revocationProposal: null, clocks: stopped(state.clocks, 'PEN-2a', at) }
    case 'revoked': {
      const { ground, hearingHeldOn, publicReason, on } = event
      return {
        ...withoutOpenChange(state, at),
        status: 'revoked',
        revocation: { ...adverseOf(event), ground, hearingHeldOn, at, by },
        tombstone: { what: 'revoked', on, reason: publicReason },
        ...ended(state, at),
      }
    }
    case 'cancelled': {
      const { cause, endedOn, arrangements, isLate, publicReason, on } = event
      return {
        ...withoutOpenChange(state, at),
        status: 'cancelled',
        cancellation: { cause, endedOn, arrangements, isLate, at, by },
        tombstone: { what: 'cancelled', on, reason: publicReason },
        ...ended(state, at),
      }
    }
    case 'changeProposed':
    case 'changeConfirmed':
    case 'changeTestNoted':
    case 'changeRecorded':
    case 'changeWithdrawn':
      return evolveChange(state, event)
    case 'overturned':
      return overturned(event.to === 'under_review' ? withoutOpenChange(state, at) : state, event)
    case 'recorded': {
      const { status, title, organisationName, region, sector, scenario, history } = event
      const scenarios = scenario === null ? [] : [scenario]
      return {
        ...state,
        status,
        agentName: title,
        organisationName: { zh: organisationName, en: '' },
        region,
        sector,
        scenarios,
        history,
        createdAt: state.createdAt ?? at,
      }
    }
  }
}
