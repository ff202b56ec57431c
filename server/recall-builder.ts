// What the recall builder is given: everything to choose from in the reader's language, the words of the notice in both, and the first values of a draft.
import 'server-only'
import type { Catalogue } from '#domain/catalogue/shipped'
import { softeningKinds } from '#domain/recall/softening'
import type { Recall } from '#domain/recall/state'
import {
  causeKinds,
  checkLevels,
  classCriteria,
  classCriterionNames,
  exclusionReasons,
  inclusionReasons,
  recallClasses,
  recallDepths,
  recallMeasures,
} from '#domain/recall/vocabulary'
import { en } from '#messages/en'
import { zh } from '#messages/zh'
import type { DeskReader } from './desk-reader.ts'

const tupleOf = (r: DeskReader, tuple: string) => (value: string) => ({ value, label: r.say(`recall.option.${tuple}.${value}`) })
const wordsOf = (r: DeskReader, tuple: string, values: readonly string[]) =>
  Object.fromEntries(values.map((value) => [value, r.say(`recall.option.${tuple}.${value}`)]))

/** Every choice of the builder. */
export const builderOptions = (r: DeskReader) => {
  const { catalogue, book, words } = r
  const reaches = (sector: string) => r.actor.posts.some((post) => post.sectors.includes('*') || post.sectors.includes(sector))
  const scenariosOf = (sector: Catalogue['sectors']['items'][number]) =>
    sector.scenarios.map(({ clause }) => ({ value: String(clause), label: words.scenario(clause) }))
  return {
    sectors: catalogue.sectors.items
      .filter((sector) => reaches(sector.id))
      .map((sector) => ({ value: sector.id, label: book.name(sector), scenarios: scenariosOf(sector) })),
    riskCodes: catalogue['risk-codes'].items.map((item) => ({
      value: item.id,
      label: `${item.id} ${book.name(item)}`,
      hint: item.taxonomy,
    })),
    causes: causeKinds.map(tupleOf(r, 'causeKinds')),
    criteria: classCriterionNames.map((value) => ({
      ...tupleOf(r, 'classCriteria')(value),
      hint: r.say(`recall.option.recallClasses.${classCriteria[value]}`),
    })),
    classes: recallClasses.map(tupleOf(r, 'recallClasses')),
    measures: recallMeasures.map(tupleOf(r, 'recallMeasures')),
    depths: recallDepths.map(tupleOf(r, 'recallDepths')),
    checkLevels: checkLevels.map(tupleOf(r, 'checkLevels')),
    regions: catalogue.authorities.items
      .filter((item) => item.kind === 'cyberspace' && item.level === 'province')
      .map((item) => ({ value: item.region, label: words.region(item.region) })),
    pairs: catalogue.sectors.items.flatMap((sector) =>
      sector.scenarios.map(({ clause }) => ({ value: `${sector.id}:${clause}`, label: words.pair(`${sector.id}:${clause}`) })),
    ),
    inclusion: wordsOf(r, 'inclusionReasons', inclusionReasons),
    exclusion: wordsOf(r, 'exclusionReasons', exclusionReasons),
    softening: wordsOf(r, 'softeningKinds', softeningKinds),
  }
}

/** The words of the client parts of the builder. */
export const builderWords = (locale: string) => {
  const { builder, preview } = (locale === 'en' ? en : zh).recallDesk
  return { ...builder, preview }
}

type Named = { agent: { zh: string; en: string }; company: string }

/** The notice in both languages, whatever the language of the reader: people and companies read the one that they know. */
export const noticeLanguages = (catalogue: Catalogue, { agent, company }: Named) => {
  const pack = (language: 'zh' | 'en') => {
    const messages = language === 'zh' ? zh : en
    const name = (item: { zh: string; en: string } | undefined) => item?.[language] ?? ''
    const scenario = (clause: number) => name(catalogue.scenarios.items.find((item) => item.clause === clause))
    return {
      notice: messages.recallDesk.notice,
      scope: messages.recallDesk.scope,
      measures: messages.recall.option.recallMeasures,
      causes: messages.recall.option.causeKinds,
      pairs: Object.fromEntries(
        catalogue.sectors.items.flatMap((sector) =>
          sector.scenarios.map(({ clause }) => [`${sector.id}:${clause}`, `${name(sector)} × ${scenario(clause)}`] as const),
        ),
      ),
      regions: Object.fromEntries(
        catalogue.authorities.items
          .filter((item) => item.kind === 'cyberspace' && item.level === 'province')
          .map((item) => [item.region, item.short[language]] as const),
      ),
      agent: language === 'en' ? agent.en || agent.zh : agent.zh,
      company,
    }
  }
  return { zh: pack('zh'), en: pack('en') }
}

/** The first values from what the case holds: the draft that waits, else the notice issued last, else the suspicion. */
export const draftFrom = (state: Partial<Recall>, today: string) => {
  const content = state.draft?.content ?? state.notices?.findLast((notice) => notice.droppedAt === null)?.content ?? null
  const suspicion = state.suspicion ?? state.disclosed ?? null
  const scope = content?.scope ?? suspicion?.scope ?? null
  const cause = content?.cause ?? suspicion?.cause ?? null
  const none = { zh: '', en: '' }
  return {
    path: 'investigate' as const,
    sector: state.sector ?? '',
    scenario: state.scenario === null || state.scenario === undefined ? '' : String(state.scenario),
    howFound: suspicion?.howFound ?? '',
    harmSoFar: suspicion?.harm ?? '',
    questions: '',
    reason: '',
    reviewOn: '',
    riskCodes: [...(content?.riskCodes ?? suspicion?.riskCodes ?? [])],
    cause: cause ? { kind: cause.kind as string, name: cause.name, version: cause.version ?? '', hash: cause.hash ?? '' } : null,
    range: scope?.versionRange ?? '',
    versionHashes: [...(scope?.versionHashes ?? [])],
    byComponent: scope?.component != null,
    exempt: (scope?.exempt ?? []).map((one) => ({ ...one })),
    scenarios: [...(scope?.scenarios ?? [])],
    regions: [...(scope?.regions ?? [])],
    class: state.class ?? state.classProposal?.class ?? ('' as const),
    criteria: [...(state.classProposal?.criteria ?? state.classHistory?.at(-1)?.criteria ?? [])],
    measures: [...(content?.measures ?? ['stop'])] as string[],
    targets: Object.fromEntries((content?.targetDates ?? []).map(({ measure, on }) => [measure as string, on])),
    depth: (content?.depth ?? 'operator') as string,
    checkLevel: (content?.checkLevel ?? 'A') as string,
    startOn: content?.startOn ?? today,
    texts: {
      facts: content?.facts ?? none,
      hazard: content?.hazard ?? suspicion?.hazard ?? none,
      harm: content?.harm ?? none,
      whatUsersMustDo: content?.whatUsersMustDo ?? none,
      whatCompanyWillDo: content?.whatCompanyWillDo ?? none,
      costs: content?.costs ?? none,
    },
    contact: content?.contact ?? { name: '', phone: '', address: '' },
    legalBasis: (content?.legalBasis ?? []).join('\n'),
    softeningReason: content?.softeningReason ?? '',
  }
}
