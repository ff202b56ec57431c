// The root of every page: language, theme and text size are set on the server, so that nothing flashes. No client providers here.
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { htmlLang } from '#messages/locale'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const say = await getTranslations('shell')
  return {
    title: { default: say('title'), template: `%s · ${say('name')}` },
    formatDetection: { telephone: false, email: false, address: false },
  }
}

// Every page reads the record as it is now: none is made while building, when there is no record.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()])
  const theme = jar.get('theme')?.value
  return (
    <html
      lang={htmlLang[locale]}
      data-theme={theme === 'dark' || theme === 'light' ? theme : undefined}
      data-elder={jar.get('elder')?.value === 'true' ? 'true' : undefined}
      suppressHydrationWarning
    >
      <body>{children}</body>
    </html>
  )
}
