// Companies by the name of the reader's language: a list keeps the Chinese one, an English page shows the English one where there is one.
import 'server-only'
import { statesById } from '#db/reads/shown'
import { type Actor, publicActor } from '#domain/case'
import type { Organisation } from '#domain/organisation/state'
import type { Locale } from '#messages/locale'

type Reader = { actor: Actor; locale: Locale }
type Named = { organisationId: string | null; organisationName?: string | null }

const foundFor = async (actor: Actor, items: readonly Named[]) =>
  statesById<Organisation>(
    actor,
    'organisation',
    items.flatMap(({ organisationId }) => organisationId ?? []),
  )

/** English names by organisation, as far as the person may see them; empty for readers of Chinese, whose names the lists already carry. */
export const companyNames = async (r: Reader, items: readonly Named[]): Promise<Map<string, string>> =>
  r.locale === 'en'
    ? new Map([...(await foundFor(r.actor, items))].flatMap(([id, { state }]) => (state.names?.en ? [[id, state.names.en] as const] : [])))
    : new Map()

/** The same for anybody: what the register shows of companies. */
export const publicCompanyNames = (locale: Locale, items: readonly Named[]): Promise<Map<string, string>> =>
  companyNames({ actor: publicActor, locale }, items)

/** Names by organisation in the reader's language, for lists whose rows carry none. */
export const ownersOf = async (r: Reader, items: readonly Named[]): Promise<Map<string, string>> =>
  new Map(
    [...(await foundFor(r.actor, items))].map(
      ([id, { state }]) => [id, (r.locale === 'en' ? state.names?.en : null) || (state.names?.zh ?? '')] as const,
    ),
  )

/** The same rows with the company named in the reader's language. */
export const withCompanies = async <T extends { item: Named }>(r: Reader, rows: readonly T[]): Promise<T[]> => {
  const names = await companyNames(
    r,
    rows.map(({ item }) => item),
  )
  return rows.map((row) => {
    const name = names.get(row.item.organisationId ?? '')
    return name ? { ...row, item: { ...row.item, organisationName: name } } : row
  })
}
