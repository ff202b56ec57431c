// The words that every command form says alike, gathered for the client parts, which read no messages themselves.
import 'server-only'
import { getTranslations } from 'next-intl/server'
import { fileWords } from './file-words.ts'
import type { WordBook } from './word-book.ts'

/** Labels, hints and faults of command forms and of the row of acts above a case, in the language of this request. */
export const formWords = async () => {
  const [t, file] = await Promise.all([getTranslations('form'), fileWords()])
  return {
    file,
    add: t('add'),
    remove: t('remove'),
    optional: t('optional'),
    choose: t('choose'),
    linesHint: t('linesHint'),
    zh: t('zh'),
    en: t('en'),
    include: t('include'),
    row: t('row'),
    submit: t('submit'),
    sending: t('sending'),
    cancel: t('cancel'),
    again: t('again'),
    reload: t('reload'),
    stale: t('stale'),
    staleHint: t('staleHint'),
    network: t('network'),
    errorsTitle: t('errorsTitle'),
    code: t('code'),
    codeHint: t('codeHint'),
    grave: t('grave'),
    invalid: t('invalid'),
    missing: t('missing'),
    pair: t('pair', { label: '{label}', text: '{text}' }),
    acts: t('acts'),
    more: t('more'),
    close: t('close'),
    none: t('none'),
  }
}
export type AllFormWords = Awaited<ReturnType<typeof formWords>>

/** The words of what keeps a form from being sent. */
export const faultFormWords = ({ say }: Pick<WordBook, 'say'>, form: AllFormWords) => ({
  mend: say('portal.faults'),
  kept: say('ui.errorSummary.hint'),
  pair: form.pair,
  failed: form.errorsTitle,
  network: form.network,
  stale: form.stale,
  staleHint: form.staleHint,
  reload: form.reload,
})
