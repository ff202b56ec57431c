// Maintenance from the command line: migrate, verify, rebuild, backup, restore. Says what it did; exits with an error on any difference.
import { backup, restore } from '#db/backup'
import { close, migrate } from '#db/client'
import { rebuild, verify } from '#db/rebuild'

const [act, folder, ...flags] = process.argv.slice(2)
/** The word after a flag, or null. */
const after = (flag: string): string | null => flags[flags.indexOf(flag) + 1 || flags.length] ?? null
const at = new Date().toISOString()

const acts: Record<string, () => Promise<number>> = {
  async migrate() {
    await migrate()
    console.log('the tables are up to date')
    return 0
  },
  async verify() {
    const report = await verify(at)
    for (const one of report.findings.slice(0, 1000)) console.error(`${one.table} ${one.row}: ${one.what}`)
    console.log(`verified ${report.cases} cases and ${report.events} events; root ${report.root}; ${report.findings.length} differences`)
    return report.findings.length > 0 ? 1 : 0
  },
  async rebuild() {
    console.log(`rebuilt ${await rebuild(at)} cases from their events`)
    return 0
  },
  async backup() {
    if (!folder) {
      console.error('npm run backup -- <empty folder> [--since <earlier backup>]')
      return 2
    }
    const manifest = await backup(folder, at, after('--since'))
    console.log(
      `backed up ${manifest.events} events and ${manifest.attachments?.files ?? 0} files to ${folder}, checked; root ${manifest.root}. The log key is not in it: keep that apart.`,
    )
    return 0
  },
  async restore() {
    if (!folder) {
      console.error('npm run restore -- <folder> [--replace]')
      return 2
    }
    const manifest = await restore(folder, flags.includes('--replace'), at.replaceAll(/[:.]/g, '-'))
    console.log(`restored ${manifest.events} events as of ${manifest.madeAt}; root ${manifest.root}`)
    return 0
  },
}
const run = acts[act ?? '']
if (!run) {
  console.error(`one of: ${Object.keys(acts).join(', ')}`)
  process.exit(2)
}
try {
  process.exitCode = await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await close().catch(() => {})
}
