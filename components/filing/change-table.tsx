// A change of what is filed with its class: what it leads to, every difference with the rule that weighs it, and the grounds beside.
import { Diff, type DiffGroup } from '#components/ui/diff'
import { Scroll } from '#components/ui/scroll'

export type ChangeTableProps = {
  title: string
  means: string
  how: string
  groups: readonly DiffGroup[]
  grounds: readonly string[]
  words: { field: string; before: string; after: string; more: string; difference: string }
}

export function ChangeTable({ title, means, how, groups, grounds, words }: ChangeTableProps) {
  return (
    <>
      <p style={{ paddingTop: 8 }}>
        <b>{title}</b> <span className="t2">{how}</span>
      </p>
      <p>{means}</p>
      {grounds.length > 0 ? (
        <ul aria-label={words.more} style={{ paddingTop: 8 }}>
          {grounds.map((ground) => (
            <li key={ground} className="care">
              {ground}
            </li>
          ))}
        </ul>
      ) : null}
      <Scroll label={words.difference}>
        <Diff prefix="filed" heads={[words.field, words.before, words.after]} groups={groups} />
      </Scroll>
    </>
  )
}
