// One person: posts past and present, and the acts on them. A dismissal acts with the next request.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { Mark } from '#components/ui/mark'
import { Crumbs, Headline, SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { everySector, national } from '#domain/permission'
import { type Person, person as personKind } from '#domain/person/person'
import { appointableRoles } from '#domain/person/vocabulary'
import { adminReader } from '#server/desk-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { id } = await params
  const r = await adminReader(`/admin/people/${id}`)
  return { title: r.say('adminPage.people') }
}

export default async function PersonPage({ params }: Params) {
  const { id } = await params
  const r = await adminReader(`/admin/people/${id}`)
  const { say, book, words } = r
  const found = (await r.one('person', id)) ?? notFound()
  const person = found.state as Person
  const sectors = r.catalogue.sectors.items.map((one) => ({ value: one.id, label: book.name(one) }))
  const offices = r.catalogue.authorities.items.map((one) => ({ value: one.id, label: book.name(one) }))
  const posts = person.posts.filter((post) => post.endedAt === null).map((post) => ({ value: post.id, label: say(`role.${post.role}`) }))
  const forms = await Promise.all(found.moves.map((move) => formOf(personKind, move, { options: { sectors: [{ value: everySector, label: say('adminPage.everySector') }, ...sectors], authorityId: offices, postId: posts, role: appointableRoles.map((role) => ({ value: role, label: say(`role.${role}`) })) } })))
  return (
    <main id="main">
      <Crumbs label={say('adminPage.crumbs')} items={[{ href: '/admin/people', text: say('adminPage.people') }, { text: book.name(person.names) }]} />
      <Headline title={book.name(person.names)} about={<Mark state={person.active ? 'approved' : 'ended'} fill>{say(person.active ? 'adminPage.active' : 'adminPage.dismissed')}</Mark>} end={<Acts plural="persons" id={id} version={found.version} forms={forms} words={await formWords()} first={2} />} />
      <SectionHead title={say('adminPage.col.posts')} />
      <PlainTable caption={say('adminPage.col.posts')} heads={['role', 'office', 'sectors', 'region', 'from', 'to', 'reason'].map((head) => say(`adminPage.col.${head}`))} rows={person.posts.map((post) => [
        say(`role.${post.role}`), post.authorityId ? words.authority(post.authorityId) : '', post.sectors.map((sector) => (sector === everySector ? say('adminPage.everySector') : words.sector(sector))).join(' · '),
        post.region === national ? say('adminPage.national') : post.region ? words.region(post.region) : '', post.fromOn, post.endedAt ? post.endedAt.slice(0, 10) : (post.toOn ?? ''), post.endReason ?? post.reason,
      ])} />
    </main>
  )
}
