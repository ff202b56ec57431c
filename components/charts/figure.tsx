// The figure of a measure: the finding as its title, the drawing, the sentence that defines it, the same numbers as a table.
import type { ReactNode } from 'react'

type Props = {
  id: string
  name: string
  finding: string
  definition: string
  basis: string
  heads: readonly string[]
  rows: readonly (readonly string[])[]
  csvHref: string
  words: { twin: string; csv: string; nothing: string }
  isEmpty: boolean
  children: ReactNode
  isOpen?: boolean
}

export function MeasureFigure({ id, name, finding, definition, basis, heads, rows, csvHref, words, isEmpty, children, isOpen }: Props) {
  return (
    <figure id={id} className="curve min-w-0 break-inside-avoid border-t border-ink pt-3 pb-6">
      <figcaption>
        <p className="cap t3">{name}</p>
        <h2 className="text-[16px] leading-[26px]">{finding}</h2>
      </figcaption>
      <div className="pt-2">{isEmpty ? <p className="t2">{words.nothing}</p> : children}</div>
      <p className="cap t2 pt-2">
        {definition} <span className="t3">{basis}</span>
      </p>
      <details className="twinbox" open={isOpen}>
        <summary className="cap t2">{words.twin}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key (WCAG 2.1.1) */}
        <section className="scroll" aria-label={name} tabIndex={0}>
          <table className="twin">
            <caption className="vh">{name}</caption>
            <thead>
              <tr>
                {heads.map((head, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a head is its column
                  <th key={at} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows come in the order of the measure
                <tr key={row}>
                  {cells.map((cell, at) =>
                    at === 0 ? (
                      <th key="key" scope="row">
                        {cell}
                      </th>
                    ) : (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                      <td key={at}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
      <p className="cap pt-1">
        <a href={csvHref} download>
          {words.csv}
        </a>
      </p>
    </figure>
  )
}
