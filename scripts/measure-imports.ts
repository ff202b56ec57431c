// Counts how many fields of a description real documents fill, kind by kind: `npm run measure:imports`. Reads ZHIHENG_DATA, writes nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Imported, readDescription } from '#domain/agent/import/card'
import { agentFields, coverageOf, type Spread, versionFields } from '#domain/agent/import/coverage'

const folder = path.join(process.env.ZHIHENG_DATA ?? '../shared/data', 'agents')
if (!existsSync(folder)) {
  console.log(`no documents at ${folder}: set ZHIHENG_DATA to the folder that holds agents/`)
  process.exit(0)
}

const kinds = new Map<string, (Imported | null)[]>()
const reasons = new Map<string, number>()
for (const name of readdirSync(folder).filter((one) => one.endsWith('.jsonl'))) {
  for (const line of readFileSync(path.join(folder, name), 'utf8').split('\n')) {
    if (line.trim() === '') continue
    const read = readDescription(line)
    const kind = `${name} ${'refusal' in read ? '' : read.format}`.trim()
    if ('refusal' in read) reasons.set(`${name} ${read.refusal.code}`, (reasons.get(`${name} ${read.refusal.code}`) ?? 0) + 1)
    kinds.set(kind, [...(kinds.get(kind) ?? []), 'refusal' in read ? null : read])
  }
}

const shown = ({ least, median, most }: Spread, of?: number): string =>
  `${least} / ${median} / ${most}${of === undefined ? '' : ` of ${of}`}`
console.log('least / median / most over the documents that were read')
console.table(
  Object.fromEntries(
    [...kinds].map(([kind, read]) => {
      const coverage = coverageOf(read)
      return [
        kind,
        {
          documents: coverage.documents,
          refused: coverage.refused,
          'fields filled': shown(coverage.fields, versionFields.length),
          'of "the agent"': shown(coverage.agent, agentFields.length),
          claims: shown(coverage.claims),
          questions: shown(coverage.questions),
        },
      ]
    }),
  ),
)
console.log('documents in which a field is filled')
console.table(
  Object.fromEntries(
    versionFields.map((field) => [
      field,
      Object.fromEntries([...kinds].map(([kind, read]) => [kind, coverageOf(read).byField[field] ?? 0])),
    ]),
  ),
)
if (reasons.size > 0) {
  console.log('refused')
  console.table(Object.fromEntries(reasons))
}
