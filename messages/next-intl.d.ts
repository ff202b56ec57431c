// Makes next-intl check message keys, ICU arguments and locales against zh.ts. Its types live in use-intl, which it re-exports.
import type { Locale } from './locale.ts'
import type { zh } from './zh.ts'

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof zh
  }
}
