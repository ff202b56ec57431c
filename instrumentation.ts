// Runs once before the first request: checks the configuration, migrates, starts the clock. A fault here ends the process.
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  try {
    const { env, logKey } = await import('./server/env')
    env()
    logKey()
    const { migrate } = await import('./db/client')
    await migrate()
    const { startTicking } = await import('./server/tick')
    startTicking()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
