// Everything that the page says of the chosen cell: the panel, the acts with their forms, versions, a comparison, the history.
import 'server-only'
import type { Opening } from '#domain/scenario/opening-state'
import type { OpeningContent } from '#domain/scenario/opening-vocabulary'
import { formatNumber } from '#messages/format'
import { withQuery } from './address.ts'
import { conditionsOffer } from './case-acts.ts'
import type { DeskReader } from './desk-reader.ts'
import { formWords } from './form-words.ts'
import { happeningLines } from './happenings.ts'
import { isTextAct, shortForms, textForm } from './opening-forms.ts'
import { openingDifferences } from './opening-lines.ts'
import { openingPanel, type SeenOpening } from './opening-panel.ts'
import { type BoardCell, comingOf, versionsOf } from './scenario-board.ts'

const path = '/console/scenarios'

type Version = { no: number; content: OpeningContent; inForceOn: string; hash: string }
type Text = { key: string; name: string; content: OpeningContent }

/** The versions and, last, what is proposed: what may be compared. */
const textsOf = (state: Partial<Opening>, r: DeskReader): Text[] => [
  ...(versionsOf(state) as readonly Version[]).map(({ no, content }) => ({
    key: String(no),
    name: r.say('scenarioDesk.compare.version', { no }),
    content,
  })),
  ...(state.proposal ? [{ key: 'proposal', name: r.say('scenarioDesk.compare.proposal'), content: state.proposal.content }] : []),
]

const comparison = (texts: readonly Text[], params: URLSearchParams, r: DeskReader) => {
  if (texts.length < 2) return null
  const from = texts.find((text) => text.key === params.get('from')) ?? texts.at(-2)
  const to = texts.find((text) => text.key === params.get('to')) ?? texts.at(-1)
  if (!from || !to) return null
  const found = openingDifferences(from.content, to.content, r.book, r.words)
  return {
    from: from.key,
    to: to.key,
    choices: texts.map(({ key, name }) => ({ value: key, text: name })),
    heads: [r.say('scenarioDesk.compare.heads.field'), from.name, to.name] as [string, string, string],
    rows: found,
    count: r.say('scenarioDesk.compare.count', { count: found.length, loosening: found.filter((one) => one.loosens).length }),
  }
}

const signers = async (state: Partial<Opening>, r: DeskReader) => {
  const names = await r.namesOf((state.versions ?? []).flatMap(({ sector, cyberspace }) => [sector.by, cyberspace.by]))
  const who = (authorityId: string | null | undefined, by?: string) =>
    [authorityId ? r.words.authorityShort(authorityId) : '', by ? r.book.name(names.get(by)) : ''].filter(Boolean).join(' · ')
  return (state.versions ?? []).length > 0
    ? (state.versions ?? []).map(({ no, hash, inForceOn, sector, cyberspace }) => ({
        no,
        hash,
        inForceOn,
        sector: who(sector.authorityId, sector.by),
        cyberspace: who(cyberspace.authorityId, cyberspace.by),
      }))
    : (state.published ?? []).map(({ no, hash, inForceOn, sectorAuthorityId, cyberspaceAuthorityId }) => ({
        no,
        hash,
        inForceOn,
        sector: who(sectorAuthorityId),
        cyberspace: who(cyberspaceAuthorityId),
      }))
}

export const chosenCell = async (cell: BoardCell, params: URLSearchParams, r: DeskReader) => {
  const { say, words } = r
  const seen = (cell.opening ? await r.one<Opening>('opening', cell.opening.id) : null) as SeenOpening | null
  const isOver = seen === null || seen.status === 'refused' || seen.status === 'closed'
  const mayPropose =
    isOver &&
    r.actor.posts.some(
      (post) => post.role === 'reviewer' && post.region === '000000' && (post.sectors.includes('*') || post.sectors.includes(cell.sector)),
    )
  const moves = [
    ...(seen?.moves ?? []).filter((move) =>
      move === 'amend'
        ? !seen?.state.proposal
        : ['revise', 'concur', 'sign', 'refuse'].includes(move)
          ? Boolean(seen?.state.proposal)
          : true,
    ),
    ...(mayPropose ? ['create'] : []),
  ]
  const here = (changes: Record<string, string | null>) => withQuery(path, params, changes)
  const act = params.get('act') ?? ''
  const content = seen ? (act === 'revise' ? seen.state.proposal?.content : versionsOf(seen.state).at(-1)?.content) : null
  const pair = words.pair(cell.key)
  const writing = isTextAct(act) && moves.includes(act) ? await textForm(r, act, content ?? comingOf(seen?.state ?? {}, r.today)) : null
  const lane = r.catalogue.lanes.items.find((item) => item.clause === cell.clause)
  // Who is no party to the proposal sees only what was effective (policy.md 5.4 no. 6).
  const history = ((seen && (await r.history('opening', seen.id))) ?? []).filter(
    (one) => seen?.audience !== 'public' || Object.keys(one.event).length > 0,
  )
  const texts = textsOf(seen?.state ?? {}, r)
  const w = (key: string, facts: Record<string, string | number> = {}) => say(`scenarioDesk.${key}`, facts)
  return {
    title: w('pair', { sector: words.sector(cell.sector), scenario: words.scenario(cell.clause) }),
    mark: seen ? { state: seen.mark, word: say(`opening.status.${seen.status}`) } : { state: 'draft', word: w('none') },
    lane: lane ? w('defaultLane', { lane: say(`tier.lane.${lane.lane}`) }) : null,
    use: w('use', {
      filed: formatNumber(r.locale, cell.use.filed),
      deployed: formatNumber(r.locale, cell.use.deployed),
      pending: formatNumber(r.locale, cell.use.pending),
    }),
    links: [
      ...(cell.use.filed > 0
        ? [
            {
              href: `/console/queue?kind=filing&tab=all&scenario=${encodeURIComponent(cell.key)}&status=filed,change_pending`,
              text: w('seeAgents', { count: formatNumber(r.locale, cell.use.filed) }),
            },
          ]
        : []),
      ...moves
        .filter(isTextAct)
        .map((move) => ({ href: `${here({ act: move })}#writing`, text: w(move === 'create' ? 'acts.propose' : `acts.${move}`) })),
      ...(history.length > 0 ? [{ href: '#history', text: w('history') }] : []),
    ],
    columns: await openingPanel(
      cell,
      seen,
      params.get('view') === 'proposed' || Boolean(seen?.state.proposal && versionsOf(seen.state).length === 0),
      r,
    ),
    acts: seen ? { id: seen.id, version: seen.version, forms: await shortForms(moves), words: await formWords() } : null,
    writing: writing && {
      form: writing,
      offer: conditionsOffer(r),
      words: await formWords(),
      title: w(`form.${act}`, { pair }),
      id: act === 'create' ? null : (seen?.id ?? null),
      version: act === 'create' ? null : (seen?.version ?? null),
      fixed: act === 'create' ? { sector: cell.sector, scenario: cell.clause } : {},
      doneHref: here({ act: null }),
      cancelHref: here({ act: null }),
    },
    comparison: comparison(texts, params, r),
    keep: Object.fromEntries([...params].filter(([name]) => !['from', 'to', 'act'].includes(name))),
    versions: (await signers(seen?.state ?? {}, r)).map((version, at) => ({
      ...version,
      compareHref: at === 0 ? null : `${here({ from: String(version.no - 1), to: String(version.no) })}#compare`,
    })),
    history: await happeningLines(history, 'opening', r.book, words, r.today),
    words: {
      compare: {
        title: w('compare.title'),
        from: w('compare.from'),
        to: w('compare.to'),
        show: w('compare.show'),
        none: w('compare.none'),
        loosens: w('compare.loosens'),
        absent: w('compare.absent'),
      },
      versions: {
        title: w('versions.title'),
        no: w('versions.no'),
        inForceOn: w('versions.inForceOn'),
        cyberspace: w('versions.cyberspace'),
        sector: w('versions.sector'),
        hash: w('versions.hash'),
        compareTo: w('versions.compareTo'),
        none: w('versions.none'),
      },
      timeline: { title: w('timeline'), before: w('timelineWords.before'), after: w('timelineWords.after'), empty: w('empty') },
    },
  }
}
export type ChosenCellView = Awaited<ReturnType<typeof chosenCell>>
