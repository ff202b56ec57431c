// The home of a company: what waits for it, its agents with their state, and the clocks that run.
import type { Metadata } from 'next'
import { LinkButton } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { Ledger, LedgerRow } from '#components/ui/ledger'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Headline, SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { formatDayHead } from '#messages/format'
import { companyReader } from '#server/company-reader'
import { dueOfItem, dueWords } from '#server/due'
import { portalFigures, waitingLines } from '#server/portal-day'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('portal.home.title') }
}

export default async function PortalHome() {
  const r = await companyReader()
  const { say, book } = r
  const [lines, { agents, running }, organisation, due] = await Promise.all([
    waitingLines(r),
    portalFigures(r),
    r.one('organisation', r.organisationId),
    dueWords(book.locale, r.today),
  ])
  const isVerified = organisation?.status === 'verified'
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline
        title={book.name(organisation ? { zh: organisation.titleZh, en: organisation.titleEn } : null) || say('portal.home.title')}
        about={formatDayHead(book.locale, r.today)}
        end={
          r.has('filer', 'compliance_lead') ? (
            <LinkButton tone="go" href="/portal/filings/new">
              {say('portal.home.start')}
            </LinkButton>
          ) : undefined
        }
      />
      {isVerified ? null : (
        <p className="care" style={{ padding: '8px 0' }}>
          {say('portal.home.unverified')} <a href="/portal/company">{say('portal.nav.company')}</a>
        </p>
      )}
      <section aria-labelledby="waiting" style={{ paddingTop: 20 }}>
        <SectionHead id="waiting" title={say('portal.home.waiting')} count={lines.length > 0 ? lines.length : undefined} />
        {lines.length === 0 ? (
          <Empty title={say('portal.home.nothing')} level={3}>
            {say('portal.home.nothingHint')}
          </Empty>
        ) : (
          <Ledger>
            {lines.map(({ key, sort: _, ...line }) => (
              <LedgerRow key={key} {...line} />
            ))}
          </Ledger>
        )}
      </section>
      <section aria-labelledby="clocks" style={{ paddingTop: 28 }}>
        <SectionHead id="clocks" title={say('portal.home.clocks')} end={say('portal.home.clocksHint')} />
        {running.length === 0 ? (
          <p className="t2" style={{ padding: '12px 0' }}>
            {say('portal.home.noClocks')}
          </p>
        ) : (
          <PlainTable
            caption={say('portal.home.clocks')}
            heads={[say('portal.col.number'), say('portal.col.agent'), say('portal.col.state'), say('portal.col.due')]}
            rows={running.map((item) => {
              const meaning = due(dueOfItem(item, r.catalogue, r.today), true)
              return [
                <CaseNumber key="n" number={item.number ?? say('filing.status.draft')} href={`/portal/filings/${item.id}`} />,
                book.name({ zh: item.titleZh, en: item.titleEn }),
                <Mark key="m" state={item.mark as MarkName}>
                  {say(`filing.status.${item.status}`)}
                </Mark>,
                <span key="d" className={meaning.late ? 'stop' : undefined}>
                  {meaning.day} {meaning.meaning}
                </span>,
              ]
            })}
          />
        )}
      </section>
      <section aria-labelledby="agents" style={{ paddingTop: 28 }}>
        <SectionHead
          id="agents"
          title={say('portal.nav.agents')}
          end={<a href="/portal/agents">{say('portal.all', { count: agents.total })}</a>}
          quiet={false}
        />
        {agents.items.length === 0 ? (
          <Empty title={say('portal.agents.empty')} level={3}>
            {say('portal.agents.emptyHint')}
          </Empty>
        ) : (
          <PlainTable
            caption={say('portal.nav.agents')}
            heads={[say('portal.col.agent'), say('portal.col.state')]}
            rows={agents.items.map((item) => [
              <a key="a" href={`/portal/agents/${item.id}`}>
                {book.name({ zh: item.titleZh, en: item.titleEn })}
              </a>,
              <Mark key="m" state={item.mark as MarkName}>
                {say(`agent.status.${item.status}`)}
              </Mark>,
            ])}
          />
        )}
      </section>
    </main>
  )
}
