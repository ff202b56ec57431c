// Says the content of an agent's description in words: the label of a field, the value of a field, a cap, a whole row.
import 'server-only'
import { rowKeyField } from '#domain/agent/difference'
import type { AuthorityRow, Cap } from '#domain/agent/version'
import { formatNumber } from '#messages/format'
import type { WordBook } from './word-book.ts'

/** Which tuple of words a field takes its value from; the list it stands in decides where the name alone does not. */
const tupleOf: Record<string, string> = {
  mode: 'authorityModes',
  reversibility: 'reversibilities',
  category: 'actionCategories',
  consent: 'consentMethods',
  notice: 'noticeMethods',
  veto: 'vetoPaths',
  'tools.kind': 'toolKinds',
  'guardrails.kind': 'guardrailKinds',
  permissions: 'toolPermissions',
  effect: 'guardrailEffects',
  form: 'agentForms',
  autonomyLevel: 'autonomyLevels',
  changeClass: 'changeClasses',
  dataCategories: 'dataCategories',
  accessMode: 'modelAccessModes',
  transport: 'transports',
  authentication: 'authenticationKinds',
  retention: 'memoryRetentions',
}
const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text)
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

export type ContentWords = ReturnType<typeof contentWords>

export const contentWords = (book: WordBook) => {
  const { say, locale } = book
  const join = locale === 'en' ? ', ' : '、'
  const tuple = (steps: readonly string[]): string | undefined => {
    const list = steps[0] ?? ''
    const field = steps.findLast((step) => tupleOf[`${list}.${step}`] ?? tupleOf[step])
    return field === undefined ? undefined : (tupleOf[`${list}.${field}`] ?? tupleOf[field])
  }
  const option = (tupleName: string, value: string) => say(`agent.option.${tupleName}.${value}`, {}, value)
  const cap = (value: Cap | null) =>
    value === null ? '' : say('label.upTo', { per: value.per, unit: value.unit, amount: formatNumber(locale, value.amount) })
  /** One value in words; `null` is "none". Hashes are shortened, the whole stands in the title. */
  const value = (steps: readonly string[], what: unknown): string => {
    if (what === null || what === undefined || what === '') return say('case.changes.absent')
    if (typeof what === 'boolean') return say(what ? 'case.changes.yes' : 'case.changes.no')
    if (typeof what === 'number') return formatNumber(locale, what)
    if (Array.isArray(what)) return what.length === 0 ? say('case.changes.absent') : what.map((one) => value(steps, one)).join(join)
    if (isObject(what)) {
      if ('amount' in what && 'per' in what) return cap(what as Cap)
      if ('zh' in what && 'en' in what) return book.name(what as { zh: string; en: string })
      const name = what.action ?? what.name ?? what.id ?? what.url ?? what.trigger
      if (what.mode !== undefined) return `${String(name)} (${option('authorityModes', String(what.mode))})`
      return typeof name === 'string'
        ? name
        : Object.entries(what)
            .map(([key, inner]) => `${field([...steps, key])}: ${value([...steps, key], inner)}`)
            .join('; ')
    }
    const text = String(what)
    const words = tuple(steps)
    if (words) return option(words, text)
    return isHash(text) ? `${text.slice(0, 6)}…${text.slice(-4)}` : text
  }
  /** The label of the field at these steps: the most exact that there is. The key of a row is no field; its name stands elsewhere. */
  const field = (steps: readonly string[]): string => {
    const [list = '', , ...inner] = steps
    const named = rowKeyField(list) === undefined ? steps : [list, ...inner]
    const keys = named.map((_, place) => `agent.field.${named.slice(0, named.length - place).join('_')}`)
    return say([...keys, `agent.field.${named.at(-1)}`], {}, named.at(-1) ?? '')
  }
  /** What binds the agent in a row of the matrix, one line. */
  const limits = (row: AuthorityRow): string =>
    row.mode === 'user_only'
      ? ''
      : [
          cap(row.cap),
          row.condition ?? '',
          row.mode === 'user_authorised' ? option('consentMethods', row.consent) : '',
          option('noticeMethods', row.notice),
          row.veto === 'none' ? '' : option('vetoPaths', row.veto),
          option('reversibilities', row.reversibility),
        ]
          .filter(Boolean)
          .join(locale === 'en' ? '; ' : '；')
  return { value, field, option, cap, limits, join }
}
