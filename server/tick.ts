// The clock: lapsed periods become commands by the system actor through the same door; checkpoints follow the log; old answers and unwanted files are forgotten.
import 'server-only'
import { and, asc, lt, lte, sql } from 'drizzle-orm'
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

/** Gives every lapsed case its command. Returns how many were given. A refusal is a fault of the rule, reported and left for a person. */
export const lapse = async (at: string): Promise<number> => {
  let given = 0
  const tried = new Set<string>()
  for (;;) {
    const due = (
      await read()
        .select({ kind: cases.kind, id: cases.id, command: cases.lapseCommand })
        .from(cases)
        .where(and(sql`${cases.lapseAt} is not null`, lte(cases.lapseAt, at)))
        .orderBy(asc(cases.lapseAt))
        .limit(100)
    ).filter((one) => !tried.has(`${one.kind}/${one.id}`))
    if (due.length === 0) return given
    for (const one of due) {
      tried.add(`${one.kind}/${one.id}`)
      const kind = kinds.get(one.kind)
      if (!kind || !one.command) continue
      const answer = await change({ kind, id: one.id, seen: null, command: { type: one.command }, actor: systemActor, at })
      if (answer.ok) given += 1
      else console.error('lapse refused', one.kind, one.id, answer.refusal)
    }
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
  const beat = async () => {
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
  }
  void beat()
  const timer = setInterval(() => void beat(), 10 * seconds)
  return () => clearInterval(timer)
}
