// Turns the schema of a command into a form: fields with labels, options and limits in the reader's language. A new move needs no new form.
import 'server-only'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { Kind } from '#domain/case'

export type Option = { value: string; label: string; hint?: string }
export type FormField = {
  name: string
  label: string
  hint?: string
  isRequired: boolean
  kind:
    | 'line'
    | 'prose'
    | 'number'
    | 'date'
    | 'instant'
    | 'flag'
    | 'choice'
    | 'choices'
    | 'lines'
    | 'group'
    | 'rows'
    | 'numberChoice'
    | 'numberChoices'
    | 'file'
    | 'files'
  maxLength?: number
  minimum?: number
  maximum?: number
  options?: Option[]
  fields?: FormField[]
  /** May be left out altogether: the group is opened by a tick. */
  isNullable?: boolean
  /** For files: each is public or confidential with a reason. */
  isPublishable?: boolean
  value?: unknown
}
export type CommandForm = {
  command: string
  label: string
  explain: string | null
  isStepUp: boolean
  isGrave: boolean
  fields: FormField[]
}
export type Known = { options?: Record<string, Option[]>; values?: Record<string, unknown>; hide?: readonly string[] }

export type Schema = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  maxLength?: number
  minimum?: number
  maximum?: number
  format?: string
  default?: unknown
  pattern?: string
}
type Words = { (key: string): string; has(key: string): boolean; raw(key: string): unknown }

const isNullSchema = (schema: Schema) => schema.type === 'null'
/** The schema without its null branch, and whether it had one. */
const withoutNull = (schema: Schema): { schema: Schema; isNullable: boolean } => {
  const branches = schema.anyOf
  if (!branches) return { schema, isNullable: false }
  const rest = branches.filter((one) => !isNullSchema(one))
  return {
    schema:
      rest.length === 1 && rest[0]
        ? { ...rest[0], default: schema.default }
        : rest.every((one) => one.const !== undefined)
          ? { ...schema, enum: rest.map((one) => one.const), anyOf: undefined }
          : (rest[0] ?? schema),
    isNullable: rest.length < branches.length,
  }
}

/** The words of a tuple, wherever the noun keeps it (`option.<tuple>.<value>`): the smallest one that holds all the values. */
const tupleOf = (noun: string, t: Words, values: readonly unknown[]): string | null => {
  if (!t.has(`${noun}.option`)) return null
  const tuples = Object.entries(t.raw(`${noun}.option`) as Record<string, unknown>)
  const fitting = tuples.filter(
    (entry): entry is [string, object] =>
      typeof entry[1] === 'object' && entry[1] !== null && values.every((value) => Object.hasOwn(entry[1] as object, String(value))),
  )
  const [best] = fitting.sort(([, one], [, other]) => Object.keys(one).length - Object.keys(other).length)
  return best ? best[0] : null
}

/** A reference to a file that was handed in (domain/attachment). */
const isFile = ({ properties = {} }: Schema): boolean => 'attachmentId' in properties && 'sha256' in properties
const isPublishable = ({ properties = {} }: Schema): boolean => 'isPublic' in properties

/** The fields of an object schema, with labels from `<noun>.field` and options from `<noun>.option`. */
export const fieldsOf = (kind: Pick<Kind, 'name'>, object: Schema, t: Words, known: Known, path: string): FormField[] =>
  Object.entries(object.properties ?? {}).flatMap(([name, raw]): FormField[] => {
    const at = path ? `${path}.${name}` : name
    if (known.hide?.includes(at)) return []
    const { schema, isNullable } = withoutNull(raw)
    const isRequired = (object.required ?? []).includes(name) && !isNullable && raw.default === undefined
    const word = (...keys: string[]) => keys.find((key) => t.has(key))
    const labelKey = word(
      `${kind.name}.field.${at.replaceAll('.', '_')}`,
      `${kind.name}.field.${name}`,
      `act.field.${name}`,
      `ui.field.${name}`,
    )
    const hintKey = word(`${kind.name}.hint.${at.replaceAll('.', '_')}`, `${kind.name}.hint.${name}`)
    const optionLabel = (value: string) => {
      const key = word(
        `${kind.name}.option.${name}.${value}`,
        `${kind.name}.option.${value}`,
        `${kind.name}.status.${value}`,
        `ui.option.${name}.${value}`,
        `ui.option.${value}`,
        `tier.lane.${value}`,
      )
      return key ? t(key) : value
    }
    const optionsIn = (values: readonly unknown[]): Option[] => {
      const tuple = t.has(`${kind.name}.option.${name}`) ? null : tupleOf(kind.name, t, values)
      return (
        known.options?.[at] ??
        known.options?.[name] ??
        values.map((value) => ({
          value: String(value),
          label: tuple ? t(`${kind.name}.option.${tuple}.${value}`) : optionLabel(String(value)),
        }))
      )
    }
    const field: FormField = {
      name,
      label: labelKey ? t(labelKey) : name,
      isRequired,
      isNullable,
      kind: 'line',
      ...(hintKey ? { hint: t(hintKey) } : {}),
      ...(schema.maxLength === undefined ? {} : { maxLength: schema.maxLength }),
      value: known.values?.[at] ?? known.values?.[name] ?? raw.default ?? schema.default,
    }
    const given = known.options?.[at] ?? known.options?.[name]
    if (schema.enum)
      return [{ ...field, kind: typeof schema.enum[0] === 'number' ? 'numberChoice' : 'choice', options: optionsIn(schema.enum) }]
    if (schema.const !== undefined)
      return [{ ...field, kind: typeof schema.const === 'number' ? 'numberChoice' : 'choice', options: optionsIn([schema.const]) }]
    switch (schema.type) {
      case 'boolean':
        return [{ ...field, kind: 'flag' }]
      case 'integer':
      case 'number':
        return [
          {
            ...field,
            kind: given ? 'numberChoice' : 'number',
            ...(given ? { options: given } : {}),
            ...(schema.minimum === undefined ? {} : { minimum: Math.max(schema.minimum, -2e9) }),
            ...(schema.maximum === undefined ? {} : { maximum: Math.min(schema.maximum, 2e9) }),
          },
        ]
      case 'array': {
        const { schema: items } = withoutNull(schema.items ?? {})
        if (items.enum)
          return [{ ...field, kind: typeof items.enum[0] === 'number' ? 'numberChoices' : 'choices', options: optionsIn(items.enum) }]
        if (given)
          return [{ ...field, kind: items.type === 'integer' || items.type === 'number' ? 'numberChoices' : 'choices', options: given }]
        if (isFile(items)) return [{ ...field, kind: 'files', isPublishable: isPublishable(items) }]
        if (items.type === 'object') return [{ ...field, kind: 'rows', fields: fieldsOf(kind, items, t, known, at) }]
        return [{ ...field, kind: 'lines', ...(items.maxLength === undefined ? {} : { maxLength: items.maxLength }) }]
      }
      case 'object':
        if (isFile(schema)) return [{ ...field, kind: 'file', isPublishable: isPublishable(schema) }]
        return [{ ...field, kind: 'group', fields: fieldsOf(kind, schema, t, known, at) }]
      default:
        if (given) return [{ ...field, kind: 'choice', options: given }]
        return [
          {
            ...field,
            kind:
              schema.format === 'date'
                ? 'date'
                : schema.format === 'date-time'
                  ? 'instant'
                  : (schema.maxLength ?? 0) > 300
                    ? 'prose'
                    : 'line',
          },
        ]
    }
  })

/** Verbs after which nothing is as before: they get the interruption page's emphasis. */
const grave = /^(decide|order|revoke|issueNotice|terminate|orderEmergency|enact|cancel|dismiss|close|refuse|publish)/

/** The form of one command. `known` gives options from other cases or the catalogue, first values, and fields to leave out, by path. */
export const formOf = async (kind: Kind, command: string, known: Known = {}): Promise<CommandForm> => {
  const t = (await getTranslations()) as unknown as Words
  const schema = kind.commands[command]
  const label = `${kind.name}.command.${command}.label`
  const explain = `${kind.name}.command.${command}.explain`
  return {
    command,
    label: t.has(label) ? t(label) : command,
    explain: t.has(explain) ? t(explain) : null,
    isStepUp: kind.moves[command]?.stepUp ?? false,
    isGrave: grave.test(command),
    fields: schema ? fieldsOf(kind, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, t, known, '') : [],
  }
}
