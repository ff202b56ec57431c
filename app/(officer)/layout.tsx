// The shell of the officers' console and of administration: head with counts, search, account, keys, session. Pages bring their own <main id="main">.
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Account } from '#components/console/account'
import { SessionWatch } from '#components/console/session-watch'
import { Shortcuts } from '#components/console/shortcuts'
import { Layers } from '#components/ui/layers'
import { Bell, Masthead, type NavItem, SkipLink } from '#components/ui/masthead'
import { LanguageLink } from '#components/ui/switches'
import { ThemeSwitch } from '#components/ui/theme'
import { Toasts } from '#components/ui/toast'
import { sideOf } from '#domain/permission'
import { formatNumber } from '#messages/format'
import { catalogueWords } from '#server/catalogue-words'
import { noticesFor } from '#server/notices'
import { reader } from '#server/reader'
import { wordBook } from '#server/word-book'

const counted = ['filing', 'obligation', 'recall', 'reconsideration'] as const
const shortcutKeys = [
  'search',
  'home',
  'queue',
  'scenarios',
  'obligations',
  'recalls',
  'take',
  'next',
  'previous',
  'open',
  'select',
  'range',
  'assign',
  'assignMe',
  'change',
  'neighbour',
  'menu',
  'close',
  'send',
  'help',
] as const

export default async function OfficerLayout({ children }: { children: ReactNode }) {
  const [r, head, say, ui, console, book] = await Promise.all([
    reader(),
    headers(),
    getTranslations('shell'),
    getTranslations('ui'),
    getTranslations('console'),
    wordBook(),
  ])
  const path = head.get('x-path') ?? '/console'
  const sides = new Set(r.actor.posts.map((post) => sideOf(post.role)))
  const isOfficer = sides.has('authority')
  if (!isOfficer && !sides.has('admin')) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`)
  const [counts, catalogue] = await Promise.all([isOfficer ? r.openCounts(counted) : ({} as Record<string, number>), r.catalogue()])
  const notices = await noticesFor(r.actor, catalogue, r.today)
  const words = catalogueWords(catalogue, book)
  const here = path.split('?')[0] ?? ''
  const number = (name: string) => (counts[name] === undefined ? undefined : formatNumber(book.locale, counts[name]))
  const item = (href: string, text: string, count?: string): NavItem => ({
    href,
    text,
    count,
    current: href === '/console' ? here === href : here.startsWith(href),
  })
  const isCase = /^\/console\/(filings|deployments)\//.test(here)
  const items: NavItem[] = [
    ...(isOfficer
      ? [
          item('/console', say('console.home')),
          { ...item('/console/queue', say('console.queue'), number('filing')), ...(isCase ? { current: true } : {}) },
          item('/console/scenarios', say('console.scenarios')),
          item('/console/obligations', say('console.obligations'), number('obligation')),
          item('/console/recalls', say('console.recalls'), number('recall')),
          item('/console/reconsiderations', say('console.reconsiderations'), number('reconsideration')),
          {
            ...item('/console/self-tests', say('console.lowLane')),
            ...(/^\/console\/(self-tests|samplings|information-reports|credit-records)/.test(here) ? { current: true } : {}),
          },
          item('/console/reports', say('console.reports')),
        ]
      : []),
    ...(sides.has('admin') ? [item('/admin', say('admin.home'))] : []),
  ]
  const office = r.actor.posts.find((post) => post.authorityId !== null)?.authorityId ?? null
  const search = `?${path.split('?')[1] ?? ''}`
  return (
    <>
      <SkipLink>{say('skip')}</SkipLink>
      <Masthead
        name={say('name')}
        homeHref={isOfficer ? '/console' : '/admin'}
        navLabel={say('mainNavigation')}
        items={items}
        search={isOfficer ? { href: '/console/search', hint: say('search.hint'), shortcut: '/' } : undefined}
        tools={
          <>
            {isOfficer ? (
              <Bell
                href="/console#notices"
                count={notices.filter((notice) => notice.isUrgent).length}
                label={say('notices', { count: notices.filter((notice) => notice.isUrgent).length })}
              />
            ) : null}
            <Account
              name={office ? `${book.name(r.actor.name)} · ${words.authorityShort(office)}` : book.name(r.actor.name)}
              roles={[...new Set(r.actor.posts.map((post) => book.say(`role.${post.role}`)))]}
              words={{
                label: say('account'),
                signOut: say('signOut'),
                keys: ui('keys.title'),
                keysOff: ui('keys.off'),
                keysOn: console('keys.on'),
              }}
            />
            <LanguageLink
              search={search}
              to={book.locale === 'en' ? 'zh' : 'en'}
              text={say('language.other')}
              lang={say('language.otherLang')}
            />
            <ThemeSwitch search={search} toDark={say('theme.toDark')} toLight={say('theme.toLight')} />
          </>
        }
      />
      {children}
      <Layers />
      <Toasts label={ui('toast.region')} dismiss={ui('toast.dismiss')} />
      <Shortcuts
        words={{ title: ui('keys.title'), close: ui('act.close'), hint: console('keys.hint') }}
        keys={shortcutKeys.map((key) => ({ keys: console(`keys.${key}.keys`), does: console(`keys.${key}.does`) }))}
      />
      {r.access.expiresAt ? (
        <SessionWatch
          endsAt={r.access.expiresAt}
          says={[1, 2, 3, 4, 5].map((minutes) => ui('session.endsSoon', { minutes: String(minutes) }))}
          words={{ hint: ui('session.endsHint'), extend: ui('session.extend'), leave: ui('session.leave'), close: ui('act.close') }}
        />
      ) : null}
    </>
  )
}
