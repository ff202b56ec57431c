// The frame of the company portal: masthead with what waits, language, theme, the way out, and the warning before the session ends.
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { SessionWatch } from '#components/portal/session'
import { SignOut } from '#components/portal/sign-out'
import { Layers } from '#components/ui/layers'
import { NonEndorsement, PublicFrame, PublicMasthead, SkipLink } from '#components/ui/masthead'
import { Menu, MenuHead, MenuItem } from '#components/ui/menu'
import { LanguageLink } from '#components/ui/switches'
import { ElderSwitch, ThemeSwitch } from '#components/ui/theme'
import { Toasts } from '#components/ui/toast'
import { companyReader } from '#server/company-reader'
import { env } from '#server/env'
import { currentOf, frameWords } from '#server/shell-words'

const places = [
  'home',
  'filings',
  'agents',
  'deployments',
  'obligations',
  'selftests',
  'recalls',
  'reconsiderations',
  'letters',
  'company',
] as const
const hrefOf = (place: (typeof places)[number]) =>
  place === 'home' ? '/portal' : place === 'selftests' ? '/portal/self-tests' : `/portal/${place}`

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const r = await companyReader()
  const { say, book } = r
  const [frame, jar, unread] = await Promise.all([
    frameWords(book),
    cookies(),
    r.list('letter', { status: ['issued'], organisationId: r.organisationId, limit: 1 }),
  ])
  const isElder = jar.get('elder')?.value === 'true'
  // Reports and credit records are tabs of the same entry.
  const current = currentOf(frame.path.replace(/^\/portal\/(information-reports|credit-records)/, '/portal/self-tests'), places.map(hrefOf))
  return (
    <PublicFrame>
      <SkipLink>{say('shell.skip')}</SkipLink>
      <PublicMasthead
        name={say('shell.name')}
        homeHref="/portal"
        navLabel={say('shell.mainNavigation')}
        items={places.map((place) => ({
          href: hrefOf(place),
          text: say(`portal.nav.${place}`),
          current: current === hrefOf(place),
          ...(place === 'letters' && unread.total > 0 ? { count: unread.total } : {}),
        }))}
        tools={
          <>
            <ElderSwitch
              search={frame.search}
              on={isElder}
              text={say('shell.elder.label')}
              label={say(isElder ? 'shell.elder.off' : 'shell.elder.on')}
            />
            <LanguageLink search={frame.search} to={frame.language.to} text={frame.language.text} lang={frame.language.lang} />
            <ThemeSwitch search={frame.search} toDark={frame.theme.toDark} toLight={frame.theme.toLight} />
            <Menu summary={book.name(r.actor.name)} label={`${say('shell.account')} ${book.name(r.actor.name)}`} tone="bare">
              <MenuHead>{[...new Set(r.actor.posts.map((post) => say(`role.${post.role}`)))].join(say('portal.join'))}</MenuHead>
              <MenuItem>
                <SignOut word={say('shell.signOut')} />
              </MenuItem>
            </Menu>
          </>
        }
      />
      {children}
      <div className="wrap">
        <p className="onprint">{say('publicPage.printed', { url: `${env().origin}${frame.path.split('?')[0]}` })}</p>
        <NonEndorsement
          sentence={say('shell.nonEndorsement')}
          links={[
            { href: '/help', text: say('shell.help') },
            { href: '/accessibility', text: say('shell.accessibility') },
          ]}
        />
      </div>
      <Layers />
      <Toasts label={say('ui.toast.region')} dismiss={say('ui.toast.dismiss')} />
      {r.access.expiresAt ? <SessionWatch endsAt={r.access.expiresAt} leaveHref="/" words={frame.session} /> : null}
    </PublicFrame>
  )
}
