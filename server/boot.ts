// Before the first request: checks the configuration, takes the data folder, migrates, starts the clock. A fault here ends the process.
import 'server-only'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dataDir, dialect, migrate } from '#db/client'
import { followShape } from '#db/shape'
import { env, logKey } from './env.ts'
import { startTicking } from './tick.ts'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** One writer process a data folder (quality.md 6.5 no. 4): a second one is refused, the lock of a dead one is taken over. */
const takeFolder = () => {
  const file = path.join(dataDir(), 'server.pid')
  mkdirSync(dataDir(), { recursive: true, mode: 0o700 })
  const holder = Number(
    (() => {
      try {
        return readFileSync(file, 'utf8')
      } catch {
        return ''
      }
    })(),
  )
  if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isAlive(holder))
    throw new Error(`Zhiheng does not start: process ${holder} already serves ${dataDir()}; use PostgreSQL for more than one`)
  writeFileSync(file, String(process.pid), { mode: 0o600 })
}

export const boot = async (): Promise<void> => {
  try {
    env()
    logKey()
    if (dialect === 'sqlite' && process.env.NODE_ENV === 'production') takeFolder()
    await migrate()
    const folded = await followShape(new Date().toISOString())
    if (folded > 0) console.log(`the rows were older than the program: ${folded} cases folded again from their events`)
    startTicking()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
