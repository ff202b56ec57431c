// Recalls in words: the line of a list, what a scope says, how the affected deployments stand, and the curve of a recall.
import 'server-only'
import type { Scope } from '#domain/recall/scope'
import { currentNotice, type Recall } from '#domain/recall/state'
import { dateOf, formatNumber, formatPercent } from '#messages/format'
import { rangeInWords } from '#messages/range-words'
import type { CurvePoint, DeskReader, RecallLine } from './desk-reader.ts'
import { dueOfItem } from './due.ts'

/** What is in scope, in one sentence. */
export const scopeWords = (
  scope: Pick<Scope, 'versionRange' | 'versionHashes' | 'buildHashes' | 'component' | 'scenarios' | 'regions'> & {
    exempt?: Scope['exempt']
  },
  r: DeskReader,
): string => {
  const { say, words } = r
  const join = r.locale === 'en' ? ', ' : say('recallDesk.notice.join')
  const s = (key: string, facts: Record<string, string | number>) => say(`recallDesk.scope.${key}`, facts)
  return [
    scope.versionRange === null
      ? ''
      : scope.versionRange === '*'
        ? say('recallDesk.allVersions')
        : s('versions', { range: rangeInWords(r.locale, scope.versionRange) }),
    scope.versionHashes.length === 0 ? '' : s('hashes', { count: scope.versionHashes.length }),
    scope.buildHashes.length === 0 ? '' : s('builds', { count: scope.buildHashes.length }),
    scope.component === null
      ? ''
      : s('component', { kind: say(`recall.option.causeKinds.${scope.component.kind}`), name: scope.component.name }),
    (scope.exempt?.length ?? 0) === 0 ? '' : s('exempt', { count: scope.exempt?.length ?? 0 }),
    scope.scenarios.length === 0 ? '' : s('scenarios', { list: scope.scenarios.map(words.pair).join(join) }),
    scope.regions.length === 0 ? '' : s('regions', { list: scope.regions.map(words.region).join(join) }),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** The scope that the present step is about: of the notice issued last, of the interim stop, of the draft, else of the suspicion. */
export const scopeNow = (state: Partial<Recall>) =>
  (state.notices ? currentNotice(state as Recall)?.content.scope : null) ??
  state.emergency?.scope ??
  state.draft?.content.scope ??
  state.suspicion?.scope ??
  state.disclosed?.scope ??
  state.published?.notice?.scope ??
  null

/** The class as it stands, or as it is proposed. */
export const classWord = (state: Partial<Recall>, r: DeskReader): string =>
  state.class
    ? r.say(`recall.option.recallClasses.${state.class}`)
    : state.classProposal
      ? r.say('recallDesk.proposedClass', { class: r.say(`recall.option.recallClasses.${state.classProposal.class}`) })
      : r.say('recallDesk.noClass')

/** The range of versions where nothing else is in scope, short enough to stand behind the agent's name; else null. */
export const rangeAlone = (scope: ReturnType<typeof scopeNow>, r: DeskReader): string | null =>
  scope &&
  scope.versionRange !== null &&
  scope.versionRange !== '*' &&
  scope.versionHashes.length + scope.buildHashes.length === 0 &&
  scope.component === null
    ? rangeInWords(r.locale, scope.versionRange)
    : null

/** The versions alone, short enough for a column. */
const versionWords = (scope: ReturnType<typeof scopeNow>, r: DeskReader): string => {
  if (!scope) return r.say('recallDesk.noScope')
  return rangeAlone(scope, r) ?? scopeWords({ ...scope, scenarios: [], regions: [], exempt: [] }, r)
}

/** One line of the list. */
export const recallLine = ({ item, shown, progress }: RecallLine, r: DeskReader) => {
  const { say, book } = r
  const { state } = shown
  const scope = scopeNow(state)
  const issuedAt = state.notices?.[0]?.issuedAt ?? state.emergency?.at ?? state.published?.notice?.issuedAt ?? null
  const percent = (part: number, all: number) => (all === 0 ? '–' : formatPercent(part / all))
  return {
    id: item.id,
    href: `/console/recalls/${item.id}`,
    mark: item.mark,
    word: say(`recall.status.${item.status}`),
    number: item.number,
    class: classWord(state, r),
    agent: book.name({ zh: item.titleZh, en: item.titleEn }),
    versions: versionWords(scope, r),
    issued: issuedAt ? dateOf(issuedAt) : '–',
    affected: progress ? formatNumber(r.locale, progress.affected) : '–',
    acknowledged: progress ? percent(progress.acknowledged, progress.affected) : '–',
    proved: progress ? percent(progress.byStanding.proved, progress.affected) : '–',
    due: r.due(dueOfItem(item, r.catalogue, r.today)),
    organisation: item.organisationName ?? '',
  }
}

const dayHours = 24
const bandOf = { proved: 'proved', declared: 'declared', silent: 'silent', unreachable: 'lost', refused: 'refused' } as const
export const bands = Object.values(bandOf)
export type Band = (typeof bands)[number]

/** Hours up to three days, then days: what a person says. */
const afterWords = (hours: number, isLast: boolean, r: DeskReader): string => {
  const after =
    hours === 0
      ? r.say('recallDesk.reports.start')
      : hours <= 3 * dayHours
        ? r.say('recallDesk.reports.after', { hours: Math.floor(hours) })
        : r.say('recallDesk.reports.afterDays', { days: Math.floor(hours / dayHours) })
  return isLast ? `${after} ${r.say('recallDesk.reports.now')}` : after
}

/** The words of the five bands. */
export const bandWords = (r: DeskReader): Record<Band, string> =>
  Object.fromEntries(Object.entries(bandOf).map(([standing, band]) => [band, r.say(`recallDesk.standing.${standing}`)])) as Record<
    Band,
    string
  >

/** The curve with its finding, its summary and its table twin; null while there is nothing to draw. */
export const curveView = (points: readonly CurvePoint[], r: DeskReader) => {
  const last = points.at(-1)
  if (!last || last.affected === 0) return null
  // A wider notice makes the whole grow: earlier points are drawn against the whole of today, what was not yet reached as silent.
  const total = Math.max(...points.map((point) => point.affected))
  const counts = ({ byStanding, affected }: CurvePoint): Record<Band, number> => ({
    proved: byStanding.proved,
    declared: byStanding.declared,
    silent: byStanding.silent + (total - affected),
    lost: byStanding.unreachable,
    refused: byStanding.refused,
  })
  const { byStanding } = last
  const open = byStanding.silent + byStanding.unreachable + byStanding.refused
  const facts = { affected: last.affected, proved: byStanding.proved, declared: byStanding.declared, open }
  const isLong = last.hours > 3 * dayHours
  const startMs = Date.parse(last.at) - last.hours * 3_600_000
  const step = Math.max(1, Math.ceil(last.hours / dayHours / 7))
  const midnight = (Math.floor((startMs + 8 * 3_600_000) / 86_400_000) + 1) * 86_400_000 - 8 * 3_600_000
  const days = Array.from({ length: 8 }, (_, at) => midnight + at * step * 86_400_000)
    .filter((at) => at <= Date.parse(last.at))
    .map((at) => ({ hours: (at - startMs) / 3_600_000, text: dateOf(new Date(at).toISOString()).slice(5) }))
  return {
    title: r.say(isLong ? 'recallDesk.reports.findingDays' : 'recallDesk.reports.finding', {
      ...facts,
      hours: Math.floor(last.hours),
      days: Math.floor(last.hours / dayHours),
    }),
    summary: r.say('recallDesk.reports.summary', { ...byStanding }),
    total,
    points: points.map((point, at) => ({
      hours: point.hours,
      head: afterWords(point.hours, at === points.length - 1, r),
      counts: counts(point),
    })),
    days,
  }
}
