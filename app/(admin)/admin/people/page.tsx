// People: who there is and which posts they hold.
import type { Metadata } from 'next'
import { LinkButton } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { Mark } from '#components/ui/mark'
import { Crumbs, Headline } from '#components/ui/section'
import { Pager, PlainTable } from '#components/ui/table'
import { type Person, standingPosts } from '#domain/person/state'
import { adminReader } from '#server/desk-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await adminReader('/admin/people')
  return { title: say('adminPage.people') }
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const r = await adminReader('/admin/people')
  const { say, book } = r
  const { q = '', cursor } = await searchParams
  const page = await r.list('person', { limit: 50, ...(q ? { q: q.slice(0, 100) } : {}), ...(cursor ? { cursor } : {}) })
  const people = await Promise.all(page.items.map(async (item) => ({ item, person: (await r.one('person', item.id))?.state as Person | undefined })))
  return (
    <main id="main">
      <Crumbs label={say('adminPage.crumbs')} items={[{ href: '/admin', text: say('adminPage.title') }, { text: say('adminPage.people') }]} />
      <Headline title={say('adminPage.people')} end={<LinkButton href="/admin/people/new">{say('adminPage.newPerson')}</LinkButton>} />
      <form className="row" action="/admin/people" role="search"><label className="vh" htmlFor="q">{say('adminPage.find')}</label><input className="field" id="q" name="q" defaultValue={q} placeholder={say('adminPage.find')} style={{ maxWidth: 280 }} /><button type="submit" className="btn">{say('ui.act.search')}</button></form>
      {people.length === 0 ? <Empty title={say('adminPage.none')} /> : (
        <PlainTable caption={say('adminPage.people')} heads={[say('adminPage.col.name'), say('adminPage.col.state'), say('adminPage.col.posts')]} rows={people.map(({ item, person }) => [
          <a key="n" href={`/admin/people/${item.id}`}>{book.name({ zh: item.titleZh, en: item.titleEn })}</a>,
          <Mark key="m" state={item.status === 'active' ? 'approved' : 'ended'}>{say(item.status === 'active' ? 'adminPage.active' : 'adminPage.dismissed')}</Mark>,
          person ? [...new Set(standingPosts(person, r.today).map((post) => say(`role.${post.role}`)))].join(' · ') : '',
        ])} />
      )}
      <Pager label={say('adminPage.people')} shown={`${page.items.length} / ${page.total}`} next={page.next ? { href: `/admin/people?${new URLSearchParams({ q, cursor: page.next })}`, text: say('adminPage.next') } : undefined} first={cursor ? { href: '/admin/people', text: say('adminPage.first') } : undefined} />
    </main>
  )
}
