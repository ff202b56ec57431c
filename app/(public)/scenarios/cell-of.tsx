// One cell of the scenario matrix in words: the decision in force, its conditions, limits and tests; or that nothing is decided yet.
import { getTranslations } from 'next-intl/server'
import { DefinitionList, type Entry } from '#components/ui/definition-list'
import type { Bilingual } from '#domain/act/act'
import type { Catalogue } from '#domain/catalogue/shipped'
import { formatNumber } from '#messages/format'
import type { CatalogueWords } from '#server/catalogue-words'
import { openingInForce, type ScenarioCell } from '#server/scenario-cells'
import type { WordBook } from '#server/word-book'

type Known = { cell: ScenarioCell; catalogue: Catalogue; today: string; words: CatalogueWords; book: WordBook }
type Reason = Bilingual | undefined

export async function CellOf({ cell, catalogue, today, words, book }: Known) {
  const [say, tier] = await Promise.all([getTranslations('publicPage.scenarios'), getTranslations('tier')])
  const version = openingInForce(cell.opening, today)
  const lane = catalogue.lanes.items.find(({ clause }) => clause === cell.clause)
  const number = (n: number) => formatNumber(book.locale, n)
  const list = (items: readonly string[]) => (
    <ul>
      {items.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
  const notice = cell.opening?.state.notice
  const closure = cell.opening?.state.closure
  const laneEntry: Entry[] = lane
    ? [
        {
          key: 'lane',
          term: say('lane'),
          value: (
            <>
              {tier(`lane.${lane.lane}`)} <span className="t2">{book.name(lane.reason)}</span>
            </>
          ),
        },
      ]
    : []
  if (!version) {
    return (
      <>
        <p className="reading">{say('undecided', { lane: lane ? tier(`lane.${lane.lane}`) : '' })}</p>
        <DefinitionList entries={laneEntry} />
      </>
    )
  }
  const { content } = version
  const limits = [
    content.limits.amountPerActYuan === null ? null : say('amountPerAct', { amount: number(content.limits.amountPerActYuan) }),
    content.limits.amountPerDayYuan === null ? null : say('amountPerDay', { amount: number(content.limits.amountPerDayYuan) }),
    content.limits.users === null ? null : say('users', { count: number(content.limits.users) }),
  ].filter((limit) => limit !== null)
  const authorities = [version.sectorAuthorityId, version.cyberspaceAuthorityId].filter((id) => id !== null).map(words.authority)
  const entries: (Entry | null)[] = [
    {
      key: 'decided',
      term: say('decided'),
      value:
        version.inForceOn > today
          ? say('notYet', { on: version.inForceOn })
          : say('rule', { no: String(version.no), on: version.inForceOn }),
    },
    authorities.length > 0 ? { key: 'authorities', term: say('authorities'), value: list(authorities) } : null,
    notice && cell.state !== 'open' && cell.state !== 'conditional'
      ? { key: 'notice', term: say('reason'), value: `${notice.on} ${book.name(notice.reason as Reason)}` }
      : null,
    closure ? { key: 'closure', term: say(`state.${cell.state}`), value: say('exitUntil', { on: closure.exitUntil }) } : null,
    content.conditions.length > 0
      ? { key: 'conditions', term: say('conditions'), value: list(content.conditions.map(({ text }) => book.name(text))) }
      : null,
    content.excludedUses.length > 0
      ? { key: 'excluded', term: say('excluded'), value: list(content.excludedUses.map((use) => book.name(use))) }
      : null,
    content.requiredTests.length > 0 ? { key: 'tests', term: say('tests'), value: list(content.requiredTests.map(words.testItem)) } : null,
    { key: 'ceiling', term: say('ceiling'), value: book.say(`agent.option.authorityModes.${content.autonomyCeiling}`) },
    limits.length > 0 ? { key: 'limits', term: say('limits'), value: list(limits) } : null,
    { key: 'trigger', term: say('trigger'), value: say(`triggers.${content.filingTrigger}`) },
    content.exitPeriodDays > 0
      ? { key: 'exit', term: say('exitTerm'), value: say('exit', { days: number(content.exitPeriodDays) }) }
      : null,
    content.jointHandling ? { key: 'joint', term: say('authorities'), value: say('joint') } : null,
    ...laneEntry,
    { key: 'basis', term: say('basis'), value: list(content.legalBasis) },
  ]
  return <DefinitionList entries={entries.filter((entry) => entry !== null)} />
}
