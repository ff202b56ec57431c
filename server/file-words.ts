// Files in words: for the field that takes them and the list that shows them.
import 'server-only'
import { getTranslations } from 'next-intl/server'
import { attachmentsById } from '#db/reads/attachment'
import type { EvidenceFile, HeldDocument, PublicDocument } from '#domain/attachment/vocabulary'
import { rulingOn } from '#domain/filing/documents'
import type { Filing } from '#domain/filing/state'
import { formatMoment } from '#messages/format'
import { wordBook } from './word-book.ts'

const fieldKeys = [
  'choose',
  'drop',
  'hint',
  'remove',
  'replace',
  'uploading',
  'checking',
  'cancel',
  'network',
  'tooLarge',
  'performedOn',
  'isPublic',
  'isConfidential',
  'visibility',
  'reason',
  'reasonHint',
  'reasonMissing',
  'download',
  'changed',
  'replaced',
] as const
const listKeys = ['list', 'none', 'file', 'size', 'hash', 'performedOn', 'receivedAt', 'visibility', 'scan', 'download'] as const

const wordsOf = async <Key extends string>(keys: readonly Key[]) => {
  const t = (await getTranslations('attachment')) as unknown as { raw(key: string): string }
  return Object.fromEntries(keys.map((key) => [key, t.raw(`field.${key}`)])) as Record<Key, string>
}
/** The words of a file field; places in braces are filled there. */
export const fileWords = () => wordsOf(fieldKeys)
export const fileListWords = () => wordsOf(listKeys)

const units = ['B', 'KiB', 'MiB'] as const
const sizeWords = (bytes: number): string => {
  const step = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2
  return `${(bytes / 1024 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`
}

type Filed = Pick<Filing, 'rulings' | 'published'>
/** How public a document is: as asked, as ruled, and whether the filing is published at all. */
const standingOf = (filing: Filed, document: HeldDocument): string => {
  const ruling = rulingOn(filing, document.attachmentId)
  if (ruling?.isConfidential) return document.isPublic ? 'protected' : 'granted'
  if (!document.isPublic) return ruling ? 'refused' : 'asked'
  return filing.published ? 'public' : 'publicLater'
}

/** Files as a list shows them. `filing` gives the documents their standing; evidence has none. The caller has been shown the files already. */
export const fileLines = async (
  files: readonly (EvidenceFile | PublicDocument | HeldDocument)[],
  today: string,
  filing: Filed | null = null,
) => {
  const [book, kept] = await Promise.all([wordBook(), attachmentsById(files.map((file) => file.attachmentId))])
  return files.map((file) => {
    const row = kept.get(file.attachmentId)
    const document = 'isPublic' in file ? file : null
    const received = 'receivedAt' in file ? file.receivedAt : row?.receivedAt
    return {
      id: file.attachmentId,
      name: file.name,
      type: file.type,
      size: sizeWords(file.size),
      sha256: file.sha256,
      performedOn: file.performedOn ?? '\u2013',
      receivedAt: received ? formatMoment(received, today) : '\u2013',
      standing: document && filing ? book.say(`attachment.option.standing.${standingOf(filing, document)}`) : null,
      reason: document && filing ? rulingOn(filing, document.attachmentId)?.reason || document.reason || null : null,
      scan: book.say(`attachment.option.scan.${row?.scan ?? 'not_scanned'}`),
    }
  })
}
