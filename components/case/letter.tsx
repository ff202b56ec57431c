// A letter as it is read: the instrument's face, facts, basis, reasons, ways to challenge. No seal.
import { Notice } from '#components/ui/notice'

export type LetterTextView = {
  title: string
  to: string
  about: string | null
  paragraphs: readonly string[]
  found: string | null
  basis: readonly string[]
  reasons: readonly string[]
  remedies: readonly { path: string; text: string; until: string }[]
  closing: string
  authority: string
  issuedOn: string
  labels: { basis: string; reasons: string; remedies: string }
}

const List = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <>
      <p>{title}</p>
      <ol className="numbered">
        {lines.map((line, place) => (
          <li key={place}>
            {place + 1}. {line}
          </li>
        ))}
      </ol>
    </>
  )

export function LetterView({ text, lang }: { text: LetterTextView; lang: 'zh' | 'en' }) {
  return (
    <div lang={lang === 'zh' ? 'zh-Hans' : 'en'} className="letter">
      <Notice title={text.title} sub={text.about}>
        <p>{text.to}</p>
        {text.paragraphs.map((paragraph, place) => (
          <p key={place}>{paragraph}</p>
        ))}
        {text.found ? <p className="whitespace-pre-line">{text.found}</p> : null}
        <List title={text.labels.basis} lines={text.basis} />
        <List title={text.labels.reasons} lines={text.reasons} />
        {text.remedies.length > 0 ? (
          <>
            <p>{text.labels.remedies}</p>
            <ul>
              {text.remedies.map((remedy) => (
                <li key={remedy.path}>
                  {remedy.path}: {remedy.text} <small className="t2">{remedy.until}</small>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {text.closing ? <p>{text.closing}</p> : null}
        <p className="text-end">
          {text.authority}
          <br />
          {text.issuedOn}
        </p>
      </Notice>
    </div>
  )
}
