'use client'
// Step three: how grave it is by written criteria, what must be done by when, how far down the notice reaches, how much is checked.
import { Input, Select } from '#components/ui/field'
import { type ClassCriterion, type RecallClass, recallClasses } from '#domain/recall/vocabulary'
import { classAsked, fill } from './draft.ts'
import { errorOf, Radios, type StepProps, Ticks } from './step-parts.tsx'

export function StepMeasures(props: StepProps) {
  const { draft, mode, change, options, words } = props
  const asked = classAsked(draft.criteria)
  const isTooLight = asked !== null && draft.class !== '' && recallClasses.indexOf(draft.class) > recallClasses.indexOf(asked)
  const setCriteria = (criteria: string[]) => {
    const least = classAsked(criteria as ClassCriterion[])
    // A graver class than asked stays; a lighter one than the criteria allow follows them.
    const follows = least !== null && (draft.class === '' || recallClasses.indexOf(draft.class) > recallClasses.indexOf(least))
    change({ criteria: criteria as ClassCriterion[], ...(follows ? { class: least } : {}) })
  }
  const classes = recallClasses.map((value) => ({
    value,
    label: options.classes.find((one) => one.value === value)?.label ?? value,
    hint: words.class.hint[value],
  }))
  const isNotice = mode !== 'new' || draft.path === 'investigate'
  return (
    <>
      {mode === 'new' ? (
        <>
          <Ticks
            id="criteria"
            legend={words.class.criteria}
            hint={words.class.criteriaHint}
            error={errorOf(props, 'criteria')}
            options={options.criteria}
            chosen={draft.criteria}
            columns
            onChange={setCriteria}
          />
          <Radios
            id="class"
            legend={words.class.legend}
            hint={asked === null ? undefined : fill(words.class.asks, { class: asked })}
            error={isTooLight && asked !== null ? fill(words.class.tooLight, { class: draft.class, asked }) : errorOf(props, 'class')}
            options={classes}
            chosen={draft.class}
            onChange={(value) => change({ class: value as RecallClass })}
          />
        </>
      ) : null}
      {isNotice ? (
        <>
          <Ticks
            id="measures"
            legend={words.measures}
            error={errorOf(props, 'measures')}
            options={options.measures}
            chosen={draft.measures}
            columns
            onChange={(measures) => change({ measures })}
          />
          <div className="grid grid-cols-2 gap-x-4 max-[700px]:grid-cols-1">
            <Input
              id="startOn"
              type="date"
              label={words.startOn}
              error={errorOf(props, 'startOn')}
              value={draft.startOn}
              onChange={(event) => change({ startOn: event.target.value })}
            />
            {draft.measures.map((measure) => (
              <Input
                key={measure}
                id={`target-${measure}`}
                type="date"
                note={words.optional}
                min={draft.startOn || undefined}
                label={fill(words.target, { measure: options.measures.find((one) => one.value === measure)?.label ?? measure })}
                value={draft.targets[measure] ?? ''}
                onChange={(event) => change({ targets: { ...draft.targets, [measure]: event.target.value } })}
              />
            ))}
            <Select
              id="depth"
              label={words.depth}
              value={draft.depth}
              choices={options.depths.map(({ value, label }) => ({ value, text: label }))}
              onChange={(event) => change({ depth: event.target.value })}
            />
            <Select
              id="checkLevel"
              label={words.checkLevel}
              value={draft.checkLevel}
              choices={options.checkLevels.map(({ value, label }) => ({ value, text: label }))}
              onChange={(event) => change({ checkLevel: event.target.value })}
            />
          </div>
        </>
      ) : null}
    </>
  )
}
