// The inventory of AI use cases of the United States federal agencies: another kind of register, from which stages, not decisions, are taken over.
import { createHash } from 'node:crypto'
import words from './register-words.json'
import type { RecordBody } from './row.ts'
import { type Field, lineOf, type Parsed, proseOf, remarkOf, type Source } from './row.ts'

const stages = words.stages as Readonly<Record<string, RecordBody['status']>>
const topics = words.topics as Readonly<Record<string, Field>>

export const federalInventory: Source = {
  name: 'federal_inventory',
  columns: ['agency', 'agency_name', 'id', 'use_case_name', 'development_stage', 'is_high_impact', 'topic_area', 'problem_solved'],
  read(cells): Parsed {
    const name = lineOf(cells, 'use_case_name')
    if (name === '') return { refused: 'nameMissing' }
    const stage = lineOf(cells, 'development_stage')
    const status = stages[stage]
    if (status === undefined) return { refused: 'stageUnknown' }
    const agency = lineOf(cells, 'agency')
    const id = lineOf(cells, 'id')
    const field = topics[lineOf(cells, 'topic_area')] ?? { sector: null, scenario: null }
    return {
      body: {
        // A fifth of the rows have no number of their own: their name stands for it.
        source: 'federal_inventory',
        row: `${agency}/${id || createHash('sha256').update(name).digest('hex').slice(0, 12)}`,
        filingNo: null,
        title: { zh: '', en: name },
        organisationName: lineOf(cells, 'agency_name') || agency,
        status,
        region: null,
        ...field,
        filedOn: null,
        purpose: proseOf(cells, 'problem_solved'),
        remark: remarkOf(
          stage,
          lineOf(cells, 'is_high_impact'),
          lineOf(cells, 'classification'),
          lineOf(cells, 'topic_area'),
          lineOf(cells, 'vendor_name'),
          lineOf(cells, 'operational_date'),
        ).slice(0, 1000),
      },
      flags: [...(stage === '' ? ['stageMissing'] : []), ...(id === '' ? ['idMissing'] : [])],
    }
  },
}
