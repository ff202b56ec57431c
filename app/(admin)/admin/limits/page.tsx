// Every legal period: its length, extension, what stops it, the article, and how far that may be relied upon.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#components/ui/button'
import { Headline } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { rulesReader } from '#server/desk-reader'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.limits'))('title') }
}

export default async function LimitsPage() {
  const r = await rulesReader('/admin/limits')
  const { say } = r
  const l = (key: string, facts: Record<string, string | number> = {}) => say(`admin.limits.${key}`, facts)
  const { items, version } = r.catalogue.limits
  const join = say('case.clock.join')
  return (
    <main id="main" className="tight pb-10">
      <Headline
        title={l('title')}
        about={l('about', { count: items.length, version })}
        end={
          <LinkButton size="sm" href="/admin/rules/limits">
            {l('edit')}
          </LinkButton>
        }
      />
      <DataTable
        label={l('title')}
        edge
        columns={[
          { key: 'code', head: l('column.code'), width: 86 },
          { key: 'length', head: l('column.length'), width: 110 },
          { key: 'extension', head: l('column.extension'), width: 110 },
          { key: 'starts', head: l('column.starts'), width: 250, flow: true },
          { key: 'stops', head: l('column.stops'), width: 180, flow: true },
          { key: 'source', head: l('column.source'), flow: true },
          { key: 'confidence', head: l('column.confidence'), width: 120 },
        ]}
        rows={items.map((limit) => ({
          key: limit.code,
          cells: [
            <span key="code" className="mono" id={limit.code}>
              {limit.code}
            </span>,
            <b key="length">{l(`unit.${limit.unit}`, { count: limit.length })}</b>,
            limit.extension === null ? (
              <span key="x" className="t3">
                {l('noExtension')}
              </span>
            ) : (
              l(`unit.${limit.unit}`, { count: limit.extension })
            ),
            `${say(`case.clock.event.${limit.startsOn}`)}${limit.isArrival ? l('arrival') : ''}`,
            limit.stopsFor.length === 0 ? (
              <span key="s" className="t3">
                {l('noStop')}
              </span>
            ) : (
              limit.stopsFor.map((reason) => say(`case.clock.reason.${reason}`)).join(join)
            ),
            limit.basis
              .map(({ law, articles }) =>
                articles ? l('article', { law: say(`case.clock.law.${law}`), articles }) : say(`case.clock.law.${law}`),
              )
              .join(join),
            say(`admin.rules.confidence.${limit.confidence}`),
          ],
        }))}
      />
    </main>
  )
}
