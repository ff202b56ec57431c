// Tells next-intl the language, the words and the time zone of the request at hand.
import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { chooseLocale } from './locale.ts'

export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const locale = chooseLocale(head.get('x-lang'), jar.get('lang')?.value, head.get('accept-language'))
  const messages = locale === 'en' ? (await import('./en.ts')).en : (await import('./zh.ts')).zh
  return { locale, messages, timeZone: 'Asia/Shanghai' }
})
