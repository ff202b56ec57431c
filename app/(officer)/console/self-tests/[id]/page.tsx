// One self-test before an officer: what was declared and answered, what platforms say, and the check, challenge or end of the lane.
import type { Metadata } from 'next'
import { AnswerTable, Challenges, Listings, Signatures } from '#components/selftest/parts'
import { Banner } from '#components/ui/alert'
import { DefinitionList } from '#components/ui/definition-list'
import { SectionHead } from '#components/ui/section'
import type { Selftest } from '#domain/selftest/selftest'
import { formatNumber } from '#messages/format'
import { answerLines, challengeLines, itemName, listingLines, platformNames, signatureLines } from '#server/low-lane-view'
import { LaneCase, laneCase } from '../../_case/lane-case.tsx'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, found } = await laneCase<Selftest>('selftest', (await params).id)
  return { title: `${r.book.name({ zh: found.titleZh, en: found.titleEn })} · ${r.say('selftest.name')}` }
}

export default async function SelftestPage({ params }: Params) {
  const { r, found, state } = await laneCase<Selftest>('selftest', (await params).id)
  const { say, book, words } = r
  const names = await platformNames(r)
  const column = (key: string) => say(`lowLane.column.${key}`)
  const { declared } = state
  const signed = state.revisions?.at(-1)?.answers ?? []
  return (
    <LaneCase
      r={r}
      kind="selftest"
      found={found}
      title={`${book.name(state.agentName)} ${state.version ?? ''}`}
      meta={[
        state.organisationName ?? '',
        words.pair(found.scenario),
        ...(state.validUntil && !state.tombstone ? [say('lowLane.validUntil', { on: state.validUntil })] : []),
      ]}
      known={{
        challenge: {
          options: { 'items.itemId': signed.map((one) => ({ value: one.itemId, label: itemName(r.catalogue, book, one.itemId) })) },
        },
      }}
    >
      {state.tombstone ? (
        <Banner
          tone={state.status === 'escalated' ? 'stop' : 'plain'}
          title={`${say(`lowLane.public.because.${state.tombstone.because}`)} ${state.tombstone.on}`}
        >
          {state.tombstone.reason ? book.name(state.tombstone.reason) : undefined}
        </Banner>
      ) : null}
      {state.samplingIds?.length ? (
        <p className="pt-2">
          {state.samplingIds.map((id) => (
            <a key={id} href={`/console/samplings/${id}`}>
              {say('lowLane.tab.sampling')}
            </a>
          ))}
        </p>
      ) : null}
      <Challenges title={say('lowLane.challenges')} lines={challengeLines(state, r)} />
      {declared ? (
        <>
          <SectionHead title={say('selftest.field.declared')} gap />
          <DefinitionList
            entries={[
              { key: 'u', term: say('selftest.field.registeredUsers'), value: formatNumber(r.locale, declared.registeredUsers) },
              { key: 'm', term: say('selftest.field.monthlyUsers'), value: formatNumber(r.locale, declared.monthlyUsers) },
              {
                key: 'f',
                term: say('selftest.field.flags'),
                value: declared.flags.map((flag) => say(`selftest.option.tierFlags.${flag}`)).join(say('portal.join')) || '–',
              },
              {
                key: 'd',
                term: say('selftest.field.dataCategories'),
                value: declared.dataCategories.map((one) => say(`agent.option.dataCategories.${one}`)).join(say('portal.join')) || '–',
              },
            ]}
          />
        </>
      ) : null}
      <SectionHead title={say('lowLane.answers')} gap />
      {state.answers === undefined ? (
        <p className="t2">{say('lowLane.answersHidden')}</p>
      ) : (
        <AnswerTable
          caption={say('lowLane.answers')}
          heads={[column('item'), column('answer'), column('evidence'), column('performedOn')]}
          lines={answerLines(state, r).map((line) => ({
            ...line,
            evidence: line.answered?.evidence ?? '',
            performedOn: line.answered?.performedOn ?? '',
            file: line.answered?.fileHash ?? null,
          }))}
        />
      )}
      <Listings
        title={say('lowLane.listings')}
        none={say('lowLane.noListings')}
        unsaid={say('lowLane.notVerified')}
        heads={[column('platform'), column('finding'), column('takenDown')]}
        lines={listingLines(state, names, r)}
      />
      <Signatures title={say('lowLane.signatures')} lines={signatureLines(state, r)} />
    </LaneCase>
  )
}
