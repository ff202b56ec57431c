// The authorities: level, kind, region, sectors, where their acts are reconsidered, and how far each line may be relied upon.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton, Segments } from '#components/ui/button'
import { Headline } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { sourceInWords } from '#messages/source-words'
import { paramsOf, type SearchParams, withQuery } from '#server/address'
import { rulesReader } from '#server/desk-reader'

const path = '/admin/offices'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.offices'))('title') }
}

export default async function OfficesPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await paramsOf(searchParams)
  const r = await rulesReader(`${path}?${params}`)
  const { say, book, words } = r
  const o = (key: string, facts: Record<string, string | number> = {}) => say(`admin.offices.${key}`, facts)
  const kind = params.get('kind')
  const all = r.catalogue.authorities.items
  const shown = all.filter((item) => kind === null || item.kind === kind)
  const kinds = [null, 'cyberspace', 'sector'] as const
  return (
    <main id="main" className="tight pb-10">
      <Headline
        title={o('title')}
        about={o('about', { count: all.length, tiles: all.filter((item) => item.tile).length })}
        end={
          <>
            <Segments
              label={o('kinds')}
              items={kinds.map((one) => ({
                href: withQuery(path, params, { kind: one }),
                text: one === null ? o('all') : o(`kind.${one}`),
                current: kind === one,
              }))}
            />
            <LinkButton size="sm" href="/admin/rules/authorities">
              {o('edit')}
            </LinkButton>
          </>
        }
      />
      <p className="t2 pb-2">{o('change')}</p>
      <DataTable
        label={o('title')}
        edge
        columns={[
          { key: 'name', head: o('column.name') },
          { key: 'short', head: o('column.short'), width: 100 },
          { key: 'level', head: o('column.level'), width: 80 },
          { key: 'kind', head: o('column.kind'), width: 100 },
          { key: 'region', head: o('column.region'), width: 90 },
          { key: 'sectors', head: o('column.sectors'), width: 220, low: true },
          { key: 'forum', head: o('column.forum'), width: 260, low: true },
          { key: 'confidence', head: o('column.confidence'), width: 130 },
        ]}
        rows={shown.map((item) => ({
          key: item.id,
          cells: [
            <b key="name">{book.name(item)}</b>,
            book.name(item.short),
            o(`level.${item.level}`),
            o(`kind.${item.kind}`),
            words.region(item.region),
            item.sectors.includes('*') ? o('all') : item.sectors.map(words.sector).join(', '),
            item.forum ? words.forum(item.forum) : o('none'),
            <span key="confidence" title={sourceInWords(book.locale, item.source)}>
              {say(`admin.rules.confidence.${item.confidence}`)}
            </span>,
          ],
        }))}
      />
    </main>
  )
}
