// Takes over an existing register as history: npm run import:register -- <file.csv> [--source <name>] [--dry-run]. The report goes to stdout, progress to stderr.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { close, migrate } from '#db/client'
import { sourceNames } from '#db/import/file'
import { takeOver } from '#db/import/take-over'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { source: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
})
const [file, ...more] = positionals
if (!file || more.length > 0) {
  console.error(`usage: npm run import:register -- <file.csv> [--source ${sourceNames.join('|')}] [--dry-run]`)
  process.exit(2)
}
if (!existsSync(file)) {
  console.error(`there is no file ${file}`)
  process.exit(2)
}

await migrate()
let shown = 0
const began = Date.now()
try {
  const report = await takeOver({
    file,
    at: new Date().toISOString(),
    isDryRun: values['dry-run'],
    ...(values.source ? { source: values.source } : {}),
    onProgress: (rows) => {
      if (rows - shown >= 500) {
        shown = rows
        console.error(`${rows} rows, ${Math.round(rows / ((Date.now() - began) / 1000))} a second`)
      }
    },
  })
  const { examples, ...counted } = report
  console.log(JSON.stringify({ file, isDryRun: values['dry-run'], ...counted }, null, 2))
  for (const { line, what, code, row } of examples) console.error(`line ${line}: ${what} ${code} ${row}`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  await close()
}
