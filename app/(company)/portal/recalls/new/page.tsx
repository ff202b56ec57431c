// A company reports a defect of its own agent: which agent, then which versions, what is feared and how grave it is.
import type { Metadata } from 'next'
import { CommandForm } from '#components/case/command-form'
import { Banner } from '#components/ui/alert'
import { Crumbs } from '#components/ui/section'
import type { Agent } from '#domain/agent/agent'
import { recall as recallKind } from '#domain/recall/recall'
import { companyReader } from '#server/company-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import { pairOptions, regionOptions, riskOptions, versionOptions } from '#server/portal-options'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('portal.recalls.report') }
}

export default async function ReportDefectPage({ searchParams }: { searchParams: Promise<{ agent?: string }> }) {
  const r = await companyReader()
  const { say, book, words } = r
  const { agent: agentId } = await searchParams
  const [agents, organisation, found] = await Promise.all([
    r.list('agent', { organisationId: r.organisationId, limit: 200 }),
    r.one('organisation', r.organisationId),
    agentId ? r.one<Agent>('agent', agentId) : null,
  ])
  const agent = found?.audience === 'company' ? (found.state as Agent) : null
  const filings = agent
    ? (await r.list('filing', { organisationId: r.organisationId, link: { name: 'agent', to: agent.id }, limit: 100 })).items
    : []
  const sectors = [...new Set(filings.map((item) => item.sector).filter((sector): sector is string => !!sector))]
  const may = r.has('compliance_lead', 'representative')
  const form =
    agent && may
      ? await formOf(recallKind, 'create', {
          hide: ['agentId', 'organisationId', 'region', 'incidentId'],
          options: {
            sector: sectors.map((sector) => ({ value: sector, label: words.sector(sector) })),
            scenario: [...new Set(filings.flatMap((item) => item.scenario?.split(':')[1] ?? []))].map((clause) => ({
              value: clause,
              label: words.scenario(clause),
            })),
            riskCodes: riskOptions(r),
            'scope.versionHashes': versionOptions(agent.versions),
            'scope.scenarios': pairOptions(r, sectors),
            'scope.regions': regionOptions(r),
          },
          ...(sectors.length === 1 ? { values: { sector: sectors[0] } } : {}),
        })
      : null
  return (
    <main id="main" className="form">
      <header>
        <Crumbs
          label={say('portal.crumbs')}
          items={[{ href: '/portal/recalls', text: say('portal.nav.recalls') }, { text: say('portal.recalls.report') }]}
        />
        <h1>{say('portal.recalls.report')}</h1>
        <p className="t2">{say('portal.recalls.reportAbout')}</p>
      </header>
      {may ? (
        <>
          <form className="row wide" style={{ paddingBottom: 20 }}>
            <label htmlFor="which">{say('agent.name')}</label>
            <span className="pick grow">
              <select id="which" name="agent" className="field" defaultValue={agent?.id ?? ''}>
                <option value="">{say('form.choose')}</option>
                {agents.items.map((item) => (
                  <option key={item.id} value={item.id}>
                    {book.name({ zh: item.titleZh, en: item.titleEn })}
                  </option>
                ))}
              </select>
            </span>
            <button type="submit" className="btn">
              {say('ui.act.select')}
            </button>
          </form>
          {agent && sectors.length === 0 ? <Banner tone="care" title={say('portal.recalls.noFiling')} /> : null}
          {form && agent && sectors.length > 0 ? (
            <CommandForm
              plural="recalls"
              id={null}
              version={null}
              form={form}
              words={await formWords()}
              fixed={{
                agentId: agent.id,
                organisationId: r.organisationId,
                region: (organisation?.state as { region?: string } | undefined)?.region ?? '',
                incidentId: null,
              }}
              then="/portal/recalls/{id}"
            />
          ) : null}
        </>
      ) : (
        <Banner tone="care" title={say('ui.forbidden.title')}>
          {say('portal.needsRole', { roles: [say('role.compliance_lead'), say('role.representative')].join(say('portal.or')) })}
        </Banner>
      )}
    </main>
  )
}
