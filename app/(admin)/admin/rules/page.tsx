// Every set of rules: edition in force, how many items, how far they may be relied upon, what is to come.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Mark } from '#components/ui/mark'
import { Headline } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { editableSets } from '#domain/catalogue/catalogue-vocabulary'
import { shippedEdition } from '#domain/catalogue/content'
import type { CatalogueState } from '#domain/catalogue/in-force'
import { rulesReader } from '#server/desk-reader'
import { caseOfSet, confidenceCounts, editionNow, ruleItems, setName } from '#server/rules-view'

const path = '/admin/rules'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.rules'))('title') }
}

export default async function RulesPage() {
  const r = await rulesReader(path)
  const { say } = r
  const w = (key: string, facts: Record<string, string | number> = {}) => say(`admin.rules.${key}`, facts)
  const lines = await Promise.all(
    editableSets.map(async (set) => {
      const state = (await caseOfSet(set, r))?.state as CatalogueState | undefined
      const edition = (state && editionNow(state, r.today)) ?? shippedEdition(set)
      const items = ruleItems(edition.content, r)
      const next = state?.versions.find((version) => version.effectiveOn > r.today) ?? null
      return { set, edition, count: items.length, marks: confidenceCounts(items), isProposed: state?.proposal != null, next }
    }),
  )
  return (
    <main id="main" className="tight pb-10">
      <Headline title={w('title')} about={w('about', { date: r.today })} />
      <p className="t2 max-w-[760px] pb-2">{w('lead')}</p>
      <DataTable
        label={w('title')}
        edge
        columns={[
          { key: 'set', head: w('column.set') },
          { key: 'version', head: w('column.version'), width: 90 },
          { key: 'effectiveOn', head: w('column.effectiveOn'), width: 110 },
          { key: 'items', head: w('column.items'), width: 70, number: true },
          { key: 'confidence', head: w('column.confidence'), width: 240 },
          { key: 'next', head: w('column.next'), width: 190 },
          { key: 'state', head: w('column.state'), width: 180 },
        ]}
        rows={lines.map((line) => ({
          key: line.set,
          cells: [
            <a key="set" href={`${path}/${line.set}`}>
              <b>{setName(line.set, r)}</b>
            </a>,
            line.edition.version,
            line.edition.effectiveOn,
            line.count,
            <span key="marks" title={line.marks.map(({ mark, n }) => `${w(`confidence.${mark}`)} ${n}`).join(', ')}>
              {line.marks.map(({ mark, n }) => w('confidenceSummary', { mark, count: n })).join(' · ')}
            </span>,
            line.next ? (
              w('coming', { version: line.next.version, on: line.next.effectiveOn })
            ) : (
              <span key="none" className="t3">
                {w('noneComing')}
              </span>
            ),
            <Mark key="state" state={line.isProposed ? 'review' : 'approved'}>
              {w(line.isProposed ? 'proposed' : 'inForce')}
            </Mark>,
          ],
        }))}
      />
      <p className="cap t2 pt-3">
        {w('confidenceHead')}:{' '}
        {(['P', 'Q', 'S+', 'S', 'W', 'M', 'I', 'D', 'X'] as const).map((mark) => `${mark} ${w(`confidence.${mark}`)}`).join(' · ')}
      </p>
    </main>
  )
}
