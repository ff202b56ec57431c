// The scenario matrix as drawn, with the panel of one cell below it.
import { Button, Segments } from '#components/ui/button'
import type { IconName } from '#components/ui/icon'
import { Mark, TierMark } from '#components/ui/mark'
import { GlyphList, Inspect, MatrixKey, type Opening, ScenarioMatrix } from '#components/ui/scenario-matrix'
import { Headline } from '#components/ui/section'
import { ConsoleScreen, type Frame } from './shell.tsx'

const openings = ['open', 'conditional', 'closed', 'study'] as const

export function Matrix(frame: Frame) {
  const { matrix } = frame.sample
  const names = matrix.areas.flatMap(({ columns }) => columns.map(({ name }) => name))
  return (
    <ConsoleScreen {...frame} current={2}>
      <main id="main" className="tight">
        <Headline
          title={matrix.title}
          about={matrix.about}
          end={
            <>
              <Segments
                label={matrix.title}
                items={matrix.versions.map((text, index) => ({ href: `/sheet?part=matrix&version=${index}`, text, current: index === 1 }))}
              />
              {matrix.buttons.map((text) => (
                <Button key={text} size="sm">
                  {text}
                </Button>
              ))}
            </>
          }
        />
        <MatrixKey
          openings={openings.map((opening, index) => ({ opening, word: matrix.key[index] }))}
          none={matrix.key[4]}
          counts={matrix.counts}
          from={matrix.from}
          to={matrix.to}
          differs={matrix.differs}
        />
        <ScenarioMatrix
          label={matrix.title}
          corner={matrix.corner}
          areas={matrix.areas.map(({ name, columns }) => ({
            key: name,
            name,
            columns: columns.map((column) => ({ ...column, key: column.name, number: column.number ?? undefined })),
          }))}
          rows={matrix.rows.map(({ name, code, crossed, cells }) => ({
            key: name,
            name,
            code,
            crossed,
            cells: cells.map((cell, index) =>
              cell === null
                ? null
                : {
                    opening: cell.opening as Opening,
                    href: '/sheet?part=matrix',
                    count: cell.count ?? undefined,
                    sign: cell.sign ?? undefined,
                    differs: cell.differs,
                    current: cell.current,
                    label: `${name} × ${names[index]}: ${matrix.key[openings.indexOf(cell.opening as Opening)]} ${cell.count ?? ''}`,
                  },
            ),
          }))}
        />
        <Inspect
          first={
            <>
              <h2 className="big">{matrix.cell.title}</h2>
              <div className="row marks">
                <Mark state="conditions" fill>
                  {matrix.cell.word}
                </Mark>
                <TierMark tier={4} word={matrix.cell.tierWord} quiet />
              </div>
              <p className="t2">{matrix.cell.text}</p>
              <div className="row acts-below">
                {matrix.cell.buttons.map((text, index) => (
                  <Button key={text} size="sm" tone={index === 2 ? 'bare' : undefined}>
                    {text}
                  </Button>
                ))}
              </div>
            </>
          }
          columns={matrix.columns.map(({ title, items, care }) => ({
            key: title,
            title,
            children: (
              <>
                <GlyphList items={items.map(({ icon, text }) => ({ key: text, icon: icon as IconName, text }))} />
                {care ? <p className="care">{care}</p> : null}
              </>
            ),
          }))}
        />
      </main>
    </ConsoleScreen>
  )
}
