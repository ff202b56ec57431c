// The pieces that every catalogue set is built of: text in two languages, where a line comes from, and the frame around its items.
import { z } from 'zod'
import { confidences } from './vocabulary.ts'

/** A sentence in both languages; Chinese is the source. */
export const Text = z.strictObject({ zh: z.string().min(1).max(600), en: z.string().min(1).max(600) })
export type Text = z.infer<typeof Text>

/** On every item: the clause or standard that it rests on, and how far that may be relied upon. */
export const sourced = { source: z.string().min(1).max(400), confidence: z.enum(confidences) }

/** On every set: which edition, and from which date (Asia/Shanghai) it holds. */
export const edition = { version: z.string().regex(/^\d{4}\.\d{1,4}$/), effectiveOn: z.iso.date() }

export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(40)

/** Reports each value that stands twice; an id that is not unique would make every reference to it ambiguous. */
export const unique =
  <T>(keyOf: (item: T) => string | number, path: readonly PropertyKey[] = []) =>
  (items: readonly T[], ctx: z.RefinementCtx): void => {
    const seen = new Set<string | number>()
    items.forEach((item, at) => {
      if (seen.has(keyOf(item))) ctx.addIssue({ code: 'custom', path: [...path, at], message: 'catalogue.twice' })
      seen.add(keyOf(item))
    })
  }

/** The frame of a set: its name, edition and items, each item known by one key that stands once. */
export const setOf = <Name extends string, Item extends z.ZodType>(
  name: Name,
  item: Item,
  keyOf: (item: z.infer<Item>) => string | number,
) => z.strictObject({ set: z.literal(name), ...edition, items: z.array(item).min(1).max(1000).superRefine(unique(keyOf)) })
