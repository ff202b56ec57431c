// Checks who imports whom; fails when the checker saw nothing: a check that looks at no file is always green. Circles of values are the house test's.
import { spawnSync } from 'node:child_process'

const rooms = ['app', 'components', 'db', 'domain', 'messages', 'server']
const run = spawnSync(
  process.execPath,
  ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...rooms],
  {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  },
)
if (!run.stdout.startsWith('{')) {
  console.error(run.stderr || run.stdout)
  process.exit(1)
}
const { summary } = JSON.parse(run.stdout)
for (const one of summary.violations) console.error(`${one.rule.name}: ${one.from} -> ${one.to}`)
if (summary.totalCruised < 100) {
  console.error(`only ${summary.totalCruised} files were looked at`)
  process.exit(1)
}
console.log(`rooms: ${summary.totalCruised} files, ${summary.violations.length} strangers`)
process.exit(summary.violations.length > 0 ? 1 : 0)
