// One self-test that names the platform: what is public of it, and the platform's two acts.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { Banner } from '#components/ui/alert'
import { DefinitionList } from '#components/ui/definition-list'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { Crumbs } from '#components/ui/section'
import { selftest as kind, type Selftest } from '#domain/selftest/selftest'
import { formWords } from '#server/form-words'
import { platformReader } from '#server/platform-reader'
import { formsOf } from '#server/portal-case'

type Params = { params: Promise<{ id: string }> }

const listedOf = async (id: string) => {
  const r = await platformReader()
  const found = await r.one<Selftest>('selftest', id)
  const state = found?.state as Partial<Selftest> | undefined
  if (!found || !state?.platformIds?.includes(r.organisationId)) return notFound()
  return { r, found, state }
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, state } = await listedOf((await params).id)
  return { title: r.book.name(state.agentName) }
}

export default async function ListedPage({ params }: Params) {
  const { id } = await params
  const { r, found, state } = await listedOf(id)
  const { say, book, words } = r
  const said = state.listings?.find((one) => one.platformId === r.organisationId)
  // What holds is verified; what holds no longer is taken down.
  const useful = state.tombstone ? ['takeDown', 'verifyListing'] : ['verifyListing', 'takeDown']
  const [forms, all] = await Promise.all([
    formsOf(kind, found.moves, useful, {
      verifyListing: { hide: ['platformId'], values: { checkedOn: r.today } },
      takeDown: { hide: ['platformId'], values: { takenDownOn: r.today } },
    }),
    formWords(),
  ])
  const fixed = { platformId: r.organisationId }
  return (
    <main id="main" className="tight">
      <Crumbs
        label={say('lowLane.platform.title')}
        items={[{ href: '/platform', text: say('lowLane.platform.title') }, { text: book.name(state.agentName) }]}
      />
      <IdentityBar
        state={found.mark as MarkName}
        lead={
          <>
            <span className="mono">{state.number}</span>
            <Mark state={found.mark as MarkName} fill>
              {say(`selftest.status.${found.status}`)}
            </Mark>
          </>
        }
        title={`${book.name(state.agentName)} ${state.version ?? ''}`}
        meta={[state.organisationName ?? '', words.pair(`${state.sector}:${state.scenario}`)]}
        acts={
          <Acts
            plural="self-tests"
            id={id}
            version={found.version}
            forms={forms}
            words={all}
            first={2}
            fixed={{ verifyListing: fixed, takeDown: fixed }}
          />
        }
      />
      {state.tombstone ? (
        <Banner
          tone={said?.takenDownOn ? 'plain' : 'stop'}
          title={`${say(`lowLane.public.because.${state.tombstone.because}`)} ${state.tombstone.on}`}
        >
          {state.tombstone.reason ? book.name(state.tombstone.reason) : undefined}
        </Banner>
      ) : null}
      <DefinitionList
        entries={[
          { key: 'v', term: say('selftest.field.version'), value: state.version ?? '' },
          { key: 'u', term: say('selftest.field.validUntil'), value: state.validUntil ?? '–' },
          { key: 'c', term: say('selftest.field.checklistVersion'), value: state.checklistVersion ?? '–' },
          {
            key: 'f',
            term: say('lowLane.column.finding'),
            value: said?.finding
              ? [say(`selftest.option.listingFindings.${said.finding}`), said.checkedOn, said.note].filter(Boolean).join(' ')
              : say('lowLane.notVerified'),
          },
          { key: 't', term: say('lowLane.column.takenDown'), value: said?.takenDownOn ?? '–' },
        ]}
      />
    </main>
  )
}
