// A letter on paper: to whom, what, on what grounds, and how it can be challenged, with the proof of delivery at its foot.
import { Notice } from '#components/ui/notice'

export type LetterText = {
  title: string
  to: string
  paragraphs: readonly string[]
  basis: readonly string[]
  reasons: readonly string[]
  remedies: readonly { text: string; due: string }[]
  from: string
  issued: string
}

export function LetterPaper({
  letter,
  words,
  delivery,
}: {
  letter: LetterText
  words: { about: string | null; found: string | null; basis: string; reasons: string; remedies: string; nonEndorsement: string }
  delivery: string
}) {
  return (
    <Notice
      level={1}
      title={letter.title}
      sub={words.about ?? undefined}
      foot={
        <span className="cap t2">
          {delivery}
          <br />
          {words.nonEndorsement}
        </span>
      }
    >
      <p>{letter.to}</p>
      {letter.paragraphs.map((text, index) => (
        <p key={index}>{text}</p>
      ))}
      {words.found ? <p>{words.found}</p> : null}
      {letter.basis.length > 0 ? (
        <>
          <h2>{words.basis}</h2>
          <ul>
            {letter.basis.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      {letter.reasons.length > 0 ? (
        <>
          <h2>{words.reasons}</h2>
          <ul>
            {letter.reasons.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      {letter.remedies.length > 0 ? (
        <>
          <h2>{words.remedies}</h2>
          <ul>
            {letter.remedies.map(({ text, due }) => (
              <li key={text}>
                {text} <b>{due}</b>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p style={{ textAlign: 'end', paddingTop: 16 }}>
        {letter.from}
        <br />
        {letter.issued}
      </p>
    </Notice>
  )
}
