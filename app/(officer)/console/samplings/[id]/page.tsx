// One spot check: the sealed seed, the draw, its proof computed again, and what became of each that was drawn.
import type { Metadata } from 'next'
import { Proof } from '#components/selftest/proof'
import { SectionHead } from '#components/ui/section'
import type { Sampling } from '#domain/sampling/sampling'
import { proofView } from '#server/sampling-view'
import { LaneCase, laneCase } from '../../_case/lane-case.tsx'
import { CaseTable } from '../../_case/parts.tsx'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, found } = await laneCase<Sampling>('sampling', (await params).id)
  return { title: `${found.titleZh} · ${r.say('sampling.name')}` }
}

export default async function SamplingPage({ params }: Params) {
  const { id } = await params
  const { r, found, state } = await laneCase<Sampling>('sampling', id)
  const drawn = await r.list('selftest', { link: { name: 'sampling', to: id }, limit: 200 })
  const names = new Map(
    drawn.items.map((item) => [
      item.id,
      { name: `${item.number ?? ''} ${r.book.name({ zh: item.titleZh, en: item.titleEn })}`, href: `/console/self-tests/${item.id}` },
    ]),
  )
  return (
    <LaneCase r={r} kind="sampling" found={found} meta={[r.words.region(state.region ?? null)]}>
      <Proof {...proofView(state, names, r.book, r.words.region)} />
      {drawn.items.length > 0 ? (
        <>
          <SectionHead title={r.say('lowLane.sampling.drawn')} gap />
          <CaseTable r={r} label={r.say('lowLane.sampling.drawn')} items={drawn.items} />
        </>
      ) : null}
    </LaneCase>
  )
}
