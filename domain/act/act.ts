// What an administrative act must say: facts, basis, reasons and ways to challenge it, in the words of whoever signs.
import { z } from 'zod'
import { prose } from '#domain/agent/text'
import type { Post } from '#domain/case'
import type { Catalogue } from '#domain/catalogue/shipped'

/** A text that a person wrote and that must say something; limit in UTF-16 units. */
export const said = (limit: number) => prose(limit).min(1)

/** A sentence for a letter or for the register, in both languages. */
export const bilingualSchema = z.strictObject({ zh: said(2000), en: said(2000) })
export type Bilingual = z.infer<typeof bilingualSchema>

/** One ground of an assessment: which provision, on what evidence, and what was found. */
export const reasonSchema = z.strictObject({ rule: said(300), evidence: said(1000), finding: said(2000) })
export type Reason = z.infer<typeof reasonSchema>
export const reasonsSchema = z.array(reasonSchema).min(1).max(60)

/** Where and within what time the act may be challenged: by reconsideration (REC-1) and in court (SUE-1b). */
export const remediesSchema = z.strictObject({ reconsideration: bilingualSchema, suit: bilingualSchema })
export type Remedies = z.infer<typeof remediesSchema>

export const basisSchema = z.array(said(300)).min(1).max(20)

/** What every refusal, order and penalty must say (policy.md 5.4 no. 12; Licensing Law 38). */
export const adverseFields = { facts: said(4000), basis: basisSchema, reasons: said(4000), remedies: remediesSchema }
export const adverseSchema = z.strictObject(adverseFields)
export type AdverseContent = z.infer<typeof adverseSchema>
/** The same with its date and author. */
export type AdverseAct = AdverseContent & { at: string; by: string }

/** Only what an adverse act says, without whatever else the command carried. */
export const adverseOf = ({ facts, basis, reasons, remedies }: AdverseContent): AdverseContent => ({ facts, basis, reasons, remedies })

/** The body that reconsiders acts of this post's authority (Reconsideration Law 24, 25); null where that law does not reach it. */
export const forumOf = (catalogue: Catalogue, post: Post): string | null =>
  catalogue.authorities.items.find((authority) => authority.id === post.authorityId)?.forum ?? null
