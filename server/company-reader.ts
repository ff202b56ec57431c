// What every page of the company portal reads by: the visitor's reads, words, catalogue, and the organisation that they act for.
import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { sideOf } from '#domain/permission'
import { catalogueWords } from './catalogue-words.ts'
import { readerFor } from './reader.ts'
import { wordBook } from './word-book.ts'

/** The address that was asked for, with its query: where somebody returns to after signing in. */
export const pathNow = async (otherwise: string): Promise<string> => (await headers()).get('x-path') ?? otherwise

/** The reads of the company side, once a request. Whoever has no post there is sent to sign in. One organisation at a time: the first that the person holds a post in. */
export const companyReader = cache(async () => {
  const r = await readerFor('company', await pathNow('/portal'))
  const [book, catalogue] = await Promise.all([wordBook(), r.catalogue()])
  const organisationId = r.actor.posts.find((post) => sideOf(post.role) === 'company')?.organisationId ?? ''
  return { ...r, book, say: book.say, catalogue, words: catalogueWords(catalogue, book), organisationId }
})
export type CompanyReader = Awaited<ReturnType<typeof companyReader>>

/** The same for the laboratory side. */
export const labReader = cache(async () => {
  const r = await readerFor('lab', await pathNow('/lab'))
  const [book, catalogue] = await Promise.all([wordBook(), r.catalogue()])
  const organisationId = r.actor.posts.find((post) => sideOf(post.role) === 'lab')?.organisationId ?? ''
  return { ...r, book, say: book.say, catalogue, words: catalogueWords(catalogue, book), organisationId }
})
export type LabReader = Awaited<ReturnType<typeof labReader>>
