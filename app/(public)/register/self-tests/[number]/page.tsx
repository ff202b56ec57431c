// One self-tested agent: what it is for, until when its self-test holds, what platforms say, and the proof of its signature in the log.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Banner } from '#components/ui/alert'
import { DefinitionList } from '#components/ui/definition-list'
import { Mark, type MarkName } from '#components/ui/mark'
import { Crumbs } from '#components/ui/section'
import { publicActor } from '#domain/case'
import type { Selftest } from '#domain/selftest/selftest'
import { catalogueWords } from '#server/catalogue-words'
import { listingLines, platformNames } from '#server/low-lane-view'
import { publicReader } from '#server/public-reader'
import { wordBook } from '#server/word-book'

type Props = { params: Promise<{ number: string }> }

const found = cache(async (number: string) => {
  const reader = publicReader()
  const id = await reader.idByNumber('selftest', decodeURIComponent(number).toUpperCase())
  const one = id === null ? null : await reader.one<Selftest>('selftest', id)
  return one ? { reader, one } : notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ one }, book] = await Promise.all([params.then(({ number }) => found(number)), wordBook()])
  return { title: book.name(one.state.agentName) }
}

export default async function SelftestedPage({ params }: Props) {
  const { reader, one } = await found((await params).number)
  const [book, catalogue, item] = await Promise.all([wordBook(), reader.catalogue(), getTranslations('registerPage.item')])
  const words = catalogueWords(catalogue, book)
  const say = (key: string, facts: Record<string, string | number> = {}) => book.say(`lowLane.public.${key}`, facts)
  const { state } = one
  const names = await platformNames({ actor: publicActor, book })
  const platforms = listingLines(state, names, { say: book.say })
  return (
    <>
      <div className="crumbs">
        <Crumbs
          label={item('crumbs')}
          items={[{ href: '/register/self-tests', text: say('title') }, { text: book.name(state.agentName) }]}
        />
      </div>
      <h1 className="title">
        {book.name(state.agentName)} {state.version}
      </h1>
      <p className="row wide">
        <Mark state={(state.tombstone ? one.mark : 'submitted') as MarkName} fill>
          {state.tombstone ? say('lost') : say('holds')}
        </Mark>
        <span className="mono">{one.number}</span>
      </p>
      {state.tombstone ? (
        <Banner
          tone={state.tombstone.because === 'escalated' ? 'stop' : 'plain'}
          title={`${say(`because.${state.tombstone.because}`)} ${state.tombstone.on}`}
        >
          {state.tombstone.reason ? book.name(state.tombstone.reason) : undefined}
        </Banner>
      ) : null}
      <DefinitionList
        entries={[
          { key: 'o', term: book.say('selftest.field.organisationName'), value: state.organisationName ?? '' },
          { key: 's', term: book.say('selftest.field.scenario'), value: words.pair(`${state.sector}:${state.scenario}`) },
          { key: 'l', term: book.say('selftest.field.lane'), value: state.tombstone ? '–' : say('lane') },
          { key: 'd', term: book.say('selftest.field.signedOn'), value: state.signedOn ?? '' },
          { key: 'v', term: book.say('selftest.field.validUntil'), value: state.validUntil ?? '' },
          { key: 'c', term: book.say('selftest.field.checklistVersion'), value: state.checklistVersion ?? '' },
          {
            key: 'k',
            term: book.say('selftest.field.samplingIds'),
            value: state.samplingIds?.length
              ? state.samplingIds.map((id) => (
                  <a key={id} href={`/register/spot-checks/${id}`}>
                    {say('spotChecks')}
                  </a>
                ))
              : '–',
          },
          {
            key: 'p',
            term: book.say('selftest.field.listings'),
            value:
              platforms.length === 0
                ? '–'
                : platforms
                    .map((line) =>
                      line.takenDownOn
                        ? say('taken', { platform: line.name, on: line.takenDownOn })
                        : line.finding
                          ? `${line.name} ${line.finding}`
                          : `${line.name} ${book.say('lowLane.notVerified')}`,
                    )
                    .join(' · '),
          },
        ]}
      />
      <p className="t2 gaptop">{say('nothingTold')}</p>
      <p className="t2">{say('about')}</p>
      <p>
        <a href={`/log/proof/${one.lastPosition}`}>{book.say('portal.entry', { position: one.lastPosition })}</a>
      </p>
    </>
  )
}
