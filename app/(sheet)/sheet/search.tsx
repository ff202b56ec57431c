// The public search as drawn.
import { Alert } from '#components/ui/alert'
import { FacetRail } from '#components/ui/facet'
import { Finder, Found, Hits } from '#components/ui/finder'
import { Mark, type MarkName, type Tier, TierMark } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { SectionHead } from '#components/ui/section'
import { Pager } from '#components/ui/table'
import { type Frame, PublicScreen } from './shell.tsx'

export function Search(frame: Frame & { filters: string; apply: string; recalled: string }) {
  const { search } = frame.sample
  const found = (text: string) => <Found text={text} query={search.query} />
  return (
    <PublicScreen {...frame} nav={search.nav.map((text) => ({ text }))} elder={search.elder} foot>
      <Finder action="/sheet" label={search.label} value={search.query} hint={search.hint} go={search.go} />
      <p className="cap t2">{search.note}</p>
      <Alert word={frame.recalled} title={search.alarm} href="/sheet?part=recall" link={search.see}>
        {search.then}
      </Alert>
      <div className="pubgrid">
        <FacetRail
          label={frame.filters}
          action="/sheet"
          keep={{ part: 'search' }}
          apply={frame.apply}
          facets={search.facets.map(({ legend, options }) => ({
            name: legend,
            legend,
            options: options.map(({ text, count }) => ({ value: text, text, count })),
          }))}
        />
        <section>
          <SectionHead
            level={1}
            title={search.title}
            quiet={false}
            end={search.links.map((text) => (
              <a key={text} href={`/sheet?part=search&get=${text}`}>
                {text}
              </a>
            ))}
          />
          <Hits
            hits={search.hits.map((hit) => ({
              key: hit.number,
              href: '/sheet?part=agent',
              title: found(hit.title),
              lines: [
                {
                  key: 'company',
                  parts: (
                    <>
                      <span>{hit.company}</span>
                      {hit.code ? <span className="mono">{hit.code}</span> : null}
                    </>
                  ),
                },
                {
                  key: 'filing',
                  parts: (
                    <>
                      <CaseNumber number={hit.number} href="/sheet?part=agent" />
                      <TierMark tier={hit.tier as Tier} word={hit.tierWord} />
                      <span>{found(hit.scenario)}</span>
                    </>
                  ),
                },
              ],
              state: <Mark state={hit.state as MarkName}>{hit.word}</Mark>,
              note: hit.note,
            }))}
          />
          <Pager label={search.title} shown={search.shown} next={{ href: '/sheet?part=search&cursor=2', text: search.next }} />
        </section>
      </div>
    </PublicScreen>
  )
}
