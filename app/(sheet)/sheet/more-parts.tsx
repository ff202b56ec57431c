// The parts that the drawings lack: forms, states, conflict, timeline, charts, tiles, layers, verdicts.
import { Banner } from '#components/ui/alert'
import { Button, LinkButton } from '#components/ui/button'
import { BarChart, ColumnChart, LineChart } from '#components/ui/chart'
import { ConflictPanel } from '#components/ui/conflict'
import { CheckAnswers } from '#components/ui/definition-list'
import { Empty, Failure, Skeleton } from '#components/ui/empty'
import { Choices, ErrorSummary, FileField, Input, Select, Textarea } from '#components/ui/field'
import { Menu, MenuHead, MenuItem } from '#components/ui/menu'
import { SectionHead } from '#components/ui/section'
import { TileGrid } from '#components/ui/tile-grid'
import { Timeline } from '#components/ui/timeline'
import { Verdict } from '#components/ui/verdict'
import type extraZh from './extra.zh.json'
import { LayersTry } from './layers-try.tsx'

type Extra = typeof extraZh
export type MoreWords = {
  summary: string
  summaryHint: string
  optional: string
  choose: string
  before: string
  after: string
  field: string
  base: string
  yours: string
  theirs: string
}

const weeks = [41, 52, 48, 60, 57, 66, 63, 75]
const medians = [21, 18, 12, 11, 9]
const tiles = [34, 12, 28, 9, 4, 17, 22, 41, 8, 6, 55, 14]
const stopped = [
  [12, 45, 70, 82, 88, 92, 95],
  [5, 22, 41, 60, 74, 86, 93],
  [2, 12, 30, 51, 70, 84, 91],
]

export function MoreParts({ extra, words }: { extra: Extra; words: MoreWords }) {
  return (
    <div className="sheet spaced">
      <Form extra={extra} words={words} />
      <States extra={extra} words={words} />
      <Charts extra={extra} />
      <section className="all">
        <SectionHead title={extra.timeline.title} />
        <Timeline
          words={{ before: words.before, after: words.after }}
          items={extra.timeline.items.map((item) => ({
            key: item.when,
            when: item.when,
            who: item.who,
            what: item.what,
            note: item.note,
            tone: item.tone === 'care' ? 'care' : undefined,
            entry: item.entry,
            changes: item.field === undefined ? undefined : [{ field: item.field, before: item.before, after: item.after }],
          }))}
        />
      </section>
      <section className="span">
        <SectionHead title={extra.verdicts.title} />
        <Verdict
          label={extra.verdicts.recalled}
          state="recalled"
          says={extra.verdicts.recalled}
          checks={[{ text: extra.states.plain, failed: true }]}
        >
          {extra.verdicts.recalledText}
        </Verdict>
        <Verdict label={extra.verdicts.label} state="unknown" says={extra.verdicts.unknown}>
          {extra.verdicts.unknownText}
        </Verdict>
      </section>
      <section>
        <SectionHead title={extra.layers.title} />
        <div className="row specimen">
          <Menu summary={extra.layers.menu} start>
            <MenuHead>{extra.layers.title}</MenuHead>
            {extra.layers.items.map((text, index) => (
              <MenuItem key={text} note={index === 2 ? extra.layers.note : undefined}>
                <button type="button" disabled={index === 2}>
                  {text}
                </button>
              </MenuItem>
            ))}
          </Menu>
          <LayersTry words={extra.layers} />
        </div>
      </section>
    </div>
  )
}

function Form({ extra, words }: { extra: Extra; words: MoreWords }) {
  const { form } = extra
  return (
    <>
      <section className="span">
        <SectionHead title={form.title} />
        <div className="specimen">
          <ErrorSummary title={words.summary} hint={words.summaryHint} errors={[{ href: '#uscc', text: form.usccError }]} />
          <Input id="name" name="name" label={form.name} hint={form.nameHint} defaultValue={form.nameValue} autoComplete="off" />
          <Input id="uscc" name="uscc" label={form.uscc} error={form.usccError} defaultValue={form.usccValue} className="mono short" />
          <Select
            id="sector"
            name="sector"
            label={form.sector}
            empty={words.choose}
            choices={form.sectors.map((text) => ({ value: text, text }))}
          />
          <Textarea
            id="text"
            name="text"
            label={form.text}
            note={words.optional}
            hint={form.textNote}
            defaultValue={form.textValue}
            rows={3}
          />
        </div>
      </section>
      <section>
        <SectionHead title={extra.answers.title} />
        <div className="specimen">
          <Choices
            id="people"
            name="people"
            kind="checkbox"
            label={form.question}
            chosen={[form.people[0] ?? '']}
            choices={form.people.map((text, index) => ({ value: text, text, hint: index === 1 ? form.peopleHint : undefined }))}
          />
          <Choices
            id="first"
            name="first"
            label={form.question2}
            inline
            chosen="yes"
            choices={[
              { value: 'yes', text: form.yes },
              { value: 'no', text: form.no },
            ]}
          />
          <FileField id="file" name="file" label={form.file} hint={form.fileHint} />
          <CheckAnswers
            entries={[
              {
                key: 'name',
                term: form.name,
                value: form.nameValue,
                changeHref: '#name',
                change: extra.answers.change,
                changeLabel: form.name,
              },
              {
                key: 'uscc',
                term: form.uscc,
                value: form.usccValue,
                mono: true,
                changeHref: '#uscc',
                change: extra.answers.change,
                changeLabel: form.uscc,
              },
              { key: 'sector', term: form.sector, value: extra.answers.missing },
            ]}
          />
        </div>
      </section>
    </>
  )
}

function States({ extra: { states, conflict }, words }: { extra: Extra; words: MoreWords }) {
  return (
    <>
      <section className="span">
        <SectionHead title={states.title} />
        <Banner tone="care" title={states.readOnly} />
        <Banner tone="done" title={states.done} />
        <Banner>{states.plain}</Banner>
        <ConflictPanel
          title={conflict.title}
          by={conflict.by}
          words={{ field: words.field, base: words.base, yours: words.yours, theirs: words.theirs }}
          fields={[
            {
              key: 'condition',
              label: conflict.label,
              base: conflict.base,
              yours: conflict.yours,
              theirs: conflict.theirs,
              chosen: 'yours',
            },
          ]}
          acts={
            <>
              <Button tone="go">{conflict.merge}</Button>
              <LinkButton href="/sheet">{conflict.drop}</LinkButton>
            </>
          }
        />
      </section>
      <section>
        <Empty title={states.empty} act={<LinkButton href="/sheet">{states.clear}</LinkButton>}>
          {states.emptyHint}
        </Empty>
        <Failure
          level={2}
          title={states.failure}
          reference={states.reference}
          retry={<Button>{states.retry}</Button>}
          details={states.details}
          problem='{ "type": "/errors/store.busy", "status": 503 }'
        >
          {states.failureText}
        </Failure>
        <Skeleton label={states.loading} rows={3} />
      </section>
    </>
  )
}

function Charts({ extra: { charts } }: { extra: Extra }) {
  const labels = weeks.map((_, index) => `${40 + index}`)
  return (
    <>
      <section className="span">
        <SectionHead title={charts.title} />
        <ColumnChart
          title={charts.column}
          note={charts.columnNote}
          summary={`${charts.column}: ${weeks.join(', ')}`}
          bars={weeks.map((value, index) => ({ key: `${index}`, label: labels[index] ?? '', value, text: `${value}` }))}
          twin={{ summary: charts.twin, heads: [charts.week, ...labels], rows: [[charts.received, ...weeks]] }}
        />
        <LineChart
          title={charts.line}
          summary={charts.line}
          series={charts.classes.map((label, index) => ({ key: label, label, values: stopped[index] ?? [] }))}
          labels={['1', '2', '3', '4', '5', '6', '7']}
          marks={[25, 50, 75, 100].map((value) => ({ value, text: `${value} %` }))}
          twin={{
            summary: charts.twin,
            heads: ['', '1', '2', '3', '4', '5', '6', '7'],
            rows: charts.classes.map((label, index) => [label, ...(stopped[index] ?? [])]),
          }}
        />
      </section>
      <section>
        <BarChart
          title={charts.bar}
          note={charts.barNote}
          summary={charts.bar}
          bars={medians.map((value, index) => ({
            key: `${index}`,
            label: charts.sectors[index] ?? '',
            value,
            text: `${value}`,
            tone: index > 2 ? 'rest' : undefined,
          }))}
          twin={{ summary: charts.twin, heads: ['', charts.days], rows: medians.map((value, index) => [charts.sectors[index], value]) }}
        />
        <SectionHead level={3} title={charts.tiles} gap />
        <TileGrid
          label={charts.tiles}
          tiles={tiles.map((count, index) => ({
            key: `${index}`,
            name: charts.offices[index],
            count,
            text: count,
            row: Math.floor(index / 4) + 1,
            column: (index % 4) + 1,
            label: `${charts.offices[index]} ${count}`,
            href: '/sheet',
          }))}
        />
      </section>
    </>
  )
}
