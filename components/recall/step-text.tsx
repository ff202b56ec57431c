'use client'
// Step four: the words that the company and the public read, in both languages, checked for what makes a risk look smaller.
import { Input, Textarea } from '#components/ui/field'
import { softens } from '#domain/recall/softening'
import { type Draft, fill, type TextName } from './draft.ts'
import { errorOf, type StepProps, TwoTexts } from './step-parts.tsx'
import type { BuilderOptions, BuilderWords } from './words.ts'

const checked: readonly TextName[] = ['facts', 'hazard', 'harm', 'whatUsersMustDo', 'whatCompanyWillDo']

/** Softening phrases in the public texts, with where they stand. The same rule refuses them on the server. */
export const softenedIn = (draft: Draft) =>
  checked.flatMap((name) =>
    (['zh', 'en'] as const).flatMap((language) => softens(draft.texts[name][language]).map((found) => ({ ...found, name, language }))),
  )

export function StepText(props: StepProps) {
  const { draft, mode, change, words } = props
  const isNotice = mode !== 'new' || draft.path === 'investigate'
  const shown: readonly TextName[] = isNotice
    ? ['hazard', 'facts', 'harm', 'whatUsersMustDo', 'whatCompanyWillDo', 'costs']
    : draft.path === 'emergency'
      ? ['hazard', 'facts', 'whatUsersMustDo']
      : ['hazard']
  return (
    <>
      {shown.map((name) => (
        <TwoTexts
          key={name}
          id={`text-${name}`}
          label={words.text[name]}
          value={draft.texts[name]}
          error={errorOf(props, name)}
          words={words.text}
          onChange={(value) => change({ texts: { ...draft.texts, [name]: value } })}
        />
      ))}
      <SofteningNote {...props} />
      <Textarea
        id="legalBasis"
        label={words.legalBasis}
        hint={words.linesHint}
        error={errorOf(props, 'legalBasis')}
        rows={3}
        value={draft.legalBasis}
        onChange={(event) => change({ legalBasis: event.target.value })}
      />
      {isNotice ? (
        <fieldset className="ask group">
          <legend>{words.contact.legend}</legend>
          <div className="grid grid-cols-2 gap-x-4 max-[700px]:grid-cols-1">
            <Input
              id="contactName"
              label={words.contact.name}
              error={errorOf(props, 'contactName')}
              maxLength={200}
              value={draft.contact.name}
              onChange={(event) => change({ contact: { ...draft.contact, name: event.target.value } })}
            />
            <Input
              id="contactPhone"
              label={words.contact.phone}
              error={errorOf(props, 'contactPhone')}
              maxLength={60}
              inputMode="tel"
              value={draft.contact.phone}
              onChange={(event) => change({ contact: { ...draft.contact, phone: event.target.value } })}
            />
            <Input
              id="contactAddress"
              label={words.contact.address}
              note={words.optional}
              maxLength={300}
              value={draft.contact.address}
              onChange={(event) => change({ contact: { ...draft.contact, address: event.target.value } })}
            />
          </div>
        </fieldset>
      ) : null}
    </>
  )
}

export function SofteningNote({
  draft,
  change,
  options,
  words,
}: {
  draft: Draft
  change: (next: Partial<Draft>) => void
  options: BuilderOptions
  words: BuilderWords
}) {
  const found = softenedIn(draft)
  if (found.length === 0) return <p className="cap t2">{words.softening.clean}</p>
  return (
    <div className="banner care">
      <span aria-hidden="true" />
      <div>
        <b>{words.softening.title}</b>
        <ul>
          {found.map(({ phrase, why, name, language }) => (
            <li key={`${name}-${language}-${phrase}`}>
              <a href={`#text-${name}-${language}`}>
                {fill(words.softening.found, { phrase, where: words.text[name], why: options.softening[why] ?? why })}
              </a>
            </li>
          ))}
        </ul>
        <Textarea
          id="softeningReason"
          label={words.softening.reason}
          rows={2}
          maxLength={1000}
          value={draft.softeningReason}
          onChange={(event) => change({ softeningReason: event.target.value })}
        />
      </div>
    </div>
  )
}
