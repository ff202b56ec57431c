// What the builder of a recall holds while it is being written, what is still missing in each step, and the commands that it becomes.
import { type ClassCriterion, classCriteria, type RecallClass, recallClasses } from '#domain/recall/vocabulary'

export type Bilingual = { zh: string; en: string }
export type Cause = { kind: string; name: string; version: string; hash: string }
export const textNames = ['facts', 'hazard', 'harm', 'whatUsersMustDo', 'whatCompanyWillDo', 'costs'] as const
export type TextName = (typeof textNames)[number]
export const stepNames = ['trigger', 'scope', 'measures', 'text', 'check'] as const
export type StepName = (typeof stepNames)[number]
export type Path = 'ask' | 'investigate' | 'emergency'

export type Draft = {
  path: Path
  sector: string
  scenario: string
  howFound: string
  harmSoFar: string
  questions: string
  reason: string
  reviewOn: string
  riskCodes: string[]
  cause: Cause | null
  range: string
  versionHashes: string[]
  byComponent: boolean
  exempt: { versionHash: string; reason: string }[]
  scenarios: string[]
  regions: string[]
  class: RecallClass | ''
  criteria: ClassCriterion[]
  measures: string[]
  targets: Record<string, string>
  depth: string
  checkLevel: string
  startOn: string
  texts: Record<TextName, Bilingual>
  contact: { name: string; phone: string; address: string }
  legalBasis: string
  softeningReason: string
}

/** `new`: from a suspicion on; `draft` and `expand`: the notice of a case that exists. */
export type Mode = 'new' | 'draft' | 'expand'

const noText: Bilingual = { zh: '', en: '' }
export const blankDraft = (today: string, sector: string, scenario: string): Draft => ({
  path: 'ask',
  sector,
  scenario,
  howFound: '',
  harmSoFar: '',
  questions: '',
  reason: '',
  reviewOn: '',
  riskCodes: [],
  cause: null,
  range: '',
  versionHashes: [],
  byComponent: false,
  exempt: [],
  scenarios: [],
  regions: [],
  class: '',
  criteria: [],
  measures: ['stop'],
  targets: {},
  depth: 'operator',
  checkLevel: 'A',
  startOn: today,
  texts: { facts: noText, hazard: noText, harm: noText, whatUsersMustDo: noText, whatCompanyWillDo: noText, costs: noText },
  contact: { name: '', phone: '', address: '' },
  legalBasis: '',
  softeningReason: '',
})

/** The class that the gravest of these criteria asks for; null without any. */
export const classAsked = (criteria: readonly ClassCriterion[]): RecallClass | null =>
  criteria.map((criterion) => classCriteria[criterion]).sort((a, b) => recallClasses.indexOf(a) - recallClasses.indexOf(b))[0] ?? null

const isFull = ({ zh, en }: Bilingual) => zh.trim() !== '' && en.trim() !== ''
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The scope as the API reads it. */
export const scopeOf = (draft: Draft) => ({
  versionRange: draft.range.trim() === '' ? null : draft.range.trim(),
  versionHashes: draft.versionHashes,
  buildHashes: [],
  component: draft.byComponent ? causeOf(draft) : null,
  exempt: draft.exempt.filter((one) => one.reason.trim() !== ''),
  scenarios: draft.scenarios,
  regions: draft.regions,
})
const causeOf = ({ cause }: Draft) =>
  cause && cause.name.trim() !== ''
    ? {
        kind: cause.kind,
        name: cause.name.trim(),
        version: cause.version.trim() || null,
        hash: /^[0-9a-f]{64}$/.test(cause.hash) ? cause.hash : null,
      }
    : null

/** Only the asked-for parts count: a question to the company needs no notice. */
const needsNotice = (draft: Draft, mode: Mode) => mode !== 'new' || draft.path === 'investigate'

/** The fields that a step still lacks, by name. */
export const missingIn = (draft: Draft, mode: Mode, step: StepName): string[] => {
  const absent = (condition: boolean, name: string) => (condition ? [name] : [])
  const text = (name: TextName) => absent(!isFull(draft.texts[name]), name)
  switch (step) {
    case 'trigger':
      return [
        ...(mode === 'new'
          ? [
              ...absent(draft.howFound.trim() === '', 'howFound'),
              ...absent(draft.path === 'ask' && draft.questions.trim() === '', 'questions'),
              ...absent(draft.sector === '', 'sector'),
            ]
          : []),
        ...absent(mode !== 'draft' && (mode === 'expand' || draft.path !== 'ask') && draft.reason.trim() === '', 'reason'),
        ...absent(mode === 'new' && draft.path === 'emergency' && draft.reviewOn === '', 'reviewOn'),
        ...absent(draft.riskCodes.length === 0, 'riskCodes'),
      ]
    case 'scope': {
      const scope = scopeOf(draft)
      return [
        ...absent(scope.versionRange === null && scope.versionHashes.length === 0 && scope.component === null, 'range'),
        ...absent(
          draft.exempt.some((one) => one.reason.trim() === ''),
          'exempt',
        ),
      ]
    }
    case 'measures':
      return [
        ...(mode === 'new' ? [...absent(draft.class === '', 'class'), ...absent(draft.criteria.length === 0, 'criteria')] : []),
        ...(needsNotice(draft, mode)
          ? [...absent(draft.measures.length === 0, 'measures'), ...absent(draft.startOn === '', 'startOn')]
          : []),
      ]
    case 'text':
      return [
        ...text('hazard'),
        ...(needsNotice(draft, mode)
          ? [
              ...text('facts'),
              ...text('harm'),
              ...text('whatUsersMustDo'),
              ...text('whatCompanyWillDo'),
              ...text('costs'),
              ...absent(draft.contact.name.trim() === '', 'contactName'),
              ...absent(draft.contact.phone.trim() === '', 'contactPhone'),
            ]
          : []),
        ...(mode === 'new' && draft.path === 'emergency' ? [...text('facts'), ...text('whatUsersMustDo')] : []),
        ...absent(lines(draft.legalBasis).length === 0, 'legalBasis'),
      ]
    case 'check':
      return stepNames.filter((name) => name !== 'check').flatMap((name) => missingIn(draft, mode, name))
  }
}

/** The content of the notice. */
export const noticeOf = (draft: Draft) => ({
  facts: draft.texts.facts,
  hazard: draft.texts.hazard,
  harm: draft.texts.harm,
  riskCodes: draft.riskCodes,
  cause: causeOf(draft),
  scope: scopeOf(draft),
  measures: draft.measures,
  whatUsersMustDo: draft.texts.whatUsersMustDo,
  whatCompanyWillDo: draft.texts.whatCompanyWillDo,
  startOn: draft.startOn,
  targetDates: draft.measures.flatMap((measure) => (draft.targets[measure] ? [{ measure, on: draft.targets[measure] }] : [])),
  contact: draft.contact,
  costs: draft.texts.costs,
  legalBasis: lines(draft.legalBasis),
  depth: draft.depth,
  checkLevel: draft.checkLevel,
  softeningReason: draft.softeningReason.trim() || null,
})

export type Planned = { command: string; body: Record<string, unknown> }
type Subject = { agentId: string; organisationId: string; region: string }

/** The commands in their order; the first one makes the case where there is none. */
export const commandsOf = (draft: Draft, mode: Mode, { agentId, organisationId, region }: Subject): Planned[] => {
  const basis = lines(draft.legalBasis)
  if (mode === 'draft') return [{ command: 'draftNotice', body: noticeOf(draft) }]
  if (mode === 'expand') return [{ command: 'expand', body: { ...noticeOf(draft), reason: draft.reason } }]
  const create: Planned = {
    command: 'create',
    body: {
      agentId,
      organisationId,
      region,
      sector: draft.sector,
      scenario: draft.scenario === '' ? null : Number(draft.scenario),
      scope: scopeOf(draft),
      hazard: draft.texts.hazard,
      riskCodes: draft.riskCodes,
      cause: causeOf(draft),
      howFound: draft.howFound,
      harm: draft.harmSoFar,
      class: draft.class,
      criteria: draft.criteria,
    },
  }
  switch (draft.path) {
    case 'ask':
      return [create, { command: 'askAnalysis', body: { questions: draft.questions, basis } }]
    case 'investigate':
      return [
        create,
        { command: 'openInvestigation', body: { ground: 'graveRisk', reason: draft.reason } },
        { command: 'draftNotice', body: noticeOf(draft) },
      ]
    case 'emergency':
      return [
        create,
        {
          command: 'proposeEmergency',
          body: {
            scope: scopeOf(draft),
            facts: draft.texts.facts,
            whatUsersMustDo: draft.texts.whatUsersMustDo,
            reasons: draft.reason,
            basis,
            reviewOn: draft.reviewOn,
            softeningReason: draft.softeningReason.trim() || null,
          },
        },
      ]
  }
}

/** Fills {name} places of a message that is plain otherwise. */
export const fill = (text: string, facts: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '–'))
