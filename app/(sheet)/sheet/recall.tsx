// A recall's effectiveness as drawn: tally, curve with its table, whom to call first, the notice beside it.
import { Button, Segments } from '#components/ui/button'
import { Facts } from '#components/ui/definition-list'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark } from '#components/ui/mark'
import { Notice, NoticeMust } from '#components/ui/notice'
import { CaseNumber } from '#components/ui/number'
import { QrCode } from '#components/ui/qr'
import { type Band, RecallCurve, RecallTwin, Swatch, Tally } from '#components/ui/recall-curve'
import { SectionHead } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { Tabs } from '#components/ui/tabs'
import { isBold } from './sample.ts'
import { ConsoleScreen, type Frame } from './shell.tsx'

const widths = [112, 140, 72, 72, undefined, 84]

export function Recall(frame: Frame & { english: boolean }) {
  const { recall, qr } = frame.sample
  const words = recall.words as Record<Band, string>
  const columns = recall.first.heads.map((head, index) => ({
    key: `${index}`,
    head: head === '' ? recall.acts[0] : head,
    mute: head === '',
    width: frame.english ? ([128, 196, 72, 72, undefined, 120][index] as number | undefined) : widths[index],
    number: index === 2 || index === 3,
    quiet: index === 3 || index === 4,
    flow: index === 4,
  }))
  return (
    <ConsoleScreen {...frame} current={4}>
      <main id="main" className="flush">
        <IdentityBar
          state="recalled"
          lead={
            <>
              <CaseNumber number={recall.number} />
              <Mark state="recalled" fill>
                {recall.word}
              </Mark>
            </>
          }
          title={recall.title}
          company={recall.company}
          code={recall.code}
          acts={
            <>
              <Button>{recall.acts[0]}</Button>
              <Button>{recall.acts[1]}</Button>
              <Button disabled>{recall.acts[2]}</Button>
            </>
          }
          meta={recall.meta.map((text, index) =>
            index === 0 ? (
              <b key={text} className="stop">
                {text}
              </b>
            ) : (
              text
            ),
          )}
        />
        <Tabs
          label={recall.title}
          tabs={recall.tabs.map(({ text, count, current }) => ({
            href: `/sheet?part=recall&tab=${text}`,
            text,
            count: count ?? undefined,
            current,
          }))}
        />
        <div className="recallgrid">
          <section>
            <Tally
              items={recall.tally.map(({ band, ...item }) => ({
                ...item,
                key: item.word,
                band: (band ?? undefined) as Band | undefined,
                stop: band === 'refused',
              }))}
            />
            <RecallCurve
              id="curve"
              title={recall.finding}
              note={recall.note}
              summary={recall.summary}
              total={128}
              points={recall.points}
              words={words}
              limit={{ hours: 24, word: recall.limit }}
              days={recall.days}
            />
            <RecallTwin
              summary={recall.twin}
              points={recall.points}
              words={words}
              total={recall.totalWord}
              csvHref="/sheet?part=recall&format=csv"
              csv={recall.csv}
            />
            <SectionHead level={3} title={recall.first.title} end={recall.first.fact} gap />
            <DataTable
              label={recall.first.title}
              edge
              columns={columns}
              rows={recall.first.rows.map(({ band, word, cells }) => ({
                key: cells[0] ?? word,
                cells: [
                  <Swatch key="band" band={band as Band}>
                    {word}
                  </Swatch>,
                  <b key="who">{cells[0]}</b>,
                  cells[1],
                  cells[2],
                  cells[3],
                  <a key="act" href="/sheet?part=recall">
                    {cells[4]}
                  </a>,
                ],
              }))}
            />
          </section>
          <aside>
            <div className="row preview">
              <h3 className="grow">{recall.preview}</h3>
              <Segments
                label={recall.preview}
                items={recall.sides.map((text, index) => ({ href: `/sheet?part=recall&side=${index}`, text, current: index === 0 }))}
              />
            </div>
            <Notice
              title={recall.notice.title}
              sub={
                <>
                  {recall.notice.sub[0]}
                  <br />
                  {recall.notice.sub[1]}
                </>
              }
              foot={
                <>
                  <QrCode label={recall.notice.foot[0] ?? ''} modules={qr.map((line) => [...line].map((module) => module === '1'))} />
                  <span>
                    {recall.notice.foot[0]}
                    <br />
                    <span className="mono">{recall.notice.foot[1]}</span>
                    <br />
                    {recall.notice.foot[2]}
                  </span>
                </>
              }
            >
              <p>{recall.notice.lead.map((piece) => (isBold(piece) ? <b key={piece}>{piece.slice(2)}</b> : piece))}</p>
              <NoticeMust>{recall.notice.must}</NoticeMust>
              {recall.notice.parts.map(({ head, text }) => (
                <div key={head}>
                  <h3>{head}</h3>
                  <p>{text}</p>
                </div>
              ))}
            </Notice>
            <p className="cap t2 preview-note">{recall.version}</p>
            <SectionHead level={3} title={recall.delivery.title} end={recall.delivery.fact} gap />
            <Facts entries={recall.delivery.facts.map((fact) => ({ key: fact.term, ...fact }))} />
          </aside>
        </div>
      </main>
    </ConsoleScreen>
  )
}
