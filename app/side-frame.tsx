// The frame of a side that has a handful of places: the laboratory's and the platform's. Mast, account, session, and where a page was printed from.
import type { ReactNode } from 'react'
import { SessionWatch } from '#components/portal/session'
import { SignOut } from '#components/portal/sign-out'
import { Layers } from '#components/ui/layers'
import { Masthead, SkipLink } from '#components/ui/masthead'
import { Menu, MenuHead, MenuItem } from '#components/ui/menu'
import { LanguageLink } from '#components/ui/switches'
import { ThemeSwitch } from '#components/ui/theme'
import { Toasts } from '#components/ui/toast'
import { env } from '#server/env'
import type { Reader } from '#server/reader'
import { currentOf, frameWords } from '#server/shell-words'
import type { WordBook } from '#server/word-book'

type Side = Pick<Reader, 'actor' | 'access'> & { book: WordBook; say: WordBook['say'] }
/** One place of the mast; a count of nothing is not shown. `within` is the address that pages under it begin with, where it is another. */
type Item = { href: string; text: string; count?: number; within?: RegExp }

export async function SideFrame({ r, items, children }: { r: Side; items: readonly [Item, ...Item[]]; children: ReactNode }) {
  const { say, book } = r
  const frame = await frameWords(book)
  const path = items.find(({ within }) => within?.test(frame.path))?.href ?? frame.path
  const place = currentOf(
    path,
    items.map((item) => item.href),
  )
  return (
    <>
      <SkipLink>{say('shell.skip')}</SkipLink>
      <Masthead
        name={say('shell.name')}
        homeHref={items[0].href}
        navLabel={say('shell.mainNavigation')}
        items={items.map(({ href, text, count }) => ({ href, text, count: count || undefined, current: href === place }))}
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
