// What a test result says against its threshold: pass, fail or partial, with the interval that the number of trials allows. Pure arithmetic.
import type { ThresholdMeasure } from '#domain/catalogue/vocabulary'
import type { Verdict } from './vocabulary.ts'

/** The standard normal quantile of 97.5 %: a two-sided interval of 95 %. */
const z = 1.959963984540054

export type Interval = { lower: number; upper: number }
export type Threshold = { measure: ThresholdMeasure; op: 'gte' | 'lte'; value: number }
/** `seconds` is the slowest trial, for items that measure a time; null for the others. */
export type Counted = { passed: number; total: number; seconds: number | null }

/**
 * Wilson's score interval of 95 % for a share of `passed` in `total` trials (Wilson 1927; Newcombe 1998, method 3, without continuity correction).
 * Both ends lie in 0..1. Throws where the counts are no counts of trials: the command schema has refused them before.
 */
export const wilson = (passed: number, total: number): Interval => {
  if (!Number.isSafeInteger(passed) || !Number.isSafeInteger(total) || total < 1 || passed < 0 || passed > total) {
    throw new RangeError(`no counts of trials: ${passed} of ${total}`)
  }
  const share = passed / total
  const square = z * z
  const scale = 1 + square / total
  const middle = (share + square / (2 * total)) / scale
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / total + square / (4 * total * total))
  // At the ends the formula is exactly 0 and 1; floating point is not.
  return { lower: passed === 0 ? 0 : Math.max(0, middle - half), upper: passed === total ? 1 : Math.min(1, middle + half) }
}

/**
 * The verdict on one item. A share passes when the interval lies at or above the threshold, fails when the observed share is below it, and is partial in
 * between: reached, but not shown by so few trials. A threshold of all trials knows no such doubt: one failure fails. Counts of failures and times
 * compare as they are. Fewer trials than the catalogue asks for make a pass partial.
 */
export const verdictOf = (counted: Counted, threshold: Threshold, sampleSize: number): Verdict => {
  const reached = (value: number) => (threshold.op === 'gte' ? value >= threshold.value : value <= threshold.value)
  const enough = counted.total >= sampleSize
  switch (threshold.measure) {
    case 'failures':
      return reached(counted.total - counted.passed) ? (enough ? 'pass' : 'partial') : 'fail'
    case 'seconds':
      return counted.seconds !== null && reached(counted.seconds) ? (enough ? 'pass' : 'partial') : 'fail'
    case 'pass_rate': {
      if (!reached(counted.passed / counted.total)) return 'fail'
      const { lower, upper } = wilson(counted.passed, counted.total)
      const atTheEdge = threshold.op === 'gte' ? threshold.value >= 1 : threshold.value <= 0
      const shown = atTheEdge || reached(threshold.op === 'gte' ? lower : upper)
      return shown && enough ? 'pass' : 'partial'
    }
  }
}

/** The verdict on a report: the worst of its items. A report without items shows nothing. */
export const verdictOfAll = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes('fail') ? 'fail' : verdicts.includes('partial') || verdicts.length === 0 ? 'partial' : 'pass'
