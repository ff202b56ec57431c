// One company by its credit code: who it is, what it has filed, what was recalled.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DefinitionList } from '#components/ui/definition-list'
import { Crumbs, SectionHead } from '#components/ui/section'
import { Pager } from '#components/ui/table'
import { formatNumber } from '#messages/format'
import { catalogueWords } from '#server/catalogue-words'
import { publicReader } from '#server/public-reader'
import { wordBook } from '#server/word-book'
import { hrefOf, paramsOf, type Search } from '../../../address.ts'
import { RecallTable } from '../../../recalls/recall-table.tsx'
import { HitList } from '../../hit-list.tsx'

type Props = { params: Promise<{ code: string }>; searchParams: Search }

const found = cache(async (code: string) => {
  const reader = publicReader()
  return { reader, organisation: await reader.organisationByCode(decodeURIComponent(code).toUpperCase()) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ organisation }, book, say] = await Promise.all([
    params.then(({ code }) => found(code)),
    wordBook(),
    getTranslations('registerPage'),
  ])
  return { title: organisation ? book.name(organisation.state.names) : say('company.title') }
}

export default async function CompanyPage({ params, searchParams }: Props) {
  const { reader, organisation } = await found((await params).code)
  if (!organisation) notFound()
  const query = await paramsOf(searchParams)
  const cursor = query.get('cursor')
  const [book, say, ui, catalogue, filings, recalls] = await Promise.all([
    wordBook(),
    getTranslations('registerPage'),
    getTranslations('ui'),
    reader.catalogue(),
    reader.list('filing', { organisationId: organisation.id, limit: 50, ...(cursor ? { cursor } : {}) }),
    reader.recallsOfOrganisation(organisation.id),
  ])
  const words = catalogueWords(catalogue, book)
  const { state } = organisation
  const number = (n: number) => formatNumber(book.locale, n)
  const base = `/register/companies/${state.creditCode}`
  return (
    <>
      <div className="crumbs">
        <Crumbs label={say('item.crumbs')} items={[{ href: '/register', text: say('title') }, { text: book.name(state.names) }]} />
      </div>
      <h1 className="title">{book.name(state.names)}</h1>
      <DefinitionList
        entries={[
          { key: 'code', term: say('company.code'), value: state.creditCode ?? '', mono: true },
          { key: 'kind', term: say('company.kind'), value: book.say(`organisation.option.organisationKinds.${state.kind}`) },
          { key: 'region', term: say('company.region'), value: words.region(state.region ?? '') },
          { key: 'state', term: say('company.state'), value: book.say(`organisation.status.${organisation.status}`) },
        ]}
      />
      <section className="gaptop" aria-labelledby="filings">
        <SectionHead id="filings" title={say('company.filings')} end={say('company.count', { count: number(filings.total) })} />
        {filings.items.length === 0 ? (
          <p className="t2">{say('company.filingsNone')}</p>
        ) : (
          <HitList items={filings.items} query="" reader={reader} words={words} book={book} />
        )}
        <Pager
          label={say('company.filings')}
          shown={say('shownPart', { n: number(filings.items.length), count: number(filings.total) })}
          {...(filings.next ? { next: { href: hrefOf(base, query, { cursor: filings.next }), text: ui('list.next') } } : {})}
          {...(cursor ? { first: { href: base, text: ui('list.first') } } : {})}
        />
      </section>
      <section className="gaptop" aria-labelledby="recalls">
        <SectionHead id="recalls" title={say('company.recalls')} />
        {recalls.length === 0 ? (
          <p className="t2">{say('company.recallsNone')}</p>
        ) : (
          <RecallTable recalls={recalls} book={book} caption={say('company.recalls')} />
        )}
      </section>
    </>
  )
}
