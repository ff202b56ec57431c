// Starts a filing: name, sector, scenarios, and the description file that fills the rest; answers of the pre-check come along by their code.
import type { Metadata } from 'next'
import { Banner } from '#components/ui/alert'
import { Crumbs } from '#components/ui/section'
import { NewFiling } from '#components/wizard/new-filing'
import { changesOf } from '#domain/filing/change-state'
import type { Filing } from '#domain/filing/state'
import { answersOfCode } from '#domain/tier/precheck'
import { companyReader } from '#server/company-reader'
import { faultFormWords, formWords } from '#server/form-words'
import { importWords } from '#server/import-words'
import { prefillOf } from '#server/precheck-prefill'
import { filingChoices, wizardWords } from '#server/wizard-form'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('wizard.new.title') }
}

export default async function NewFilingPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const r = await companyReader()
  const { say, book } = r
  const query = await searchParams
  const one = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value : ''
  }
  const code = one('precheck') || one('code')
  const answers = code ? answersOfCode(r.catalogue.sectors, code) : null
  const [words, allWords, imports, agents, earlier] = await Promise.all([
    wizardWords(),
    formWords(),
    importWords(book),
    r.list('agent', { organisationId: r.organisationId, status: ['active'], limit: 200 }),
    r.list('filing', {
      organisationId: r.organisationId,
      status: ['filed', 'change_pending', 'suspended', 'not_filed', 'withdrawn', 'lapsed', 'revoked', 'cancelled'],
      limit: 200,
    }),
  ])
  const nameOf = (item: { titleZh: string; titleEn: string }) => book.name({ zh: item.titleZh, en: item.titleEn })
  const chosen = agents.items.find((item) => item.id === one('agent'))
  const followed = earlier.items.some((item) => item.id === one('follows')) ? await r.one<Filing>('filing', one('follows')) : null
  // A change that must be approved anew brings its place, its names and all that was signed.
  const before = followed?.audience === 'company' ? (followed.state as Filing) : null
  const change = before ? changesOf(before).find((each) => each.stage === 'referred' && String(each.no) === one('change')) : undefined
  const mayStart = r.has('filer', 'compliance_lead')
  return (
    <main id="main" className="form">
      <header>
        <Crumbs
          label={say('portal.crumbs')}
          items={[{ href: '/portal/filings', text: say('portal.nav.filings') }, { text: say('wizard.new.title') }]}
        />
        <h1>{say('wizard.new.title')}</h1>
        <p className="t2">{say('wizard.new.about')}</p>
      </header>
      {code && !answers ? <Banner tone="care" title={say('wizard.new.codeWrong', { code })} /> : null}
      {answers ? <Banner tone="done" title={say('wizard.new.codeTaken', { code })} /> : null}
      {mayStart ? (
        <NewFiling
          organisationId={r.organisationId}
          sectors={filingChoices(r)}
          agents={agents.items.map((item) => ({ value: item.id, text: nameOf(item) }))}
          earlier={earlier.items.map((item) => ({ value: item.id, text: `${item.number ?? ''} ${nameOf(item)}` }))}
          first={{
            sector: answers?.sector ?? (change ? (before?.sector ?? '') : one('sector')),
            scenarios: (answers?.scenarios ?? change?.scenarios ?? []).map(String),
            agentId: chosen?.id ?? '',
            followsFilingId: followed ? one('follows') : '',
            ...(change ? { followsChange: change.no } : {}),
            nameZh: change?.content.names.zh ?? chosen?.titleZh ?? '',
            nameEn: change?.content.names.en ?? (chosen && chosen.titleEn !== chosen.titleZh ? chosen.titleEn : ''),
          }}
          prefill={answers ? prefillOf(answers) : null}
          words={{
            ...words.scenario,
            import: imports,
            optional: words.task.optional,
            nameZh: say('agent.field.names_zh'),
            nameEn: say('agent.field.names_en'),
            nameEnHint: say('agent.hint.names_en'),
            agent: say('wizard.new.agent'),
            agentNew: say('wizard.new.agentNew'),
            follows: say('wizard.new.follows'),
            followsNone: say('wizard.new.followsNone'),
            start: say('wizard.new.start'),
            starting: say('wizard.new.starting'),
            faults: { ...faultFormWords(r, allWords), failed: say('wizard.new.failed') },
            missingName: say('wizard.new.missingName'),
            missingSector: say('wizard.new.missingSector'),
            missingScenario: say('wizard.new.missingScenario'),
            kept: say('wizard.new.kept'),
            openDraft: say('wizard.new.openDraft'),
          }}
        />
      ) : (
        <Banner tone="care" title={say('ui.forbidden.title')}>
          {say('portal.needsRole', { roles: [say('role.filer'), say('role.compliance_lead')].join(say('portal.or')) })}
        </Banner>
      )}
    </main>
  )
}
