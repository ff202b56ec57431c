// Laboratories in words: the line of the list, and one laboratory with its accreditations, orders and acts.
import 'server-only'
import { testMethods } from '#domain/catalogue/vocabulary'
import { lab as kind } from '#domain/lab/lab'
import { type Accreditation, coversOn, isGoodOn, isSuspendedOn, type Lab } from '#domain/lab/state'
import { formatMomentFull, formatNumber } from '#messages/format'
import type { DeskReader, Presented } from './desk-reader.ts'
import { formOf, type Known } from './form.ts'

const itemsGood = (lab: Partial<Lab>, on: string, all: readonly string[]) =>
  all.filter((item) => coversOn({ accreditations: [], ...lab } as Lab, item, on))
const firstExpiry = (lab: Partial<Lab>, on: string) =>
  (lab.accreditations ?? [])
    .filter((one) => isGoodOn(one, on))
    .map((one) => one.to)
    .sort()[0] ?? null

/** One line of the list. */
export const labLine = (one: Presented<Lab>, orders: ReadonlyMap<string, number>, r: DeskReader) => {
  const { say, book, words } = r
  const { state } = one
  const all = r.catalogue['test-items'].items.map((item) => item.id)
  const good = itemsGood(state, r.today, all)
  const suspended = (state.accreditations ?? []).filter((accreditation) => isSuspendedOn(accreditation, r.today)).length
  const expires = firstExpiry(state, r.today)
  const l = (key: string, facts: Record<string, string | number> = {}) => say(`obligationDesk.labs.${key}`, facts)
  return {
    id: one.id,
    name: book.name(state.names),
    region: words.region(state.region ?? null),
    scope: good.length > 0 ? l('scope', { count: good.length, all: all.length }) : l('noScope'),
    hasScope: good.length > 0,
    suspended: suspended > 0 ? l('suspended', { count: suspended }) : null,
    expires,
    open: formatNumber(r.locale, orders.get(state.organisationId ?? '') ?? 0),
    impartiality:
      state.impartiality === undefined
        ? l('hidden')
        : state.impartiality
          ? l('declared', { on: state.impartiality.at.slice(0, 10) })
          : l('notDeclared'),
    isActive: state.status === 'active',
    status: say(`lab.status.${state.status}`),
  }
}

const standing = (one: Accreditation, r: DeskReader): { state: 'approved' | 'suspended' | 'ended' | 'draft'; word: string } => {
  const l = (key: string, facts: Record<string, string | number> = {}) => r.say(`obligationDesk.labs.${key}`, facts)
  if (one.endedOn !== null && one.endedOn <= r.today)
    return { state: 'ended', word: l('ended', { on: one.endedOn, reason: one.endReason ?? '' }) }
  const suspension = one.suspensions.findLast((span) => span.from <= r.today && (span.to === null || r.today <= span.to))
  if (suspension) return { state: 'suspended', word: l('isSuspended', { reason: suspension.reason }) }
  if (one.from > r.today) return { state: 'draft', word: l('notYet') }
  return one.to < r.today ? { state: 'ended', word: l('over') } : { state: 'approved', word: l('good') }
}

const accreditationView = (one: Accreditation, r: DeskReader) => ({
  id: one.id,
  certificate: one.certificateNo,
  basis: r.say(`lab.option.accreditationBases.${one.basis}`),
  items: one.testItemIds.map((id) => ({ id, name: r.words.testItem(id) })),
  count: r.say('obligationDesk.labs.allItems', { count: one.testItemIds.length }),
  period: `${one.from} – ${one.to}`,
  standing: standing(one, r),
  suspensions: one.suspensions.map((span) =>
    r.say('obligationDesk.labs.suspension', { from: span.from, to: span.to ?? r.say('obligationDesk.labs.now'), reason: span.reason }),
  ),
})

/** The forms of a laboratory's acts; an accreditation is chosen by its certificate. */
export const labForms = (moves: readonly string[], state: Partial<Lab>, r: DeskReader) => {
  const { say, book } = r
  const choices = (of: (one: Accreditation) => boolean) =>
    (state.accreditations ?? []).filter(of).map((one) => ({ value: one.id, label: `${one.certificateNo} · ${one.from} – ${one.to}` }))
  const isOpen = (one: Accreditation) => one.endedOn === null
  const of: Record<string, Known> = {
    accredit: {
      options: {
        testItemIds: r.catalogue['test-items'].items.map((item) => ({ value: item.id, label: `${item.id} ${book.name(item)}` })),
        areas: testMethods.map((method) => ({ value: method, label: say(`obligation.option.testMethods.${method}`) })),
      },
      values: { from: r.today },
    },
    suspendAccreditation: { options: { accreditationId: choices((one) => isOpen(one) && !isSuspendedOn(one, r.today)) } },
    liftSuspension: { options: { accreditationId: choices((one) => isSuspendedOn(one, r.today)) } },
    endAccreditation: { options: { accreditationId: choices(isOpen) } },
  }
  const isUseful = (move: string) =>
    !['suspendAccreditation', 'liftSuspension', 'endAccreditation'].includes(move) || (of[move]?.options?.accreditationId?.length ?? 0) > 0
  return Promise.all(moves.filter(isUseful).map((move) => formOf(kind, move, of[move])))
}

/** One laboratory. */
export const labView = async (seen: { id: string; moves: string[]; state: Partial<Lab> }, r: DeskReader) => {
  const { say, book } = r
  const { state } = seen
  const l = (key: string, facts: Record<string, string | number> = {}) => say(`obligationDesk.labs.${key}`, facts)
  const names = await r.namesOf(state.impartiality ? [state.impartiality.by] : [])
  return {
    forms: await labForms(seen.moves, state, r),
    accreditations: [...(state.accreditations ?? [])].reverse().map((one) => accreditationView(one, r)),
    impartiality: state.impartiality
      ? {
          head: l('statement', {
            name: state.impartiality.name || book.name(names.get(state.impartiality.by)),
            at: formatMomentFull(state.impartiality.at),
          }),
          statement: state.impartiality.statement,
          interests: state.impartiality.interests.map((one) => `${one.party}: ${one.nature}`),
        }
      : null,
    isImpartialityHidden: state.impartiality === undefined,
  }
}
