'use client'
// The form of an opening decision: its text with conditions from the library, then the reason and the act itself.
import { useState } from 'react'
import { CommandForm, type FormWords } from '#components/case/command-form'
import { blank, cleaned, FormControl, type Tree } from '#components/case/form-fields'
import type { FormField, CommandForm as Shape } from '#components/case/form-shape'
import { type Condition, ConditionPicker, type ConditionWords, type Template } from './condition-picker.tsx'

type Props = {
  plural: string
  id: string | null
  version: number | null
  /** The command without its content: reason, and whether it stays a draft. */
  form: Shape
  /** The fields of the content, without the conditions. */
  content: readonly FormField[]
  conditions: readonly Condition[]
  templates: readonly Template[]
  regions: readonly { value: string; label: string }[]
  fixed?: Record<string, unknown>
  words: FormWords & { conditions: ConditionWords; text: string }
  doneHref: string
  cancelHref: string
}

/** Errors of the answer name their field; it is linked from the list above the act. */
export function OpeningForm({
  plural,
  id,
  version,
  form,
  content,
  conditions: first,
  templates,
  regions,
  fixed = {},
  words,
  doneHref,
  cancelHref,
}: Props) {
  const [tree, setTree] = useState<Tree>(() => Object.fromEntries(content.map((field) => [field.name, blank(field)])))
  const [conditions, setConditions] = useState<readonly Condition[]>(first)
  return (
    <div className="max-w-[760px]">
      <fieldset className="ask group">
        <legend>{words.text}</legend>
        {content.map((field) => (
          <FormControl
            key={field.name}
            field={field}
            at={`/content/${field.name}`}
            value={tree[field.name]}
            errors={new Map()}
            words={words}
            onChange={(value) => setTree((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        <ConditionPicker
          conditions={conditions}
          templates={templates}
          regions={regions}
          words={words.conditions}
          onChange={setConditions}
        />
      </fieldset>
      <CommandForm
        plural={plural}
        id={id}
        version={version}
        form={form}
        words={words}
        fixed={{ ...fixed, content: { ...cleaned(content, tree), conditions } }}
        then={doneHref}
        onCancel={() => window.location.assign(cancelHref)}
      />
    </div>
  )
}
