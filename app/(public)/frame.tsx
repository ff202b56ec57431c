// The frame of every public page: head with language, large text and theme as links, the content, the foot that says a filing is no endorsement.
import { cookies, headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NonEndorsement, PublicFrame, PublicMasthead, SkipLink } from '#components/ui/masthead'
import { LanguageLink } from '#components/ui/switches'
import { ElderSwitch, ThemeSwitch } from '#components/ui/theme'
import { formatMomentFull, formatNumber } from '#messages/format'
import { env } from '#server/env'
import { signedHead } from '#server/log'

const sections = ['register', 'recalls', 'scenarios', 'precheck', 'verify', 'developers'] as const

export async function Frame({ children }: { children: ReactNode }) {
  const [locale, head, jar, say, page, signed] = await Promise.all([
    getLocale(),
    headers(),
    cookies(),
    getTranslations('shell'),
    getTranslations('publicPage'),
    signedHead(),
  ])
  const [path = '/', query = ''] = (head.get('x-path') ?? '/').split('?')
  const isElder = jar.get('elder')?.value === 'true'
  return (
    <PublicFrame>
      <SkipLink>{say('skip')}</SkipLink>
      <PublicMasthead
        name={say('name')}
        homeHref="/"
        navLabel={say('mainNavigation')}
        items={sections.map((name) => ({
          href: `/${name}`,
          text: say(`public.${name}`),
          current: path === `/${name}` || path.startsWith(`/${name}/`),
        }))}
        tools={
          <>
            <ElderSwitch search={query} on={isElder} text={say('elder.label')} label={isElder ? say('elder.off') : say('elder.on')} />
            <LanguageLink search={query} to={locale === 'en' ? 'zh' : 'en'} text={say('language.other')} lang={say('language.otherLang')} />
            <ThemeSwitch search={query} toDark={say('theme.toDark')} toLight={say('theme.toLight')} />
            <a href="/sign-in">{page('nav.signIn')}</a>
          </>
        }
      />
      <main className="wrap" id="main">
        {children}
      </main>
      <div className="wrap">
        <p className="onprint">{page('printed', { url: `${env().origin}${path}` })}</p>
        <NonEndorsement
          sentence={say('nonEndorsement')}
          signed={
            signed ? (
              <a href="/log/checkpoint">{say('signed', { at: formatMomentFull(signed.at), entry: formatNumber(locale, signed.size) })}</a>
            ) : undefined
          }
          links={[
            { href: '/help', text: say('help') },
            { href: '/accessibility', text: say('accessibility') },
          ]}
        />
      </div>
    </PublicFrame>
  )
}
