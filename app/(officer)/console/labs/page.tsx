// The laboratories: what each may test today, when the first accreditation expires, how much it has in hand; and listing a new one.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewCase } from '#components/case/new-case'
import { Empty } from '#components/ui/empty'
import { Mark } from '#components/ui/mark'
import { Crumbs, Headline } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { lab as kind } from '#domain/lab/lab'
import { formatNumber } from '#messages/format'
import { deskReader } from '#server/desk-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import { labLine } from '#server/lab-view'

const path = '/console/labs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('obligationDesk.labs'))('title') }
}

export default async function LabsPage() {
  const r = await deskReader(path)
  const { say } = r
  const l = (key: string, facts: Record<string, string | number> = {}) => say(`obligationDesk.labs.${key}`, facts)
  const [labs, orders] = await Promise.all([r.labs(), r.openOrders()])
  const lines = labs.map((one) => labLine(one, orders, r))
  const mayCreate = r.has(...kind.moves.create.by)
  const houses = mayCreate ? await r.list('organisation', { status: ['verified'], limit: 200 }) : null
  const listed = new Set(labs.map((one) => one.state.organisationId))
  const options = (houses?.items ?? [])
    .filter((item) => !listed.has(item.id))
    .map((item) => ({ value: item.id, label: `${r.book.name({ zh: item.titleZh, en: item.titleEn })} · ${item.number ?? ''}` }))
  return (
    <main id="main" className="tight">
      <Crumbs
        label={say('obligationDesk.title')}
        items={[{ href: '/console/obligations', text: say('obligationDesk.title') }, { text: l('title') }]}
      />
      <Headline
        title={l('title')}
        about={l('about', { count: formatNumber(r.locale, lines.length) })}
        end={
          mayCreate ? (
            <NewCase
              plural="labs"
              form={await formOf(kind, 'create', { options: { organisationId: options } })}
              words={await formWords()}
              label={l('create')}
              hint={l('createHint')}
              then={`${path}/{id}`}
            />
          ) : undefined
        }
      />
      {lines.length === 0 ? (
        <Empty title={l('empty.title')}>{l('empty.hint')}</Empty>
      ) : (
        <DataTable
          label={l('title')}
          edge
          columns={[
            { key: 'name', head: l('column.name') },
            { key: 'region', head: l('column.region'), width: 110 },
            { key: 'scope', head: l('column.scope'), width: 220 },
            { key: 'expires', head: l('column.expires'), width: 120 },
            { key: 'open', head: l('column.open'), width: 92, number: true },
            { key: 'impartiality', head: l('column.impartiality'), width: 170, low: true },
            { key: 'state', head: l('column.state'), width: 100 },
          ]}
          rows={lines.map((line) => ({
            key: line.id,
            cells: [
              <a key="name" href={`${path}/${line.id}`}>
                <b>{line.name}</b>
              </a>,
              line.region,
              <span key="scope" className={line.hasScope ? undefined : 'care'}>
                {line.scope}
                {line.suspended ? <span className="care"> · {line.suspended}</span> : null}
              </span>,
              line.expires ?? '–',
              line.open,
              line.impartiality,
              <Mark key="state" state={line.isActive ? 'approved' : 'ended'}>
                {line.status}
              </Mark>,
            ],
          }))}
        />
      )}
    </main>
  )
}
