// Makes next-intl check message keys, ICU arguments and locales against zh.ts.
import type { Locale } from './locale.ts'
import type { zh } from './zh.ts'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof zh
  }
}
