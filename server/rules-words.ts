// The words of the editor of a set of rules, for its client part.
import 'server-only'
import { getLocale } from 'next-intl/server'
import { en } from '#messages/en'
import { zh } from '#messages/zh'
import { formWords } from './form-words.ts'

export const editorWords = async () => {
  const { edit, same, absent } = ((await getLocale()) === 'en' ? en : zh).admin.rules
  const { network, errorsTitle, sending } = await formWords()
  return { ...edit, same, absent, network, errorsTitle, sending }
}
