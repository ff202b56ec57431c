// The home of an officer: what needs me today, in a documented order, one reason a line and one act; my week, the team, notices.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#components/ui/button'
import { Facts } from '#components/ui/definition-list'
import { Empty } from '#components/ui/empty'
import { Ledger, LedgerHead, LedgerRow, Load, Week } from '#components/ui/ledger'
import { type Tier, TierMark } from '#components/ui/mark'
import { Headline, SectionHead } from '#components/ui/section'
import { formatDayHead, formatDayWithWeekday, formatMoment, formatNumber, formatWeekday } from '#messages/format'
import { type DayLine, dayOfOfficer, lineWords } from '#server/day'
import { noticesFor, type OfficeNotice } from '#server/notices'
import { type OfficerReader, officerReader } from '#server/officer-reader'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('console'))('title') }
}

/** A day holds no more than this; the rest stands in the queue. */
const mostToday = 25
const mostLater = 12

export default async function Home() {
  const r = await officerReader('/console')
  const [day, notices] = await Promise.all([dayOfOfficer(r), noticesFor(r.actor, r.catalogue, r.today)])
  const { say, locale } = r
  const inGroups = (...groups: DayLine['group'][]) => day.lines.filter((line) => groups.includes(line.group))
  const urgent = inGroups('overdue', 'today')
  const others = inGroups('returned', 'concurrence', 'report')
  const later = inGroups('week')
  const unscheduled = inGroups('later')
  const first = day.lines[0]
  const count = urgent.length + others.length
  const number = (value: number) => formatNumber(locale, value)
  return (
    <main id="main">
      <Headline
        title={formatDayHead(locale, r.today)}
        about={say('console.office', {
          office: r.words.authority(r.authorityId),
          roles: [...new Set(r.posts.map((post) => say(`role.${post.role}`)))].join(locale === 'en' ? ', ' : '、'),
        })}
        end={day.daysLeftInYear === null ? say('console.daysUnknown') : say('console.daysLeft', { days: day.daysLeftInYear })}
      />
      <div className="split">
        <section aria-labelledby="today">
          <SectionHead
            id="today"
            title={say('console.today.title')}
            count={number(count)}
            quiet={false}
            end={
              <>
                <details className="menu" data-layer="">
                  <summary className="cap link">{say('console.today.order')}</summary>
                  <ul>
                    <li>
                      <p className="cap t2 why">{say('console.today.orderText')}</p>
                    </li>
                  </ul>
                </details>
                {first ? (
                  <LinkButton tone="go" href={lineWords(r, first).href} data-take="" shortcut="n">
                    {say('console.today.take')}
                  </LinkButton>
                ) : null}
              </>
            }
          />
          {count === 0 ? (
            <Empty
              title={say('console.today.none')}
              level={3}
              act={<LinkButton href="/console/queue?tab=unassigned">{say('console.today.goToQueue')}</LinkButton>}
            >
              {say('console.today.noneHint')}
            </Empty>
          ) : (
            <Ledger>
              {urgent.slice(0, mostToday).map((line) => (
                <Line key={`${line.case.item.kind}-${line.case.item.id}`} r={r} line={line} />
              ))}
              {others.length > 0 ? <LedgerHead>{say('console.today.otherHead')}</LedgerHead> : null}
              {others.slice(0, mostToday).map((line) => (
                <Line key={`${line.case.item.kind}-${line.case.item.id}`} r={r} line={line} />
              ))}
            </Ledger>
          )}
          <SectionHead
            level={3}
            gap
            title={say('console.today.later')}
            end={say('console.today.laterCount', { count: number(later.length) })}
          />
          {later.length === 0 ? (
            <p className="t2 below">{say('console.today.noLater')}</p>
          ) : (
            <Ledger>
              {later.slice(0, mostLater).map((line) => (
                <Line key={`${line.case.item.kind}-${line.case.item.id}`} r={r} line={line} />
              ))}
            </Ledger>
          )}
          {unscheduled.length > 0 ? (
            <>
              <SectionHead
                level={3}
                gap
                title={say('console.today.unscheduled')}
                end={say('console.today.laterCount', { count: number(unscheduled.length) })}
              />
              <Ledger>
                {unscheduled.slice(0, mostLater).map((line) => (
                  <Line key={`${line.case.item.kind}-${line.case.item.id}`} r={r} line={line} />
                ))}
              </Ledger>
              {unscheduled.length > mostLater ? (
                <p className="cap t2 below">
                  <a href="/console/queue">{say('console.today.more', { count: number(unscheduled.length - mostLater) })}</a>
                </p>
              ) : null}
            </>
          ) : null}
        </section>
        <div className="aside">
          <section aria-labelledby="week">
            <SectionHead id="week" level={3} title={say('console.week.title')} end={say('console.week.fact')} />
            <Week
              days={day.week.map((on) => ({
                day: `${formatWeekday(locale, on, 'narrow')} ${Number(on.slice(8))}`,
                count: day.dueOn(on),
                today: on === r.today,
              }))}
            />
            <Facts
              entries={[
                { key: 'company', term: say('console.week.company'), value: number(day.stopped.company) },
                { key: 'laboratory', term: say('console.week.laboratory'), value: number(day.stopped.laboratory) },
                { key: 'concurrence', term: say('console.week.concurrence'), value: number(day.stopped.concurrence) },
                {
                  key: 'half',
                  term: say('console.week.half'),
                  value: say('console.week.halfValue', { half: number(day.share.half), most: number(day.share.most) }),
                },
              ]}
            />
          </section>
          <section aria-labelledby="load">
            <SectionHead id="load" level={3} title={say('console.load.title')} end={say('console.load.fact')} />
            {day.load.length === 0 ? (
              <p className="cap t2 below">{say('console.load.none')}</p>
            ) : (
              <Load
                heads={[say('console.load.who'), say('console.load.bar'), say('console.load.open'), say('console.load.due')]}
                rows={day.load.map(({ officer, open, due }) => ({
                  who:
                    officer.id === r.actor.personId
                      ? say('console.load.me', { name: r.book.name(officer.names) })
                      : r.book.name(officer.names),
                  open,
                  due,
                }))}
              />
            )}
            {day.unassigned.count > 0 ? (
              <p className="cap t2 below">
                {day.unassigned.days === null
                  ? say('console.load.unassignedPlain', { count: number(day.unassigned.count) })
                  : say('console.load.unassigned', { count: number(day.unassigned.count), days: number(day.unassigned.days) })}{' '}
                <a href="/console/queue?tab=unassigned">{say('console.load.assign')}</a>
              </p>
            ) : null}
          </section>
          <section aria-labelledby="notices">
            <SectionHead id="notices" level={3} title={say('console.notices.title')} />
            <Facts
              text
              entries={notices.map((notice) => ({
                key: notice.what === 'edition' ? `${notice.set}-${notice.version}` : notice.what,
                care: notice.what === 'calendar',
                ...noticeWords(r, notice),
              }))}
            />
          </section>
        </div>
      </div>
    </main>
  )
}

function Line({ r, line }: { r: OfficerReader; line: DayLine }) {
  const { key: _key, when, tier, dueOn, ...words } = lineWords(r, line)
  const tierNo = tier !== null && tier >= 1 && tier <= 4 ? (tier as Tier) : null
  return (
    <LedgerRow
      {...words}
      when={when ?? (dueOn ? formatDayWithWeekday(r.locale, dueOn, r.today) : '')}
      tier={tierNo ? <TierMark tier={tierNo} word={r.say(`tier.${['I', 'II', 'III', 'IV'][tierNo - 1]}`)} quiet /> : undefined}
    />
  )
}

const noticeWords = (r: OfficerReader, notice: OfficeNotice): { term: string; value: string } => {
  const { say, locale } = r
  switch (notice.what) {
    case 'calendar':
      return {
        term: say('console.notices.calendar'),
        value: say(notice.isReached ? 'console.notices.calendarOver' : 'console.notices.calendarShort', { until: notice.publishedUntil }),
      }
    case 'edition':
      return {
        term: say('console.notices.rules'),
        value: say('console.notices.edition', {
          set: say(`console.set.${notice.set}`),
          version: notice.version,
          on: notice.effectiveOn,
          count: notice.changes,
        }),
      }
    case 'record':
      return {
        term: say('console.notices.record'),
        value: say('console.notices.signed', { at: formatMoment(notice.at, r.today), size: formatNumber(locale, notice.size) }),
      }
    case 'noRecord':
      return { term: say('console.notices.record'), value: say('console.notices.unsigned') }
  }
}
