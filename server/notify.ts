// What leaves after the commit: reads the outbox, signs checkpoints, never inside a transaction. Waking it twice does no harm.
import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { read, write } from '#db/client'
import { outbox } from '#db/schema'
import { publishCheckpoint } from './checkpoint.ts'

let isWorking = false
let isWanted = false
let _soon: NodeJS.Timeout | null = null

/** In-app notices are the letters and lists themselves; mail and webhooks are configured by an administrator and absent by default. */
const deliver = async (): Promise<boolean> => {
  const waiting = await read().select().from(outbox).where(isNull(outbox.sentAt)).orderBy(outbox.position).limit(200)
  if (waiting.length === 0) return false
  const at = new Date().toISOString()
  await write(async (tx) => {
    for (const line of waiting)
      await tx
        .update(outbox)
        .set({ sentAt: at, attempts: line.attempts + 1 })
        .where(and(eq(outbox.position, line.position), eq(outbox.n, line.n)))
  })
  return waiting.some((line) => line.topic.startsWith('recall.'))
}

const work = async () => {
  if (isWorking) {
    isWanted = true
    return
  }
  isWorking = true
  try {
    const isUrgent = await deliver()
    // A recall is in the signed record at once, everything else within the minute (quality.md P9, 5.2).
    if (isUrgent) await publishCheckpoint(new Date().toISOString())
  } catch (error) {
    console.error('outbox', error)
  } finally {
    isWorking = false
    if (isWanted) {
      isWanted = false
      wake()
    }
  }
}

/** Says that the outbox may hold something. */
export const wake = () => {
  _soon ??= setTimeout(() => {
    _soon = null
    void work()
  }, 20)
}
