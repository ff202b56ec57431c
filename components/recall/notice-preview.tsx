'use client'
// The notice as the company and the public will read it, in both languages, while it is being written.
import { useState } from 'react'
import { Notice, NoticeMust } from '#components/ui/notice'
import { rangeInWords } from '#messages/range-words'
import { type Draft, fill, scopeOf } from './draft.ts'
import type { LanguagePack, Languages, PreviewWords } from './words.ts'

type Side = 'public' | 'company'

/** What the scope says in a sentence of this language. */
export const scopeSentence = (
  scope: ReturnType<typeof scopeOf>,
  { scope: words, causes, pairs, regions }: Pick<LanguagePack, 'scope' | 'causes' | 'pairs' | 'regions'>,
  language: 'zh' | 'en',
): string => {
  const parts = [
    scope.versionRange === null
      ? ''
      : fill(words.versions, { range: rangeInWords(language === 'en' ? 'en' : 'zh-CN', scope.versionRange) }),
    scope.versionHashes.length === 0 ? '' : fill(words.hashes, { count: scope.versionHashes.length }),
    scope.component === null
      ? ''
      : fill(words.component, { kind: causes[scope.component.kind] ?? scope.component.kind, name: scope.component.name }),
    scope.exempt.length === 0 ? '' : fill(words.exempt, { count: scope.exempt.length }),
    scope.scenarios.length === 0 ? '' : fill(words.scenarios, { list: scope.scenarios.map((key) => pairs[key] ?? key).join(', ') }),
    scope.regions.length === 0 ? '' : fill(words.regions, { list: scope.regions.map((code) => regions[code] ?? code).join(', ') }),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

type Props = {
  draft: Draft
  languages: Languages
  first: 'zh' | 'en'
  reached: number | null
  number: string | null
  words: PreviewWords
  note: string
}

export function NoticePreview({ draft, languages, first, reached, number, words, note }: Props) {
  const [language, setLanguage] = useState(first)
  const [side, setSide] = useState<Side>('public')
  return (
    <>
      <div className="row preview flex-wrap">
        <h2 className="grow text-[14px] leading-[22px]">{words.title}</h2>
        <Switch
          label={words.languages}
          value={language}
          items={[
            { value: 'zh', text: words.zh },
            { value: 'en', text: words.en },
          ]}
          onChange={setLanguage}
        />
        <Switch
          label={words.sides}
          value={side}
          items={[
            { value: 'public', text: words.public },
            { value: 'company', text: words.company },
          ]}
          onChange={setSide}
        />
      </div>
      <div lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <Body draft={draft} pack={languages[language]} language={language} side={side} reached={reached} number={number} />
      </div>
      <p className="cap t2 preview-note">{note}</p>
    </>
  )
}

function Switch<T extends string>({
  label,
  value,
  items,
  onChange,
}: {
  label: string
  value: T
  items: readonly { value: T; text: string }[]
  onChange: (value: T) => void
}) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {items.map((item) => (
        <button
          key={item.value}
          type="button"
          className="px-[10px] text-[12px] leading-[24px] text-ink-2 aria-pressed:bg-ink aria-pressed:font-semibold aria-pressed:text-paper"
          aria-pressed={item.value === value}
          onClick={() => onChange(item.value)}
        >
          {item.text}
        </button>
      ))}
    </div>
  )
}

function Body({
  draft,
  pack,
  language,
  side,
  reached,
  number,
}: {
  draft: Draft
  pack: LanguagePack
  language: 'zh' | 'en'
  side: Side
  reached: number | null
  number: string | null
}) {
  const { notice } = pack
  const isStop = draft.path === 'emergency'
  const same = (name: keyof Draft['texts'], other: keyof Draft['texts']) =>
    draft.texts[name][language].trim() !== '' && draft.texts[name][language].trim() === draft.texts[other][language].trim()
  const text = (name: keyof Draft['texts']) => draft.texts[name][language].trim() || notice.empty
  const part = (head: string, body: string) => (
    <div>
      <h3>{head}</h3>
      <p className="whitespace-pre-line">{body}</p>
    </div>
  )
  const scope = scopeSentence(scopeOf(draft), pack, language)
  const measures = draft.measures
    .map((measure) =>
      draft.targets[measure]
        ? fill(notice.target, { measure: pack.measures[measure] ?? measure, on: draft.targets[measure] })
        : (pack.measures[measure] ?? measure),
    )
    .join(notice.join)
  const basis = draft.legalBasis.trim() || notice.empty
  return (
    <Notice
      title={isStop ? notice.emergencyTitle : notice.title}
      sub={
        <>
          {number === null
            ? fill(notice.noNumber, { class: draft.class || '–' })
            : fill(notice.number, { number, class: draft.class || '–' })}
          <br />
          {draft.startOn === '' ? null : fill(notice.on, { on: draft.startOn })}
        </>
      }
      foot={<span className="cap">{notice.foot}</span>}
    >
      <p>{fill(notice.about, { company: pack.company, agent: pack.agent, scope: scope || notice.empty })}</p>
      <p>
        <b>{text('hazard')}</b>
      </p>
      <NoticeMust>{text('whatUsersMustDo')}</NoticeMust>
      {same('facts', 'hazard') ? null : part(notice.facts, text('facts'))}
      {isStop ? null : part(notice.harm, text('harm'))}
      {isStop ? null : part(notice.companyWill, text('whatCompanyWillDo'))}
      {isStop ? null : part(notice.measures, measures || notice.empty)}
      {isStop ? null : part(notice.costs, text('costs'))}
      {draft.contact.name || draft.contact.phone
        ? part(notice.contact, [draft.contact.name, draft.contact.phone, draft.contact.address].filter(Boolean).join(' · '))
        : null}
      {side === 'company' ? (
        <>
          {part(notice.rights, notice.rightsText)}
          {part(notice.basis, basis)}
          {part(fill(notice.check, { level: draft.checkLevel }), reached === null ? '' : fill(notice.reach, { count: reached }))}
        </>
      ) : null}
    </Notice>
  )
}
