// The invented cases of the drawn screens, in the language of the request. The JSON files hold what the drawings say.
import type { Locale } from '#messages/locale'
import en from './sample.en.json'
import zh from './sample.zh.json'

export type Sample = typeof zh

export const sampleOf = (locale: Locale): Sample => (locale === 'en' ? (en as unknown as Sample) : zh)

/** Bold pieces of a sentence are written `b:…` in the JSON. */
export const isBold = (piece: string): boolean => piece.startsWith('b:')
