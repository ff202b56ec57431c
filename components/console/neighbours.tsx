'use client'
// The way to the previous and next case of the list that was last seen in this tab, by link and by the keys [ and ].
import { useEffect, useState } from 'react'
import { Icon } from '#components/ui/icon'
import { useShortcuts } from './keys.tsx'

/** Where the queue leaves the addresses of its rows. */
const listKey = 'zhiheng.queue'

export function Neighbours({ href, words }: { href: string; words: { previous: string; next: string } }) {
  const [around, setAround] = useState<{ previous: string | null; next: string | null }>({ previous: null, next: null })
  useEffect(() => {
    try {
      const list = JSON.parse(window.sessionStorage.getItem(listKey) ?? '[]') as string[]
      const place = list.indexOf(href)
      if (place >= 0) setAround({ previous: list[place - 1] ?? null, next: list[place + 1] ?? null })
    } catch {
      /* without a list there are no neighbours */
    }
  }, [href])
  const go = (to: string | null) => {
    if (to === null) return false
    window.location.assign(to)
  }
  useShortcuts({ BracketLeft: () => go(around.previous), BracketRight: () => go(around.next) })
  return (
    <span className="row neighbours">
      {around.previous ? (
        <a href={around.previous} aria-label={words.previous} title={words.previous}>
          <Icon name="i-left" size={14} />
        </a>
      ) : null}
      {around.next ? (
        <a href={around.next} aria-label={words.next} title={words.next}>
          <Icon name="i-right" size={14} />
        </a>
      ) : null}
    </span>
  )
}
