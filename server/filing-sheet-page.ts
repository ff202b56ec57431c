// The words around handing in a sheet, for the client part of its page; `{…}` places are filled there.
import 'server-only'
import { getTranslations } from 'next-intl/server'

const keys = [
  'choose',
  'start',
  'again',
  'running',
  'progress',
  'stopped',
  'done',
  'wrongTitle',
  'download',
  'downloadHint',
  'failed',
  'offline',
  'drafts',
  'row',
  'what',
] as const

export const sheetUploadWords = async () => {
  const t = (await getTranslations()) as unknown as { raw(key: string): unknown }
  return Object.fromEntries(keys.map((key) => [key, String(t.raw(`filingSheet.${key}`))])) as Record<(typeof keys)[number], string>
}
