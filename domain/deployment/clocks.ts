// The clocks and numbers of a deployment application: the same counting as a filing's, by the periods of a licence.
import { shanghaiDateOf } from '#domain/clock/day'
import type { ClockCode } from '#domain/clock/limits'
import { receiptNumber, receiptScope, yearOf } from '#domain/filing/clocks'
import { formatNumber } from '#domain/number'
import { type Opening, openVersionOn } from '#domain/scenario/opening-state'
import type { Deployment } from './state.ts'

export { dueOf, hasLapsed, lapseOf, started, stopped } from '#domain/filing/clocks'

/** LIC-4 where the authorities have switched the scenario to joint handling, else LIC-3: guarantees of a licence by default (policy.md 3.5). */
export const reviewRuleOf = (openings: readonly Opening[], at: string): ClockCode =>
  openings.some((opening) => openVersionOn(opening, shanghaiDateOf(at))?.content.jointHandling) ? 'LIC-4' : 'LIC-3'

export const runningReview = ({ clocks }: Pick<Deployment, 'clocks'>): ClockCode => (clocks['LIC-4'] ? 'LIC-4' : 'LIC-3')

/** The row in which the numbers of a region and year follow without a gap; the year is that of the receipt, as for a filing. */
export const deploymentScope = ({ region, receipt }: Deployment): string | null => (receipt ? `AGD-${region}-${yearOf(receipt)}` : null)

/** The number of the register. Throws for what was never received: the moves do not let that be decided. */
export const deploymentNumber = ({ region, clause, receipt }: Deployment, sequence: number): string => {
  if (!receipt) throw new Error('only what was received is numbered')
  return formatNumber({ kind: 'deployment', region: region ?? '', scenario: clause ?? 0, year: yearOf(receipt), sequence })
}

export const deploymentReceiptScope = ({ region }: Deployment): string => receiptScope('AGD', region)
export const deploymentReceipt = ({ region }: Deployment, sequence: number): string => receiptNumber('AGD', region ?? '', sequence)
