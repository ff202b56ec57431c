// What the register answers to one code: the verdict in a sentence, and the way to the entry or the notice.
import { getTranslations } from 'next-intl/server'
import { Acts } from '#components/ui/button'
import { type Tier, TierMark } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Verdict } from '#components/ui/verdict'
import { formatMomentFull } from '#messages/format'
import type { CatalogueWords } from '#server/catalogue-words'
import type { PublicReader } from '#server/public-reader'
import { type Item, itemHref } from '#server/register-item'
import type { Verified } from '#server/verify'
import type { WordBook } from '#server/word-book'
import { AddressCode } from '../code-of.tsx'
import { PowersOf } from '../register/agents/[number]/powers-of.tsx'
import { StandingOf } from '../register/agents/[number]/standing-of.tsx'

type Known = { code: string; reader: PublicReader; words: CatalogueWords; book: WordBook }
const tierWords = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const satisfies Record<Tier, string>

async function FilingVerdict({ item, code, reader, words, book }: Known & { item: Item }) {
  const [say, tier] = await Promise.all([getTranslations('registerPage'), getTranslations('tier')])
  const { filing } = item
  const { published } = filing.state
  return (
    <>
      <h2 className="gaptop">
        {book.name(filing.state.agentName)} {published?.version}
      </h2>
      <p className="idline">
        {filing.number ? <CaseNumber number={filing.number} href={itemHref(filing)} /> : null}
        {published ? <TierMark tier={published.tier} word={tier(tierWords[published.tier])} /> : null}
        <span>{book.name(filing.state.organisationName)}</span>
      </p>
      <StandingOf item={item} at={reader.at} path={`/verify/${encodeURIComponent(code)}`} words={words} book={book} />
      {published && published.conditions.length > 0 ? (
        <ol className="reading gaptop">
          {published.conditions.map((condition) => (
            <li key={condition.zh}>{book.name(condition)}</li>
          ))}
        </ol>
      ) : null}
      {published ? (
        <div className="gaptop">
          <PowersOf label={published.label} book={book} />
        </div>
      ) : null}
      <div className="gaptop">
        <Acts>
          <a className="btn lg" href={itemHref(filing)}>
            {say('verify.open')}
          </a>
          <a href={`/log/proof/${filing.lastPosition}`}>{say('item.acts.receipt')}</a>
        </Acts>
      </div>
    </>
  )
}

export async function VerdictOn({ verified, ...known }: Known & { verified: Verified }) {
  const say = await getTranslations('registerPage')
  const { code, reader, words, book } = known
  const at = { text: say('item.check.at', { at: formatMomentFull(reader.at) }) }
  if (verified.what === 'filing') return <FilingVerdict item={verified.item} {...known} />
  if (verified.what === 'deployment') {
    const { deployment, item, verdict } = verified
    const { published } = deployment.state
    const isEverywhere = !published || published.regions.length === 0 || published.regions.includes('000000')
    const where = isEverywhere ? say('item.deployments.nationwide') : published.regions.map(words.region).join(' ')
    const looks = {
      valid: 'approved',
      conditions: 'conditions',
      olderVersion: 'conditions',
      suspended: 'suspended',
      underReview: 'suspended',
      recalled: 'recalled',
      revoked: 'recalled',
      ended: 'unknown',
      historical: 'unknown',
    } as const
    return (
      <>
        <h2 className="gaptop">
          {book.name(deployment.state.agentName)} {published?.version}
        </h2>
        <Verdict
          label={say('item.verdict')}
          state={looks[verdict]}
          says={say(`item.says.${verdict}`)}
          checks={[at]}
          code={<AddressCode path={`/verify/${encodeURIComponent(code)}`} label={say('item.qr')} />}
        >
          {say('verify.deployment', { number: deployment.number ?? '', scenario: words.pair(published?.scenario ?? null), regions: where })}{' '}
          {published?.validUntil ?? ''} {book.name(deployment.state.tombstone?.reason)}
        </Verdict>
        {published && published.conditions.length > 0 ? (
          <ol className="reading gaptop">
            {published.conditions.map((condition) => (
              <li key={condition.zh}>{book.name(condition)}</li>
            ))}
          </ol>
        ) : null}
        {item ? (
          <div className="gaptop">
            <Acts>
              <a className="btn lg" href={itemHref(item.filing)}>
                {say('verify.open')}
              </a>
            </Acts>
          </div>
        ) : null}
      </>
    )
  }
  if (verified.what === 'recall') {
    const { recall, verdict } = verified
    const { published } = recall.state
    return (
      <>
        <h2 className="gaptop">{book.name(recall.state.agentName)}</h2>
        <Verdict
          label={say('item.verdict')}
          state={verdict === 'recallEnded' ? 'unknown' : verdict === 'recallNotice' ? 'suspended' : 'recalled'}
          says={say(`verify.says.${verdict}`)}
          checks={[at]}
          code={<AddressCode path={`/recalls/${recall.number}`} label={say('item.qr')} />}
        >
          {say(`verify.explain.${verdict}`, { code })}{' '}
          {book.name(published?.notice?.whatUsersMustDo ?? published?.emergency?.whatUsersMustDo)}
        </Verdict>
        <div className="gaptop">
          <Acts>
            <a className="btn lg" href={`/recalls/${recall.number}`}>
              {say('verify.openRecall')}
            </a>
          </Acts>
        </div>
      </>
    )
  }
  const key = verified.isMistyped ? 'mistyped' : 'notFound'
  return (
    <Verdict label={say('item.verdict')} state="unknown" says={say(`verify.says.${key}`)} checks={[at]}>
      {say(`verify.explain.${key}`, { code })}
    </Verdict>
  )
}
