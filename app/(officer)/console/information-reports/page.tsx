// The information reports that this office may see.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { SearchParams } from '#server/address'
import { LaneList } from '../_case/lane-list.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lowLane.tab'))('report') }
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  return <LaneList kind="report" searchParams={searchParams} />
}
