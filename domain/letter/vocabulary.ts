// The words of a letter: statuses, facts and remedies, how it is delivered, the body of each command, and its events.
import { z } from 'zod'
import { said } from '../act/act.ts'
import { line, prose, sha256Hex } from '../agent/text.ts'
import { clockCodes } from '../clock/limits.ts'
import { letterTemplates, remedyPaths } from './template.ts'

export const letterStatuses = ['issued', 'delivered'] as const
export type LetterStatus = (typeof letterStatuses)[number]

/** How it reached the organisation: opened in the product, or by another way that an officer proves. */
export const deliveryChannels = ['product', 'handed', 'post', 'electronic', 'public_notice'] as const
export type DeliveryChannel = (typeof deliveryChannels)[number]

const id = line(100).min(1)
const bilingual = z.strictObject({ zh: prose(4000), en: prose(4000) })
const single = z.union([prose(8000), z.number(), bilingual])
/** A text, a number, a text in both languages, or a list of texts. Dates are texts YYYY-MM-DD. */
export const factSchema = z.union([single, z.array(z.union([prose(4000), bilingual])).max(500)])
export type Fact = z.infer<typeof factSchema>

/** A way to challenge: before whom (null where the law names it, as for a court), within which period from delivery, and words of the signatory's own. */
export const remedySchema = z.strictObject({
  path: z.enum(remedyPaths),
  forumId: id.nullable().default(null),
  periodRule: z.enum(clockCodes),
  text: bilingual.nullable().default(null),
})
export type Remedy = z.infer<typeof remedySchema>
/** `dueOn` is known once the letter was delivered; it stays null where it lies beyond the published calendar, and `notBefore` says the earliest day. */
export type DatedRemedy = Remedy & { dueOn: string | null; notBefore: string | null }

export const letterCommands = {
  create: z.strictObject({
    template: z.enum(letterTemplates),
    /** The case that it is about; `version` is the version of its notice or revision, where that matters. */
    about: z.strictObject({
      kind: line(40).min(1),
      id,
      version: z.int().min(1).nullable().default(null),
      number: line(80).min(1).nullable().default(null),
    }),
    organisationId: id,
    organisationName: line(200).min(1),
    sector: line(40).min(1).nullable(),
    region: z.string().regex(/^\d{6}$/),
    authorityId: id.nullable().default(null),
    facts: z.record(z.string().regex(/^[a-z][A-Za-z]{0,39}$/), factSchema),
    /** What was found: the statement of facts of an adverse letter. */
    found: prose(8000).nullable().default(null),
    basis: z.array(said(1000)).max(60).default([]),
    reasons: z.array(said(4000)).max(60).default([]),
    remedies: z.array(remedySchema).max(8).default([]),
  }),
  receive: z.strictObject({}),
  recordDelivery: z.strictObject({
    channel: z.enum(deliveryChannels).exclude(['product']),
    deliveredAt: z.iso.datetime({ offset: true }),
    evidenceHash: sha256Hex,
    note: prose(1000).default(''),
  }),
}
/** An empty body adds nothing; as a type it would forbid `type`. */
type Body<B> = B extends Record<string, never> ? {} : B
export type LetterCommand = {
  [Name in keyof typeof letterCommands]: { type: Name } & Body<z.infer<(typeof letterCommands)[Name]>>
}[keyof typeof letterCommands]
export type LetterContent = z.infer<(typeof letterCommands)['create']>

export type LetterEvent =
  /** Nested, because the stamp of an event has an organisation and an authority of its own: those of whoever acted. */
  | { type: 'issued'; content: LetterContent }
  /** `deliveredAt` starts the periods; it is the moment of opening, or what the officer proves. */
  | {
      type: 'delivered'
      channel: DeliveryChannel
      deliveredAt: string
      evidenceHash: string | null
      note: string
      remedies: readonly DatedRemedy[]
      template: LetterContent['template']
      about: LetterContent['about']
    }
