// The evidence behind a filing: what proves each thing that the agent decides alone, the guardrails and their tests, and the tests that the scenarios ask for.
import type { Metadata } from 'next'
import { FileList } from '#components/case/file-list'
import { DocumentsForm } from '#components/filing/documents-form'
import { Crumbs, SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { companyReader } from '#server/company-reader'
import { fileLines, fileListWords } from '#server/file-words'
import { formWords } from '#server/form-words'
import { openScenarios } from '#server/wizard-form'
import { expectedLanes, filingOf } from '#server/wizard-view'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('wizard.task.evidence') }
}

export default async function EvidencePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const r = await companyReader()
  const { say, words } = r
  const { found, filing } = await filingOf(r, id)
  const isOpen = found.moves.includes('describe')
  const [form, listWords, lines] = await Promise.all([
    formWords(),
    fileListWords(),
    isOpen ? [] : fileLines(filing.documents, r.today, filing),
  ])
  const openings = await openScenarios(r, filing.sector, filing.draftScenarios)
  const lanes = new Set((expectedLanes(r, filing) ?? []).map(({ lane }) => lane))
  const required = new Set(openings.flatMap(({ content }) => content?.requiredTests ?? []))
  const items = r.catalogue['test-items'].items.filter(
    (item) => required.has(item.id) || (item.flags.length === 0 && item.lanes.some((lane) => lanes.has(lane))),
  )
  const alone = (filing.content.authorityMatrix ?? []).filter((row) => row.mode === 'autonomous')
  const rails = filing.content.guardrails ?? []
  const backHref = filing.status === 'draft' ? `/portal/filings/${id}` : `/portal/filings/${id}/tasks`
  const care = (text: string) => (
    <span key={text} className="care">
      {text}
    </span>
  )
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Crumbs
        label={say('portal.crumbs')}
        items={[{ href: backHref, text: say('wizard.tasks') }, { text: `7 ${say('wizard.group.7')}` }]}
      />
      <h1>{say('wizard.heading.evidence')}</h1>
      <p className="t2">{say('wizard.about.evidence')}</p>
      <section aria-labelledby="alone" style={{ paddingTop: 20 }}>
        <SectionHead
          id="alone"
          title={say('wizard.evidence.alone')}
          end={<a href={`/portal/filings/${id}/authority`}>{say('ui.act.change')}</a>}
          quiet={false}
        />
        {alone.length === 0 ? (
          <p className="t2" style={{ paddingTop: 8 }}>
            {say('wizard.evidence.noneAlone')}
          </p>
        ) : (
          <PlainTable
            caption={say('wizard.evidence.alone')}
            heads={[say('agent.field.authorityMatrix_action'), say('agent.field.authorityMatrix_evidence')]}
            rows={alone.map((row) => [row.action, row.evidence || care(say('wizard.matrix.noEvidence'))])}
          />
        )}
      </section>
      <section aria-labelledby="rails" style={{ paddingTop: 28 }}>
        <SectionHead
          id="rails"
          title={say('agent.field.guardrails')}
          end={<a href={`/portal/filings/${id}/guardrails`}>{say('ui.act.change')}</a>}
          quiet={false}
        />
        {rails.length === 0 ? (
          <p className="t2" style={{ paddingTop: 8 }}>
            {say('ui.form.none')}
          </p>
        ) : (
          <PlainTable
            caption={say('agent.field.guardrails')}
            heads={[
              say('agent.field.guardrails_trigger'),
              say('agent.field.guardrails_testCase'),
              say('agent.field.guardrails_lastTestedOn'),
            ]}
            rows={rails.map((rail) => [
              rail.trigger,
              rail.testCase || care(say('ui.form.notProvided')),
              rail.lastTestedOn ?? care(say('wizard.evidence.notTested')),
            ])}
          />
        )}
      </section>
      <section aria-labelledby="tests" style={{ paddingTop: 28 }}>
        <SectionHead id="tests" title={say('wizard.evidence.tests')} end={say('wizard.evidence.testsHint')} />
        {items.length === 0 ? (
          <p className="t2" style={{ paddingTop: 8 }}>
            {say('wizard.evidence.noTests')}
          </p>
        ) : (
          <PlainTable
            caption={say('wizard.evidence.tests')}
            heads={[say('portal.col.test'), say('wizard.evidence.procedure'), say('wizard.evidence.sample')]}
            numbers={[2]}
            rows={items.map((item) => [
              <span key="n">
                {words.testItem(item.id)} <span className="mono t3">{item.id}</span>
              </span>,
              r.book.name(item.procedure),
              item.sampleSize,
            ])}
          />
        )}
      </section>
      <section aria-labelledby="documents" style={{ paddingTop: 28 }}>
        <SectionHead id="documents" title={say('attachment.plural')} />
        <div style={{ paddingTop: 12 }}>
          {isOpen ? (
            <DocumentsForm
              id={id}
              version={found.version}
              files={filing.documents}
              words={{
                file: form.file,
                label: say('filing.field.documents'),
                save: say('ui.act.save'),
                saving: form.sending,
                saved: say('attachment.field.saved'),
                notSaved: form.errorsTitle,
                network: form.network,
                stale: form.stale,
                reload: form.reload,
              }}
            />
          ) : (
            <FileList files={lines} words={listWords} />
          )}
        </div>
      </section>
      <p style={{ paddingTop: 20 }}>
        <a className="btn" href={backHref}>
          {say('wizard.back')}
        </a>
      </p>
    </main>
  )
}
