// The sheet of parts: states, tiers, signs, type, controls, colours as drawn.
import { Button, Segments } from '#components/ui/button'
import { Icon, type IconName, type MarkName } from '#components/ui/icon'
import { Mark, Tag, type Tier, TierMark } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { SectionHead } from '#components/ui/section'
import type { Sample } from './sample.ts'

const states: readonly MarkName[] = [
  'draft',
  'submitted',
  'review',
  'waiting',
  'testing',
  'approved',
  'conditions',
  'refused',
  'suspended',
  'recalled',
  'ended',
  'overdue',
]
const colours = [
  'paper surface sunken ink ink-2 ink-3 hairline control rest brand brand-wash celadon cinnabar cinnabar-wash ochre ochre-wash focus on-brand'.split(
    ' ',
  ),
  'chart-1 chart-2 chart-3 chart-4 chart-5 chart-6 seq-1 seq-2 seq-3 seq-4 seq-5'.split(' '),
]
const types = ['display', 'title', 'section', 'body', 'work', 'table', 'caption']

export type PartWords = {
  state: Record<MarkName, string>
  tier: Record<'I' | 'II' | 'III' | 'IV', string>
  openings: readonly string[]
  sections: readonly string[]
  decisions: readonly string[]
  name: string
  wide: boolean
}

export function Parts({ sample, words }: { sample: Sample['sheet']; words: PartWords }) {
  const signs = (icons: readonly IconName[], names: readonly string[]) =>
    icons.map((icon, index) => (
      <li key={icon} className="row">
        <Icon name={icon} size={14} />
        {names[index]}
      </li>
    ))
  return (
    <div className="sheet">
      <section className="span">
        <SectionHead title={sample.states} />
        <ul className="g2">
          {states.map((state) => (
            <li key={state} className="row">
              <span style={{ width: words.wide ? 190 : 124 }}>
                <Mark state={state}>{words.state[state]}</Mark>
              </span>
              <Mark state={state} fill>
                {words.state[state]}
              </Mark>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <SectionHead title={sample.tiers} />
        <ul className="g2">
          {(['I', 'II', 'III', 'IV'] as const).map((roman, index) => (
            <li key={roman}>
              <TierMark tier={(index + 1) as Tier} word={words.tier[roman]} />
            </li>
          ))}
          {signs(['o-open', 'o-cond', 'o-closed', 'o-study'], words.openings)}
        </ul>
        <ul className="g2">
          {signs(['c-none', 'c-seen', 'i-tick', 'c-query'], words.sections)}
          {(['d-alone', 'd-ask', 'd-you'] as const).map((icon, index) => (
            <li key={icon} className="row">
              <span className="inbrand">
                <Icon name={icon} size={16} />
              </span>
              {words.decisions[index]}
            </li>
          ))}
        </ul>
      </section>
      <section className="span">
        <SectionHead title={sample.type} />
        <div className="types">
          {types.map((type, index) => (
            <div key={type}>
              <small className="t3">{type}</small>
              <span
                style={{
                  fontSize: `var(--text-${type})`,
                  lineHeight: `var(--text-${type}--line-height)`,
                  fontWeight: `var(--text-${type}--font-weight, 400)`,
                }}
              >
                {sample.types[index]}
              </span>
            </div>
          ))}
        </div>
      </section>
      <section>
        <SectionHead title={sample.controls} />
        <div className="row specimen">
          <Button tone="go">{sample.btns[0]}</Button>
          <Button shortcut="r">{sample.btns[1]?.replace(/r$/, '')}</Button>
          <Button tone="halt">{sample.btns[2]}</Button>
          <Button disabled>{sample.btns[3]}</Button>
        </div>
        <div className="row specimen">
          {sample.tags.map((text, index) => (
            <Tag key={text} tone={([undefined, 'new', 'care', 'stop', undefined] as const)[index + (sample.tags.length === 4 ? 1 : 0)]}>
              {text}
            </Tag>
          ))}
        </div>
        <div className="row specimen">
          <Segments
            label={sample.controls}
            items={[
              { href: '#on', text: sample.types[6], current: true },
              { href: '#off', text: sample.types[6] },
            ]}
          />
          <input className="box" type="checkbox" defaultChecked aria-label={sample.controls} />
          <input className="box" type="checkbox" aria-label={sample.controls} />
          <input className="box" type="radio" defaultChecked aria-label={sample.controls} />
        </div>
        <p className="specimen">
          <CaseNumber number="AGF-110000-26-2026-000417C" href="/sheet?part=case" />
        </p>
        <div className="brand specimen large">
          <Icon name="zh-mark" />
          {words.name}
        </div>
      </section>
      <section className="all">
        <SectionHead title={sample.colours} />
        {colours.map((row) => (
          <div key={row[0]} className="swatches">
            {row.map((colour) => (
              <div key={colour}>
                <i style={{ background: `var(--color-${colour})` }} />
                {colour}
              </div>
            ))}
          </div>
        ))}
      </section>
    </div>
  )
}
