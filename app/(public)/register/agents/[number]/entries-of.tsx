// What an item says as registered, its deployments, its other versions: names and tables.
import { getTranslations } from 'next-intl/server'
import { DefinitionList, type Entry } from '#components/ui/definition-list'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import type { Standing } from '#domain/register/standing'
import { dateOf } from '#messages/format'
import type { Locale } from '#messages/locale'
import type { CatalogueWords } from '#server/catalogue-words'
import type { PublicReader } from '#server/public-reader'
import { deploymentStanding, type Item, itemHref } from '#server/register-item'
import type { WordBook } from '#server/word-book'
import { Foreign } from '../../../foreign.tsx'

type Known = { item: Item; words: CatalogueWords; book: WordBook }
const List = ({ items, locale }: { items: readonly string[]; locale: Locale }) => (
  <ul>
    {items.map((text) => (
      <li key={text}>
        <Foreign text={text} locale={locale} />
      </li>
    ))}
  </ul>
)

export async function Registered({ item: { filing }, words, book }: Known) {
  const say = await getTranslations('registerPage.item')
  const { state } = filing
  const { published, history } = state
  const company = book.name(state.organisationName)
  const purpose = published?.purpose ?? history?.purpose ?? ''
  const entries: (Entry | null)[] = [
    company
      ? {
          key: 'company',
          term: say('what.company'),
          value: (
            <>
              {state.creditCode ? <a href={`/register/companies/${state.creditCode}`}>{company}</a> : company}
              {state.creditCode ? (
                <>
                  <br />
                  <span className="mono t2">{state.creditCode}</span>
                </>
              ) : null}
            </>
          ),
        }
      : null,
    published?.identityCode ? { key: 'code', term: say('what.identityCode'), value: published.identityCode, mono: true } : null,
    purpose ? { key: 'purpose', term: say('what.purpose'), value: <Foreign text={purpose} locale={book.locale} /> } : null,
    published ? { key: 'form', term: say('what.form'), value: say(`what.forms.${published.form}`) } : null,
    published && published.can.length > 0
      ? { key: 'can', term: say('what.can'), value: <List items={published.can} locale={book.locale} /> }
      : null,
    published && published.cannot.length > 0
      ? { key: 'cannot', term: say('what.cannot'), value: <List items={published.cannot} locale={book.locale} /> }
      : null,
    published && published.models.length > 0
      ? {
          key: 'models',
          term: say('what.models'),
          value: (
            <ul>
              {published.models.map((model) => (
                <li key={model.name}>
                  {model.name}{' '}
                  <span className="t2">
                    <Foreign text={model.provider} locale={book.locale} />{' '}
                    {model.filingNo ? say('what.modelFiled', { no: model.filingNo }) : null}
                  </span>
                </li>
              ))}
            </ul>
          ),
        }
      : null,
    state.sector ? { key: 'sector', term: say('what.sector'), value: words.sector(state.sector) } : null,
    state.scenarios && state.scenarios.length > 0
      ? {
          key: 'scenarios',
          term: say('what.scenarios'),
          value: <List items={state.scenarios.map((clause) => words.scenario(clause))} locale={book.locale} />,
        }
      : null,
    state.region ? { key: 'region', term: say('what.region'), value: words.region(state.region) } : null,
    published
      ? { key: 'filedOn', term: say('what.filedOn'), value: published.filedOn }
      : history?.filedOn
        ? { key: 'filedOn', term: say('what.filedOn'), value: history.filedOn }
        : null,
    history
      ? {
          key: 'source',
          term: say('what.source'),
          value: `${book.say(`filing.option.historySources.${history.source}`, {}, history.source)} ${say('what.row', { row: history.row })}`,
        }
      : null,
    history?.remark ? { key: 'remark', term: say('what.remark'), value: <Foreign text={history.remark} locale={book.locale} /> } : null,
    published ? { key: 'hash', term: say('what.hash'), value: published.versionHash, mono: true } : null,
  ]
  return (
    <section aria-labelledby="what">
      <SectionHead id="what" title={say('what.title')} />
      <DefinitionList entries={entries.filter((entry) => entry !== null && entry.value !== '') as Entry[]} />
    </section>
  )
}

const markOfStanding: Record<Standing, MarkName> = {
  valid: 'approved',
  conditions: 'conditions',
  olderVersion: 'approved',
  suspended: 'suspended',
  underReview: 'review',
  recalled: 'recalled',
  revoked: 'refused',
  ended: 'ended',
  historical: 'ended',
}

export async function Deployments({
  deployments,
  today,
  words,
}: {
  deployments: Awaited<ReturnType<PublicReader['deploymentsOf']>>
  today: string
  words: CatalogueWords
}) {
  const say = await getTranslations('registerPage')
  return (
    <section className="gaptop" aria-labelledby="deployments">
      <SectionHead id="deployments" title={say('item.deployments.title')} />
      {deployments.length === 0 ? (
        <p className="t2">{say('item.deployments.none')}</p>
      ) : (
        <PlainTable
          caption={say('item.deployments.title')}
          heads={(['number', 'scenario', 'where', 'state', 'until'] as const).map((head) => say(`item.deployments.head.${head}`))}
          rows={deployments.map((deployment) => {
            const { published } = deployment.state
            const standing = deploymentStanding(deployment, today)
            const regions = published?.regions ?? []
            return [
              <CaseNumber key="no" number={deployment.number ?? ''} href={`/verify/${deployment.number}`} />,
              words.pair(published?.scenario ?? null),
              regions.length === 0 || regions.includes('000000') ? say('item.deployments.nationwide') : regions.map(words.region).join(' '),
              <Mark key="state" state={markOfStanding[standing]}>
                {say(`deploymentState.${standing}`)}
              </Mark>,
              published?.validUntil ?? say('item.deployments.openEnd'),
            ]
          })}
        />
      )}
    </section>
  )
}

/** The other public filings of the same agent, this one among them, newest first. */
export async function Versions({ item: { filing, siblings } }: Pick<Known, 'item'>) {
  const say = await getTranslations('registerPage')
  const all = [filing, ...siblings]
    .filter((one) => one.state.published)
    .sort((a, b) => ((a.decidedAt ?? '') < (b.decidedAt ?? '') ? 1 : -1))
  if (all.length < 2) return null
  return (
    <section className="gaptop" aria-labelledby="versions">
      <SectionHead id="versions" title={say('item.versions.title')} />
      <PlainTable
        caption={say('item.versions.title')}
        heads={(['version', 'number', 'on', 'state'] as const).map((head) => say(`item.versions.head.${head}`))}
        rows={all.map((one) => [
          <b key="version">{one.state.published?.version}</b>,
          one.id === filing.id ? (
            <>
              {one.number} ({say('item.versions.this')})
            </>
          ) : (
            <CaseNumber key="no" number={one.number ?? ''} href={itemHref(one)} />
          ),
          one.decidedAt ? dateOf(one.decidedAt) : '',
          <Mark key="state" state={one.mark as MarkName}>
            {say(`mark.${one.mark as MarkName}`)}
          </Mark>,
        ])}
      />
    </section>
  )
}
