// What every page of a distribution platform reads by: the self-tests that name it, its reports, words and catalogue.
import 'server-only'
import { cache } from 'react'
import { listedOn, platformReports, platformsOf } from '#db/reads/platform'
import { catalogueWords } from './catalogue-words.ts'
import { pathNow } from './company-reader.ts'
import { readerFor } from './reader.ts'
import { wordBook } from './word-book.ts'

/** The reads of the platform side, once a request. Whoever has no post there is sent to sign in. */
export const platformReader = cache(async () => {
  const r = await readerFor('platform', await pathNow('/platform'))
  const [book, catalogue] = await Promise.all([wordBook(), r.catalogue()])
  return {
    ...r,
    book,
    say: book.say,
    catalogue,
    words: catalogueWords(catalogue, book),
    organisationId: platformsOf(r.actor)[0] ?? '',
    listed: () => listedOn(r.actor),
    reports: () => platformReports(r.actor),
  }
})
export type PlatformReader = Awaited<ReturnType<typeof platformReader>>
