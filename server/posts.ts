// The posts of a person in words, and the forms by which they are given and ended.
import 'server-only'
import { everySector, national, type Role } from '#domain/permission'
import { person as kind } from '#domain/person/person'
import { type HeldPost, type Person, standingPosts } from '#domain/person/state'
import { appointableRoles } from '#domain/person/vocabulary'
import { formatMomentFull } from '#messages/format'
import type { AdminReader } from './desk-reader.ts'
import { formOf, type Known } from './form.ts'

type Names = ReadonlyMap<string, { zh: string; en: string }>

/** Where a post lies: the office, or the organisation by its name. */
const placeOf = (post: HeldPost, organisations: ReadonlyMap<string, string>, r: AdminReader): string =>
  post.authorityId
    ? r.words.authority(post.authorityId)
    : post.organisationId
      ? (organisations.get(post.organisationId) ?? post.organisationId)
      : ''
const reachOf = (post: HeldPost, r: AdminReader): string => {
  const region = post.region === null ? '' : post.region === national ? r.say('admin.people.nationwide') : r.words.region(post.region)
  const sectors = post.sectors.includes(everySector) ? r.say('admin.people.everySector') : post.sectors.map(r.words.sector).join(', ')
  return [region, sectors].filter((part) => part !== '').join(' · ')
}

export type PostLine = {
  id: string
  role: string
  place: string
  reach: string
  from: string
  to: string
  by: string
  ended: string | null
}

/** Every post, standing ones first, newest first within each. */
export const postLines = (
  person: Pick<Person, 'posts'>,
  names: Names,
  organisations: ReadonlyMap<string, string>,
  r: AdminReader,
): { standing: PostLine[]; ended: PostLine[] } => {
  const stands = new Set(standingPosts(person as Person, r.today).map((post) => post.id))
  const line = (post: HeldPost): PostLine => ({
    id: post.id,
    role: r.say(`role.${post.role}`),
    place: placeOf(post, organisations, r),
    reach: reachOf(post, r),
    from: post.fromOn,
    to: post.toOn ?? r.say('admin.people.open'),
    by: r.say('admin.people.appointedBy', {
      who: r.book.name(names.get(post.appointedBy)) || r.say('role.system'),
      at: formatMomentFull(post.appointedAt),
    }),
    ended: post.endedAt ? r.say('admin.people.endedBecause', { at: formatMomentFull(post.endedAt), reason: post.endReason ?? '' }) : null,
  })
  const all = [...person.posts].reverse()
  return { standing: all.filter((post) => stands.has(post.id)).map(line), ended: all.filter((post) => !stands.has(post.id)).map(line) }
}

/** Roles and places in one line, for lists. */
export const postSummary = (person: Pick<Person, 'posts'>, r: AdminReader): string[] =>
  standingPosts(person as Person, r.today).map((post) =>
    [r.say(`role.${post.role}`), post.authorityId ? r.words.authorityShort(post.authorityId) : ''].filter(Boolean).join(' · '),
  )

const roleChoices = (r: AdminReader) => appointableRoles.map((value: Role) => ({ value, label: r.say(`role.${value}`) }))

/** The forms of a person's moves; an appointment chooses among roles, offices, sectors, regions and organisations. */
export const personForms = async (moves: readonly string[], person: Pick<Person, 'posts'> | null, r: AdminReader) => {
  const houses = moves.some((move) => move === 'appoint' || move === 'create')
    ? (await r.list('organisation', { scope: 'public', limit: 200 })).items.map((item) => ({
        value: item.id,
        label: r.book.name({ zh: item.titleZh, en: item.titleEn }),
      }))
    : []
  const offices = [...r.catalogue.authorities.items, ...r.catalogue.forums.items].map((item) => ({
    value: item.id,
    label: r.book.name(item),
  }))
  const regions = [
    { value: national, label: r.say('admin.people.nationwide') },
    ...r.catalogue.authorities.items
      .filter((item) => item.kind === 'cyberspace' && item.level === 'province')
      .map((item) => ({ value: item.region, label: r.words.region(item.region) })),
  ]
  const sectors = [
    { value: everySector, label: r.say('admin.people.everySector') },
    ...r.catalogue.sectors.items.map((item) => ({ value: item.id, label: r.book.name(item) })),
  ]
  const known: Known = {
    options: {
      role: roleChoices(r),
      authorityId: offices,
      region: regions,
      sectors,
      ...(houses.length > 0 ? { organisationId: houses } : {}),
      postId: person
        ? standingPosts(person as Person, r.today).map((post) => ({
            value: post.id,
            label: `${r.say(`role.${post.role}`)} · ${post.fromOn}`,
          }))
        : [],
    },
  }
  return Promise.all(
    moves.filter((move) => move !== 'endPost' || (known.options?.postId?.length ?? 0) > 0).map((move) => formOf(kind, move, known)),
  )
}
