// The proof of a spot check: the sealed and the opened seed, the whole list in the order of its hashes, and how to check any line by hand.
import { Banner } from '#components/ui/alert'
import { DefinitionList, type Entry } from '#components/ui/definition-list'
import { SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'

export type ProofLine = { id: string; name: string; href: string | null; hash: string; isDrawn: boolean }

export function Proof({
  facts,
  verdict,
  lines,
  example,
  words,
}: {
  facts: readonly Entry[]
  /** Null before the draw. */
  verdict: { isFair: boolean; text: string } | null
  lines: readonly ProofLine[]
  example: string | null
  words: { proof: string; hint: string; command: string; heads: readonly string[]; drawn: string; notDrawn: string; list: string }
}) {
  return (
    <>
      <DefinitionList entries={facts} />
      {verdict ? <Banner tone={verdict.isFair ? 'done' : 'stop'} title={verdict.text} /> : null}
      {lines.length > 0 ? (
        <section aria-labelledby="proof" style={{ paddingTop: 20 }}>
          <SectionHead id="proof" title={words.proof} />
          <p className="t2">{words.hint}</p>
          {example ? (
            <>
              <p className="t2" style={{ paddingTop: 8 }}>
                {words.command}
              </p>
              <pre className="mono" style={{ overflowX: 'auto', padding: '8px 0' }} tabIndex={0}>
                {example}
              </pre>
            </>
          ) : null}
          <PlainTable
            caption={words.list}
            heads={words.heads}
            rows={lines.map((line, place) => [
              String(place + 1),
              <span key="n">
                {line.href ? <a href={line.href}>{line.name}</a> : line.name}
                <small className="mono t3 block" style={{ overflowWrap: 'anywhere' }}>
                  {line.id}
                </small>
              </span>,
              <span key="h" className="mono" style={{ overflowWrap: 'anywhere' }}>
                {line.hash}
              </span>,
              line.isDrawn ? (
                <b key="d">{words.drawn}</b>
              ) : (
                <span key="d" className="t3">
                  {words.notDrawn}
                </span>
              ),
            ])}
          />
        </section>
      ) : null}
    </>
  )
}
