// The credit records that this office may see, and proposing one on a decision that was taken.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { SearchParams } from '#server/address'
import { deskReader } from '#server/desk-reader'
import { LaneList } from '../_case/lane-list.tsx'
import { Propose } from './propose.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lowLane.tab'))('credit') }
}

export default async function CreditRecordsPage({ searchParams }: { searchParams: SearchParams }) {
  const r = await deskReader('/console/credit-records')
  return <LaneList kind="credit" searchParams={searchParams} act={<Propose r={r} />} about={r.say('lowLane.credit.about')} />
}
