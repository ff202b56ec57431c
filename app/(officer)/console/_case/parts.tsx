// Small pieces of every case page: reasons, conditions, four eyes with the way to the decision, a list of other cases.
import type { ReactNode } from 'react'
import { BlockedButton, LinkButton } from '#components/ui/button'
import { FourEyes } from '#components/ui/four-eyes'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { caseHref } from '#server/day'
import { dueOfItem } from '#server/due'
import type { EyeLine } from '#server/four-eyes'
import type { OfficerReader } from '#server/officer-reader'

type Reason = { rule: string; evidence: string; finding: string }

/** Structured grounds: provision, evidence, finding. */
export function Reasons({ r, reasons }: { r: OfficerReader; reasons: readonly Reason[] }) {
  if (reasons.length === 0) return <p className="t2">{r.say('case.reason.none')}</p>
  return (
    <PlainTable
      caption={r.say('case.overview.reasons')}
      heads={[r.say('case.reason.rule'), r.say('case.reason.evidence'), r.say('case.reason.finding')]}
      rows={reasons.map((one) => [one.rule, one.evidence, one.finding])}
    />
  )
}

export function Conditions({
  r,
  conditions,
}: {
  r: OfficerReader
  conditions: readonly { text: { zh: string; en: string }; dueOn: string | null; libraryId: string | null; no?: number; note?: ReactNode }[]
}) {
  if (conditions.length === 0) return <p className="t2">{r.say('case.overview.noConditions')}</p>
  return (
    <ol className="numbered">
      {conditions.map((one, place) => (
        <li key={place}>
          <span className="t3">{one.no ?? place + 1}. </span>
          {r.book.name(one.text)} {one.libraryId ? <small className="t3 mono">{one.libraryId}</small> : null}{' '}
          {one.dueOn ? <small className="t2">{r.say('ui.due.shouldOn', { date: one.dueOn })}</small> : null}
          {one.note}
        </li>
      ))}
    </ol>
  )
}

export function Eyes({
  r,
  eyes,
  why,
  href,
}: {
  r: OfficerReader
  eyes: readonly EyeLine[]
  why: string | null /** The page of the decision; null when the case is decided. */
  href: string | null
}) {
  return (
    <FourEyes
      title={r.say('case.four.title')}
      rule={r.say('case.four.rule')}
      eyes={eyes}
      act={
        href === null ? undefined : why === null ? (
          <LinkButton tone="go" href={href}>
            {r.say('case.four.act')}
          </LinkButton>
        ) : (
          <BlockedButton id="decide" reason={why}>
            {r.say('case.four.act')}
          </BlockedButton>
        )
      }
    />
  )
}

type Listed = {
  kind: string
  id: string
  number: string | null
  titleZh: string
  titleEn: string
  mark: string
  status: string
  dueOn: string | null
  isOpen: boolean
  scenario: string | null
  organisationName: string | null
  openedAt: string | null
}

/** Cases of another kind beside this one; `label` names the table. */
export function CaseTable({
  r,
  label,
  items,
  about,
}: {
  r: OfficerReader
  label: string
  items: readonly Listed[]
  about?: (item: Listed) => ReactNode
}) {
  if (items.length === 0) return <p className="t2 below">{r.say('console.dossier.none')}</p>
  const { say, book } = r
  return (
    <PlainTable
      caption={label}
      heads={[say('queue.column.mark'), say('queue.column.number'), say('queue.column.title'), say('queue.column.due')]}
      rows={items.map((item) => {
        const due = r.due(dueOfItem(item, r.catalogue, r.today))
        const href = caseHref(item.kind, item.id, item.scenario)
        return [
          <Mark key="mark" state={item.mark as MarkName}>
            {say(`${item.kind}.status.${item.status}`)}
          </Mark>,
          item.number ? (
            <CaseNumber key="no" number={item.number} href={href} />
          ) : (
            <a key="no" href={href}>
              {say('case.tests.open')}
            </a>
          ),
          <span key="title">{about ? about(item) : book.name({ zh: item.titleZh, en: item.titleEn })}</span>,
          due.day === null ? (
            <span key="due" className="t3">
              {due.meaning}
            </span>
          ) : (
            <span key="due" className={due.late ? 'tone-late' : undefined}>
              {due.day} <small className="t2">{due.meaning}</small>
            </span>
          ),
        ]
      })}
    />
  )
}

/** One section of a tab: a head with its rule, then what it holds. */
export function Part({ title, end, id, children }: { title: ReactNode; end?: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className="part" id={id} aria-label={typeof title === 'string' ? title : undefined}>
      <SectionHead level={2} title={title} end={end} gap />
      {children}
    </section>
  )
}
