// The head of every page: wordmark, navigation, tools, the thick-thin rule below. And the foot that says a filing is no endorsement.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type NavItem = { href: string; text: ReactNode; count?: ReactNode; current?: boolean }
type Head = { name: ReactNode; homeHref: string; navLabel: string; items: readonly NavItem[] }

/** The first thing a key reaches: jumps over the head. `main` must carry the id. */
export function SkipLink({ children, to = 'main' }: { children: ReactNode; to?: string }) {
  return (
    <a className="skiplink" href={`#${to}`}>
      {children}
    </a>
  )
}

function Brand({ name, homeHref }: Pick<Head, 'name' | 'homeHref'>) {
  return (
    <a className="brand" href={homeHref}>
      <Icon name="zh-mark" />
      {name}
    </a>
  )
}

function Nav({ navLabel, items }: Pick<Head, 'navLabel' | 'items'>) {
  return (
    <nav aria-label={navLabel}>
      {items.map(({ href, text, count, current }) => (
        <a key={href} href={href} aria-current={current ? 'page' : undefined}>
          {text}
          {count === undefined ? null : <small>{count}</small>}
        </a>
      ))}
    </nav>
  )
}

/** Head of console, lab and admin: `search` leads to the search page, `tools` holds notices, account, language, theme. */
export function Masthead({
  search,
  tools,
  ...head
}: Head & { search?: { href: string; hint: ReactNode; shortcut?: string }; tools?: ReactNode }) {
  return (
    <header className="mast">
      <Brand {...head} />
      <Nav {...head} />
      <div className="tools">
        {search ? (
          <a className="seek" href={search.href} data-search="">
            <Icon name="i-search" />
            <span className="cut">{search.hint}</span>
            {search.shortcut ? <kbd>{search.shortcut}</kbd> : null}
          </a>
        ) : null}
        {tools}
      </div>
    </header>
  )
}

/** Notices waiting: the bell and their number. `label` says it in words. */
export function Bell({ href, count, label }: { href: string; count: number; label: string }) {
  return (
    <a href={href} className="row" aria-label={label}>
      <Icon name="i-bell" />
      {count > 0 ? <span className="count">{count}</span> : null}
    </a>
  )
}

/** Head of public pages and of the portal; stands within the page's width. */
export function PublicMasthead({ tools, ...head }: Head & { tools?: ReactNode }) {
  return (
    <div className="wrap">
      <header className="mast">
        <Brand {...head} />
        <Nav {...head} />
        <div className="tools">{tools}</div>
      </header>
    </div>
  )
}

/** Larger type and a width of 1080 px; elder mode acts on what is inside. */
export function PublicFrame({ children }: { children: ReactNode }) {
  return <div className="public">{children}</div>
}

/** The foot of every public page: the sentence, what the register last signed, help in the same place (WCAG 3.2.6). */
export function NonEndorsement({
  sentence,
  signed,
  links = [],
}: {
  sentence: ReactNode
  signed?: ReactNode
  links?: readonly { href: string; text: ReactNode }[]
}) {
  return (
    <footer className="notend">
      <span className="grow">{sentence}</span>
      {signed === undefined ? null : <span>{signed}</span>}
      {links.map(({ href, text }) => (
        <a key={href} href={href}>
          {text}
        </a>
      ))}
    </footer>
  )
}
