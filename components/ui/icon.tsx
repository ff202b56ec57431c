// One symbol of /marks.svg. Decorative: the word beside it, or the label of the control around it, says what it means.
export type IconName =
  | 'zh-mark'
  | `s-${MarkName}`
  | `t-${1 | 2 | 3 | 4}`
  | 'o-open'
  | 'o-cond'
  | 'o-closed'
  | 'o-study'
  | 'd-alone'
  | 'd-ask'
  | 'd-you'
  | 'c-none'
  | 'c-seen'
  | 'c-query'
  | 'i-search'
  | 'i-down'
  | 'i-up'
  | 'i-left'
  | 'i-right'
  | 'i-bell'
  | 'i-theme'
  | 'i-x'
  | 'i-tick'
  | 'i-care'
  | 'i-note'
  | 'i-more'
  | 'i-file'

export type MarkName =
  | 'draft'
  | 'submitted'
  | 'review'
  | 'waiting'
  | 'testing'
  | 'approved'
  | 'conditions'
  | 'refused'
  | 'suspended'
  | 'recalled'
  | 'ended'
  | 'overdue'

/** The address of a symbol. The version makes the sprite cacheable for ever: raise it when marks.svg changes. */
export const symbolHref = (name: IconName): string => `/marks.svg?v=1#${name}`

/** `size` in px where the surrounding class does not set one. */
export function Icon({ name, size }: { name: IconName; size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size}>
      <use href={symbolHref(name)} />
    </svg>
  )
}
