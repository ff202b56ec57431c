// Where the content of a form was taken from, what the signature of each card is worth, and who a provider is that is not the filer.
import { CommandForm } from '#components/case/command-form'
import { Banner } from '#components/ui/alert'
import { Tag } from '#components/ui/mark'
import { SectionHead } from '#components/ui/section'
import { filing as filingKind } from '#domain/filing/filing'
import type { Filing } from '#domain/filing/state'
import { formatMoment } from '#messages/format'
import type { CompanyReader } from '#server/company-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import { signatureWords, sourceWords } from '#server/provenance-words'

/** Nothing where nothing was imported. Without the move to answer, the questions are only shown. */
export async function Provenance({
  r,
  filing,
  moves,
  version,
}: {
  r: CompanyReader
  filing: Filing
  moves: readonly string[]
  version: number
}) {
  const { say, book, today } = r
  const [imports, identities] = [filing.imports ?? [], filing.identities ?? []]
  if (imports.length === 0 && identities.length === 0) return null
  const allWords = await formWords()
  const forms = await Promise.all(
    identities.map(({ answer }) =>
      moves.includes('answerIdentity')
        ? formOf(filingKind, 'answerIdentity', {
            hide: ['provider'],
            ...(answer ? { values: { relation: answer.relation, explanation: answer.explanation } } : {}),
          })
        : null,
    ),
  )
  return (
    <>
      {identities.map(({ provider, filer, answer }, index) => {
        const form = forms[index]
        const written = form ? (
          <CommandForm plural="filings" id={filing.id} version={version} form={form} words={allWords} fixed={{ provider }} />
        ) : null
        return (
          <section key={provider} aria-label={provider} style={{ paddingTop: 16 }}>
            <Banner tone={answer ? 'plain' : 'care'} title={say('wizard.provenance.identityTitle', { provider, filer })}>
              {answer
                ? say('wizard.provenance.identityDone', {
                    relation: say(`filing.option.providerRelations.${answer.relation}`),
                    explanation: answer.explanation,
                  })
                : say('wizard.provenance.identityHint')}
            </Banner>
            {answer && written ? (
              <details>
                <summary className="btn sm">{say('wizard.provenance.identityChange')}</summary>
                <div style={{ paddingTop: 12 }}>{written}</div>
              </details>
            ) : (
              written
            )}
          </section>
        )
      })}
      {imports.length > 0 ? (
        <section aria-labelledby="sources" style={{ paddingTop: 16 }}>
          <SectionHead id="sources" title={say('wizard.provenance.title')} />
          <ul>
            {imports.map((file) => {
              const signature = signatureWords(book, file)
              return (
                <li key={file.sourceHash} className="row wide" style={{ flexWrap: 'wrap', padding: '4px 0', overflowWrap: 'anywhere' }}>
                  <span>{sourceWords(book, file)}</span>
                  <span className="t3">{formatMoment(file.at, today)}</span>
                  {signature ? <Tag tone={signature.tone === 'plain' ? undefined : signature.tone}>{signature.text}</Tag> : null}
                  <span className="mono t3">{file.sourceHash.slice(0, 12)}…</span>
                </li>
              )
            })}
          </ul>
        </section>
      ) : null}
    </>
  )
}
