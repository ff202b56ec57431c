// A self-test that was signed: what stands, what a spot check or a challenge asks, what platforms say, and what may be done now.
import { Acts } from '#components/case/acts'
import { CaseHistory, CaseLetters } from '#components/portal/case-foot'
import { AnswerTable, Challenges, Listings, Signatures } from '#components/selftest/parts'
import { Banner } from '#components/ui/alert'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { SectionHead } from '#components/ui/section'
import { selftest as kind, type Selftest } from '#domain/selftest/selftest'
import type { CompanyReader } from '#server/company-reader'
import { formWords } from '#server/form-words'
import { answerLines, challengeLines, listingLines, platformNames, signatureLines } from '#server/low-lane-view'
import { formsOf, lettersAbout, timelineOf } from '#server/portal-case'

export async function CaseView({
  r,
  found,
  state,
}: {
  r: CompanyReader
  found: { id: string; version: number; moves: readonly string[]; mark: string; number: string | null; dueOn: string | null }
  state: Selftest
}) {
  const { say, book } = r
  const { id } = found
  const [forms, words, letters, history, names] = await Promise.all([
    formsOf(kind, found.moves, ['correct', 'withdraw']),
    formWords(),
    lettersAbout(r, id),
    timelineOf(r, 'selftest', id),
    platformNames(r),
  ])
  const challenged = new Set(state.status === 'challenged' ? state.challenges.at(-1)?.items.map((item) => item.itemId) : [])
  const mayDescribe = found.moves.includes('describe')
  const isOver = state.tombstone !== null
  const column = (key: string) => say(`lowLane.column.${key}`)
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <IdentityBar
        state={found.mark as MarkName}
        lead={
          <>
            {found.number ? <CaseNumber number={found.number} /> : null}
            <Mark state={found.mark as MarkName} fill>
              {say(`selftest.status.${state.status}`)}
            </Mark>
          </>
        }
        title={`${book.name(state.agentName)} ${state.version}`}
        acts={
          <Acts
            plural="self-tests"
            id={id}
            version={found.version}
            forms={forms}
            words={words}
            first={2}
            plain={state.status !== 'challenged'}
          />
        }
        meta={[
          r.words.pair(`${state.sector}:${state.scenario}`),
          ...(state.validUntil && !isOver ? [say('lowLane.validUntil', { on: state.validUntil })] : []),
          ...(state.status === 'challenged' && found.dueOn ? [say('ui.due.shouldOn', { date: found.dueOn })] : []),
        ]}
      />
      <Banner
        tone={state.status === 'escalated' ? 'stop' : state.status === 'challenged' ? 'care' : 'plain'}
        title={say(`lowLane.now.${state.status}`)}
        acts={
          state.status === 'escalated' ? (
            <a className="btn" href="/portal/filings/new">
              {say('lowLane.fileInstead')}
            </a>
          ) : undefined
        }
      >
        {state.tombstone?.reason ? book.name(state.tombstone.reason) : undefined}
      </Banner>
      <Challenges title={say('lowLane.challenges')} lines={challengeLines(state, r)} />
      <section aria-labelledby="answers" style={{ paddingTop: 28 }}>
        <SectionHead id="answers" title={say('lowLane.answers')} />
        <AnswerTable
          caption={say('lowLane.answers')}
          heads={[column('item'), column('answer'), column('evidence'), column('performedOn')]}
          lines={answerLines(state, r).map((line) => ({
            ...line,
            evidence: line.answered?.evidence ?? '',
            performedOn: line.answered?.performedOn ?? '',
            file: line.answered?.fileHash ?? null,
            ...(mayDescribe && challenged.has(line.id)
              ? {
                  act: (
                    <a className="block" href={`/portal/self-tests/${id}/${line.id}`}>
                      {say('lowLane.changeAnswer')}
                    </a>
                  ),
                }
              : {}),
          }))}
        />
      </section>
      <Listings
        title={say('lowLane.listings')}
        none={say('lowLane.noListings')}
        unsaid={say('lowLane.notVerified')}
        heads={[column('platform'), column('finding'), column('takenDown')]}
        lines={listingLines(state, names, r)}
      />
      <Signatures title={say('lowLane.signatures')} lines={signatureLines(state, r)} />
      <CaseLetters title={say('lowLane.letters')} none={say('lowLane.noLetters')} letters={letters} />
      <CaseHistory
        title={say('lowLane.history')}
        lines={history}
        words={{ before: say('ui.conflict.base'), after: say('ui.conflict.theirs') }}
      />
    </main>
  )
}
