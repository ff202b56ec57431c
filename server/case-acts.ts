// The acts open to an officer on a case, as forms: choices from the catalogue and the office, first values from what the case already says.
import 'server-only'
import { turnFor } from '#domain/agenda/agenda'
import type { CaseState } from '#domain/case'
import { kinds } from '#domain/kinds'
import type { Role } from '#domain/permission'
import { catalogueOptions } from './catalogue-words.ts'
import { type CommandForm, formOf, type Known, type Option } from './form.ts'
import { translatorIn } from './letter-text.ts'
import type { OfficerReader } from './officer-reader.ts'

/** The usual words of the ways to challenge, in both languages: the signatory may change them (Licensing Law 38). */
export const usualRemedies = async (r: OfficerReader) => {
  const own = r.catalogue.authorities.items.find((one) => one.id === r.authorityId)
  const forum =
    r.catalogue.authorities.items.find((one) => one.id === own?.forum) ?? r.catalogue.forums.items.find((one) => one.id === own?.forum)
  const [zh, en] = await Promise.all([translatorIn('zh'), translatorIn('en')])
  const both = (key: string, names: { zh: string; en: string }) => ({ zh: zh(key, { forum: names.zh }), en: en(key, { forum: names.en }) })
  const none = { zh: zh('case.decision.forum'), en: en('case.decision.forum') }
  return { reconsideration: both('case.decision.reconsideration.label', forum ?? none), suit: both('case.decision.suit.label', none) }
}

/** The officers that a case may be given to: those whose role may have it on the desk. */
export const officerOptions = (r: OfficerReader, by: readonly Role[]): Option[] =>
  r.colleagues
    .filter((one) => one.roles.some((role) => by.includes(role)))
    .map((one) => ({
      value: one.id,
      label: `${r.book.name(one.names)} · ${one.roles.map((role) => r.say(`role.${role}`)).join(r.locale === 'en' ? ', ' : '、')}`,
    }))

/** Conditions as a form holds them: what the state keeps, without what a state adds. */
export const asFormConditions = (
  conditions: readonly {
    libraryId: string | null
    text: { zh: string; en: string }
    params: Record<string, unknown>
    dueOn: string | null
  }[],
) => conditions.map(({ libraryId, text, params, dueOn }) => ({ libraryId, text, params, dueOn }))

/** The library of conditions as the editor shows it. */
export const conditionsOffer = (r: OfficerReader) => {
  const { say, book } = r
  const word = (key: string, facts: Record<string, string | number> = {}) => say(`case.conditions.${key}`, facts)
  const braces = (key: string) => word(key, { no: '{no}' })
  return {
    library: r.catalogue.conditions.items.map((item) => ({
      id: item.id,
      name: book.name(item),
      text: item.text,
      parameters: item.parameters.map(({ name, kind, min, max, usual }) => ({
        name,
        label: word(`parameter.${name}`),
        kind: kind === 'text' ? ('text' as const) : kind === 'regions' ? ('regions' as const) : ('number' as const),
        min,
        max,
        usual,
        range: min !== null && max !== null ? word('range', { min, max }) : min !== null ? word('atLeast', { min }) : '',
      })),
    })),
    words: {
      add: word('add'),
      free: word('free'),
      choose: word('choose'),
      library: word('library'),
      textZh: word('textZh'),
      textEn: word('textEn'),
      dueOn: word('dueOn'),
      optional: word('optional'),
      remove: braces('remove'),
      no: braces('no'),
      regionsHint: word('regionsHint'),
    },
  }
}

export type Prepared = {
  forms: CommandForm[] /** The act that the case waits for, if this person may do it. */
  turn: { command: string; why: string; facts: Record<string, string | number> } | null
}

/** Forms of the open moves, the awaited one first. `known` adds values and choices by command; `besides` have a page of their own. */
export const actsFor = async (
  r: OfficerReader,
  kindName: 'filing' | 'deployment' | 'organisation' | 'letter',
  one: { id: string; moves: readonly string[]; ownerId: string | null; state: object },
  known: Record<string, Known> = {},
  besides: readonly string[] = [],
): Promise<Prepared> => {
  const kind = kinds.get(kindName)
  if (!kind) return { forms: [], turn: null }
  const turn =
    kindName === 'letter'
      ? null
      : turnFor(kindName, one.state as CaseState, { personId: r.actor.personId, moves: one.moves, ownerId: one.ownerId })
  const owners = officerOptions(r, kind.moves.assign?.by ?? [])
  const isFree = one.ownerId !== r.actor.personId && owners.some((owner) => owner.value === r.actor.personId)
  const options: Known['options'] = {
    ...catalogueOptions(r.catalogue, r.book, (one.state as { sector?: string | null }).sector ?? null),
    ownerId: owners,
  }
  const remedies = await usualRemedies(r)
  const order = [...one.moves]
    .filter((move) => !besides.includes(move))
    .sort((a, b) => Number(b === turn?.command) - Number(a === turn?.command) || Number(a === 'assign') - Number(b === 'assign'))
  const forms = await Promise.all(
    order.map((command) => {
      const mine = known[command] ?? {}
      return formOf(kind, command, {
        ...mine,
        options: { ...options, ...mine.options },
        values: {
          ...(isFree ? { ownerId: r.actor.personId } : {}),
          ...(kind.moves[command]?.stepUp || command === 'rejectIntake' ? { remedies } : {}),
          ...mine.values,
        },
      })
    }),
  )
  return { forms, turn }
}
