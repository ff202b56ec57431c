'use client'
// The keys of every console page: search, go to, the sheet of all shortcuts. Deciding, recalling and publishing have none.
import { useEffect, useState } from 'react'
import { Dialog } from '#components/ui/dialog'
import { armPrefix, dropPrefix, isPrefixed, useShortcuts } from './keys.tsx'

const places: Record<string, string> = {
  KeyH: '/console',
  KeyQ: '/console/queue',
  KeyS: '/console/scenarios',
  KeyO: '/console/obligations',
  KeyR: '/console/recalls',
}

export function Shortcuts({
  words,
  keys,
}: {
  words: { title: string; close: string; hint: string }
  keys: readonly { keys: string; does: string }[]
}) {
  const [isOpen, setOpen] = useState(false)
  const go = (code: string) => {
    const place = places[code]
    if (!place || !isPrefixed()) return false
    dropPrefix()
    window.location.assign(place)
  }
  useShortcuts({
    Slash: () => {
      const field = document.querySelector<HTMLElement>('input[data-search]')
      if (field) field.focus()
      else document.querySelector<HTMLElement>('a[data-search]')?.click()
    },
    'Shift+Slash': () => setOpen(true),
    KeyG: armPrefix,
    KeyH: () => go('KeyH'),
    KeyQ: () => go('KeyQ'),
    KeyS: () => go('KeyS'),
    KeyO: () => go('KeyO'),
    KeyR: () => go('KeyR'),
    KeyN: () => {
      const next = document.querySelector<HTMLElement>('a[data-take]')
      if (!next) return false
      next.click()
    },
    Period: () => {
      const menu = document.querySelector<HTMLElement>('[data-acts] summary, [data-acts] button')
      if (!menu) return false
      menu.focus()
      if (menu.tagName === 'SUMMARY') menu.click()
    },
  })
  useEffect(() => {
    const show = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('[data-keys-sheet]')) setOpen(true)
    }
    document.addEventListener('click', show)
    return () => document.removeEventListener('click', show)
  }, [])
  return (
    <Dialog open={isOpen} onClose={() => setOpen(false)} title={words.title} close={words.close}>
      <dl className="kv">
        {keys.flatMap((one) => [
          <dt key={`${one.keys}-k`}>
            <kbd>{one.keys}</kbd>
          </dt>,
          <dd key={one.keys}>{one.does}</dd>,
        ])}
      </dl>
      <p className="cap t2 below">{words.hint}</p>
    </Dialog>
  )
}
