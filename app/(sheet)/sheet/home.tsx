// The console's home as drawn: what needs me today, my week, the team's load.
import { LinkButton } from '#components/ui/button'
import { Facts } from '#components/ui/definition-list'
import { Ledger, LedgerHead, LedgerRow, Load, Week } from '#components/ui/ledger'
import { TierMark } from '#components/ui/mark'
import { Headline, SectionHead } from '#components/ui/section'
import type { Sample } from './sample.ts'
import { ConsoleScreen, type Frame } from './shell.tsx'

export function Home(frame: Frame & { tiers: Record<3 | 4, string> }) {
  const { home } = frame.sample
  const count = home.rows.filter(({ name }) => name !== undefined).length
  return (
    <ConsoleScreen {...frame} current={0}>
      <main id="main">
        <Headline title={home.title} about={home.about} end={home.end} />
        <div className="split">
          <section>
            <SectionHead
              title={home.today}
              count={count}
              quiet={false}
              end={
                <>
                  <a href="/sheet" className="cap">
                    {home.order}
                  </a>
                  <LinkButton tone="go" href="/sheet" shortcut="n">
                    {home.take}
                  </LinkButton>
                </>
              }
            />
            <Rows rows={home.rows} tiers={frame.tiers} />
            <SectionHead level={3} title={home.later} end={home.laterCount} gap />
            <Rows rows={home.laterRows as Sample['home']['rows']} tiers={frame.tiers} />
          </section>
          <div className="aside">
            <section>
              <SectionHead level={3} title={home.week.title} end={home.week.fact} />
              <Week days={home.week.days} />
              <Facts entries={home.week.facts.map((fact) => ({ key: fact.term, ...fact }))} />
            </section>
            <section>
              <SectionHead level={3} title={home.load.title} end={home.load.fact} />
              <Load heads={home.load.heads as [string, string, string, string]} rows={home.load.rows} full={20} />
              <p className="cap t2 below">
                {home.load.note} <a href="/sheet?part=queue">{home.load.link}</a>
              </p>
            </section>
            <section>
              <SectionHead level={3} title={home.notes.title} />
              <Facts text entries={home.notes.facts.map((fact) => ({ key: fact.term, ...fact }))} />
            </section>
          </div>
        </div>
      </main>
    </ConsoleScreen>
  )
}

function Rows({ rows, tiers }: { rows: Sample['home']['rows']; tiers: Record<3 | 4, string> }) {
  return (
    <Ledger>
      {rows.map((row, index) => {
        if (row.name === undefined) return <LedgerHead key={row.head}>{row.head}</LedgerHead>
        const tier = row.tier === 3 || row.tier === 4 ? row.tier : null
        return (
          <LedgerRow
            key={index}
            late={row.late}
            when={row.when}
            at={row.at}
            number={row.number ?? undefined}
            label={row.label}
            href="/sheet?part=case"
            name={row.name}
            tier={tier ? <TierMark tier={tier} word={tiers[tier]} quiet /> : undefined}
            whom={row.whom}
            why={row.why}
            act={row.act}
          />
        )
      })}
    </Ledger>
  )
}
