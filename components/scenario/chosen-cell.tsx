// The chosen cell of the matrix: name and standing, what is open and how far, the acts, the form of a text, versions side by side, the history.
import { Acts } from '#components/case/acts'
import { CommandForm, type FormWords } from '#components/case/command-form'
import type { ConditionsOffer } from '#components/case/conditions-field'
import { type CommandForm as Shape, withConditions } from '#components/case/form-shape'
import { LinkButton } from '#components/ui/button'
import { Diff } from '#components/ui/diff'
import { Select } from '#components/ui/field'
import type { IconName } from '#components/ui/icon'
import { Mark, type MarkName } from '#components/ui/mark'
import { GlyphList, Inspect } from '#components/ui/scenario-matrix'
import { SectionHead } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { Timeline, type TimelineItem } from '#components/ui/timeline'

type AllWords = FormWords & { acts: string; more: string; close: string; none: string }
type Line = { key: string; icon: string; text: string }
type Difference = { key: string; field: string; before: string; after: string; loosens: boolean }
type Version = { no: number; hash: string; inForceOn: string; sector: string; cyberspace: string; compareHref: string | null }
export type ChosenCellProps = {
  title: string
  mark: { state: string; word: string }
  lane: string | null
  use: string
  links: readonly { href: string; text: string }[]
  columns: readonly { key: string; title: string; lines: readonly Line[]; care?: string }[]
  acts: { id: string; version: number; forms: readonly Shape[]; words: AllWords } | null
  writing: {
    title: string
    id: string | null
    version: number | null
    form: Shape
    offer: ConditionsOffer
    words: FormWords
    fixed: Record<string, unknown>
    doneHref: string
    cancelHref: string
  } | null
  comparison: {
    from: string
    to: string
    choices: readonly { value: string; text: string }[]
    heads: [string, string, string]
    rows: readonly Difference[]
    count: string
  } | null
  keep: Readonly<Record<string, string>>
  versions: readonly Version[]
  history: readonly {
    key: string
    when: string
    at: string
    who: string
    what: string
    changes: readonly { field: string; before: string; after: string }[]
    entry: { text: string; href: string }
    tone?: 'stop' | 'care'
  }[]
  words: {
    compare: Record<'title' | 'from' | 'to' | 'show' | 'none' | 'loosens' | 'absent', string>
    versions: Record<'title' | 'no' | 'inForceOn' | 'cyberspace' | 'sector' | 'hash' | 'compareTo' | 'none', string>
    timeline: Record<'title' | 'before' | 'after' | 'empty', string>
  }
}

/** The conditions stand inside the text of the decision, so the editor of conditions goes there. */
const withTextConditions = (form: Shape, offer: ConditionsOffer): Shape => ({
  ...form,
  fields: form.fields.map((field) =>
    field.name === 'content' ? { ...field, fields: withConditions({ ...form, fields: field.fields ?? [] }, offer).fields } : field,
  ),
})

export function ChosenCell({
  title,
  mark,
  lane,
  use,
  links,
  columns,
  acts,
  writing,
  comparison,
  keep,
  versions,
  history,
  words,
}: ChosenCellProps) {
  return (
    <section id="cell" aria-label={title}>
      <Inspect
        first={
          <>
            <h2 className="big">{title}</h2>
            <div className="row marks">
              <Mark state={mark.state as MarkName} fill>
                {mark.word}
              </Mark>
              {lane ? <span className="t2">{lane}</span> : null}
            </div>
            <p className="t2">{use}</p>
            <div className="row acts-below flex-wrap">
              {links.map(({ href, text }) => (
                <LinkButton key={href} size="sm" href={href}>
                  {text}
                </LinkButton>
              ))}
            </div>
            {acts && acts.forms.length > 0 ? (
              <Acts plural="openings" id={acts.id} version={acts.version} forms={acts.forms} words={acts.words} first={2} />
            ) : null}
          </>
        }
        columns={columns.map((column) => ({
          key: column.key,
          title: column.title,
          children: (
            <>
              <GlyphList items={column.lines.map(({ key, icon, text }) => ({ key, icon: icon as IconName, text }))} />
              {column.care ? <p className="care">{column.care}</p> : null}
            </>
          ),
        }))}
      />
      {writing ? (
        <section id="writing" className="pt-6">
          <SectionHead title={writing.title} />
          <div className="max-w-[760px]">
            <CommandForm
              plural="openings"
              id={writing.id}
              version={writing.version}
              form={withTextConditions(writing.form, writing.offer)}
              words={writing.words}
              fixed={writing.fixed}
              then={writing.doneHref}
            />
            <a href={writing.cancelHref}>{writing.words.cancel}</a>
          </div>
        </section>
      ) : null}
      {comparison ? <Comparison comparison={comparison} keep={keep} words={words.compare} /> : null}
      {versions.length > 0 ? <Versions versions={versions} words={words.versions} /> : null}
      {history.length > 0 ? (
        <section id="history" className="pt-6">
          <SectionHead title={words.timeline.title} level={3} />
          <Timeline
            words={words.timeline}
            items={history.map(({ entry, ...item }): TimelineItem => ({ ...item, entry: <a href={entry.href}>{entry.text}</a> }))}
          />
        </section>
      ) : null}
    </section>
  )
}

function Comparison({
  comparison,
  keep,
  words,
}: {
  comparison: NonNullable<ChosenCellProps['comparison']>
  keep: ChosenCellProps['keep']
  words: ChosenCellProps['words']['compare']
}) {
  return (
    <section id="compare" className="pt-6">
      <SectionHead title={words.title} level={3} end={comparison.count} />
      <form className="row flex-wrap pt-2" method="get" action="/console/scenarios#compare">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Select id="compare-from" name="from" label={words.from} choices={comparison.choices} defaultValue={comparison.from} />
        <Select id="compare-to" name="to" label={words.to} choices={comparison.choices} defaultValue={comparison.to} />
        <button type="submit" className="btn self-end">
          {words.show}
        </button>
      </form>
      {comparison.rows.length === 0 ? (
        <p className="t2">{words.none}</p>
      ) : (
        <div className="scroll">
          <Diff
            heads={comparison.heads}
            groups={[
              {
                key: 'all',
                title: comparison.count,
                rows: comparison.rows.map(({ key, field, before, after, loosens }) => ({
                  key: key.replace(/\W+/g, '-'),
                  field,
                  before: [before === '' ? words.absent : { del: before }],
                  after: [after === '' ? words.absent : loosens ? { up: after } : { ins: after }],
                  flag: loosens ? words.loosens : undefined,
                })),
              },
            ]}
          />
        </div>
      )}
    </section>
  )
}

function Versions({ versions, words }: { versions: readonly Version[]; words: ChosenCellProps['words']['versions'] }) {
  return (
    <section className="pt-6">
      <SectionHead title={words.title} level={3} />
      <DataTable
        label={words.title}
        edge
        columns={[
          { key: 'no', head: words.no, width: 48, number: true },
          { key: 'inForceOn', head: words.inForceOn, width: 112 },
          { key: 'cyberspace', head: words.cyberspace },
          { key: 'sector', head: words.sector },
          { key: 'hash', head: words.hash, width: 150, low: true },
          { key: 'compare', head: words.compareTo, width: 150, mute: true },
        ]}
        rows={[...versions].reverse().map(({ no, inForceOn, cyberspace, sector, hash, compareHref }) => ({
          key: String(no),
          cells: [
            no,
            inForceOn,
            cyberspace,
            sector,
            <span key="hash" className="mono t2" title={hash}>
              {hash.slice(0, 12)}
            </span>,
            compareHref ? (
              <a key="to" href={compareHref}>
                {words.compareTo}
              </a>
            ) : null,
          ],
        }))}
      />
    </section>
  )
}
