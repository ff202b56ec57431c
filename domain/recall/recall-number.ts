// The number of a recall: given once, when it first becomes public, and never changed by a later class.
import { shanghaiDateOf } from '../clock/day.ts'
import { formatNumber } from '../number.ts'
import type { RecallFacts } from './fault.ts'
import type { Recall } from './state.ts'
import type { RecallClass } from './vocabulary.ts'

/** Recalls are numbered by the year in which the file was opened, as case files are. */
export const yearOf = ({ openedAt }: Recall): number => Number((openedAt === null ? '' : shanghaiDateOf(openedAt)).slice(0, 4))
export const serialScope = (recall: Recall): string => `AGR-${yearOf(recall)}`

/** The number that the recall has, or gets with this act. `class` is the one that it is first issued with. */
export const numberOf = (recall: Recall, { serial }: RecallFacts, name: RecallClass): string =>
  recall.number ?? formatNumber({ kind: 'recall', year: yearOf(recall), sequence: serial ?? 0, class: name })
