// The words of the recall builder and of its preview, as the server hands them to the client parts.
import type { Same } from '#messages/shape'
import type { recallDesk } from '#messages/zh/recall-desk'

type Source = Same<typeof recallDesk>
export type BuilderWords = Source['builder']
export type NoticeWords = Source['notice']
export type PreviewWords = Source['preview']
export type ScopeWords = Source['scope']

export type Option = { value: string; label: string; hint?: string }
/** Everything to choose from, in the language of the reader. */
export type BuilderOptions = {
  sectors: readonly (Option & { scenarios: readonly Option[] })[]
  riskCodes: readonly Option[]
  causes: readonly Option[]
  criteria: readonly Option[]
  classes: readonly Option[]
  measures: readonly Option[]
  depths: readonly Option[]
  checkLevels: readonly Option[]
  regions: readonly Option[]
  pairs: readonly Option[]
  inclusion: Readonly<Record<string, string>>
  exclusion: Readonly<Record<string, string>>
  softening: Readonly<Record<string, string>>
}
/** What the notice says in one language, whatever the language of the reader. */
export type LanguagePack = {
  notice: NoticeWords
  scope: ScopeWords
  measures: Readonly<Record<string, string>>
  causes: Readonly<Record<string, string>>
  pairs: Readonly<Record<string, string>>
  regions: Readonly<Record<string, string>>
  agent: string
  company: string
}
export type Languages = { zh: LanguagePack; en: LanguagePack }
