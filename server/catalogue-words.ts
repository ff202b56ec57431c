// The names of what the catalogue holds, in the reader's language: sectors, scenarios, authorities, regions, test items, conditions.
import 'server-only'
import type { Catalogue } from '#domain/catalogue/shipped'
import type { Option } from './form.ts'
import type { WordBook } from './word-book.ts'

export type CatalogueWords = ReturnType<typeof catalogueWords>

/** Each function answers the id itself where the edition in force does not know it: an old case keeps its old words. */
export const catalogueWords = (catalogue: Catalogue, book: WordBook) => {
  const named = <T extends { zh: string; en: string }>(item: T | undefined, id: string) => (item ? book.name(item) : id)
  const sector = (id: string | null) =>
    id === null || id === ''
      ? ''
      : named(
          catalogue.sectors.items.find((item) => item.id === id),
          id,
        )
  const scenario = (clause: number | string | null) =>
    clause === null
      ? ''
      : named(
          catalogue.scenarios.items.find((item) => item.clause === Number(clause)),
          String(clause),
        )
  const authority = (id: string | null) =>
    id === null
      ? ''
      : named(catalogue.authorities.items.find((item) => item.id === id) ?? catalogue.forums.items.find((item) => item.id === id), id)
  return {
    sector,
    scenario,
    authority,
    /** `health:29` as both names. */
    pair: (key: string | null) => {
      const [id = '', clause = ''] = (key ?? '').split(':')
      return key ? `${sector(id)} × ${scenario(clause)}` : ''
    },
    authorityShort: (id: string | null) => {
      const found = catalogue.authorities.items.find((item) => item.id === id)
      const forum = found ? undefined : catalogue.forums.items.find((item) => item.id === id)
      return found ? book.name(found.short) : forum ? book.name(forum) : (id ?? '')
    },
    /** The short name of the region's cyberspace office is the name of the region. */
    region: (code: string | null) => {
      const office = catalogue.authorities.items.find(
        (item) => item.kind === 'cyberspace' && item.level === 'province' && item.region === code,
      )
      return code === null || code === ''
        ? ''
        : code === '000000'
          ? book.say('console.nationwide')
          : office
            ? book.name(office.short)
            : code
    },
    testItem: (id: string) =>
      named(
        catalogue['test-items'].items.find((item) => item.id === id),
        id,
      ),
    forum: (id: string | null) => {
      const found = catalogue.forums.items.find((item) => item.id === id) ?? catalogue.authorities.items.find((item) => item.id === id)
      return found ? book.name(found) : (id ?? '')
    },
  }
}

/** The choices that commands of an officer are made from, by field name, as `formOf` reads them. */
export const catalogueOptions = (catalogue: Catalogue, book: WordBook, sector: string | null): Record<string, Option[]> => {
  const row = catalogue.sectors.items.find((item) => item.id === sector)
  const words = catalogueWords(catalogue, book)
  return {
    scenario: (row?.scenarios ?? []).map(({ clause }) => ({ value: String(clause), label: words.scenario(clause) })),
    testItemIds: catalogue['test-items'].items.map((item) => ({ value: item.id, label: book.name(item), hint: book.name(item.procedure) })),
    sector: catalogue.sectors.items.map((item) => ({ value: item.id, label: book.name(item) })),
  }
}
