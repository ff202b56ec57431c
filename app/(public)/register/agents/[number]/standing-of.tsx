// The verdict over an item: one sentence, why, what was checked, and the code of the page.
import { getTranslations } from 'next-intl/server'
import { Verdict, type VerdictState } from '#components/ui/verdict'
import type { Standing } from '#domain/register/standing'
import { formatMomentFull, formatNumber } from '#messages/format'
import type { CatalogueWords } from '#server/catalogue-words'
import type { Item } from '#server/register-item'
import type { WordBook } from '#server/word-book'
import { AddressCode } from '../../../code-of.tsx'

const looks: Record<Standing, VerdictState> = {
  valid: 'approved',
  conditions: 'conditions',
  olderVersion: 'conditions',
  suspended: 'suspended',
  underReview: 'suspended',
  recalled: 'recalled',
  revoked: 'recalled',
  ended: 'unknown',
  historical: 'unknown',
}

/** `path` is the address that the code leads to; `level` is h1 where the verdict titles the page. */
export async function StandingOf({
  item,
  at,
  path,
  words,
  book,
  level = 'p',
}: {
  item: Item
  at: string
  path: string
  words: CatalogueWords
  book: WordBook
  level?: 'p' | 'h1'
}) {
  const say = await getTranslations('registerPage')
  const {
    filing: { state, lastPosition },
    standing,
    reaching,
  } = item
  const { published, tombstone, history } = state
  const binding = reaching.filter(({ by }) => by !== 'notice')
  const scenarios =
    (state.scenarios ?? []).map((clause) => words.scenario(clause)).join(book.locale === 'en' ? ', ' : '\u3001') || say('item.noScenario')
  const version = published?.version ?? ''
  const facts = {
    version,
    scenarios,
    count: String(published?.conditions.length ?? 0),
    source: history ? book.say(`filing.option.historySources.${history.source}`, {}, history.source) : '',
  }
  const checks = [
    { text: say('item.check.at', { at: formatMomentFull(at) }) },
    binding.length > 0
      ? { text: say('item.check.recalled'), failed: true }
      : standing === 'suspended'
        ? { text: say('item.check.suspended'), failed: true }
        : { text: say('item.check.noRecall') },
    ...(reaching.length > binding.length ? [{ text: say('item.check.notice'), failed: true }] : []),
    { text: <a href={`/log/proof/${lastPosition}`}>{say('item.check.log', { entry: formatNumber(book.locale, lastPosition) })}</a> },
  ]
  return (
    <Verdict
      label={say('item.verdict')}
      level={level}
      state={looks[standing]}
      says={say(`item.says.${standing}`)}
      checks={checks}
      code={<AddressCode path={path} label={say('item.qr')} />}
      {...(standing === 'revoked' ? { icon: 's-refused' as const } : {})}
    >
      {say(`item.explain.${standing}`, facts)}{' '}
      {tombstone ? (
        <b>
          {say('item.since', { on: tombstone.on })} {book.name(tombstone.reason)}
        </b>
      ) : null}
      {reaching.map(({ recall }) => (
        <span key={recall.id}>
          {' '}
          <a href={`/recalls/${recall.number}`} className="no">
            {recall.number}
          </a>
        </span>
      ))}
    </Verdict>
  )
}
