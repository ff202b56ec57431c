// The rules as versioned data: which edition of each set is in force, and what is proposed.
import type { Metadata } from 'next'
import { Banner } from '#components/ui/alert'
import { Mark } from '#components/ui/mark'
import { Crumbs, Headline } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { type CatalogueState, inForce } from '#domain/catalogue/catalogue'
import { rulesReader } from '#server/desk-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await rulesReader('/admin/rules')
  return { title: say('adminPage.rules') }
}

export default async function RulesPage() {
  const r = await rulesReader('/admin/rules')
  const { say } = r
  const page = await r.list('catalogue', { limit: 50, scope: 'public' })
  const sets = (await Promise.all(page.items.map((item) => r.one('catalogue', item.id)))).flatMap((one) => (one ? [{ id: one.id, state: one.state as CatalogueState }] : []))
  const size = (content: Readonly<Record<string, unknown>>) => Object.values(content).reduce<number>((sum, part) => sum + (Array.isArray(part) ? part.length : 0), 0)
  return (
    <main id="main">
      <Crumbs label={say('adminPage.crumbs')} items={[{ href: '/admin', text: say('adminPage.title') }, { text: say('adminPage.rules') }]} />
      <Headline title={say('adminPage.rules')} />
      <Banner tone="care" title={say('adminPage.coverage', { on: r.catalogue.calendar.publishedUntil })} />
      <PlainTable caption={say('adminPage.rules')} heads={['set', 'version', 'effectiveOn', 'items', 'state'].map((head) => say(`adminPage.col.${head}`))} numbers={[3]} rows={sets.map(({ id, state }) => {
        const edition = inForce(state.versions, r.today)
        return [
          <a key="s" href={`/admin/rules/${id}`}>{say(`catalogue.option.editableSets.${state.set}`)}</a>, edition?.version ?? '', edition?.effectiveOn ?? '', edition ? size(edition.content) : 0,
          <Mark key="m" state={state.status === 'proposed' ? 'review' : 'approved'}>{say(`catalogue.status.${state.status === 'proposed' ? 'proposed' : 'in_force'}`)}</Mark>,
        ]
      })} />
    </main>
  )
}
