'use client'
// Sends the facets as soon as one is ticked. Without JavaScript the button of the form does the same.
import { useEffect } from 'react'

export function AutoSubmit({ single = [] }: { /** Names of which only one value may be ticked. */ single?: readonly string[] }) {
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('form[data-facets]')
    if (!form) return
    const change = (event: Event) => {
      const box = event.target as HTMLInputElement
      if (single.includes(box.name) && box.checked) {
        for (const other of form.querySelectorAll<HTMLInputElement>(`input[name="${box.name}"]`)) if (other !== box) other.checked = false
      }
      form.requestSubmit()
    }
    form.addEventListener('change', change)
    return () => form.removeEventListener('change', change)
  }, [single])
  return null
}
