// What changed between two revisions: by part of the form, old struck, new marked, what loosens in ochre with its reason; four eyes beside.
import { ChangeWalk } from '#components/filing/change-walk'
import { Segments } from '#components/ui/button'
import { Diff } from '#components/ui/diff'
import { Empty } from '#components/ui/empty'
import { Review, SectionList } from '#components/ui/review'
import { SectionHead } from '#components/ui/section'
import { filingSections } from '#domain/filing/vocabulary'
import { formatMoment } from '#messages/format'
import { changeGroups } from '#server/change-groups'
import { draftSide, type FilingCase, sideOfRevision } from '#server/filing-case'
import type { filingEyes } from '#server/filing-eyes'
import { Eyes } from '../../_case/parts.tsx'

type Props = {
  c: FilingCase
  from: string | null
  to: string | null
  base: string
  panel: ReturnType<typeof filingEyes>
  decision: string | null
}

export function Changes({ c, from, to, base, panel, decision }: Props) {
  const { r, filing } = c
  const { say } = r
  const { revisions } = filing
  const last = revisions.at(-1)
  if (!last || revisions.length < 2)
    return (
      <div className="px-6">
        <Empty title={say('case.changes.one')}>{say('case.changes.oneHint')}</Empty>
      </div>
    )
  const isDraft = to === 'draft'
  const after = revisions.find((one) => String(one.no) === to) ?? last
  const before =
    revisions.find((one) => String(one.no) === from && one.no < (isDraft ? Number.POSITIVE_INFINITY : after.no)) ??
    (isDraft ? last : (revisions.findLast((one) => one.no < after.no) ?? revisions[0] ?? last))
  const groups = changeGroups(sideOfRevision(before), isDraft ? draftSide(filing) : sideOfRevision(after), r.book, r.words)
  const lines = groups.flatMap((group) => group.lines)
  const loosening = lines.filter((line) => line.loosens)
  const keyOf = (path: string) => path.replaceAll(/[^\w]+/g, '-')
  const earlier = revisions.filter((one) => one.no < after.no)
  return (
    <Review
      sections={
        <SectionList
          label={say('case.changes.sections')}
          title={say('case.changes.sections')}
          progress={`${groups.length} / ${filingSections.length}`}
          sections={filingSections.map((section) => {
            const group = groups.find((one) => one.section === section)
            const mark = !group ? 'satisfied' : group.loosening > 0 ? 'query' : 'seen'
            return {
              href: group ? `#change-${keyOf(group.lines[0]?.key ?? '')}` : `${base}?tab=application#${section}`,
              mark,
              word: say(`case.changes.mark.${mark}`),
              text: say(`case.application.section.${section}`),
              note: group ? String(group.lines.length) : say('case.changes.noChange'),
            } as const
          })}
        />
      }
      side={
        <>
          <SectionHead level={3} title={say('case.changes.side')} end={String(loosening.length)} />
          {loosening.length === 0 ? (
            <p className="t2 below">{say('case.changes.sideNone')}</p>
          ) : (
            <>
              <p className="cap t2 below">{say('case.changes.sideHint')}</p>
              <ul>
                {loosening.map((line) => (
                  <li key={line.key} className="thread">
                    <a className="on" href={`#change-${keyOf(line.key)}`}>
                      {line.field}
                    </a>
                    <p className="care">{line.flag}</p>
                  </li>
                ))}
              </ul>
            </>
          )}
          {!isDraft && after.answer ? (
            <>
              <SectionHead level={3} gap title={say('case.changes.answer')} end={formatMoment(after.at, r.today)} />
              <p className="below">{after.answer}</p>
            </>
          ) : null}
          <Eyes r={r} eyes={panel.eyes} why={panel.why} href={decision} />
        </>
      }
    >
      <div className="changes">
        <b>
          {isDraft ? say('case.changes.draftTitle', { from: before.no }) : say('case.changes.title', { from: before.no, to: after.no })}
        </b>
        <ChangeWalk
          count={lines.length}
          words={{
            at: Array.from({ length: lines.length + 1 }, (_, at) => say('case.changes.at', { at, count: lines.length })),
            previous: say('case.changes.previous'),
            next: say('case.changes.next'),
          }}
        />
        {earlier.length > 1 ? (
          <span className="row">
            <span className="cap t2">{say('case.changes.compareWith')}</span>
            <Segments
              label={say('case.changes.compareWith')}
              items={earlier.map((one) => ({
                href: `${base}?tab=changes&from=${one.no}&to=${after.no}`,
                text: String(one.no),
                current: one.no === before.no,
              }))}
            />
          </span>
        ) : null}
      </div>
      {groups.length === 0 ? (
        <div className="px-5">
          <Empty title={say('case.changes.none')} level={3} />
        </div>
      ) : (
        <Diff
          heads={[
            say('case.changes.field'),
            <span key="from">
              <b>{say('case.changes.from', { no: before.no })}</b> · {formatMoment(before.at, r.today)}
            </span>,
            <span key="to">
              <b>{isDraft ? say('case.changes.draft') : say('case.changes.to', { no: after.no })}</b>{' '}
              {isDraft ? '' : `· ${formatMoment(after.at, r.today)}`}
              {!isDraft && after === last ? ` · ${say('case.changes.reviewed')}` : ''}
            </span>,
          ]}
          groups={groups.map((group) => ({
            key: group.section,
            title: say(`case.application.section.${group.section}`),
            note:
              group.loosening > 0
                ? say('case.changes.groupLoosening', { count: group.lines.length, loosening: group.loosening })
                : say('case.changes.group', { count: group.lines.length }),
            rows: group.lines.map((line) => ({
              key: keyOf(line.key),
              field: line.field,
              mono: line.mono,
              before: line.before.length > 0 ? line.before : [say('case.changes.absent')],
              after: line.after.length > 0 ? line.after : [say('case.changes.removed')],
              ...(line.flag ? { flag: line.flag, pin: !line.loosens } : {}),
            })),
          }))}
        />
      )}
    </Review>
  )
}
