// One item of the register: the verdict, what it may decide, why it stands where it does, what it is bound by, and its history with receipts.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { FileList } from '#components/case/file-list'
import { Acts } from '#components/ui/button'
import { type Tier, TierMark } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Crumbs, SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { catalogueWords } from '#server/catalogue-words'
import { fileLines, fileListWords } from '#server/file-words'
import { publicReader } from '#server/public-reader'
import { itemByNumber, itemHref } from '#server/register-item'
import { wordBook } from '#server/word-book'
import { RecallTable } from '../../../recalls/recall-table.tsx'
import { Deployments, Registered, Versions } from './entries-of.tsx'
import { HistoryOf } from './history-of.tsx'
import { PowersOf } from './powers-of.tsx'
import { LaneOf, TestsOf } from './reasons-of.tsx'
import { ReconsiderationsOf } from './reconsiderations-of.tsx'
import { StandingOf } from './standing-of.tsx'

type Props = { params: Promise<{ number: string }> }
const tierWords = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const satisfies Record<Tier, string>

/** Read once for the title and the page. */
const found = cache(async (number: string) => {
  const reader = publicReader()
  return { reader, item: await itemByNumber(reader, decodeURIComponent(number)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ item }, book, say] = await Promise.all([params.then(({ number }) => found(number)), wordBook(), getTranslations('registerPage')])
  if (!item) return { title: say('title') }
  const { state } = item.filing
  return {
    title: `${book.name(state.agentName)} ${state.published?.version ?? ''} \u00b7 ${say(`item.says.${item.standing}`)}`,
    alternates: { types: { 'application/json': `/api/v1/filings/${item.filing.id}`, 'application/atom+xml': '/feeds/recalls.atom' } },
  }
}

export default async function ItemPage({ params }: Props) {
  const { reader, item } = await found((await params).number)
  if (!item) notFound()
  const { filing } = item
  const { state } = filing
  const { published } = state
  const [book, say, tier, catalogue, deployments, waived, happenings, recalls, outcomes] = await Promise.all([
    wordBook(),
    getTranslations('registerPage'),
    getTranslations('tier'),
    reader.catalogue(),
    reader.deploymentsOf(filing.id),
    reader.waivedTestsOf(filing.id),
    reader.history('filing', filing.id),
    state.agentId ? reader.recallsOfAgents([state.agentId]) : [],
    reader.deploymentsOf(filing.id).then((of) => reader.outcomesAbout([filing.id, ...of.map(({ id }) => id)])),
  ])
  const documents = state.publicDocuments ?? []
  const [files, listWords] = await Promise.all([fileLines(documents, reader.today), fileListWords()])
  const words = catalogueWords(catalogue, book)
  const name = book.name(state.agentName)
  const path = itemHref(filing)
  return (
    <>
      <div className="crumbs">
        <Crumbs
          label={say('item.crumbs')}
          items={[
            { href: '/register', text: say('title') },
            ...(state.sector ? [{ href: `/register?sector=${state.sector}`, text: words.sector(state.sector) }] : []),
            { text: name },
          ]}
        />
      </div>
      <h1 className="title">
        {name} {published?.version}
      </h1>
      <p className="idline">
        {filing.number ? <CaseNumber number={filing.number} /> : null}
        {published ? <TierMark tier={published.tier} word={tier(tierWords[published.tier])} /> : null}
        <span>{book.name(state.organisationName)}</span>
      </p>
      <StandingOf item={item} at={reader.at} path={path} words={words} book={book} />
      {published ? (
        <section className="gaptop" aria-labelledby="powers">
          <SectionHead
            id="powers"
            title={say('item.powers.title')}
            end={say('item.powers.end', { version: published.version, on: published.filedOn })}
          />
          <PowersOf label={published.label} book={book} />
        </section>
      ) : null}
      <div className="two gaptop">
        <div>
          {published ? (
            <>
              <section aria-labelledby="conditions">
                <SectionHead id="conditions" title={say('item.conditions.title')} />
                {published.conditions.length === 0 ? (
                  <p className="t2">{say('item.conditions.none')}</p>
                ) : (
                  <ol className="reading">
                    {published.conditions.map((condition) => (
                      <li key={condition.zh}>{book.name(condition)}</li>
                    ))}
                  </ol>
                )}
              </section>
              <div className="gaptop">
                <LaneOf published={published} catalogue={catalogue} words={words} book={book} />
              </div>
              <div className="gaptop">
                <TestsOf published={published} catalogue={catalogue} words={words} book={book} waived={waived} />
              </div>
              {published.versions ? (
                <section className="gaptop" aria-labelledby="versions">
                  <SectionHead id="versions" title={book.say('filingChange.versions')} count={published.versions.length} />
                  <PlainTable
                    caption={book.say('filingChange.versions')}
                    heads={[book.say('filingChange.version'), book.say('filingChange.class'), book.say('filingChange.since')]}
                    rows={[...published.versions]
                      .reverse()
                      .map((one) => [
                        <b key="version">{one.version}</b>,
                        one.class === null ? book.say('filingChange.decided') : book.say(`filing.option.changeClasses.${one.class}`),
                        one.on,
                      ])}
                  />
                </section>
              ) : null}
            </>
          ) : (
            <p className="t2">{say('item.powers.missing')}</p>
          )}
        </div>
        <Registered item={item} words={words} book={book} />
      </div>
      {published ? <Deployments deployments={deployments} today={reader.today} words={words} /> : null}
      {documents.length > 0 ? (
        <section className="gaptop" aria-labelledby="documents">
          <SectionHead id="documents" title={book.say('filing.field.publicDocuments')} count={documents.length} />
          <FileList files={files} words={listWords} />
        </section>
      ) : null}
      <section className="gaptop" aria-labelledby="recalls">
        <SectionHead id="recalls" title={say('item.recalls.title')} />
        {recalls.length === 0 ? (
          <p className="t2">{say('item.recalls.none')}</p>
        ) : (
          <RecallTable recalls={recalls} book={book} caption={say('item.recalls.title')} />
        )}
      </section>
      <ReconsiderationsOf outcomes={outcomes} words={words} book={book} />
      <Versions item={item} />
      {happenings ? <HistoryOf happenings={happenings} words={words} book={book} /> : null}
      <div className="gaptop">
        <Acts>
          <a className="btn lg" href={`/log/proof/${filing.lastPosition}`}>
            {say('item.acts.receipt')}
          </a>
          <a href={`/api/v1/filings/${filing.id}`}>{say('item.acts.json')}</a>
          {filing.number ? <a href={`/verify/${encodeURIComponent(filing.number)}`}>{say('item.acts.verify')}</a> : null}
          {state.creditCode ? <a href={`/register/companies/${state.creditCode}`}>{say('item.acts.company')}</a> : null}
        </Acts>
      </div>
    </>
  )
}
