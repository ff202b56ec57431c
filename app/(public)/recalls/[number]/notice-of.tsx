// The public notice of a recall in its printed frame: what was found, what to do now, what is affected; and the code that leads back here.
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Notice, NoticeMust } from '#components/ui/notice'
import type { Published } from '#domain/recall/published'
import { formatDateSolemn, formatMomentFull, formatNumber } from '#messages/format'
import { rangeInWords } from '#messages/range-words'
import type { CatalogueWords } from '#server/catalogue-words'
import type { WordBook } from '#server/word-book'
import { AddressCode } from '../../code-of.tsx'
import { Foreign } from '../../foreign.tsx'

type Scope = NonNullable<Published['notice']>['scope']
type Known = {
  published: Published
  company: string
  position: number
  words: CatalogueWords
  book: WordBook
  risks: (code: string) => string
}

/** What the recall reaches, in words: ranges as written, hashes only counted. */
export async function ScopeOf({ scope, words, book }: { scope: Scope; words: CatalogueWords; book: WordBook }) {
  const say = await getTranslations('recallPage.notice')
  const join = (parts: readonly string[]) => parts.join(book.locale === 'en' ? ', ' : '\u3001')
  const versions = [
    ...(scope.versionRange ? [rangeInWords(book.locale, scope.versionRange)] : []),
    ...(scope.versionHashes.length > 0 ? [say('versionHashes', { count: formatNumber(book.locale, scope.versionHashes.length) })] : []),
    ...(scope.buildHashes.length > 0 ? [say('builds', { count: formatNumber(book.locale, scope.buildHashes.length) })] : []),
    ...(scope.component ? [say('component', { name: scope.component.name })] : []),
  ]
  const isEverywhere = scope.regions.length === 0 || scope.regions.includes('000000')
  return (
    <p>
      {say('versions')}
      {say('colon')}
      <b>{join(versions)}</b>
      <br />
      {say('scenarios')}
      {say('colon')}
      {scope.scenarios.length === 0 ? say('everyScenario') : join(scope.scenarios.map(words.pair))}
      <br />
      {say('regions')}
      {say('colon')}
      {isEverywhere ? say('everywhere') : join(scope.regions.map(words.region))}
    </p>
  )
}

export async function NoticeOf({ published, company, position, words, book, risks }: Known) {
  const say = await getTranslations('recallPage')
  const { notice, emergency, number } = published
  const part = (title: string, children: ReactNode) => (
    <>
      <h3 className="mt-2.5 font-semibold text-[13px] leading-5">{title}</h3>
      {children}
    </>
  )
  const measures = (list: readonly string[]) =>
    list.map((measure) => book.say(`recallPage.measure.${measure}`)).join(book.locale === 'en' ? ', ' : '\u3001')
  const issuedAt = notice?.issuedAt ?? emergency?.orderedAt ?? ''
  const facts = book.name(notice?.facts ?? emergency?.facts)
  const hazard = book.name(notice?.hazard)
  const must = notice?.whatUsersMustDo ?? emergency?.whatUsersMustDo
  return (
    <Notice
      title={notice ? say('notice.title') : say('notice.emergencyTitle')}
      sub={
        <>
          {number} · {say('class', { class: published.class ?? 'other' })}
          <br />
          {say('notice.issued', { at: formatMomentFull(issuedAt) })}
        </>
      }
      foot={
        <>
          <AddressCode path={`/recalls/${number}`} label={say('notice.proof')} />
          <span>
            {say('notice.proof')}
            <br />
            <span className="mono">{number}</span>
            <br />
            <a href={`/log/proof/${position}`}>{say('notice.entry', { entry: formatNumber(book.locale, position) })}</a>
          </span>
        </>
      }
    >
      <p>
        <b>{say('notice.subject', { organisation: company, agent: book.name(published.agentName) })}</b>{' '}
        {facts === hazard ? null : `${facts} `}
        {hazard ? <b>{hazard}</b> : null} {notice ? book.name(notice.harm) : null}
      </p>
      {must ? <NoticeMust>{book.name(must)}</NoticeMust> : null}
      {notice
        ? part(
            say('notice.measures'),
            <p>
              {measures(notice.measures)} {say('notice.startOn', { on: formatDateSolemn(book.locale, notice.startOn) })}
              {notice.targetDates.map(({ measure, on }) => (
                <span key={`${measure}${on}`}>
                  <br />
                  {say('notice.target', { measure: measures([measure]), on })}
                </span>
              ))}
            </p>,
          )
        : null}
      {notice ? part(say('notice.affected'), <ScopeOf scope={notice.scope} words={words} book={book} />) : null}
      {emergency && !emergency.liftedAt
        ? part(
            say('how.emergency'),
            <>
              {notice ? <p>{book.name(emergency.facts)}</p> : null}
              <ScopeOf scope={emergency.scope} words={words} book={book} />
              <p>{say('notice.emergencyUntil', { on: emergency.reviewOn })}</p>
            </>,
          )
        : null}
      {notice ? part(say('notice.company'), <p>{book.name(notice.whatCompanyWillDo)}</p>) : null}
      {notice ? part(say('notice.costs'), <p>{book.name(notice.costs)}</p>) : null}
      {notice
        ? part(
            say('notice.contact'),
            <p>
              {[
                notice.contact.name === published.organisationName ? company : notice.contact.name,
                notice.contact.phone,
                notice.contact.address,
              ]
                .filter(Boolean)
                .join(' \u00b7 ')}
            </p>,
          )
        : null}
      {notice && notice.riskCodes.length > 0
        ? part(say('notice.risk'), <p>{notice.riskCodes.map(risks).join(book.locale === 'en' ? '; ' : '\uff1b')}</p>)
        : null}
      {notice
        ? part(
            say('notice.basis'),
            <p>
              <Foreign text={notice.legalBasis.join(book.locale === 'en' ? '; ' : '\uff1b')} locale={book.locale} />
            </p>,
          )
        : null}
      {part(say('notice.rights'), <p>{say('notice.rightsText')}</p>)}
    </Notice>
  )
}
