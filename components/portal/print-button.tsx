'use client'
// Prints the page; where the browser offers it, also saves it as PDF.
export function PrintButton({ word }: { word: string }) {
  return (
    <button type="button" className="btn" data-print="" onClick={() => window.print()}>
      {word}
    </button>
  )
}
