// Tells next-intl the language, the words and the time zone of the request at hand.
import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { chooseLocale } from './locale.ts'
import type { zh } from './zh.ts'

export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const locale = chooseLocale(head.get('x-lang'), jar.get('lang')?.value, head.get('accept-language'))
  // Keys and arguments are checked against the Chinese sentences; English has the same keys with its own.
  const messages = locale === 'en' ? ((await import('./en.ts')).en as typeof zh) : (await import('./zh.ts')).zh
  return { locale, messages, timeZone: 'Asia/Shanghai' }
})
