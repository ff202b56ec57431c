// What was acknowledged outlives a kill, what was not is there completely or not at all, and asking again is answered once (quality.md P1).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dialect } from './columns.ts'
import { forgetScripts, lookInto, prepareFolder, runScript, startWriter, type Unanswered } from './under-load-parent.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'zhiheng-crash-'))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await forgetScripts()
})
const kills = Number(process.env.KILLS ?? 10)

// PostgreSQL answers for its own crashes; here it is the file and its journal that are killed.
test.skipIf(dialect !== 'sqlite')(
  'ten kills at any moment lose nothing that was acknowledged and leave nothing half done',
  { timeout: 600_000 },
  async () => {
    const people = await prepareFolder(folder)
    const promised = new Map<string, { id: string; version: number; positions: readonly number[] }>()
    let unanswered: Unanswered[] = []
    let [retried, foundDone] = [0, 0]
    for (let round = 0; round < kills; round += 1) {
      const asked = new Map(unanswered.map((one) => [one.key, one.asked]))
      const writer = await startWriter(folder, people, `r${round}`, unanswered)
      // Somewhere in the next answers, at a moment that nobody chose.
      const after = unanswered.length + 3 + Math.floor(Math.random() * 60)
      await writer.until((lines) => lines.filter((line) => line.what === 'answer').length >= after)
      await new Promise((go) => setTimeout(go, Math.random() * 20))
      writer.child.kill('SIGKILL')
      await writer.ended
      const answers = new Map(writer.lines.flatMap((line) => (line.what === 'answer' ? [[line.key, line] as const] : [])))
      for (const line of writer.lines) if (line.what === 'ask') asked.set(line.key, line.asked)
      for (const { key } of unanswered) {
        const answer = answers.get(key)
        // A question of the earlier run is answered now, whether or not it had been carried out.
        expect(answer, `retry of ${key}`).toMatchObject({ ok: true })
        retried += 1
        if (answer?.again) foundDone += 1
      }
      for (const [key, answer] of answers) {
        expect(answer.ok, JSON.stringify(answer)).toBe(true)
        promised.set(key, answer)
      }
      unanswered = [...asked].flatMap(([key, question]) => (answers.has(key) ? [] : [{ key, asked: question }]))
      const file = lookInto(folder)
      for (const [key, { id, version, positions }] of promised) {
        const last = file.eventAt(positions.at(-1) ?? -1)
        expect(last, `the last event of ${key}`).toBeDefined()
        // The answer names the version of its own case; among the positions is the event that made it.
        expect(
          positions.map((position) => file.eventAt(position)).some((event) => event?.case_id === id && event.version === version),
          key,
        ).toBe(true)
      }
      const keys = file.commandKeys()
      for (const key of promised.keys()) expect(keys.has(key), `the answer to ${key} is kept`).toBe(true)
      file.close()
    }
    expect(promised.size).toBeGreaterThan(kills * 3)
    expect(new Set([...promised.values()].flatMap((one) => one.positions)).size).toBe(
      [...promised.values()].flatMap((one) => one.positions).length,
    )
    const verified = await runScript('maintain', ['verify'], folder)
    expect(verified.err + verified.out).toContain('; 0 differences')
    expect(verified.code).toBe(0)
    // Kills between commit and answer do not come on every run, but the run that sees none of either kind tested nothing.
    expect(retried).toBeGreaterThan(0)
    expect(foundDone).toBeLessThanOrEqual(retried)
  },
)
