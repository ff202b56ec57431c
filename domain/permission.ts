// Who may: roles, posts, jurisdictions, duties that exclude each other, and the field policy. The only place that knows.
import type { Actor, Place, Post } from './case.ts'

/** Every role of contracts K5, by side. A person holds posts; a post is one role in one office, sector, region or organisation. */
export const authorityRoles = [
  'intake',
  'reviewer',
  'approver',
  'sector_reviewer',
  'sector_approver',
  'testing_coordinator',
  'recall_officer',
  'recall_signatory',
  'hearing_chair',
  'reconsideration_officer',
  'registry_officer',
  'auditor',
] as const
export const companyRoles = ['filer', 'compliance_lead', 'representative'] as const
export const labRoles = ['tester', 'lab_signatory'] as const
export const platformRoles = ['platform_operator'] as const
export const adminRoles = ['system_admin', 'security_admin', 'audit_admin'] as const
export const roles = [...authorityRoles, ...companyRoles, ...labRoles, ...platformRoles, ...adminRoles, 'system', 'public'] as const
export type Role = (typeof roles)[number]

const among = <T extends string>(list: readonly T[], role: string): role is T => (list as readonly string[]).includes(role)
export const sideOf = (role: Role): 'authority' | 'company' | 'lab' | 'platform' | 'admin' | 'system' | 'public' =>
  among(authorityRoles, role)
    ? 'authority'
    : among(companyRoles, role)
      ? 'company'
      : among(labRoles, role)
        ? 'lab'
        : among(platformRoles, role)
          ? 'platform'
          : among(adminRoles, role)
            ? 'admin'
            : role === 'system'
              ? 'system'
              : 'public'

export const national = '000000'
export const everySector = '*'

/**
 * Does this post reach a case at this place? Authorities by region and sector, companies and laboratories by organisation (policy.md 5.1).
 * A place without region or sector (a person, a rule set) is reached by any authority post.
 */
export const covers = (post: Post, place: Place): boolean => {
  switch (sideOf(post.role)) {
    case 'authority':
      return (
        !place.isPrivate &&
        (place.region === null || post.region === national || post.region === place.region) &&
        (place.sector === null || post.sectors.includes(everySector) || post.sectors.includes(place.sector))
      )
    case 'company':
      return post.organisationId !== null && post.organisationId === place.organisationId
    case 'lab':
      return post.organisationId !== null && post.organisationId === place.labId
    case 'platform':
      return post.organisationId !== null && (place.platformIds ?? []).includes(post.organisationId)
    case 'admin':
      return true
    case 'system':
      return true
    case 'public':
      return false
  }
}

/** An officer who also belongs to the company of the case is never its officer (quality.md P4). */
export const isOwnOrganisation = (actor: Actor, place: Place): boolean =>
  place.organisationId !== null &&
  actor.posts.some((post) => sideOf(post.role) === 'company' && post.organisationId === place.organisationId)

/** What a person did in a case, as far as it excludes another thing there. Stored with every event, so names are for ever. */
export const duties = [
  'intake',
  'review',
  'approve',
  'sector_review',
  'sector_approve',
  'order_test',
  'test',
  'lab_sign',
  'draft_notice',
  'sign_notice',
  'validate_class',
  'evaluate',
  'hear',
  'reconsider',
  'publish',
  'propose',
  'enact',
] as const
export type Duty = (typeof duties)[number]

const pairs: readonly (readonly [Duty, Duty])[] = [
  ['intake', 'approve'],
  ['review', 'approve'],
  ['review', 'hear'],
  ['approve', 'hear'],
  ['sector_review', 'sector_approve'],
  // One person never signs for both authorities (clocks.md, decisions).
  ['review', 'sector_review'],
  ['review', 'sector_approve'],
  ['approve', 'sector_review'],
  ['approve', 'sector_approve'],
  ['intake', 'sector_approve'],
  ['test', 'lab_sign'],
  ['draft_notice', 'sign_notice'],
  ['draft_notice', 'validate_class'],
  ['draft_notice', 'evaluate'],
  ['propose', 'enact'],
  ['reconsider', 'intake'],
  ['reconsider', 'review'],
  ['reconsider', 'approve'],
  ['reconsider', 'sector_review'],
  ['reconsider', 'sector_approve'],
  ['reconsider', 'sign_notice'],
]

/** The duties that a person must not have had in a case before taking on this one. Symmetric. */
export const excludedBy = (duty: Duty): readonly Duty[] => pairs.flatMap(([a, b]) => (a === duty ? [b] : b === duty ? [a] : []))

/**
 * How secret a field is (policy.md 5.8). `open`: everybody who may see the case at all, the public register included. `party`: the company itself,
 * the authorities of the case. `restricted`: the same, but every reading by an officer is recorded. `office`: authorities only (drafts of
 * opinions, risk assessments). `lab`: the laboratory of the case too. `sealed`: nobody through the product.
 */
export const fieldLabels = ['open', 'party', 'restricted', 'office', 'lab', 'sealed'] as const
export type FieldLabel = (typeof fieldLabels)[number]
export type Audience = 'public' | 'company' | 'authority' | 'lab' | 'platform' | 'auditor' | 'admin' | 'system'

const sees: Record<Audience, readonly FieldLabel[]> = {
  public: ['open'],
  platform: ['open'],
  admin: ['open'],
  lab: ['open', 'lab'],
  company: ['open', 'party', 'restricted', 'lab'],
  authority: ['open', 'party', 'restricted', 'office', 'lab'],
  auditor: ['open', 'party', 'restricted', 'office', 'lab'],
  system: ['open', 'party', 'restricted', 'office', 'lab', 'sealed'],
}
export const maySee = (audience: Audience, label: FieldLabel): boolean => sees[audience].includes(label)

/** As whom does this person look at a case at this place? The strongest reading that one of the posts gives, or null: the case does not exist for them. */
export const audienceOf = (actor: Actor, place: Place, opened: { isPublic: boolean; admin?: boolean }): Audience | null => {
  let best: Audience | null = opened.isPublic ? 'public' : null
  for (const post of actor.posts) {
    if (post.role === 'system') return 'system'
    const side = sideOf(post.role)
    if (post.role === 'auditor' && covers(post, place)) best = 'auditor'
    else if (side === 'authority' && covers(post, place) && best !== 'auditor') best = 'authority'
    else if ((side === 'company' || side === 'lab') && covers(post, place) && best !== 'authority' && best !== 'auditor') best = side
    else if (side === 'platform' && covers(post, place) && best === null) best = 'platform'
    else if (side === 'admin' && opened.admin && best === null) best = 'admin'
  }
  return best
}

/** Only the fields that this audience may see; what no label names is left out, so a forgotten field is hidden, not shown. */
export const present = <S extends object>(state: S, labels: Record<string, FieldLabel>, audience: Audience): Partial<S> =>
  Object.fromEntries(
    Object.entries(state).filter(([key]) => {
      const label = labels[key]
      return label !== undefined && maySee(audience, label)
    }),
  ) as Partial<S>
