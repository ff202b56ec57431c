// Tells several lives in one order of time: each life says when it goes on, the schedule lets the earliest go first, so that the log of a seed reads like a log.

/** A life yields the instant at which it wants to go on (ISO, UTC) and acts when it is resumed. */
export type Life = AsyncGenerator<string, void, void>

/** Runs all lives to their end, always the one whose next instant is the earliest; equal instants in the order given. Instants after `until` end a life. */
export const run = async (lives: readonly Life[], until: string): Promise<void> => {
  const open: { life: Life; at: string; no: number }[] = []
  const advance = async (life: Life, no: number) => {
    const next = await life.next()
    if (!next.done && next.value <= until) {
      open.push({ life, at: next.value, no })
      open.sort((a, b) => (a.at === b.at ? a.no - b.no : a.at < b.at ? -1 : 1))
    }
  }
  for (const [no, life] of lives.entries()) await advance(life, no)
  for (let one = open.shift(); one; one = open.shift()) await advance(one.life, one.no)
}

const dayInMs = 86_400_000
/** Instants relative to a day: `moment('2026-11-25')(-40, '10:30')` is 10:30 in Shanghai forty days before. */
export const moment =
  (today: string) =>
  (days: number, time = '10:00'): string =>
    new Date(Date.parse(`${today}T${time}:00+08:00`) + days * dayInMs).toISOString()
