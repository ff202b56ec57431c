'use client'
// Step one: how to begin, where and how it was found, what is feared, which part is at fault.
import { Input, Select, Textarea } from '#components/ui/field'
import type { Path } from './draft.ts'
import { errorOf, Radios, type StepProps, Ticks } from './step-parts.tsx'

export function StepTrigger(props: StepProps) {
  const { draft, mode, change, options, words } = props
  const sector = options.sectors.find((one) => one.value === draft.sector)
  const reason = mode === 'expand' ? words.expandReason : draft.path === 'emergency' ? words.emergencyReasons : words.investigationReason
  const paths: Path[] = ['ask', 'investigate', 'emergency']
  return (
    <>
      {mode === 'new' ? (
        <>
          <Radios
            id="path"
            legend={words.path.legend}
            options={paths.map((value) => ({ value, label: words.path[value], hint: words.path[`${value}Hint`] }))}
            chosen={draft.path}
            onChange={(path) => change({ path: path as Path })}
          />
          <div className="grid grid-cols-2 gap-x-4 max-[700px]:grid-cols-1">
            <Select
              id="sector"
              label={words.sector}
              error={errorOf(props, 'sector')}
              empty={words.choose}
              value={draft.sector}
              choices={options.sectors.map(({ value, label }) => ({ value, text: label }))}
              onChange={(event) => change({ sector: event.target.value, scenario: '' })}
            />
            <Select
              id="scenario"
              label={words.scenario}
              note={words.optional}
              empty={words.none}
              value={draft.scenario}
              choices={(sector?.scenarios ?? []).map(({ value, label }) => ({ value, text: label }))}
              onChange={(event) => change({ scenario: event.target.value })}
            />
          </div>
          <Textarea
            id="howFound"
            label={words.howFound}
            error={errorOf(props, 'howFound')}
            rows={4}
            maxLength={4000}
            value={draft.howFound}
            onChange={(event) => change({ howFound: event.target.value })}
          />
          <Textarea
            id="harmSoFar"
            label={words.harmSoFar}
            note={words.optional}
            rows={3}
            maxLength={4000}
            value={draft.harmSoFar}
            onChange={(event) => change({ harmSoFar: event.target.value })}
          />
          {draft.path === 'ask' ? (
            <Textarea
              id="questions"
              label={words.questions}
              error={errorOf(props, 'questions')}
              rows={3}
              maxLength={4000}
              value={draft.questions}
              onChange={(event) => change({ questions: event.target.value })}
            />
          ) : null}
        </>
      ) : null}
      {mode === 'expand' || (mode === 'new' && draft.path !== 'ask') ? (
        <Textarea
          id="reason"
          label={reason}
          error={errorOf(props, 'reason')}
          rows={3}
          maxLength={2000}
          value={draft.reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
      ) : null}
      {mode === 'new' && draft.path === 'emergency' ? (
        <Input
          id="reviewOn"
          type="date"
          label={words.reviewOn}
          hint={words.reviewOnHint}
          error={errorOf(props, 'reviewOn')}
          value={draft.reviewOn}
          onChange={(event) => change({ reviewOn: event.target.value })}
        />
      ) : null}
      <Ticks
        id="riskCodes"
        legend={words.riskCodes}
        error={errorOf(props, 'riskCodes')}
        options={options.riskCodes}
        chosen={draft.riskCodes}
        columns
        onChange={(riskCodes) => change({ riskCodes })}
      />
      <CauseFields {...props} />
    </>
  )
}

function CauseFields({ draft, change, options, words, agent }: StepProps) {
  const { cause } = draft
  const set = (next: Partial<NonNullable<typeof cause>>) => cause && change({ cause: { ...cause, ...next } })
  const known = [...new Set(agent.versions.flatMap((version) => [...version.models, ...version.tools]))]
  return (
    <fieldset className="ask group">
      <legend>{words.cause.legend}</legend>
      <div className="choices">
        <label className="tick">
          <input
            className="box"
            type="checkbox"
            checked={cause !== null}
            onChange={(event) =>
              change({
                cause: event.target.checked ? { kind: 'tool', name: '', version: '', hash: '' } : null,
                byComponent: event.target.checked && draft.byComponent,
              })
            }
          />
          <span>{words.cause.include}</span>
        </label>
      </div>
      {cause ? (
        <div className="grid grid-cols-2 gap-x-4 max-[700px]:grid-cols-1">
          <Select
            id="cause-kind"
            label={words.cause.kind}
            value={cause.kind}
            choices={options.causes.map(({ value, label }) => ({ value, text: label }))}
            onChange={(event) => set({ kind: event.target.value })}
          />
          <Input
            id="cause-name"
            label={words.cause.name}
            hint={words.cause.nameHint}
            list="known-components"
            maxLength={160}
            value={cause.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <datalist id="known-components">
            {known.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Input
            id="cause-version"
            label={words.cause.version}
            note={words.optional}
            maxLength={64}
            value={cause.version}
            onChange={(event) => set({ version: event.target.value })}
          />
          <Input
            id="cause-hash"
            label={words.cause.hash}
            note={words.optional}
            maxLength={64}
            className="mono"
            value={cause.hash}
            onChange={(event) => set({ hash: event.target.value.trim().toLowerCase() })}
          />
        </div>
      ) : null}
    </fieldset>
  )
}
