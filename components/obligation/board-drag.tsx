'use client'
// Dragging a card to another column begins the act that leads there; nothing is done before its form is sent.
import { useEffect, useRef } from 'react'

const targetsOf = (card: HTMLElement): Record<string, string> => JSON.parse(card.dataset.targets ?? '{}')

/** Put it beside the element with `data-board`. The menu on each card does the same without a pointer (WCAG 2.5.7). */
export function BoardDrag() {
  const anchor = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const board = anchor.current?.parentElement?.querySelector<HTMLElement>('[data-board]')
    if (!board) return
    let held: HTMLElement | null = null
    const cards = [...board.querySelectorAll<HTMLElement>('[data-card]')]
    for (const card of cards) if (Object.keys(targetsOf(card)).length > 0) card.draggable = true
    const columnAt = (event: Event) => (event.target as HTMLElement).closest<HTMLElement>('[data-status]')
    const clear = () => {
      for (const column of board.querySelectorAll<HTMLElement>('[data-status]')) delete column.dataset.over
    }
    const start = (event: DragEvent) => {
      held = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
    }
    const over = (event: DragEvent) => {
      const column = columnAt(event)
      clear()
      if (!held || !column || !targetsOf(held)[column.dataset.status ?? '']) return
      event.preventDefault()
      column.dataset.over = ''
    }
    const drop = (event: DragEvent) => {
      const href = held ? targetsOf(held)[columnAt(event)?.dataset.status ?? ''] : undefined
      clear()
      held = null
      if (!href) return
      event.preventDefault()
      window.location.assign(href)
    }
    const end = () => {
      held = null
      clear()
    }
    board.addEventListener('dragstart', start)
    board.addEventListener('dragover', over)
    board.addEventListener('drop', drop)
    board.addEventListener('dragend', end)
    return () => {
      board.removeEventListener('dragstart', start)
      board.removeEventListener('dragover', over)
      board.removeEventListener('drop', drop)
      board.removeEventListener('dragend', end)
    }
  }, [])
  return <span ref={anchor} hidden />
}
