// The clock: lapsed periods become commands by the system actor through the same door; checkpoints follow the log; old answers and unwanted files are forgotten.
import 'server-only'
import { and, asc, eq, gt, lt, lte, or, sql } from 'drizzle-orm'
import { forgetAttachments } from '#db/attachment'
import { catalogueIn } from '#db/catalogue'
import { read, write } from '#db/client'
import { refresh } from '#db/rebuild'
import { followed, rulesFollowed, rulesMark } from '#db/rules-followed'
import { cases, commands } from '#db/schema'
import { change } from '#db/store'
import { systemActor } from '#domain/case'
import { kinds } from '#domain/kinds'
import { publishCheckpoint } from './checkpoint.ts'
import { wake } from './notify.ts'

/** Cases looked at in one query. */
const atOnce = 100

/**
 * Gives every lapsed case its command, the longest lapsed first. Returns how many were given. A refusal is a fault of the rule, reported and left
 * for a person; it keeps nobody behind it waiting.
 */
export const lapse = async (at: string): Promise<number> => {
  let given = 0
  for (let after: { lapseAt: string; seq: number } | null = null; ; ) {
    const due: { kind: string; id: string; seq: number; lapseAt: string | null; command: string | null }[] = await read()
      .select({ kind: cases.kind, id: cases.id, seq: cases.seq, lapseAt: cases.lapseAt, command: cases.lapseCommand })
      .from(cases)
      .where(
        and(
          sql`${cases.lapseAt} is not null`,
          lte(cases.lapseAt, at),
          after ? or(gt(cases.lapseAt, after.lapseAt), and(eq(cases.lapseAt, after.lapseAt), gt(cases.seq, after.seq))) : undefined,
        ),
      )
      .orderBy(asc(cases.lapseAt), asc(cases.seq))
      .limit(atOnce)
    for (const one of due) {
      const kind = kinds.get(one.kind)
      if (!kind || !one.command) continue
      const answer = await change({ kind, id: one.id, seen: null, command: { type: one.command }, actor: systemActor, at })
      if (answer.ok) given += 1
      else console.error('lapse refused', one.kind, one.id, answer.refusal)
    }
    const last = due.at(-1)
    if (!last?.lapseAt || due.length < atOnce) return given
    after = { lapseAt: last.lapseAt, seq: last.seq }
  }
}

const dayInMs = 86_400_000
const seconds = 1000

/**
 * When other rules have come into force (an edited limit, a published calendar), every clock shown in a list is computed anew. Which rules the
 * rows were last computed under is kept with them, so that rules that took force while nothing was running are followed at the next start.
 */
const followRules = async (at: string) => {
  const rules = rulesMark(await catalogueIn(read(), at))
  if (rules === (await rulesFollowed())) return
  await refresh(at)
  await followed(rules)
}

/** Starts the beat: lapses every ten seconds, a checkpoint within the minute. The returned function stops it. */
export const startTicking = (): (() => void) => {
  let beats = 0
  let isBeating = false
  const beat = async () => {
    // After a stop of days one beat may take longer than the next waits: two of them would give every command twice.
    if (isBeating) return
    isBeating = true
    const at = new Date().toISOString()
    try {
      if ((await lapse(at)) > 0) wake()
      await followRules(at)
      if (beats % 3 === 0) await publishCheckpoint(at)
      if (beats % 8640 === 0) await forgetAttachments(at)
      if (beats % 360 === 0) await write((tx) => tx.delete(commands).where(lt(commands.at, new Date(Date.now() - dayInMs).toISOString())))
    } catch (error) {
      console.error('tick', error)
    }
    beats += 1
    isBeating = false
  }
  void beat()
  const timer = setInterval(() => void beat(), 10 * seconds)
  return () => clearInterval(timer)
}
