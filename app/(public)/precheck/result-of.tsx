// The answer of the pre-check: lane and tier in a sentence, what is owed, and which rules decided with their reasons.
import { getTranslations } from 'next-intl/server'
import { Acts } from '#components/ui/button'
import { roman, TierMark } from '#components/ui/mark'
import { SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import type { PrecheckAnswer, PrecheckRule } from '#domain/tier/precheck'
import { formatNumber } from '#messages/format'
import type { CatalogueWords } from '#server/catalogue-words'
import type { WordBook } from '#server/word-book'
import { AddressCode } from '../code-of.tsx'

const tierWords = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const

/** `changeHref` leads back to the answers. */
export async function ResultOf({
  answer,
  changeHref,
  words,
  book,
}: {
  answer: PrecheckAnswer
  changeHref: string
  words: CatalogueWords
  book: WordBook
}) {
  const [say, all, tier] = await Promise.all([
    getTranslations('precheckPage.result'),
    getTranslations('precheckPage'),
    getTranslations('tier'),
  ])
  const path = `/precheck?code=${answer.code}`
  const fired = answer.rules.filter((rule) => rule.fired)
  const notFired = answer.rules.filter((rule) => !rule.fired)
  const rule = ({ id, text, source, confidence }: PrecheckRule) => (
    <li key={id}>
      {book.name(text)}{' '}
      <span className="t3 cap">
        {say('ruleSource', { id, source })} [{confidence}]
      </span>
    </li>
  )
  const list = (items: readonly string[]) =>
    items.length === 0 ? (
      <p className="t2">{say('none')}</p>
    ) : (
      <ul>
        {items.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    )
  return (
    <>
      <h1 className="title pt-5">{say('title')}</h1>
      <p className="idline">
        <TierMark tier={answer.tier} word={tier(tierWords[answer.tier])} />
        <span className="no">{answer.code}</span>
      </p>
      <p className="gaptop text-[24px] leading-9 font-semibold">{say('says', { lane: answer.lane })}</p>
      <p className="t2">{say('typical', { days: answer.typicalDays })}</p>
      <div className="two gaptop reading max-w-none">
        <section aria-labelledby="filings">
          <SectionHead id="filings" title={say('filings')} />
          {list(answer.filings.map((filing) => all(`filing.${filing}`)))}
        </section>
        <section aria-labelledby="documents">
          <SectionHead id="documents" title={say('documents')} end={formatNumber(book.locale, answer.documents.length)} />
          {list(answer.documents.map((document) => all(`document.${document}`)))}
        </section>
      </div>
      <section className="gaptop reading max-w-none" aria-labelledby="tests">
        <SectionHead id="tests" title={say('tests')} end={formatNumber(book.locale, answer.tests.length)} />
        {list(answer.tests.map(({ id, by }) => `${words.testItem(id)} \u00b7 ${all(`tester.${by}`)}`))}
      </section>
      {answer.scenarios.length > 1 || answer.scenarios.some((scenario) => !scenario.isListed) ? (
        <section className="gaptop" aria-labelledby="scenarios">
          <SectionHead id="scenarios" title={say('scenarios')} />
          <PlainTable
            caption={say('scenarios')}
            heads={[all('question.scenarios.ask'), tier('lane.name'), tier('name'), '']}
            rows={answer.scenarios.map((scenario) => [
              words.scenario(scenario.scenario),
              tier(`lane.${scenario.lane}`),
              roman[scenario.tier],
              scenario.isListed ? '' : say('notListed'),
            ])}
          />
        </section>
      ) : null}
      <section className="gaptop reading max-w-none" aria-labelledby="rules">
        <SectionHead id="rules" title={say('rules')} end={say('rulesVersion', { version: answer.rulesVersion })} />
        <h3>{say('fired')}</h3>
        <ul>{fired.map(rule)}</ul>
        <details>
          <summary className="t2">{say('notFired', { count: String(notFired.length) })}</summary>
          <ul>{notFired.map(rule)}</ul>
        </details>
      </section>
      <section className="gaptop" aria-labelledby="code">
        <SectionHead id="code" title={say('code')} />
        <div className="flex flex-wrap items-center gap-4 pt-3">
          <AddressCode path={path} label={say('code')} />
          <div>
            <p className="no text-[20px] leading-7">
              <b>{answer.code}</b>
            </p>
            <p className="t2">{say('codeHint')}</p>
          </div>
        </div>
      </section>
      <div className="gaptop">
        <Acts>
          <a className="btn lg go" href={`/portal/filings/new?precheck=${answer.code}`}>
            {say('start')}
          </a>
          <a href={changeHref}>{say('change')}</a>
          <a href="/precheck">{say('again')}</a>
        </Acts>
      </div>
      <p className="cap t2 gaptop">{say('notice')}</p>
    </>
  )
}
