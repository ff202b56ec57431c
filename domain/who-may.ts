// The who-may matrix: for every kind, command, role and standing towards the case, whether it may, derived from the moves, never written by hand.
import { type Actor, type Kind, type Move, type Place, type Post, systemPost } from './case.ts'
import { covers, type Duty, excludedBy, isOwnOrganisation, type Role, roles, sideOf } from './permission.ts'

/**
 * How the person stands to the case. `own`: its region and sector, its company, its laboratory or platform. `otherOrganisation`: an officer of the
 * place as before, everybody else of another house. `ownCompany`: as own, and also a member of the company that the case is about.
 * `afterExcludedDuty`: as own, and has already had, in this case, a duty that excludes this one.
 */
export const standings = ['own', 'otherRegion', 'otherSector', 'otherOrganisation', 'ownCompany', 'afterExcludedDuty'] as const
export type Standing = (typeof standings)[number]

/** Why not: `move` the role has no such move, `jurisdiction` its post does not reach there, `ownOrganisation` the case of one's own house, `duty` four eyes. */
export type Hindrance = 'move' | 'jurisdiction' | 'ownOrganisation' | 'duty'
export type Cell = { kind: string; command: string; role: Role; standing: Standing; verdict: 'may' | 'mayNot'; because: Hindrance | null }

/** The case of the matrix, and the other region, sector and houses. The names stand for themselves and occur in no data. */
const here = { organisationId: 'company-here', sector: 'sector-here', region: '110000', labId: 'lab-here', platformIds: ['platform-here'] }
const elsewhere = { organisationId: 'house-elsewhere', sector: 'sector-elsewhere', region: '310000' }

/** Answers every question about a state with itself: whatever a place takes from it is there, what it never asks for stays null. */
const anyState: any = new Proxy(() => anyState, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => 'any' : key === Symbol.iterator ? () => [][Symbol.iterator]() : anyState),
  apply: () => anyState,
})

/**
 * Where a case of this kind lies: the coordinates that its place has at all. A kind without a sector (an organisation) is reached by the officers
 * of every sector of its region, one without a region (a set of rules) by those of every region.
 */
export const placeOfKind = (kind: Kind): Place => {
  const place = kind.place(anyState)
  const has = (value: unknown) => value !== null && value !== undefined
  return {
    organisationId: has(place.organisationId) ? here.organisationId : null,
    sector: has(place.sector) ? here.sector : null,
    region: has(place.region) ? here.region : null,
    labId: has(place.labId) ? here.labId : null,
    platformIds: has(place.platformIds) ? here.platformIds : [],
  }
}

const houseOf: Record<'company' | 'lab' | 'platform', string> = { company: here.organisationId, lab: here.labId, platform: 'platform-here' }

const postFor = (role: Role, standing: Standing): Post => {
  const side = sideOf(role)
  if (side === 'authority') {
    const region = standing === 'otherRegion' ? elsewhere.region : here.region
    return {
      role,
      authorityId: 'authority-here',
      sectors: [standing === 'otherSector' ? elsewhere.sector : here.sector],
      region,
      organisationId: null,
    }
  }
  if (side === 'company' || side === 'lab' || side === 'platform') {
    return {
      role,
      authorityId: null,
      sectors: [],
      region: null,
      organisationId: standing === 'otherOrganisation' ? elsewhere.organisationId : houseOf[side],
    }
  }
  return side === 'system' ? systemPost : { role, authorityId: null, sectors: [], region: null, organisationId: null }
}

/** A post of the company of the case beside the role's own, for the conflict of interest. */
const besides: Post = { role: 'filer', authorityId: null, sectors: [], region: null, organisationId: here.organisationId }

const hindranceOf = (move: Move<string>, role: Role, standing: Standing, place: Place): Hindrance | null => {
  if (!move.by.includes(role)) return 'move'
  const post = postFor(role, standing)
  if (!covers(post, place)) return 'jurisdiction'
  const posts = standing === 'ownCompany' ? [post, besides] : [post]
  const actor: Actor = { personId: 'person', name: { zh: '', en: '' }, posts }
  if (post.authorityId !== null && isOwnOrganisation(actor, place)) return 'ownOrganisation'
  return standing === 'afterExcludedDuty' && move.duty && excludedBy(move.duty).length > 0 ? 'duty' : null
}

/** Every cell, in the order of the kinds, their commands, the roles and the standings. A national officer of every sector is `own` everywhere. */
export const whoMay = (kinds: ReadonlyMap<string, Kind>): readonly Cell[] =>
  [...kinds.values()].flatMap((kind) => {
    const place = placeOfKind(kind)
    return Object.entries(kind.moves).flatMap(([command, move]) =>
      roles.flatMap((role) =>
        standings.map((standing): Cell => {
          const because = hindranceOf(move, role, standing, place)
          return { kind: kind.name, command, role, standing, verdict: because === null ? 'may' : 'mayNot', because }
        }),
      ),
    )
  })

/** The duties that whoever asks for this command must not have had in the same case. */
export const excludedDuties = (move: Move<string>): readonly Duty[] => (move.duty ? excludedBy(move.duty) : [])
