'use client'
// When a key counts as a shortcut: never while somebody types, composes Han characters, holds a modifier, or has switched shortcuts off (WCAG 2.1.4).
import { useEffect, useRef } from 'react'

const stored = 'zhiheng.keys'

/** Whether this browser has shortcuts switched off. */
export const keysAreOff = (): boolean => {
  try {
    return window.localStorage.getItem(stored) === 'off'
  } catch {
    return false
  }
}
export const keysOff = (isOff: boolean): void => {
  // A browser that keeps nothing keeps the keys on.
  try {
    if (isOff) window.localStorage.setItem(stored, 'off')
    else window.localStorage.removeItem(stored)
  } catch {
    /* stays on */
  }
}

const typing = 'input:not([type=checkbox]):not([type=radio]),textarea,select,[contenteditable=true]'

/** Whether this key press belongs to whoever listens for shortcuts. Escape counts in fields too. */
export const isShortcut = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
  const target = event.target instanceof Element ? event.target : null
  if (event.key === 'Escape') return true
  return !target?.closest(typing) && !document.querySelector('dialog[open]') && !keysAreOff()
}

// The first half of a shortcut of two keys holds for a moment; module state, because several parts of a page listen.
let armedUntil = 0
const prefixMs = 1500
export const armPrefix = (): void => {
  armedUntil = performance.now() + prefixMs
}
export const isPrefixed = (): boolean => performance.now() < armedUntil
export const dropPrefix = (): void => {
  armedUntil = 0
}

/** Listens for shortcuts by the place of the key on the keyboard (`KeyJ`, `Shift+KeyX`, `Slash`), so that layouts and input methods do not matter. */
export function useShortcuts(handlers: Record<string, (event: KeyboardEvent) => unknown>): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return
      const handler = latest.current[`${event.shiftKey ? 'Shift+' : ''}${event.code}`]
      // A handler that answers false had nothing to do with the key.
      if (handler && handler(event) !== false) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
