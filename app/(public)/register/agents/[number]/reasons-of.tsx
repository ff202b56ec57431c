// Why an item has its lane, which tests its lane asks for, and what was waived with which reason.
import { getTranslations } from 'next-intl/server'
import { Mark, roman } from '#components/ui/mark'
import { SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import type { Catalogue } from '#domain/catalogue/shipped'
import type { PublishedFiling } from '#domain/filing/state'
import { compileTierRules } from '#domain/tier/rules'
import { sourceInWords } from '#messages/source-words'
import type { CatalogueWords } from '#server/catalogue-words'
import type { PublicReader } from '#server/public-reader'
import type { WordBook } from '#server/word-book'

type Waived = Awaited<ReturnType<PublicReader['waivedTestsOf']>>
type Known = { published: PublishedFiling; catalogue: Catalogue; words: CatalogueWords; book: WordBook }

export async function LaneOf({ published, catalogue, words, book }: Known) {
  const [say, tier] = await Promise.all([getTranslations('registerPage.item.lane'), getTranslations('tier')])
  const { rules } = compileTierRules(catalogue)
  const placements = (published.placements ?? []).filter(({ firedRules }) => firedRules.length > 0)
  const defaults = catalogue.lanes.items.filter(({ clause }) => published.scenarios.includes(clause))
  return (
    <section aria-labelledby="lane">
      <SectionHead id="lane" title={say('title')} end={say('end', { lane: tier(`lane.${published.lane}`), tier: roman[published.tier] })} />
      {placements.map(({ scenario, lane, ruleLane, rulesVersion, firedRules }) => (
        <div key={scenario}>
          {placements.length > 1 ? <h3>{words.scenario(scenario)}</h3> : null}
          <p className="cap t2 below">{say('text', { version: editionOf(rulesVersion) })}</p>
          <ul className="lines">
            {firedRules.map((id) => {
              const rule = rules.find((one) => one.id === id)
              return (
                <li key={id}>
                  <span className="mono t3">{id}</span> {rule ? book.name(rule.text) : null}
                  {rule ? <small className="t2 block">{say('source', { source: sourceInWords(book.locale, rule.source) })}</small> : null}
                </li>
              )
            })}
          </ul>
          {lane === ruleLane ? null : (
            <p className="below">{say('raised', { rule: tier(`lane.${ruleLane}`), lane: tier(`lane.${lane}`) })}</p>
          )}
        </div>
      ))}
      <ul className="reading below">
        {(placements.length > 0 ? [] : defaults).map(({ clause, lane, reason }) => (
          <li key={clause}>
            {say('default', { scenario: words.scenario(clause), lane: tier(`lane.${lane}`), reason: book.name(reason) })}
          </li>
        ))}
      </ul>
      <p className="cap t2">{say('departure')}</p>
    </section>
  )
}

/** The edition is named by its three sets; where all are of one edition, that is enough. */
const editionOf = (version: string): string => {
  const editions = [...new Set(version.split('+').map((part) => part.replace(/^[a-z-]+-/, '')))]
  return editions.length === 1 ? (editions[0] ?? version) : version
}

const verdictMark = { pass: 'approved', partial: 'conditions', fail: 'refused' } as const

export async function TestsOf({ published, catalogue, words, book, waived }: Known & { waived: Waived }) {
  const say = await getTranslations('registerPage.item.tests')
  const tests = published.tests ?? []
  const isWaived = new Set(waived.flatMap(({ state }) => state.testItemIds ?? []))
  // Items that hang on a fact of the version are not public; those that every version of the lane must pass are.
  const items =
    published.tier < 3 ? [] : catalogue['test-items'].items.filter((item) => item.lanes.includes(published.lane) && item.flags.length === 0)
  return (
    <section aria-labelledby="tests">
      <SectionHead id="tests" title={say('title')} />
      {tests.length > 0 ? (
        <PlainTable
          caption={say('title')}
          heads={[say('head'), say('verdict'), say('on')]}
          rows={tests.map(({ testItemId, outcome, verdict, number, on }) => {
            const item = catalogue['test-items'].items.find(({ id }) => id === testItemId)
            return [
              <span key="name">
                <b>{item ? book.name(item) : testItemId}</b>
                {item ? <small className="t2 block">{book.name(item.procedure)}</small> : null}
              </span>,
              outcome === 'waived' || verdict === null ? (
                say('waived')
              ) : (
                <span key="verdict">
                  <Mark state={verdictMark[verdict]}>{book.say(`obligation.option.verdicts.${verdict}`)}</Mark>
                  {number ? <small className="mono t2 block">{number}</small> : null}
                </span>
              ),
              <span key="on" className="nw">
                {on}
              </span>,
            ]
          })}
        />
      ) : items.length === 0 ? (
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
