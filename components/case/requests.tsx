// Requests to the filer and the hearing of a case: each with its day, the fields that it opened, and what came of it; the answer stands beside.
import type { ReactNode } from 'react'
import { SectionHead } from '../ui/section.tsx'
import { FileLinks } from './file-links.tsx'

type File = { attachmentId: string; name: string }
type Line = {
  key: string
  number: string
  kind: string
  question: string
  asked: string
  status: string
  isOpen: boolean
  due: string | null
  terms: string | null
  fields: readonly { key: string; text: string; href: string | null }[]
  answer: { text: string; files: readonly File[]; at: string; changed: string | null } | null
  withdrawn: string | null
}
type Hearing = {
  key: string
  when: string
  status: string
  why: string
  facts: readonly string[]
  held: { findings: string; file: File; hash: string; signedBy: string; at: string } | null
}
type Words = { title: string; hearings: string; none: string; noHearing: string; fields: string; answer: string; download: string }
const item = { padding: '10px 0', borderBottom: 'var(--line-hair)' }

/** Nothing at all where there is nothing, unless the page wants it said (`isAlways`). Children are the acts: answer, challenge. */
export function Requests({
  lines,
  hearings,
  words,
  isAlways = false,
  children,
}: {
  lines: readonly Line[]
  hearings: readonly Hearing[]
  words: Words
  isAlways?: boolean
  children?: ReactNode
}) {
  return (
    <>
      {lines.length > 0 || isAlways ? (
        <section aria-labelledby="requests" style={{ paddingTop: 20 }}>
          <SectionHead id="requests" title={words.title} count={lines.length > 0 ? lines.length : undefined} />
          {lines.length === 0 ? <p className="t2 below">{words.none}</p> : null}
          <ul hidden={lines.length === 0}>
            {lines.map((line) => (
              <li key={line.key} style={item}>
                <p className="row wide">
                  <b>{line.number}</b> <span>{line.kind}</span>
                  <span className={line.isOpen ? 'care' : 't2'}>{line.status}</span>
                  {line.due ? <span className="care">{line.due}</span> : null}
                </p>
                <p>{line.question}</p>
                {line.fields.length > 0 ? (
                  <p className="t2">
                    {words.fields}
                    {line.fields.map(({ key, text, href }) => (
                      <span key={key}>{href ? <a href={href}>{text}</a> : text} </span>
                    ))}
                  </p>
                ) : null}
                {line.terms ? <p className="t2">{line.terms}</p> : null}
                {line.answer ? (
                  <p>
                    <span className="t2">{words.answer}</span>
                    {line.answer.text} {line.answer.changed}
                    <FileLinks files={line.answer.files} download={words.download} /> <span className="t3">{line.answer.at}</span>
                  </p>
                ) : null}
                {line.withdrawn ? <p className="t2">{line.withdrawn}</p> : null}
                <p className="t3">{line.asked}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {hearings.length > 0 || isAlways ? (
        <section aria-labelledby="hearings" style={{ paddingTop: 20 }}>
          <SectionHead id="hearings" title={words.hearings} count={hearings.length > 0 ? hearings.length : undefined} />
          {hearings.length === 0 ? <p className="t2 below">{words.noHearing}</p> : null}
          <ul hidden={hearings.length === 0}>
            {hearings.map((hearing) => (
              <li key={hearing.key} style={item}>
                <p className="row wide">
                  <b>{hearing.when}</b> <span>{hearing.status}</span>
                </p>
                <p>{hearing.why}</p>
                {hearing.facts.map((fact) => (
                  <p key={fact} className="t2">
                    {fact}
                  </p>
                ))}
                {hearing.held ? (
                  <>
                    <p>{hearing.held.findings}</p>
                    <p>
                      <FileLinks files={[hearing.held.file]} download={words.download} />{' '}
                      <span className="t2">{hearing.held.signedBy}</span> <span className="t3">{hearing.held.at}</span>
                    </p>
                    <p className="mono t3" style={{ overflowWrap: 'anywhere' }}>
                      {hearing.held.hash}
                    </p>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {(lines.length > 0 || hearings.length > 0) && children ? (
        <div className="row wide" style={{ paddingTop: 16 }}>
          {children}
        </div>
      ) : null}
    </>
  )
}
