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
        <section className="scroll" aria-label={name} tabIndex={0}>
          <table className="twin">
            <caption className="vh">{name}</caption>
            <thead>
              <tr>
                {heads.map((head, at) => (
                  <th key={at} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map((cell, at) =>
                    at === 0 ? (
                      <th key="key" scope="row">
                        {cell}
                      </th>
                    ) : (
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
