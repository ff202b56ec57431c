// The frame of the laboratory's side: orders and scope, and nothing beyond the order.
import type { ReactNode } from 'react'
import { SessionWatch } from '#components/portal/session'
import { SignOut } from '#components/portal/sign-out'
import { Layers } from '#components/ui/layers'
import { Masthead, SkipLink } from '#components/ui/masthead'
import { Menu, MenuHead, MenuItem } from '#components/ui/menu'
import { LanguageLink } from '#components/ui/switches'
import { ThemeSwitch } from '#components/ui/theme'
import { Toasts } from '#components/ui/toast'
import { labReader } from '#server/company-reader'
import { env } from '#server/env'
import { currentOf, frameWords } from '#server/shell-words'

export default async function LabLayout({ children }: { children: ReactNode }) {
  const r = await labReader()
  const { say, book } = r
  const [frame, waiting] = await Promise.all([
    frameWords(book),
    r.list('obligation', { labId: r.organisationId, status: ['assigned', 'in_progress', 'returned'], limit: 1 }),
  ])
  const items = [
    { href: '/lab', text: say('shell.lab.orders'), count: waiting.total > 0 ? waiting.total : undefined },
    { href: '/lab/scope', text: say('shell.lab.scope') },
  ]
  const place = currentOf(
    frame.path.replace(/^\/lab\/orders/, '/lab'),
    items.map((item) => item.href),
  )
  return (
    <>
      <SkipLink>{say('shell.skip')}</SkipLink>
      <Masthead
        name={say('shell.name')}
        homeHref="/lab"
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
      <p className="onprint">{say('publicPage.printed', { url: `${env().origin}${frame.path.split('?')[0]}` })}</p>
      <Layers />
      <Toasts label={say('ui.toast.region')} dismiss={say('ui.toast.dismiss')} />
      {r.access.expiresAt ? <SessionWatch endsAt={r.access.expiresAt} leaveHref="/" words={frame.session} /> : null}
    </>
  )
}
