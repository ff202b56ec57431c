// Where imported values come from, in words: the file, its form, what its signature is worth; and what is said of a provider that is not the filer.
import 'server-only'
import type { Filing } from '#domain/filing/state'
import type { WordBook } from './word-book.ts'

type Source = Filing['imports'][number]

/** The file and its form. */
export const sourceWords = ({ say }: Pick<WordBook, 'say'>, file: Pick<Source, 'format' | 'fileName'>): string => {
  const format = say(`agent.option.importFormats.${file.format}`)
  return file.fileName === null ? format : say('wizard.provenance.source', { format, file: file.fileName })
}

/** What the signature of a card is worth; null for a form that knows no signatures. */
export const signatureWords = (
  { say }: Pick<WordBook, 'say'>,
  file: Pick<Source, 'signature'>,
): { text: string; tone: 'new' | 'care' | 'stop' | 'plain' } | null => {
  if (!file.signature) return null
  const { verdict, keyId } = file.signature
  const tone = { verified: 'new', wrong: 'stop', unknownKey: 'care', unsupported: 'care', unsigned: 'plain' } as const
  return { text: say(`wizard.provenance.${verdict}`, { key: keyId ?? '' }), tone: tone[verdict] }
}

/** A line for a claim, by the hash of its source: file, form and signature; nothing for a source that is not remembered. */
export const claimSources = (book: Pick<WordBook, 'say'>, filing: Pick<Filing, 'imports' | 'imported'>): ReadonlyMap<string, string> =>
  new Map(
    (filing.imports ?? []).map((file) => {
      const signature = signatureWords(book, file)
      return [file.sourceHash, [sourceWords(book, file), ...(signature ? [signature.text] : [])].join(' \u00b7 ')]
    }),
  )
