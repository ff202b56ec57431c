// From which pools a self-test can be drawn: its region and month of signature, for as long as nobody has looked at it.
import { national } from '#domain/permission'
import type { Selftest } from './state.ts'

export type { Selftest } from './state.ts'

export const poolOf = (region: string, month: string): string => `${region}:${month}`

/** A draw of the national office sees every region. */
export const poolsOf = ({ status, region, signedOn }: Pick<Selftest, 'status' | 'region' | 'signedOn'>): readonly string[] => {
  if (status !== 'signed' || region === null || signedOn === null) return []
  const month = signedOn.slice(0, 7)
  return region === national ? [poolOf(national, month)] : [poolOf(region, month), poolOf(national, month)]
}
