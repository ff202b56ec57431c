// What the panel under the matrix says of one pair: how it stands, its conditions and limits in force or proposed, its basis, and who has signed.
import 'server-only'
import type { Audience } from '#domain/permission'
import type { Opening } from '#domain/scenario/opening-state'
import type { OpeningContent } from '#domain/scenario/opening-vocabulary'
import { dateOf, formatNumber } from '#messages/format'
import type { DeskReader } from './desk-reader.ts'
import { type BoardCell, comingOf, inForceOn, versionsOf } from './scenario-board.ts'

type Glyph = 'i-tick' | 'i-care' | 'c-none' | 'd-alone' | 'd-ask' | 'd-you' | 'i-file' | 'i-x'
export type PanelLine = { key: string; icon: Glyph; text: string }
export type PanelColumn = { key: string; title: string; lines: PanelLine[]; care?: string }
/** One case of an opening as its reader may see it. */
export type SeenOpening = {
  id: string
  version: number
  status: string
  mark: string
  audience: Audience
  state: Partial<Opening>
  moves: string[]
}

const modeIcon = { user_only: 'd-you', user_authorised: 'd-ask', autonomous: 'd-alone' } as const

const limitLines = (content: OpeningContent, { say, locale, words, book }: DeskReader): PanelLine[] => {
  const { limits } = content
  const amount = (value: number, unit: string) => say(`scenarioDesk.${unit}`, { amount: formatNumber(locale, value) })
  const caps: (PanelLine | null)[] = [
    limits.amountPerActYuan === null
      ? null
      : { key: 'act', icon: 'i-tick', text: say('scenarioDesk.perAct', { amount: amount(limits.amountPerActYuan, 'yuan') }) },
    limits.amountPerDayYuan === null
      ? null
      : { key: 'day', icon: 'i-tick', text: say('scenarioDesk.perDay', { amount: amount(limits.amountPerDayYuan, 'yuan') }) },
    limits.users === null
      ? null
      : { key: 'users', icon: 'i-tick', text: say('scenarioDesk.usersAtMost', { amount: amount(limits.users, 'people') }) },
  ]
  const known = caps.filter((line) => line !== null)
  return [
    {
      key: 'ceiling',
      icon: modeIcon[content.autonomyCeiling],
      text: say('scenarioDesk.ceiling', { mode: say(`scenarioDesk.mode.${content.autonomyCeiling}`) }),
    },
    ...(known.length > 0 ? known : [{ key: 'noLimits', icon: 'c-none' as const, text: say('scenarioDesk.noLimits') }]),
    ...content.requiredTests.map((id) => ({
      key: id,
      icon: 'i-tick' as const,
      text: say('scenarioDesk.test', { test: words.testItem(id) }),
    })),
    ...(content.requiredTests.length === 0 ? [{ key: 'noTests', icon: 'c-none' as const, text: say('scenarioDesk.noTests') }] : []),
    ...content.excludedUses.map((use) => ({
      key: use.zh,
      icon: 'i-x' as const,
      text: say('scenarioDesk.excluded', { use: book.name(use) }),
    })),
  ]
}

const basisLines = (content: OpeningContent, { say }: DeskReader): PanelLine[] => [
  ...content.legalBasis.map((text) => ({ key: text, icon: 'i-file' as const, text })),
  {
    key: 'trigger',
    icon: 'i-tick',
    text: say('scenarioDesk.trigger', { trigger: say(`opening.option.filingTriggers.${content.filingTrigger}`) }),
  },
  ...(content.jointHandling ? [{ key: 'joint', icon: 'i-tick' as const, text: say('scenarioDesk.joint') }] : []),
  { key: 'exit', icon: 'i-tick', text: say('scenarioDesk.exit', { count: content.exitPeriodDays }) },
]

const signatureLines = async (state: Partial<Opening>, r: DeskReader): Promise<PanelLine[]> => {
  const { say, words, book } = r
  const { proposal, motion, notice, closure } = state
  const names = await r.namesOf([proposal?.sector?.by, proposal?.cyberspace?.by, motion?.by].filter((id) => id !== undefined))
  const sign = (side: 'cyberspace' | 'sector'): PanelLine => {
    const signature = proposal?.[side]
    return signature
      ? {
          key: side,
          icon: 'i-tick',
          text: say('scenarioDesk.signed', {
            side: signature.authorityId ? words.authorityShort(signature.authorityId) : say(`scenarioDesk.side.${side}`),
            who: book.name(names.get(signature.by)),
            date: dateOf(signature.at),
          }),
        }
      : { key: side, icon: 'c-none', text: say('scenarioDesk.waiting', { side: say(`scenarioDesk.side.${side}`) }) }
  }
  return [
    ...(proposal
      ? [
          {
            key: 'proposal',
            icon: 'i-file' as const,
            text: say('scenarioDesk.proposalFrom', { date: dateOf(proposal.at), on: proposal.content.effectiveOn }),
          },
          { key: 'reason', icon: 'i-file' as const, text: say('scenarioDesk.proposalReason', { reason: proposal.reason }) },
          ...(proposal.isOffered
            ? [sign('cyberspace'), sign('sector')]
            : [{ key: 'draft', icon: 'c-none' as const, text: say('scenarioDesk.draft') }]),
        ]
      : []),
    ...(motion
      ? [
          {
            key: 'motion',
            icon: 'i-care' as const,
            text: say('scenarioDesk.motion', {
              side: say(`scenarioDesk.side.${motion.side}`),
              motion: say(`opening.option.motionKinds.${motion.kind}`),
              reason: motion.reasons,
            }),
          },
        ]
      : []),
    ...(notice
      ? [
          {
            key: 'notice',
            icon: 'i-care' as const,
            text: say('scenarioDesk.notice', {
              on: notice.on,
              what: say(`opening.option.notices.${notice.what}`),
              reason: book.name(notice.reason),
            }),
          },
        ]
      : []),
    ...(closure ? [{ key: 'closure', icon: 'i-care' as const, text: say('scenarioDesk.exitUntil', { on: closure.exitUntil }) }] : []),
  ]
}

/** The three columns beside the name of the pair. `isProposed` shows the text to come where there is one. */
export const openingPanel = async (
  cell: BoardCell,
  seen: SeenOpening | null,
  isProposed: boolean,
  r: DeskReader,
): Promise<PanelColumn[]> => {
  const { say, book } = r
  const title = (key: string) => say(`scenarioDesk.panel.${key}`)
  const state = seen?.state ?? {}
  const now = inForceOn(state, r.today)
  const content = (isProposed ? comingOf(state, r.today) : null) ?? now?.content ?? comingOf(state, r.today)
  const nothing: PanelLine[] = [{ key: 'none', icon: 'c-none', text: say('scenarioDesk.noVersion') }]
  const conditions: PanelLine[] = content
    ? content.conditions.length > 0
      ? content.conditions.map((condition, at) => ({ key: `${at}`, icon: 'i-tick', text: book.name(condition.text) }))
      : [{ key: 'none', icon: 'c-none', text: say('scenarioDesk.noConditions') }]
    : nothing
  const signatures = await signatureLines(state, r)
  const latest = versionsOf(state).at(-1)
  return [
    { key: 'conditions', title: title('conditions'), lines: conditions },
    { key: 'limits', title: title('limits'), lines: content ? limitLines(content, r) : nothing },
    {
      key: 'basis',
      title: title(state.proposal ? 'concurrence' : 'basis'),
      lines: [
        ...(latest
          ? [{ key: 'version', icon: 'i-tick' as const, text: say('scenarioDesk.version', { no: latest.no, on: latest.inForceOn }) }]
          : []),
        ...signatures,
        ...(content ? basisLines(content, r) : []),
      ],
      ...(state.proposal && cell.status !== null ? { care: say('scenarioDesk.onlyTwo') } : {}),
    },
  ]
}
