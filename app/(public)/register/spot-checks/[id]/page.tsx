// The proof of one spot check, for anybody who wants to compute it again.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Proof } from '#components/selftest/proof'
import { Crumbs } from '#components/ui/section'
import type { Sampling } from '#domain/sampling/sampling'
import type { Selftest } from '#domain/selftest/selftest'
import { catalogueWords } from '#server/catalogue-words'
import { publicReader } from '#server/public-reader'
import { publicStates } from '#server/public-states'
import { proofView } from '#server/sampling-view'
import { wordBook } from '#server/word-book'

type Props = { params: Promise<{ id: string }> }

const found = cache(async (id: string) => {
  const reader = publicReader()
  const one = await reader.one<Sampling>('sampling', id)
  return one ? { reader, one } : notFound()
})
const periodOf = ({ fromMonth = '', toMonth = '' }: Partial<Sampling>): string =>
  fromMonth === toMonth ? fromMonth : `${fromMonth} – ${toMonth}`

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ one }, book] = await Promise.all([params.then(({ id }) => found(id)), wordBook()])
  return { title: `${book.say('sampling.name')} ${periodOf(one.state)}` }
}

export default async function SpotCheckPage({ params }: Props) {
  const { reader, one } = await found((await params).id)
  const [book, catalogue, tests] = await Promise.all([
    wordBook(),
    reader.catalogue(),
    publicStates<Selftest>('selftest', one.state.eligible ?? []),
  ])
  const words = catalogueWords(catalogue, book)
  const names = new Map(
    [...tests].map(([id, { state }]) => [
      id,
      { name: `${state.number} ${book.name(state.agentName)}`, href: `/register/self-tests/${state.number}` },
    ]),
  )
  return (
    <>
      <div className="crumbs">
        <Crumbs
          label={book.say('lowLane.title')}
          items={[{ href: '/register/spot-checks', text: book.say('lowLane.public.spotChecks') }, { text: periodOf(one.state) }]}
        />
      </div>
      <h1 className="title">
        {book.say('sampling.name')} {periodOf(one.state)}
      </h1>
      <p className="t2">{book.say('lowLane.sampling.about')}</p>
      <Proof {...proofView(one.state, names, book, words.region)} />
    </>
  )
}
