// Closes what lies open: `<details data-layer>` on Escape and on a click beside it. Put it once into a shell that ships JavaScript.
'use client'
import { useEffect } from 'react'

const openLayers = () => document.querySelectorAll<HTMLDetailsElement>('details[data-layer][open]')

export function Layers() {
  useEffect(() => {
    const beside = (event: PointerEvent) => {
      for (const layer of openLayers()) if (!layer.contains(event.target as Node)) layer.open = false
    }
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      for (const layer of openLayers()) {
        layer.open = false
        layer.querySelector('summary')?.focus()
        event.preventDefault()
      }
    }
    document.addEventListener('pointerdown', beside)
    document.addEventListener('keydown', leave)
    return () => {
      document.removeEventListener('pointerdown', beside)
      document.removeEventListener('keydown', leave)
    }
  }, [])
  return null
}
