// Files many agents by a spreadsheet: the empty sheet, how to fill it, and handing it in.
import type { Metadata } from 'next'
import { SheetUpload, type SheetUploadWords } from '#components/filing/sheet-upload'
import { Banner } from '#components/ui/alert'
import { LinkButton } from '#components/ui/button'
import { Crumbs, SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import type { SheetTuple } from '#domain/filing/sheet'
import { neededColumns, type SheetColumn, sheetColumns, sheetLimits } from '#domain/filing/sheet-column'
import { companyReader } from '#server/company-reader'
import { sheetUploadWords } from '#server/filing-sheet-page'
import { allowedWords } from '#server/filing-sheet-words'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('filingSheet.title') }
}

/** The columns that take words of a list. */
const tupleOf: Partial<Record<SheetColumn, SheetTuple>> = {
  form: 'agentForms',
  autonomyLevel: 'autonomyLevels',
  publicFacing: 'yesNo',
  anthropomorphic: 'yesNo',
  minorsPossible: 'yesNo',
  elderlyPossible: 'yesNo',
  modelAccess: 'modelAccessModes',
  dataCategories: 'dataCategories',
}

export default async function SheetPage() {
  const r = await companyReader()
  const { say, book } = r
  const words: SheetUploadWords = await sheetUploadWords()
  const listed = (column: SheetColumn): string => {
    const tuple = tupleOf[column]
    const items = tuple
      ? allowedWords(book, tuple)
      : column === 'sector'
        ? r.catalogue.sectors.items.map((item) => book.name({ zh: item.zh, en: item.en }))
        : []
    return items.join(say('portal.stop'))
  }
  return (
    <main id="main" className="form" style={{ maxWidth: 860 }}>
      <header>
        <Crumbs
          label={say('portal.crumbs')}
          items={[{ href: '/portal/filings', text: say('filingSheet.back') }, { text: say('filingSheet.title') }]}
        />
        <h1>{say('filingSheet.title')}</h1>
        <p className="t2">{say('filingSheet.about', { limit: sheetLimits.rows })}</p>
        <p className="t2">{say('filingSheet.format')}</p>
      </header>
      <p style={{ paddingBlock: 12 }}>
        <LinkButton href="/api/v1/filing-sheets" download>
          {say('filingSheet.template')}
        </LinkButton>
      </p>
      {r.has('filer', 'compliance_lead') ? (
        <SheetUpload organisationId={r.organisationId} draftsHref="/portal/filings?status=draft" words={words} />
      ) : (
        <Banner tone="care" title={say('ui.forbidden.title')}>
          {say('portal.needsRole', { roles: [say('role.filer'), say('role.compliance_lead')].join(say('portal.or')) })}
        </Banner>
      )}
      <section aria-labelledby="columns" style={{ paddingTop: 32 }}>
        <SectionHead id="columns" title={say('filingSheet.columns')} />
        <PlainTable
          caption={say('filingSheet.columns')}
          heads={[say('filingSheet.columnHead'), say('filingSheet.how')]}
          rows={sheetColumns.map((column) => [
            <span key="c" style={{ display: 'inline-block', minWidth: 128 }}>
              {say(`filingSheet.column.${column}`)}
              {neededColumns.includes(column) ? <small className="t3"> {say('filingSheet.needed')}</small> : null}
            </span>,
            say(`filingSheet.hint.${column}`, { words: listed(column) }),
          ])}
        />
      </section>
    </main>
  )
}
