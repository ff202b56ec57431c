// Acts of a case that a reconsideration took away: when, by which outcome, why, and the way to it.
import { Banner } from '../ui/alert.tsx'

export type OverturnedLine = { key: string; title: string; reason: string; href: string; open: string }

export function Overturned({ lines }: { lines: readonly OverturnedLine[] }) {
  return lines.map(({ key, title, reason, href, open }) => (
    <Banner key={key} tone="care" title={title}>
      {reason} <a href={href}>{open}</a>
    </Banner>
  ))
}
