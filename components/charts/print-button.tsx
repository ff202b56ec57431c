'use client'
// Prints the page: the tables of the figures are opened first, since paper has no hover.
export function PrintButton({ text }: { text: string }) {
  const print = () => {
    const closed = [...document.querySelectorAll<HTMLDetailsElement>('details.twinbox:not([open])')]
    for (const details of closed) details.open = true
    window.print()
    for (const details of closed) details.open = false
  }
  return (
    <button type="button" className="btn sm" onClick={print}>
      {text}
    </button>
  )
}
