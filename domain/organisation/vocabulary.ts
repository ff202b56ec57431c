// The words of an organisation: its statuses and kinds, its particulars, the body of each command, and its events.
import { z } from 'zod'
import { line, prose } from '#domain/agent/text'
import { type PublicKey, publicJwkSchema } from '#domain/signing/public-key'

export const organisationStatuses = ['recorded', 'registered', 'verified', 'refused', 'suspended', 'closed'] as const
export type OrganisationStatus = (typeof organisationStatuses)[number]

/** What it is in the procedure. Persons of a laboratory or certifier sign reports, those of a platform read the register for it. */
export const organisationKinds = ['company', 'lab', 'platform', 'certifier'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** What must be known before it can be verified; a refusal lists all that is missing at once. */
export const particulars = ['creditCode', 'address', 'representative', 'securityOfficer', 'commitment'] as const
export type Particular = (typeof particulars)[number]

/** Why a registration is refused; the explanation beside it says what exactly is wrong. */
export const organisationRefusalGrounds = [
  'identity_not_confirmed',
  'representative_not_confirmed',
  'documents_contradict',
  'not_competent',
  'false_statement',
  'other',
] as const
export type OrganisationRefusalGround = (typeof organisationRefusalGrounds)[number]

export const contactPurposes = ['filing', 'security', 'recall', 'legal'] as const
export type ContactPurpose = (typeof contactPurposes)[number]

const names = z.strictObject({ zh: line(200).min(1), en: line(200).min(1).nullable() })
/** Accepted in lower case and stored in upper case; the check digits are the rule's business (GB 32100-2015). */
const creditCode = line(40)
  .min(1)
  .overwrite((text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()))
/** Province level: the authority where the company is registered is its authority (policy.md 5.6). */
const region = z.string().regex(/^[1-9]\d0000$/)
const email = z.email().max(254)
const phone = z.string().regex(/^\+?[0-9][0-9 ()-]{4,28}[0-9]$/)
const personal = z.strictObject({ name: line(100).min(1), phone, email })

const representative = z.strictObject({ name: line(100).min(1), personId: line(100).min(1).nullable() })
const contact = z.strictObject({ purpose: z.enum(contactPurposes), name: line(100).min(1), phone, email })
const contacts = z.array(contact).max(20)
const commitment = z.strictObject({ signedBy: line(100).min(1), signedOn: z.iso.date() })

export type Names = z.infer<typeof names>
export type Representative = z.infer<typeof representative>
export type SecurityOfficer = z.infer<typeof personal>
export type Contact = z.infer<typeof contact>
/** The promise that all that is filed is true and will be kept up to date. `personId` is null where it was signed on paper. */
export type Commitment = z.infer<typeof commitment> & { personId: string | null }
export type Ground = { ground: OrganisationRefusalGround; explanation: string }

export const organisationCommands = {
  /** Registration, at the counter or by the system for somebody who registers online. A commitment on paper is entered with it. */
  create: z.strictObject({
    kind: z.enum(organisationKinds),
    names,
    creditCode,
    region,
    address: line(300).nullable().default(null),
    representative: representative.nullable().default(null),
    securityOfficer: personal.nullable().default(null),
    contacts: contacts.default([]),
    commitment: commitment.nullable().default(null),
  }),
  /** Takes over an organisation from a list published before this register. The code may be unknown; nothing can be filed for it until verified. */
  record: z.strictObject({ kind: z.enum(organisationKinds), names, creditCode: creditCode.nullable(), region, source: line(300).min(1) }),
  /** Only what is given changes. */
  amend: z.strictObject({
    names: names.optional(),
    creditCode: creditCode.optional(),
    region: region.optional(),
    address: line(300).min(1).optional(),
    representative: representative.optional(),
    securityOfficer: personal.optional(),
    contacts: contacts.optional(),
  }),
  signCommitment: z.strictObject({}),
  /** The public half of a key that its agents' cards are signed with, and a compact JWS by the other half that shows that it is in its hands. */
  registerKey: z.strictObject({ jwk: publicJwkSchema, label: line(100).min(1), proof: z.string().min(1).max(4000) }),
  retireKey: z.strictObject({ keyId: z.string().min(1).max(200), reason: prose(500).min(1) }),
  verify: z.strictObject({ evidence: prose(2000).min(1) }),
  refuseVerification: z.strictObject({
    reasons: z
      .array(z.strictObject({ ground: z.enum(organisationRefusalGrounds), explanation: prose(2000).min(1) }))
      .min(1)
      .max(20),
  }),
  suspend: z.strictObject({ reason: prose(2000).min(1), basis: line(300).min(1) }),
  liftSuspension: z.strictObject({ reason: prose(2000).min(1) }),
  close: z.strictObject({ reason: prose(2000).min(1) }),
}
/** A command without a body has its type alone. */
type Body<Schema extends z.ZodType> = z.infer<Schema> extends Record<string, never> ? {} : z.infer<Schema>
export type OrganisationCommand = {
  [Name in keyof typeof organisationCommands]: { type: Name } & Body<(typeof organisationCommands)[Name]>
}[keyof typeof organisationCommands]
export type Amendment = z.infer<(typeof organisationCommands)['amend']>

type Identity = { kind: OrganisationKind; names: Names; region: string }
export type OrganisationEvent =
  | ({
      type: 'registered'
      creditCode: string
      address: string | null
      representative: Representative | null
      securityOfficer: SecurityOfficer | null
      contacts: readonly Contact[]
      commitment: Commitment | null
    } & Identity)
  | ({ type: 'recorded'; creditCode: string | null; source: string } & Identity)
  /** `isIdentityChanged`: the commitment was to other particulars and is asked for again. `isPending`: shown to nobody as true before it is verified. */
  | { type: 'amended'; changes: Amendment; isIdentityChanged: boolean; isPending: boolean }
  | { type: 'commitmentSigned'; commitment: Commitment }
  | ({ type: 'keyRegistered'; keyId: string; label: string } & PublicKey)
  | { type: 'keyRetired'; keyId: string; reason: string }
  | { type: 'verified'; evidence: string; creditCode: string; names: Names; kind: OrganisationKind; region: string }
  | { type: 'verificationRefused'; reasons: readonly Ground[] }
  | { type: 'suspended'; reason: string; basis: string }
  | { type: 'suspensionLifted'; reason: string }
  | { type: 'closed'; reason: string }
