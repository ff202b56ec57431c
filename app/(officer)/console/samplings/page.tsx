// The spot checks: sealing the seed of a period, and the draws that were made.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewCase } from '#components/case/new-case'
import { provinceRegions } from '#domain/catalogue/vocabulary'
import { national } from '#domain/permission'
import { sampling as kind } from '#domain/sampling/sampling'
import type { SearchParams } from '#server/address'
import { deskReader } from '#server/desk-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import { LaneList } from '../_case/lane-list.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lowLane.tab'))('sampling') }
}

export default async function SamplingsPage({ searchParams }: { searchParams: SearchParams }) {
  const r = await deskReader('/console/samplings')
  const mayCreate = r.has(...kind.moves.create.by)
  const regions = r.posts.flatMap((post) => (post.region === national ? [national, ...provinceRegions] : post.region ? [post.region] : []))
  const act = mayCreate ? (
    <NewCase
      plural="samplings"
      form={
        await formOf(kind, 'create', {
          options: { region: [...new Set(regions)].map((value) => ({ value, label: r.words.region(value) })) },
          values: { region: regions[0], fromMonth: r.today.slice(0, 7), toMonth: r.today.slice(0, 7), size: 5 },
        })
      }
      words={await formWords()}
      label={r.say('lowLane.sampling.create')}
      hint={r.say('lowLane.sampling.createHint')}
      then="/console/samplings/{id}"
    />
  ) : undefined
  return <LaneList kind="sampling" searchParams={searchParams} act={act} about={r.say('lowLane.sampling.about')} />
}
