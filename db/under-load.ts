// A process that writes through the door until it is stopped or killed, and says on its output what it was promised: for the tests of crash and backup.
import { createInterface } from 'node:readline'
import type { Actor, Typed } from '#domain/case'
import { kinds } from '#domain/kinds'
import { backup } from './backup.ts'
import { close, migrate } from './client.ts'
import agents from './seed/agents.json'
import cast from './seed/cast.ts'
import { descriptionOf } from './seed/lives.ts'
import { enterCast, enterRules } from './seed/people.ts'
import { type Asked, change } from './store.ts'

/** `prepare` fills the folder and prints who may act; `work <people> <salt>` writes until killed, first asking again what earlier runs left unanswered. */
export type Prepared = { lead: Actor; representative: Actor; intake: Actor; organisationId: string }
/** One line of output: asked before the door is knocked at, answered after it was opened. */
export type Line =
  | { what: 'prepared'; people: Prepared }
  | { what: 'ask'; key: string; asked: Question }
  | { what: 'answer'; key: string; ok: boolean; id: string; version: number; positions: readonly number[]; again: boolean; code?: string }
  | { what: 'backup'; folder: string; manifest: { events: number; root: string } }
/** Enough to ask the same again: a command of a person on a case. */
export type Question = {
  kind: string
  id: string | null
  seen: number | null
  command: Typed
  who: 'lead' | 'representative' | 'intake'
  at: string
}

const say = (line: Line) => process.stdout.write(`${JSON.stringify(line)}\n`)

const prepare = async () => {
  await migrate()
  const at = new Date().toISOString()
  await enterRules(at)
  const { people, organisations } = await enterCast(cast, at, '2026-01-01')
  const named = (key: string): Actor => {
    const found = people[key]
    if (!found) throw new Error(`no ${key}`)
    return found
  }
  say({
    what: 'prepared',
    people: {
      lead: named('yun.zhe'),
      representative: named('ze.ming'),
      intake: named('wu.hai'),
      organisationId: organisations.yunze ?? '',
    },
  })
}

const work = async (people: Prepared, salt: string, unanswered: readonly { key: string; asked: Question }[]) => {
  const ask = async (key: string, asked: Question) => {
    const kind = kinds.get(asked.kind)
    if (!kind) throw new Error(`no kind ${asked.kind}`)
    const body: Asked = {
      kind,
      id: asked.id,
      seen: asked.seen,
      command: asked.command,
      actor: people[asked.who],
      at: asked.at,
      key,
      fingerprint: key,
    }
    const answer = await change(body)
    if (answer.ok)
      say({ what: 'answer', key, ok: true, id: answer.id, version: answer.version, positions: answer.positions, again: answer.again })
    else
      say({
        what: 'answer',
        key,
        ok: false,
        id: asked.id ?? '',
        version: answer.version ?? 0,
        positions: [],
        again: false,
        code: answer.refusal.code,
      })
    return answer
  }
  for (const one of unanswered) await ask(one.key, one.asked)
  const spec = agents.daima
  const content = descriptionOf('daima')
  let n = 0
  /** One filing after the other: opened, written, handed in (which touches filing, agent and letter at once), accepted. */
  const worker = async () => {
    for (;;) {
      let [id, version] = [null as string | null, 0]
      const steps: [Question['who'], Typed][] = [
        [
          'lead',
          {
            type: 'create',
            organisationId: people.organisationId,
            agentId: null,
            agentName: content.names,
            sector: spec.sector,
            scenarios: spec.scenarios,
            purpose: content.purpose,
            followsFilingId: null,
          } as Typed,
        ],
        ['lead', { type: 'describe', content, use: spec.use } as Typed],
        ['representative', { type: 'submit' }],
        ['intake', { type: 'accept' }],
      ]
      for (const [who, command] of steps) {
        const key = `${salt}-${n++}`
        const asked: Question = { kind: 'filing', id, seen: id === null ? null : version, command, who, at: new Date().toISOString() }
        say({ what: 'ask', key, asked })
        const answer = await ask(key, asked)
        if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer.refusal)}`)
        ;[id, version] = [answer.id, answer.version]
      }
    }
  }
  await Promise.all([worker(), worker(), worker(), worker()])
}

const [mode, given, salt = 's'] = process.argv.slice(2)
if (mode === 'prepare') {
  await prepare()
  await close()
}
if (mode === 'work') {
  const input = JSON.parse(given ?? '{}') as { people: Prepared; unanswered: { key: string; asked: Question }[] }
  // `backup <folder>` on the input: a copy is taken while the workers go on.
  createInterface({ input: process.stdin }).on('line', (line) => {
    const [act, folder = ''] = line.split(' ')
    if (act === 'backup') void backup(folder, new Date().toISOString()).then((manifest) => say({ what: 'backup', folder, manifest }))
  })
  await work(input.people, salt, input.unanswered)
}
