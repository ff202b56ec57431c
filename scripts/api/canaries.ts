// Whether a word that was marked as confidential ever reaches somebody without the right to it: in lists, cases, histories, search, exports and pages.
import { checkFiles } from './attachments.ts'
import { type Actor, type Canary, type Case, call, inParallel, note } from './client.ts'
import type { Cast } from './operations.ts'

const shape = /canary[0-9a-f]{16}/g
type Person = { key: string; token: string | null; posts: Actor[] }

/** By person, because a person's rights are those of all posts. */
const peopleOf = (actors: readonly Actor[]): Person[] => [
  { key: 'anonymous', token: null, posts: [] },
  ...[...new Map(actors.map((one) => [one.personId, one])).values()]
    .filter((one) => one.key !== 'reconsideration_officer.2')
    .map((one) => ({ key: one.key, token: one.token, posts: actors.filter((other) => other.personId === one.personId) })),
]

const reaches = (post: Actor, where: Pick<Case, 'region' | 'sector' | 'organisationId'>): boolean => {
  if (post.authority !== null)
    return (
      (where.region === null || post.region === '000000' || post.region === where.region) &&
      (where.sector === null || post.sectors.includes('*') || post.sectors.includes(where.sector))
    )
  if (['filer', 'compliance_lead', 'representative'].includes(post.role))
    return where.organisationId !== null && post.organisationId === where.organisationId
  return true
}

/** Who may know which word: any of its canaries that one of the person's posts may read. */
const rightsOf = ({ cases, canaries }: Cast['drill']) => {
  const places = new Map(cases.map((one) => [`${one.kind}/${one.id}`, one]))
  const byText = new Map<string, Canary[]>()
  for (const canary of canaries) byText.set(canary.text, [...(byText.get(canary.text) ?? []), canary])
  return (person: Person, text: string): { known: boolean; may: boolean } => {
    const found = byText.get(text)
    if (!found) return { known: false, may: true }
    const may = found.some((canary) => {
      const where = places.get(`${canary.kind}/${canary.id}`)
      return person.posts.some(
        (post) =>
          canary.mayBeSeenBy.includes(post.role) &&
          where !== undefined &&
          reaches(post, { ...where, organisationId: canary.organisationId ?? where.organisationId }),
      )
    })
    return { known: true, may }
  }
}

const pages = [
  '/',
  '/search?q=canary',
  '/recalls',
  '/scenarios',
  '/portal',
  '/portal/filings',
  '/portal/recalls',
  '/portal/reconsiderations',
  '/console',
  '/console/filings',
  '/console/recalls',
  '/console/reconsiderations?isOpen=all',
  '/console/queue',
  '/lab',
  '/admin',
  '/register.csv',
  '/feeds/recalls.json',
]

/** `each` cases for every person, always other ones; every list, search and export of every kind; and the pages. Returns how many words were seen by those who may. */
export const checkCanaries = async (cast: Cast, plurals: ReadonlyMap<string, string>, each: number): Promise<void> => {
  const { drill } = cast
  const rights = rightsOf(drill)
  let [seen, looked] = [0, 0]
  const look = (person: Person, where: string, text: string) => {
    looked += 1
    for (const word of new Set(text.match(shape) ?? [])) {
      const { known, may } = rights(person, word)
      if (known && may) seen += 1
      const field = may ? null : drill.canaries.find((one) => one.text === word)
      note(
        'nobody reads a confidential word without the right to it',
        may,
        () => `${person.key} in ${where}: ${field?.kind}.${field?.field}`,
      )
    }
  }
  const targets = [...new Map(drill.canaries.map((one) => [`${one.kind}/${one.id}`, one])).values()]
  await inParallel(peopleOf(drill.actors), 5, async (person) => {
    const offset = [...person.key].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0
    for (const [kind, plural] of plurals) {
      for (const [query, accept] of [
        ['?limit=200', 'application/json'],
        ['', 'text/csv'],
        ['', 'application/x-ndjson'],
        ['?scope=public&limit=200', 'application/json'],
      ] as const) {
        const answer = await call(`/api/v1/${plural}${query}`, { token: person.token, headers: { accept } })
        look(person, `${kind} list ${accept}`, answer.text)
      }
    }
    for (let n = 0; n < each; n += 1) {
      const target = targets[(offset + n * 97) % targets.length]
      if (!target) continue
      const path = `/api/v1/${plurals.get(target.kind)}/${target.id}`
      const [one, history] = [await call(path, { token: person.token }), await call(`${path}/history`, { token: person.token })]
      look(person, `${target.kind} ${one.status}`, one.text)
      look(person, `${target.kind} history ${history.status}`, history.text)
      if (n % 4 === 0) {
        const found = await call(`/api/v1/${plurals.get(target.kind)}?q=${target.text}`, { token: person.token })
        const { may } = rights(person, target.text)
        note(
          'search finds nothing by a word that the seeker may not read',
          may || (found.json?.total ?? 0) === 0,
          () => `${person.key} found ${target.kind}.${target.field}`,
        )
      }
    }
    for (const page of pages) {
      for (const headers of [{}, { rsc: '1' }] as Record<string, string>[]) {
        const answer = await call(page, { token: person.token, headers })
        look(person, `${page} ${answer.status}`, answer.text)
      }
    }
  })
  await checkFiles(cast, peopleOf(drill.actors), (person, where, text) => look(person as Person, where, text), each)
  note('those who may read the words do read them, so the search for leaks is not blind', seen > each * 40, `${seen} in ${looked} answers`)
  const strangers = drill.cases.filter(
    (one) => one.kind === 'filing' && one.organisationId === cast.by('filer.2').organisationId && one.status === 'submitted',
  )
  for (const one of strangers.slice(0, 5)) {
    const [hidden, absent] = [
      await call(`/api/v1/filings/${one.id}`, { token: cast.by('filer.1').token }),
      await call('/api/v1/filings/00000000-0000-4000-8000-000000000000', { token: cast.by('filer.1').token }),
    ]
    note(
      'what is not yours and what is not there answer alike',
      hidden.status === 404 && hidden.text === absent.text,
      () => `${hidden.text.slice(0, 120)} / ${absent.text.slice(0, 120)}`,
    )
  }
}
