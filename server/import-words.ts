// The words around reading a description file, for the client parts of the wizard.
import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { WordBook } from './word-book.ts'

/** Refusals are given as sentences with `{name}` places, because only the client knows which one comes. */
export const importWords = async ({ say }: WordBook) => {
  const t = (await getTranslations()) as unknown as { raw(key: string): unknown }
  return {
    title: say('wizard.import.title'),
    hint: say('wizard.import.hint'),
    paste: say('wizard.import.paste'),
    choose: say('wizard.import.choose'),
    tooLarge: say('import.refusal.tooLarge'),
    chosen: say('wizard.import.chosen', { name: '{name}' }),
    refusedTitle: say('wizard.import.refusedTitle'),
    whatToDo: say('wizard.import.whatToDo'),
    offline: say('wizard.word.offline'),
    refusals: t.raw('import.refusal') as Record<string, string>,
    read: say('wizard.import.read'),
    reading: say('wizard.import.reading'),
    open: say('wizard.import.again'),
  }
}
