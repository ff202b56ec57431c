// The public page of one agent as drawn: the verdict, what it may decide, tests, entry.
import { LinkButton } from '#components/ui/button'
import { DefinitionList } from '#components/ui/definition-list'
import { TierMark } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Powers } from '#components/ui/powers'
import { QrCode } from '#components/ui/qr'
import { Crumbs, SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { Verdict } from '#components/ui/verdict'
import { isBold } from './sample.ts'
import { type Frame, PublicScreen } from './shell.tsx'

export function Agent(frame: Frame & { none: string }) {
  const { agent, search, qr } = frame.sample
  const [alone, ask, you] = agent.powers.map(({ items, ...power }) => ({
    ...power,
    items: items.map(({ text, note }) => ({ text, note: note ?? undefined })),
  }))
  return (
    <PublicScreen {...frame} nav={search.nav.map((text) => ({ text }))} elder={search.elder} foot>
      <Crumbs
        label={agent.title}
        items={agent.crumbs.map((text, index) => ({ text, href: index === 0 ? '/sheet?part=search' : undefined }))}
      />
      <h1 className="title">{agent.title}</h1>
      <p className="idline">
        <CaseNumber number={agent.number} />
        <TierMark tier={3} word={agent.tierWord} />
        <span>{agent.company}</span>
      </p>
      <Verdict
        label={agent.label}
        state="conditions"
        says={agent.says}
        checks={agent.checks.map((text) => ({ text }))}
        code={<QrCode label={agent.code} modules={qr.map((line) => [...line].map((module) => module === '1'))} />}
      >
        {agent.text.map((piece) => (isBold(piece) ? <b key={piece}>{piece.slice(2)}</b> : piece))}
      </Verdict>
      <section className="gaptop">
        <SectionHead title={agent.powersTitle} end={agent.powersFact} />
        {alone && ask && you ? <Powers alone={alone} ask={ask} you={you} none={frame.none} /> : null}
      </section>
      <div className="two gaptop">
        <section>
          <SectionHead title={agent.testsTitle} />
          <PlainTable
            heads={agent.heads}
            rows={agent.tests.map(({ test, lab, verdict, on }) => [
              test,
              <span key="lab" className="t2">
                {lab}
              </span>,
              <span key="verdict">
                {verdict} <span className="t3 nw">{on}</span>
              </span>,
            ])}
          />
        </section>
        <section>
          <SectionHead title={agent.entryTitle} />
          <DefinitionList
            entries={agent.entry.map(({ term, value, code, mono }) => ({
              key: term,
              term,
              mono,
              value: code ? (
                <>
                  {value}
                  <br />
                  <span className="mono t2">{code}</span>
                </>
              ) : (
                value
              ),
            }))}
          />
        </section>
      </div>
      <p className="row wide gaptop wrapped">
        {agent.acts.map((text, index) =>
          index === 0 ? (
            <LinkButton key={text} size="lg" href="/sheet">
              {text}
            </LinkButton>
          ) : (
            <a key={text} href={`/sheet?part=agent&get=${index}`}>
              {text}
            </a>
          ),
        )}
      </p>
    </PublicScreen>
  )
}
