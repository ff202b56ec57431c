// The audit: every reading of restricted content and every refusal; the newest events with their leaf in the public log.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton, Segments } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { Input, Select } from '#components/ui/field'
import { Headline } from '#components/ui/section'
import { kinds } from '#domain/kinds'
import { formatNumber } from '#messages/format'
import { paramsOf, type SearchParams, withQuery } from '#server/address'
import { auditReader } from '#server/desk-reader'
import { EventsTable } from './events-table.tsx'
import { ReadingsTable } from './readings-table.tsx'

const path = '/admin/audit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.audit'))('title') }
}

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await paramsOf(searchParams)
  const r = await auditReader(`${path}?${params}`)
  const { say } = r
  const a = (key: string, facts: Record<string, string | number> = {}) => say(`admin.audit.${key}`, facts)
  if (r.sight === 'none') {
    return (
      <main id="main" className="tight">
        <Empty level={1} title={say('ui.forbidden.title')}>
          {a('closed')}
        </Empty>
      </main>
    )
  }
  const isEvents = params.get('see') === 'events'
  const counts = await r.readingCounts(new Date(Date.parse(r.at) - 86_400_000).toISOString())
  const n = (value: number) => formatNumber(r.locale, value)
  const filtered = ['person', 'case', 'kind', 'what'].some((name) => params.get(name))
  return (
    <main id="main" className="tight pb-10">
      <Headline
        title={a('title')}
        about={r.sight === 'all' ? a('about', { read: n(counts.read), refused: n(counts.refused) }) : a('sightOwn')}
        end={
          <Segments
            label={a('tabs')}
            items={[
              {
                href: withQuery(path, params, { see: null, before: null, what: null, kind: null }),
                text: a('readings'),
                current: !isEvents,
              },
              { href: withQuery(path, params, { see: 'events', before: null, what: null }), text: a('events'), current: isEvents },
            ]}
          />
        }
      />
      <search>
        <form method="get" action={path} className="row flex-wrap items-end pb-3">
          {isEvents ? <input type="hidden" name="see" value="events" /> : null}
          <div className="w-[250px]">
            <Input
              id="person"
              name="person"
              label={a('filter.person')}
              hint={a('filter.personHint')}
              defaultValue={params.get('person') ?? ''}
              maxLength={100}
            />
          </div>
          <div className="w-[250px]">
            <Input
              id="case"
              name="case"
              label={a('filter.case')}
              hint={a('filter.caseHint')}
              defaultValue={params.get('case') ?? ''}
              maxLength={100}
            />
          </div>
          {isEvents ? (
            <Select
              id="kind"
              name="kind"
              label={a('filter.kind')}
              empty={a('filter.all')}
              defaultValue={params.get('kind') ?? ''}
              choices={[...kinds.keys()].map((name) => ({ value: name, text: say(`${name}.name`) }))}
            />
          ) : (
            <Select
              id="what"
              name="what"
              label={a('filter.what')}
              empty={a('filter.all')}
              defaultValue={params.get('what') ?? ''}
              choices={(['read', 'refused'] as const).map((value) => ({ value, text: a(`filter.${value}`) }))}
            />
          )}
          <button type="submit" className="btn">
            {a('apply')}
          </button>
          {filtered ? (
            <LinkButton tone="bare" href={isEvents ? `${path}?see=events` : path}>
              {a('clear')}
            </LinkButton>
          ) : null}
        </form>
      </search>
      {isEvents ? <EventsTable path={path} params={params} r={r} /> : <ReadingsTable path={path} params={params} r={r} />}
    </main>
  )
}
