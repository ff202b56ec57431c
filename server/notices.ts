// What every officer should know today: how far the calendar reaches, which rules begin soon, what the public record last signed.
import 'server-only'
import { comingEditions } from '#db/reads/edition'
import type { Actor } from '#domain/case'
import type { Catalogue } from '#domain/catalogue/shipped'
import { addWorkingDays } from '#domain/clock/working-days'
import { latestCheckpoint } from './checkpoint.ts'

/** `isUrgent`: somebody must do something, so it is counted beside the bell. */
export type OfficeNotice = { isUrgent: boolean } & (
  | { what: 'calendar'; publishedUntil: string; isReached: boolean }
  | { what: 'edition'; set: string; version: string; effectiveOn: string; changes: number }
  | { what: 'record'; size: number; at: string }
  | { what: 'noRecord' }
)

/** The longest period of the filing and licence rules: a calendar that ends sooner leaves dates open. Working days. */
const longestReach = 60

export const noticesFor = async (actor: Actor, catalogue: Catalogue, today: string): Promise<OfficeNotice[]> => {
  const [editions, checkpoint] = await Promise.all([comingEditions(actor, today), latestCheckpoint()])
  const isShort = addWorkingDays(catalogue.calendar, today, longestReach).flagged
  return [
    ...(isShort
      ? [
          {
            what: 'calendar' as const,
            publishedUntil: catalogue.calendar.publishedUntil,
            isReached: catalogue.calendar.publishedUntil < today,
            isUrgent: true,
          },
        ]
      : []),
    ...editions.slice(0, 5).map((edition) => ({ what: 'edition' as const, ...edition, isUrgent: true })),
    checkpoint
      ? { what: 'record' as const, size: checkpoint.size, at: checkpoint.at, isUrgent: false }
      : { what: 'noRecord' as const, isUrgent: false },
  ]
}
