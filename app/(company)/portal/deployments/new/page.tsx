// Applies to run a filed agent in an opened scenario: first the filing, then where, how much, and who stays in charge.
import type { Metadata } from 'next'
import { CommandForm } from '#components/case/command-form'
import { Banner } from '#components/ui/alert'
import { Empty } from '#components/ui/empty'
import { Crumbs } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import type { Agent } from '#domain/agent/agent'
import { deployment as deploymentKind } from '#domain/deployment/deployment'
import type { Filing } from '#domain/filing/state'
import { inForceStatuses, isInForce } from '#domain/filing/vocabulary'
import { companyReader } from '#server/company-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import { planKnown, versionOptions } from '#server/portal-options'
import { openScenarios } from '#server/wizard-form'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('portal.deployments.start') }
}

export default async function NewDeploymentPage({ searchParams }: { searchParams: Promise<{ filing?: string }> }) {
  const r = await companyReader()
  const { say, book, words } = r
  const { filing: filingId } = await searchParams
  const found = filingId ? await r.one<Filing>('filing', filingId) : null
  const filing = found?.audience === 'company' && isInForce(found.status) ? (found.state as Filing) : null
  const head = (
    <header>
      <Crumbs
        label={say('portal.crumbs')}
        items={[{ href: '/portal/deployments', text: say('portal.nav.deployments') }, { text: say('portal.deployments.start') }]}
      />
      <h1>{say('portal.deployments.start')}</h1>
      <p className="t2">{say('portal.deployments.about')}</p>
    </header>
  )
  if (!filing) {
    const { items } = await r.list('filing', { organisationId: r.organisationId, status: [...inForceStatuses], limit: 200 })
    return (
      <main id="main" className="form">
        {head}
        {items.length === 0 ? (
          <Empty
            title={say('portal.deployments.noFiling')}
            act={
              <a className="btn" href="/portal/filings">
                {say('portal.nav.filings')}
              </a>
            }
          >
            {say('portal.deployments.noFilingHint')}
          </Empty>
        ) : (
          <>
            <h2>{say('portal.deployments.choose')}</h2>
            <PlainTable
              caption={say('portal.deployments.choose')}
              heads={[say('portal.col.number'), say('portal.col.agent'), say('portal.col.scenario')]}
              rows={items.map((item) => [
                <a key="n" className="mono" href={`/portal/deployments/new?filing=${item.id}`}>
                  {item.number}
                </a>,
                book.name({ zh: item.titleZh, en: item.titleEn }),
                words.pair(item.scenario),
              ])}
            />
          </>
        )}
      </main>
    )
  }
  const [agent, openings, known, allWords] = await Promise.all([
    filing.agentId ? r.one<Agent>('agent', filing.agentId) : null,
    openScenarios(r, filing.sector, filing.scenarios),
    planKnown(r, null),
    formWords(),
  ])
  const form = await formOf(deploymentKind, 'create', {
    hide: ['filingId', 'agentId', 'sector'],
    options: {
      ...known.options,
      scenario: filing.scenarios.map((clause) => ({ value: String(clause), label: words.scenario(clause) })),
      versionHash: versionOptions((agent?.state as Agent | undefined)?.versions ?? []),
    },
    values: {
      versionHash: filing.decision?.versionHash ?? '',
      ...(filing.scenarios.length === 1 ? { scenario: String(filing.scenarios[0]) } : {}),
    },
  })
  const open = openings.filter((one) => one.content && (one.status === 'open' || one.status === 'open_conditional'))
  return (
    <main id="main" className="form">
      {head}
      <p style={{ paddingBottom: 12 }}>
        <b>{book.name(filing.agentName)}</b> <span className="mono t2">{found?.number}</span>
      </p>
      {open.length === 0 ? (
        <Banner tone="care" title={say('portal.deployments.notOpen')}>
          {say('portal.deployments.notOpenHint')}
        </Banner>
      ) : (
        open.map(({ clause, no, content }) =>
          content ? (
            <Banner key={clause} title={say('portal.deployments.opening', { scenario: words.scenario(clause), version: no ?? 1 })}>
              {say('portal.deployments.ceiling', { mode: say(`agent.option.authorityModes.${content.autonomyCeiling}`) })}
              {content.limits.users === null ? '' : ` ${say('portal.deployments.limitUsers', { count: content.limits.users })}`}
              {content.conditions.map((condition) => ` ${book.name(condition.text)}`).join('')}
            </Banner>
          ) : null,
        )
      )}
      <div style={{ paddingTop: 16 }}>
        <CommandForm
          plural="deployments"
          id={null}
          version={null}
          form={form}
          words={allWords}
          fixed={{ filingId: filing.id, agentId: filing.agentId, sector: filing.sector }}
          then="/portal/deployments/{id}"
        />
      </div>
    </main>
  )
}
