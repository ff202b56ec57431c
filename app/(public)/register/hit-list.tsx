// The entries of a register list: name, company, number, tier, place; at the right the state, a recall before everything else.
import { getTranslations } from 'next-intl/server'
import { Found, type Hit, Hits } from '#components/ui/finder'
import { Mark, type MarkName, type Tier, TierMark } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { dateOf } from '#messages/format'
import type { CatalogueWords } from '#server/catalogue-words'
import type { PublicReader } from '#server/public-reader'
import { itemHref, reachedOf } from '#server/register-item'
import type { WordBook } from '#server/word-book'

type Listed = Awaited<ReturnType<PublicReader['list']>>['items'][number]

const tierWords = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const
const isTier = (tier: number | null): tier is Tier => tier !== null && tier >= 1 && tier <= 4

/** `query` is what was searched for, to be marked in the names. */
export async function HitList({
  items,
  query,
  reader,
  words,
  book,
}: {
  items: readonly Listed[]
  query: string
  reader: PublicReader
  words: CatalogueWords
  book: WordBook
}) {
  const [say, tier] = await Promise.all([getTranslations('registerPage'), getTranslations('tier')])
  const filings = await reader.filingsByIds(items.map(({ id }) => id))
  const reaching = await reader.recallsReaching(filings.map(reachedOf))
  const byId = new Map(filings.map((filing, at) => [filing.id, { filing, recalls: reaching[at] ?? [] }]))

  const noteOf = (item: Listed): { mark: MarkName; word: string; note?: string } => {
    const { filing, recalls } = byId.get(item.id) ?? {}
    const binding = recalls?.find(({ by }) => by !== 'notice')
    if (binding) {
      const note =
        binding.by === 'interimStop'
          ? say('note.stopped')
          : say('note.recalled', { class: binding.recall.state.published?.class ?? 'other' })
      return { mark: 'recalled', word: say('mark.recalled'), note }
    }
    const mark = item.mark as MarkName
    const word = say(`mark.${mark}`)
    const tomb = filing?.state.tombstone
    if (tomb) return { mark, word, note: say(`note.${tomb.what}`, { on: tomb.on }) }
    if (recalls && recalls.length > 0) return { mark, word, note: say('note.noticed') }
    if (filing?.state.history) return { mark, word, note: say('note.history') }
    return item.decidedAt ? { mark, word, note: say('note.filedOn', { on: dateOf(item.decidedAt) }) } : { mark, word }
  }

  const hits = items.map((item): Hit => {
    const href = itemHref(item)
    const { mark, word, note } = noteOf(item)
    const name = book.name({ zh: item.titleZh, en: item.titleEn })
    const filing = byId.get(item.id)?.filing
    const version = filing?.state.published?.version
    const company = filing?.state.organisationName ? book.name(filing.state.organisationName) : item.organisationName
    const code = filing?.state.creditCode
    return {
      key: item.id,
      href,
      title: (
        <>
          <Found text={name} query={query} /> {version}
        </>
      ),
      lines: [
        {
          key: 'company',
          parts: (
            <>
              {company ? (
                <span>
                  {code ? (
                    <a href={`/register/companies/${code}`}>
                      <Found text={company} query={query} />
                    </a>
                  ) : (
                    <Found text={company} query={query} />
                  )}
                </span>
              ) : null}
              {code ? <span className="mono">{code}</span> : null}
            </>
          ),
        },
        {
          key: 'number',
          parts: (
            <>
              {item.number ? <CaseNumber number={item.number} href={href} /> : null}
              {isTier(item.tier) ? <TierMark tier={item.tier} word={tier(tierWords[item.tier])} /> : null}
              {item.scenario ? <span>{words.pair(item.scenario)}</span> : null}
            </>
          ),
        },
      ],
      state: <Mark state={mark}>{word}</Mark>,
      ...(note === undefined ? {} : { note }),
    }
  })
  return <Hits hits={hits} />
}
