// A change of what is filed, in words: what differs, which class each place has and by which rule, and what the signature leads to.
import 'server-only'
import { declaredMajor, unknownPath } from '#domain/filing/change'
import { changesOf, type FilingChange } from '#domain/filing/change-state'
import type { Filing, Revision } from '#domain/filing/state'
import { changeGroups, type Side } from './change-groups.ts'
import type { CompanyReader } from './company-reader.ts'
import type { OfficerReader } from './officer-reader.ts'
import type { TextPiece } from './text-pieces.ts'

type Reader = Pick<CompanyReader | OfficerReader, 'say' | 'book' | 'words' | 'catalogue'>

const sideOf = ({ sector, scenarios, use, content }: Revision): Side => ({ sector, scenarios, use, content })
const gravity = ['cosmetic', 'notify', 'retest', 'reapprove']

/** The key that the table of differences has for this path. */
const keyOfPath = (path: string): string =>
  path.startsWith('/use/') ? `use-${path.slice('/use/'.length)}` : path.startsWith('/scenarios/') ? 'scenarios' : path

/** One row of the table of differences, in words. */
type Row = {
  key: string
  field: string
  mono: boolean
  before: readonly TextPiece[]
  after: readonly TextPiece[]
  flag?: string
  pin?: boolean
}
type Group = { key: string; title: string; note: string; rows: readonly Row[] }
export type ChangeView = { title: string; means: string; how: string; groups: readonly Group[]; grounds: readonly string[] }

/** The table of differences with the class and the reason of every row, and what stands in no row. */
export const changeView = (r: Reader, filing: Filing, change: FilingChange): ChangeView => {
  const { say, book, words, catalogue } = r
  const base = filing.revisions.find((one) => one.hash === change.from.revisionHash) ?? filing.revisions[0]
  const after: Side = { sector: filing.sector, scenarios: change.scenarios, use: change.use, content: change.content }
  const groups = base ? changeGroups(sideOf(base), after, book, words) : []
  const classWord = (name: string) => say(`filing.option.changeClasses.${name}`)
  const reasonOf = (rule: string): string => {
    if (rule === unknownPath) return say('filingChange.unknown')
    if (rule === declaredMajor) return say('filingChange.major')
    const found = catalogue.changes.items.find((item) => item.id === rule)
    return found ? `${book.name(found.reason)} ${rule}` : rule
  }
  const saying = ({ class: made, rule }: (typeof change.because)[number]) =>
    say('filingChange.rule', { class: classWord(made), reason: reasonOf(rule) })
  const keys = new Set(groups.flatMap((group) => group.lines.map((line) => line.key)))
  const inTable = change.because.filter(({ path, rule }) => rule !== declaredMajor && keys.has(keyOfPath(path)))
  const outside = change.because.filter((one) => !inTable.includes(one))
  const gravest = (key: string) =>
    inTable
      .filter(({ path }) => keyOfPath(path) === key)
      .reduce<(typeof inTable)[number] | null>(
        (best, one) => (best === null || gravity.indexOf(one.class) > gravity.indexOf(best.class) ? one : best),
        null,
      )
  const tests = change.tests
    .map((id) => catalogue['test-items'].items.find((item) => item.id === id))
    .flatMap((item) => (item ? [`${item.id} ${book.name(item)}`] : []))
    .join(say('portal.join'))
  return {
    title: say('filingChange.classTitle', { class: classWord(change.class) }),
    means: say(`filingChange.means.${change.class}`, { tests }),
    how: say('filingChange.classHow', { version: change.rulesVersion }),
    groups: groups.map((group) => ({
      key: group.section,
      title: say(`case.application.section.${group.section}`),
      note: say('filingChange.group', { count: group.lines.length }),
      rows: group.lines.map((line) => {
        const because = gravest(line.key)
        return {
          key: line.key.replaceAll(/[^\w]+/g, '-'),
          field: line.field,
          mono: line.mono,
          before: line.before.length > 0 ? line.before : [say('filingChange.absent')],
          after: line.after.length > 0 ? line.after : [say('filingChange.removed')],
          ...(because ? { flag: saying(because), pin: because.class === 'cosmetic' || because.class === 'notify' } : {}),
        }
      }),
    })),
    grounds: outside.map((one) =>
      one.path.startsWith('/placement/') ? `${words.scenario(Number(one.path.split('/')[2]))} · ${saying(one)}` : saying(one),
    ),
  }
}

/** Every change that was filed, newest first, as rows of a table. */
export const changeRows = (r: Reader, filing: Filing): { no: number; cells: string[] }[] =>
  [...changesOf(filing)].reverse().map((change) => ({
    no: change.no,
    cells: [
      String(change.no),
      change.changedOn,
      r.say(`filing.option.changeClasses.${change.class}`),
      change.content.version,
      change.signed
        ? `${change.signed.at.slice(0, 10)}${change.signed.isLate ? ` · ${r.say('filingChange.late')}` : ''}`
        : r.say('filingChange.none'),
      r.say(`filing.option.changeStages.${change.stage}`),
    ],
  }))

export const changeHeads = (r: Reader): string[] =>
  ['no', 'when', 'class', 'version', 'signedOn', 'stage'].map((name) => r.say(`filingChange.${name}`))
