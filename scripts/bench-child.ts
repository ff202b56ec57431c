// Starts a process of the benchmark for one data folder and asks it for measures, one at a time.
import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'

export type Child = { ask<T>(name: string): Promise<T>; end(): Promise<void> }

export const childFor = async (folder: string, env: Record<string, string> = {}): Promise<Child> => {
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'bench-worker.ts'), [], {
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: folder, ...env },
  })
  const waiting = new Map<number, { done: (value: any) => void; failed: (error: Error) => void }>()
  let last = 0
  const answer = (id: number) => new Promise<any>((done, failed) => waiting.set(id, { done, failed }))
  const ready = answer(0)
  child.on('message', ({ id, value, error }: { id: number; value?: unknown; error?: string }) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (error) one?.failed(new Error(error))
    else one?.done(value)
  })
  const gone = new Promise<void>((done) =>
    child.on('exit', () => {
      for (const one of waiting.values()) one.failed(new Error('the measuring process ended'))
      done()
    }),
  )
  await ready
  return {
    ask(name) {
      last += 1
      const answered = answer(last)
      child.send({ id: last, name })
      return answered
    },
    async end() {
      child.send({ id: -1, name: 'end' })
      await gone
    },
  }
}
