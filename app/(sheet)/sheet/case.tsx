// A filing under review as drawn: identity bar with its clock, sections, changes, threads, four eyes.
import { BlockedButton, Button, Segments } from '#components/ui/button'
import { ClockChip } from '#components/ui/clock'
import { Diff, type Piece } from '#components/ui/diff'
import { FourEyes } from '#components/ui/four-eyes'
import { AlsoHere, IdentityBar } from '#components/ui/identity-bar'
import { Layers } from '#components/ui/layers'
import { Mark, TierMark } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Review, SectionList, type SectionMark, Thread } from '#components/ui/review'
import { SectionHead } from '#components/ui/section'
import { Tabs } from '#components/ui/tabs'
import { ConsoleScreen, type Frame } from './shell.tsx'

export function Case(frame: Frame & { marks: Record<SectionMark, string>; open: boolean }) {
  const sample = frame.sample.case
  const { clock, changes } = sample
  return (
    <ConsoleScreen {...frame} current={1}>
      <Layers />
      <main id="main" className="flush">
        <IdentityBar
          state="review"
          lead={
            <>
              <CaseNumber number={sample.number} />
              <TierMark tier={4} word={sample.tierWord} />
              <Mark state="review" fill>
                {sample.word}
              </Mark>
            </>
          }
          title={sample.title}
          company={sample.company}
          code={sample.code}
          acts={sample.acts.map(({ text, key }) => (
            <Button key={text} shortcut={key}>
              {text}
            </Button>
          ))}
          meta={[
            sample.owner,
            sample.place,
            <AlsoHere key="also" initial={sample.initial}>
              {sample.also}
            </AlsoHere>,
          ]}
          end={
            <ClockChip
              state="late"
              open={frame.open}
              says={clock.says}
              title={clock.title}
              length={clock.length}
              ticks={[...clock.ticks].map((tick) => (tick === 'p' ? 'stopped' : tick === 'o' ? 'over' : 'counted'))}
              steps={clock.steps.map(({ kind, ...step }) => ({ ...step, kind: kind === 'skip' || kind === 'end' ? kind : undefined }))}
              source={
                <>
                  {clock.source} <a href="/sheet">{clock.link}</a>
                </>
              }
            />
          }
        />
        <Tabs
          label={sample.title}
          tabs={sample.tabs.map(({ text, count, current }) => ({
            href: `/sheet?part=case&tab=${text}`,
            text,
            count: count ?? undefined,
            current,
          }))}
        />
        <Review
          sections={
            <SectionList
              label={sample.sections.title}
              title={sample.sections.title}
              progress={sample.sections.progress}
              note={sample.sections.note}
              sections={sample.sections.items.map(({ mark, ...item }) => ({
                ...item,
                mark: mark as SectionMark,
                word: frame.marks[mark as SectionMark],
                href: `#${item.text}`,
              }))}
            />
          }
          side={
            <>
              <SectionHead level={3} title={sample.threads.title} end={sample.threads.fact} />
              {sample.threads.items.map(({ text, quote, acts, ...thread }) => (
                <Thread
                  key={text}
                  {...thread}
                  quote={quote ?? undefined}
                  acts={
                    acts.length === 0
                      ? undefined
                      : acts.map((act) => (
                          <Button key={act} size="sm">
                            {act}
                          </Button>
                        ))
                  }
                >
                  {text}
                </Thread>
              ))}
              <FourEyes
                title={sample.four.title}
                rule={sample.four.rule}
                eyes={sample.four.eyes.map((eye) => ({ ...eye, key: eye.who, state: eye.state as 'done' }))}
                act={
                  <BlockedButton id="sign" reason={sample.four.reason}>
                    {sample.four.act}
                  </BlockedButton>
                }
              />
            </>
          }
        >
          <div className="changes">
            <b>{changes.title}</b>
            <span className="t3 cap">{changes.at}</span>
            <span className="row">
              <Segments
                label={changes.title}
                items={changes.ways.map((text, index) => ({ href: `/sheet?part=case&way=${index}`, text, current: index === 0 }))}
              />
              {changes.buttons.map(({ text, key }) => (
                <Button key={text} size="sm" shortcut={key}>
                  {text}
                </Button>
              ))}
            </span>
          </div>
          <Diff
            heads={
              changes.heads.map(({ bold, rest }) => (bold ? <Headed key={bold} bold={bold} rest={rest} /> : rest)) as [
                string,
                string,
                string,
              ]
            }
            groups={changes.groups.map(({ title, note, rows }) => ({
              key: title,
              title,
              note,
              rows: rows.map((row) => ({
                ...row,
                key: row.field,
                flag: row.flag ?? undefined,
                before: row.before as Piece[],
                after: row.after as Piece[],
              })),
            }))}
          />
        </Review>
      </main>
    </ConsoleScreen>
  )
}

function Headed({ bold, rest }: { bold: string; rest: string }) {
  return (
    <>
      <b>{bold}</b> {rest}
    </>
  )
}
