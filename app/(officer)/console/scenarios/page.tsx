// The scenario matrix of the officers: every listed pair, the chosen cell with its text and acts, versions compared, history.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChosenCell } from '#components/scenario/chosen-cell'
import { OpeningMatrix } from '#components/scenario/opening-matrix'
import { LinkButton, Segments } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { MatrixKey } from '#components/ui/scenario-matrix'
import { Headline } from '#components/ui/section'
import { formatNumber } from '#messages/format'
import { paramsOf, type SearchParams, withQuery } from '#server/address'
import { chosenCell } from '#server/chosen-cell'
import { deskReader } from '#server/desk-reader'
import { type BoardCell, scenarioBoard } from '#server/scenario-board'

const path = '/console/scenarios'

export async function generateMetadata(): Promise<Metadata> {
  const say = await getTranslations('scenarioDesk')
  return { title: say('title') }
}

export default async function ScenariosPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await paramsOf(searchParams)
  const r = await deskReader(`${path}?${params}`)
  const { say } = r
  const isProposed = params.get('view') === 'proposed'
  const onlyDiffers = params.get('only') === 'differs'
  const [sector, clause] = [params.get('sector'), Number(params.get('scenario')) || null]
  const [openings, uses] = await Promise.all([r.openings(), r.usesByPair()])
  const board = scenarioBoard({ ...r, openings, uses, isProposed })
  const differing = board.cells.filter((cell) => cell.differs).length
  const cell = board.cells.find((one) => one.sector === sector && one.clause === clause) ?? null
  const chosen = cell ? await chosenCell(cell, params, r) : null
  const signOf = ({ state, status }: BoardCell) =>
    state === 'closed' || state === 'study'
      ? say(`scenarioDesk.sign.${status === 'suspended' || status === 'refused' ? status : state}`)
      : undefined
  const keep = ['view', 'only'].flatMap((name) => {
    const value = params.get(name)
    return value ? [[name, value] as const] : []
  })
  const hrefOf = (one: BoardCell) =>
    `${withQuery(path, new URLSearchParams(Object.fromEntries(keep)), { sector: one.sector, scenario: String(one.clause) })}#cell`
  const state = (key: string) => say(`scenarioDesk.state.${key}`)
  return (
    <main id="main" className="tight">
      <Headline
        title={say('scenarioDesk.title')}
        about={say('scenarioDesk.about', { date: r.today, count: differing })}
        end={
          <>
            <Segments
              label={say('scenarioDesk.view')}
              items={[
                { href: withQuery(path, params, { view: null }), text: say('scenarioDesk.inForce'), current: !isProposed },
                { href: withQuery(path, params, { view: 'proposed' }), text: say('scenarioDesk.proposed'), current: isProposed },
              ]}
            />
            {differing > 0 || onlyDiffers ? (
              <LinkButton size="sm" href={withQuery(path, params, { only: onlyDiffers ? null : 'differs' })}>
                {say(onlyDiffers ? 'scenarioDesk.showAll' : 'scenarioDesk.onlyDiffers', { count: differing })}
              </LinkButton>
            ) : null}
            <LinkButton size="sm" href={`${path}/csv`} download>
              {say('scenarioDesk.csv')}
            </LinkButton>
          </>
        }
      />
      <MatrixKey
        openings={(['open', 'conditional', 'closed', 'study'] as const).map((opening) => ({ opening, word: state(opening) }))}
        none={`· ${state('none')}`}
        counts={<span title={say('scenarioDesk.countsWhy')}>{say('scenarioDesk.counts')}</span>}
        from="1"
        to="50+"
        differs={say('scenarioDesk.differs')}
      />
      <OpeningMatrix
        label={say('scenarioDesk.matrix')}
        corner={say('scenarioDesk.corner')}
        hint={say('scenarioDesk.keysHint')}
        areas={board.areas}
        sector={cell?.sector ?? null}
        clause={cell?.clause ?? null}
        rows={board.rows.map((row) => ({
          ...row,
          cells: row.cells.map((one) =>
            one === null || (onlyDiffers && !one.differs)
              ? null
              : {
                  key: one.key,
                  state: one.state,
                  href: hrefOf(one),
                  count: one.use.filed,
                  sign: signOf(one),
                  differs: one.differs,
                  current: one.key === cell?.key,
                  label: say('scenarioDesk.cell', {
                    sector: row.name,
                    scenario: r.words.scenario(one.clause),
                    state: state(one.state),
                    count: formatNumber(r.locale, one.use.filed),
                    differs: one.differs ? 'yes' : 'no',
                  }),
                },
          ),
        }))}
      />
      {chosen ? (
        <ChosenCell {...chosen} />
      ) : sector ? (
        <Empty title={say('scenarioDesk.unlisted.title')}>{say('scenarioDesk.unlisted.hint')}</Empty>
      ) : (
        <p className="t2 pt-4">{say('scenarioDesk.choose')}</p>
      )}
    </main>
  )
}
