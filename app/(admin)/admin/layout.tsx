// The pages of administration under one row of tabs; officers, who come for the rules and the audit, see what is theirs.
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Tabs } from '#components/ui/tabs'
import { sideOf } from '#domain/permission'
import { reader } from '#server/reader'
import { wordBook } from '#server/word-book'

const pages = {
  home: '/admin',
  people: '/admin/people',
  offices: '/admin/offices',
  rules: '/admin/rules',
  calendars: '/admin/calendars',
  limits: '/admin/limits',
  whoMay: '/admin/who-may',
  audit: '/admin/audit',
  jobs: '/admin/jobs',
} as const
/** Rules and the audit are read by officers too. */
const ofOfficers: readonly string[] = ['offices', 'rules', 'calendars', 'limits', 'whoMay', 'audit']

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [r, head, book] = await Promise.all([reader(), headers(), wordBook()])
  const here = (head.get('x-path') ?? '').split('?')[0] ?? ''
  const isAdmin = r.actor.posts.some((post) => sideOf(post.role) === 'admin')
  const isHere = (href: string) => (href === '/admin' ? here === href : here.startsWith(href))
  return (
    <>
      <Tabs
        label={book.say('admin.navigation')}
        tabs={Object.entries(pages)
          .filter(([name]) => isAdmin || ofOfficers.includes(name))
          .map(([name, href]) => ({ href, text: book.say(`admin.nav.${name}`), current: isHere(href) }))}
      />
      {children}
    </>
  )
}
