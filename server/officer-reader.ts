// What every page of the officers' console reads by: the visitor's reads, words, catalogue, colleagues and due dates.
import 'server-only'
import { cache } from 'react'
import { colleaguesOf } from '#db/reads/officer'
import { sideOf } from '#domain/permission'
import { catalogueWords } from './catalogue-words.ts'
import { dueWords } from './due.ts'
import { readerFor } from './reader.ts'
import { wordBook } from './word-book.ts'

/** The reads of the authority side. Whoever holds no post there is sent to sign in, and comes back to `from`. */
export const officerReader = cache(async (from: string) => {
  const r = await readerFor('authority', from)
  const [book, catalogue, colleagues] = await Promise.all([wordBook(), r.catalogue(), colleaguesOf(r.actor, r.at)])
  const posts = r.actor.posts.filter((post) => sideOf(post.role) === 'authority')
  const authorityId = posts.find((post) => post.authorityId !== null)?.authorityId ?? null
  return {
    ...r,
    book,
    say: book.say,
    locale: book.locale,
    catalogue,
    words: catalogueWords(catalogue, book),
    colleagues,
    posts,
    authorityId,
    due: await dueWords(book.locale, r.today),
  }
})
export type OfficerReader = Awaited<ReturnType<typeof officerReader>>
