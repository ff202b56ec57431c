// The pre-check without scripts: one question a page, or all on one; every step is an address, and so is the result.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Banner } from '#components/ui/alert'
import { ErrorSummary } from '#components/ui/field'
import { answersOfCode, precheck } from '#domain/tier/precheck'
import { type PrecheckAnswers, precheckQuestions } from '#domain/tier/precheck-questions'
import { catalogueWords } from '#server/catalogue-words'
import { publicReader } from '#server/public-reader'
import { wordBook } from '#server/word-book'
import { hrefOf, paramsOf, type Search } from '../address.ts'
import { readAnswers } from './answers.ts'
import { Carried, Question } from './question.tsx'
import { ResultOf } from './result-of.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('precheckPage'))('title') }
}

const base = '/precheck'
/** The answers as the query of the page, so that they can be changed. */
const queryOf = (answers: PrecheckAnswers): URLSearchParams =>
  new URLSearchParams(
    Object.entries(answers).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)])),
  )

export default async function PrecheckPage({ searchParams }: { searchParams: Search }) {
  const reader = publicReader()
  const [params, book, say, ui, catalogue] = await Promise.all([
    paramsOf(searchParams),
    wordBook(),
    getTranslations('precheckPage'),
    getTranslations('ui'),
    reader.catalogue(),
  ])
  const words = catalogueWords(catalogue, book)
  const questions = precheckQuestions(catalogue)
  const code = params.get('code')
  const fromCode = code ? answersOfCode(catalogue.sectors, code) : null
  const read = readAnswers(fromCode ? queryOf(fromCode) : params, catalogue)
  const wantsResult = fromCode !== null || params.get('step') === 'result'
  const result = wantsResult && read.answers ? precheck(catalogue, read.answers) : null
  if (result?.ok)
    return (
      <ResultOf
        answer={result.answer}
        changeHref={hrefOf(base, queryOf(result.answer.answers), { step: 'all' })}
        words={words}
        book={book}
      />
    )

  const step = params.get('step') ?? '1'
  const at = Math.min(Math.max(Number(/^\d$/.test(step) ? step : 1), 1), questions.length)
  const isAll = step === 'all' || step === 'result'
  const showFaults = step === 'result'
  const one = isAll ? null : questions[at - 1]
  // The step before was sent without an answer: it is asked again.
  const before = isAll || at === 1 ? null : questions[at - 2]
  const again = before && read.faults[before.id] ? before : null
  const asked = again ?? one
  const number = again ? at - 1 : at
  const common = { read, catalogue, words, book }
  const faults = questions.filter(({ id }) => read.faults[id])
  return (
    <div className="form">
      <h1 className="title pt-5">{say('title')}</h1>
      <p className="t2">{say('lead')}</p>
      {code && !fromCode ? <Banner tone="care">{say('result.badCode')}</Banner> : null}
      {step === 'result' && faults.length > 0 ? (
        <ErrorSummary
          title={say('errors', { count: String(faults.length) })}
          hint={ui('errorSummary.hint')}
          errors={faults.map(({ id }) => ({ href: `#${id}`, text: say(`question.${id}.ask`) }))}
        />
      ) : null}
      {asked ? (
        <form action={base} method="get" className="gaptop">
          <p className="cap t2">{say('step', { n: String(number), of: String(questions.length) })}</p>
          <Carried read={read} except={[asked.id]} />
          <Question question={asked} showFaults={showFaults || again !== null} {...common} />
          <div className="row wide gaptop">
            <button type="submit" className="btn lg go" name="step" value={number === questions.length ? 'result' : String(number + 1)}>
              {number === questions.length ? say('finish') : say('next')}
            </button>
            {number > 1 ? <a href={hrefOf(base, params, { step: String(number - 1) })}>{say('back')}</a> : null}
            <a href={hrefOf(base, params, { step: 'all' })}>{say('all')}</a>
          </div>
        </form>
      ) : (
        <form action={base} method="get" className="gaptop">
          {questions.map((question) => (
            <Question key={question.id} question={question} showFaults={showFaults} {...common} />
          ))}
          <div className="row wide gaptop">
            <button type="submit" className="btn lg go" name="step" value="result">
              {say('finish')}
            </button>
            <a href={hrefOf(base, params, { step: '1' })}>{say('oneByOne')}</a>
          </div>
        </form>
      )}
      <form action={base} method="get" className="gaptop flex flex-wrap items-end gap-2">
        <label>
          {say('result.codeLabel')}
          <input className="field mono" name="code" maxLength={40} autoComplete="off" spellCheck={false} />
        </label>
        <button type="submit" className="btn">
          {say('result.codeGo')}
        </button>
      </form>
    </div>
  )
}
