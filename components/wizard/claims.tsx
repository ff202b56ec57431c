'use client'
// What an imported file says of a field: where it stood there, and the tick by which a person of the company makes it the company's own.
import { Tag } from '#components/ui/mark'

/** `note`: the file that it was read from and what its signature is worth, in words. */
export type Claim = { path: string; value: unknown; from: string; confirmedBy: string | null; note?: string }
export type ClaimWords = { claimed: string; confirm: string; confirmed: string; toConfirm: string; changedByYou: string }
export type ClaimDesk = { claims: readonly Claim[]; mayConfirm: boolean; confirm: (paths: readonly string[]) => void; words: ClaimWords }

/** The claims about this place itself, or about what lies below a control that shows it as one. */
export const claimsAt = (claims: readonly Claim[], at: string, isLeaf: boolean): Claim[] =>
  claims.filter(({ path }) => path === at || (isLeaf && path.startsWith(`${at}/`)))

/** A line under a control for its claims; nothing where there are none. */
export function ClaimNote({ at, desk, isLeaf }: { at: string; desk: ClaimDesk; isLeaf: boolean }) {
  const found = claimsAt(desk.claims, at, isLeaf)
  const open = found.filter((claim) => claim.confirmedBy === null)
  const [first] = found
  if (!first) return null
  const { words } = desk
  return (
    <p className="row wide cap t2" style={{ marginTop: -16, marginBottom: 20 }}>
      <Tag tone={open.length > 0 ? 'care' : 'new'}>{open.length > 0 ? words.claimed : words.confirmed}</Tag>
      <span className="mono" style={{ overflowWrap: 'anywhere' }}>
        {first.from}
      </span>
      {first.note ? <span style={{ overflowWrap: 'anywhere' }}>{first.note}</span> : null}
      {open.length === 0 ? null : desk.mayConfirm ? (
        <label className="tick" style={{ padding: 0 }}>
          <input type="checkbox" className="box" checked={false} onChange={() => desk.confirm(open.map((claim) => claim.path))} />
          <span>{words.confirm}</span>
        </label>
      ) : (
        <span className="t3">{words.toConfirm}</span>
      )}
    </p>
  )
}
