// Marks in a drill: a word that occurs nowhere else in every text that is handed in, and for each confidential field who may ever read the one in it.
import { readFileSync } from 'node:fs'
import { asc } from 'drizzle-orm'
import { referencesIn } from '#domain/attachment/reference'
import type { CaseState, Kind, Place, Post } from '#domain/case'
import { kinds } from '#domain/kinds'
import { audienceOf, type FieldLabel, maySee, type Role, roles, sideOf } from '#domain/permission'
import { storedFile } from '../attachment-files.ts'
import { newBytes } from '../chance.ts'
import { read } from '../client.ts'
import { cases } from '../schema.ts'

export type Canary = { organisationId: string | null; kind: string; id: string; field: string; text: string; mayBeSeenBy: Role[] }
export type DrillCase = {
  kind: string
  id: string
  version: number
  status: string
  organisationId: string | null
  sector: string | null
  region: string | null
}

const shape = /canary[0-9a-f]{16}/g
/** Written by a person: with a space or in Chinese. Codes, dates, hashes, addresses and names of tools are left as they are. */
const isText = (text: string): boolean => /[\s\p{Script=Han}]/u.test(text) && !text.startsWith('{')
/** A word that occurs nowhere else. */
export const newMark = (): string => `canary${newBytes(8).toString('hex')}`
/** Names are public by nature, those of contacts are not; lists that other bodies must repeat word for word stay unmarked. */
const unmarked = new Set(['names', 'agentName', 'name', 'phone', 'unit', 'person', 'conditions'])
const personal = /^\/(securityOfficer|contacts)(\/|$)/
/** Marked even where it is a single word. */
const said = new Set(['evidence', 'reason', 'statement', 'note'])

type Body = Record<string, unknown>
const marked = (value: unknown, skip: ReadonlySet<string>, path = '', isSaid = false): unknown => {
  if (typeof value === 'string') return (isSaid || isText(value)) && value !== '' && !skip.has(path) ? `${value} ${newMark()}` : value
  if (Array.isArray(value)) return value.map((member, i) => marked(member, skip, `${path}/${i}`))
  if (typeof value !== 'object' || value === null) return value
  const isPersonal = personal.test(path)
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      unmarked.has(key) && !(isPersonal && key === 'name')
        ? member
        : marked(member, skip, `${path}/${key}`, said.has(key) || (isPersonal && key === 'name')),
    ]),
  )
}

/** The body with a word of its own in every text that can bear one. */
export const withMarks = (body: Body, isFit: (marked: Body) => readonly PropertyKey[][]): Body => {
  const skip = new Set<string>()
  for (let tries = 0; tries < 5; tries += 1) {
    const next = marked(body, skip) as Body
    const misfits = isFit(next)
    if (misfits.length === 0) return next
    for (const path of misfits) skip.add(path.map((step) => `/${String(step)}`).join(''))
  }
  return body
}

/** A post of this role that would reach the place, if any can: what the role could ever see there. */
const postIn = (role: Role, place: Place): Post => {
  const side = sideOf(role)
  const organisationId =
    side === 'company'
      ? place.organisationId
      : side === 'lab'
        ? (place.labId ?? null)
        : side === 'platform'
          ? (place.platformIds?.[0] ?? null)
          : null
  return {
    role,
    authorityId: side === 'authority' ? 'any' : null,
    sectors: ['*'],
    region: side === 'authority' ? '000000' : null,
    organisationId,
  }
}

const readersOf = (kind: Kind, place: Place, label: FieldLabel, isPublic: boolean): Role[] =>
  roles.filter((role) => {
    if (role === 'system') return false
    const posts = role === 'public' ? [] : [postIn(role, place)]
    const audience = audienceOf({ personId: role, name: { zh: role, en: role }, posts }, place, {
      isPublic,
      admin: kind.isAdministrative ?? false,
    })
    return audience !== null && maySee(audience, label)
  })

/** Every case of the drill, and one canary for each confidential field that holds a text that nobody outside may read. */
export const inventory = async (): Promise<{ cases: DrillCase[]; canaries: Canary[] }> => {
  const rows = await read().select().from(cases).orderBy(asc(cases.seq))
  type Sight = { kind: string; id: string; organisationId: string | null; field: string; text: string; readers: Role[] }
  const sights: Sight[] = []
  for (const row of rows) {
    const kind = kinds.get(row.kind)
    if (!kind) continue
    const state = JSON.parse(row.state) as CaseState & Record<string, unknown>
    const place = kind.place(state)
    for (const [field, label] of Object.entries(kind.fields as Record<string, FieldLabel>)) {
      const readers = readersOf(kind, place, label, row.isPublic)
      const sight = { kind: row.kind, id: row.id, organisationId: place.organisationId, readers }
      for (const [text] of (JSON.stringify(state[field]) ?? '').matchAll(shape)) sights.push({ ...sight, field, text })
      // Whoever may see a file named may fetch it (contracts K2: a canary in every attachment).
      for (const { attachmentId, sha256 } of referencesIn(state[field]))
        for (const [text] of readFileSync(storedFile(sha256), 'latin1').matchAll(shape))
          sights.push({ ...sight, field: `attachments/${attachmentId}`, text })
    }
  }
  // The same word may stand in several fields and cases (a decision and its letter): whoever may read one of them may know it.
  const known = new Map<string, Set<Role>>()
  for (const { text, readers } of sights) known.set(text, new Set([...(known.get(text) ?? []), ...readers]))
  const chosen = new Map<string, Sight>()
  for (const sight of sights) {
    const key = `${sight.kind}/${sight.id}/${sight.field}`
    const best = chosen.get(key)
    if (!best || (known.get(sight.text)?.size ?? 0) < (known.get(best.text)?.size ?? 0)) chosen.set(key, sight)
  }
  const canaries = [...chosen.values()].flatMap(({ readers: _, ...sight }) => {
    const mayBeSeenBy = roles.filter((role) => known.get(sight.text)?.has(role))
    return mayBeSeenBy.includes('public')
      ? []
      : [{ organisationId: sight.organisationId, kind: sight.kind, id: sight.id, field: sight.field, text: sight.text, mayBeSeenBy }]
  })
  return {
    cases: rows.map((row) => ({
      kind: row.kind,
      id: row.id,
      version: row.version,
      status: row.status,
      organisationId: row.organisationId,
      sector: row.sector || null,
      region: row.region || null,
    })),
    canaries,
  }
}
