// Why an item has its lane, which tests its lane asks for, and what was waived with which reason.
import { getTranslations } from 'next-intl/server'
import { roman } from '#components/ui/mark'
import { SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import type { Catalogue } from '#domain/catalogue/shipped'
import type { PublishedFiling } from '#domain/filing/state'
import type { CatalogueWords } from '#server/catalogue-words'
import type { PublicReader } from '#server/public-reader'
import type { WordBook } from '#server/word-book'

type Waived = Awaited<ReturnType<PublicReader['waivedTestsOf']>>
type Known = { published: PublishedFiling; catalogue: Catalogue; words: CatalogueWords; book: WordBook }

export async function LaneOf({ published, catalogue, words, book }: Known) {
  const [say, tier] = await Promise.all([getTranslations('registerPage.item.lane'), getTranslations('tier')])
  const defaults = catalogue.lanes.items.filter(({ clause }) => published.scenarios.includes(clause))
  return (
    <section aria-labelledby="lane">
      <SectionHead id="lane" title={say('title')} end={say('end', { lane: tier(`lane.${published.lane}`), tier: roman[published.tier] })} />
      <ul className="reading">
        {defaults.map(({ clause, lane, reason }) => (
          <li key={clause}>
            {say('default', { scenario: words.scenario(clause), lane: tier(`lane.${lane}`), reason: book.name(reason) })}
          </li>
        ))}
      </ul>
      <p className="cap t2">{say('departure')}</p>
    </section>
  )
}

export async function TestsOf({ published, catalogue, words, book, waived }: Known & { waived: Waived }) {
  const say = await getTranslations('registerPage.item.tests')
  const isWaived = new Set(waived.flatMap(({ state }) => state.testItemIds ?? []))
  // Items that hang on a fact of the version are not public; those that every version of the lane must pass are.
  const items =
    published.tier < 3 ? [] : catalogue['test-items'].items.filter((item) => item.lanes.includes(published.lane) && item.flags.length === 0)
  return (
    <section aria-labelledby="tests">
      <SectionHead id="tests" title={say('title')} />
      {items.length === 0 ? (
        <p className="t2">{say('none')}</p>
      ) : (
        <PlainTable
          caption={say('required')}
          heads={[say('head'), say('procedure')]}
          rows={items.map((item) => [
            <b key="name">{book.name(item)}</b>,
            isWaived.has(item.id) ? say('waived') : book.name(item.procedure),
          ])}
        />
      )}
      {waived.map(({ id, state }) => (
        <p key={id} className="t2">
          {say('waivedWhy', { item: (state.testItemIds ?? []).map(words.testItem).join(', '), reason: state.waiver?.reason ?? '' })}
        </p>
      ))}
      <p className="cap t2">{say('note')}</p>
    </section>
  )
}
