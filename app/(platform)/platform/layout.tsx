// The frame of a distribution platform: what it lists, what it must report, and the recalls that it must act on.
import type { ReactNode } from 'react'
import { SessionWatch } from '#components/portal/session'
import { SignOut } from '#components/portal/sign-out'
import { Layers } from '#components/ui/layers'
import { Masthead, SkipLink } from '#components/ui/masthead'
import { Menu, MenuHead, MenuItem } from '#components/ui/menu'
import { LanguageLink } from '#components/ui/switches'
import { ThemeSwitch } from '#components/ui/theme'
import { Toasts } from '#components/ui/toast'
import { dutyOf } from '#server/platform-duty'
import { platformReader } from '#server/platform-reader'
import { currentOf, frameWords } from '#server/shell-words'

export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const r = await platformReader()
  const { say, book } = r
  const [frame, listed] = await Promise.all([frameWords(book), r.listed()])
  const waiting = listed.filter((one) => dutyOf(one.state, r.organisationId) !== null).length
  const items = [
    { href: '/platform', text: say('lowLane.platform.title'), count: waiting > 0 ? waiting : undefined },
    { href: '/platform/information-reports', text: say('lowLane.platform.reports') },
    { href: '/recalls', text: say('lowLane.platform.recalls') },
  ]
  const place = currentOf(
    frame.path.replace(/^\/platform\/self-tests/, '/platform'),
    items.map((item) => item.href),
  )
  return (
    <>
      <SkipLink>{say('shell.skip')}</SkipLink>
      <Masthead
        name={say('shell.name')}
        homeHref="/platform"
        navLabel={say('shell.mainNavigation')}
        items={items.map((item) => ({ ...item, current: item.href === place }))}
        tools={
          <>
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
      <Layers />
      <Toasts label={say('ui.toast.region')} dismiss={say('ui.toast.dismiss')} />
      {r.access.expiresAt ? <SessionWatch endsAt={r.access.expiresAt} leaveHref="/" words={frame.session} /> : null}
    </>
  )
}
