// What a platform owes for one self-test that names it: to verify what it lists, or to take it down (clause 13).
import { holds, type Selftest } from '#domain/selftest/state'

export type Duty = 'verify' | 'takeDown'

/** Null where nothing is owed now. What was found to differ is verified again only by the next report. */
export const dutyOf = (state: Partial<Selftest>, platformId: string): Duty | null => {
  const said = state.listings?.find((one) => one.platformId === platformId)
  if (state.tombstone) return said?.takenDownOn ? null : 'takeDown'
  return state.status && state.status !== 'none' && holds({ status: state.status }) && !said?.finding ? 'verify' : null
}
