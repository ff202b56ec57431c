// One agent: its signed versions with their hashes, and its filings, deployments, tests and recalls.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { CaseHistory } from '#components/portal/case-foot'
import { Empty } from '#components/ui/empty'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { type Agent, agent as agentKind } from '#domain/agent/agent'
import { difference } from '#domain/agent/difference'
import { formatMoment } from '#messages/format'
import { companyReader } from '#server/company-reader'
import { formWords } from '#server/form-words'
import { formsOf, timelineOf } from '#server/portal-case'
import { portalHref } from '#server/portal-day'

type Params = { params: Promise<{ id: string }> }

const agentOf = async (id: string) => {
  const r = await companyReader()
  const found = await r.one<Agent>('agent', id)
  if (found?.audience !== 'company') return notFound()
  return { r, found, agent: found.state as Agent }
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, agent } = await agentOf((await params).id)
  return { title: r.book.name(agent.names) }
}

export default async function AgentPage({ params }: Params) {
  const { id } = await params
  const { r, found, agent } = await agentOf(id)
  const { say, book, today, organisationId } = r
  const kinds = ['filing', 'deployment', 'obligation', 'recall'] as const
  const [forms, words, lines, ...pages] = await Promise.all([
    formsOf(agentKind, found.moves, ['retire']),
    formWords(),
    timelineOf(r, 'agent', id),
    ...kinds.map((kind) => r.list(kind, { organisationId, link: { name: 'agent', to: id }, limit: 100 })),
  ])
  const versions = [...agent.versions].reverse()
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <IdentityBar
        state={found.mark as MarkName}
        lead={
          <Mark state={found.mark as MarkName} fill>
            {say(`agent.status.${agent.status}`)}
          </Mark>
        }
        title={book.name(agent.names)}
        code={agent.identityCode ?? undefined}
        acts={
          <>
            <Acts plural="agents" id={id} version={found.version} forms={forms} words={words} first={0} />
            {agent.status === 'active' ? (
              <a className="btn" href={`/portal/filings/new?agent=${id}`}>
                {say('portal.agents.file')}
              </a>
            ) : null}
          </>
        }
        meta={[say(`agent.option.agentForms.${agent.form}`), agent.purpose]}
      />
      <section aria-labelledby="versions" style={{ paddingTop: 24 }}>
        <SectionHead id="versions" title={say('agent.field.versions')} count={versions.length > 0 ? versions.length : undefined} />
        {versions.length === 0 ? (
          <Empty title={say('portal.agents.noVersions')} level={3}>
            {say('portal.agents.noVersionsHint')}
          </Empty>
        ) : (
          <PlainTable
            caption={say('agent.field.versions')}
            heads={[
              say('agent.field.version'),
              say('agent.field.changeClass'),
              say('portal.col.hash'),
              say('portal.agents.signedAt'),
              say('portal.agents.difference'),
            ]}
            rows={versions.map((version, index) => {
              const before = agent.versions.find((one) => one.hash === version.basedOnHash) ?? versions[index + 1]
              const changes = before ? difference(before.content, version.content) : []
              const loosening = changes.filter((change) => change.loosens).length
              return [
                <a key="v" href={portalHref('filing', version.filingId)} className="mono">
                  {version.version}
                </a>,
                say(`agent.option.changeClasses.${version.changeClass}`),
                <span key="h" className="mono" style={{ overflowWrap: 'anywhere' }}>
                  {version.hash}
                </span>,
                formatMoment(version.at, today),
                before ? (
                  <span key="d">
                    {say('portal.agents.changes', { count: changes.length })}
                    {loosening > 0 ? <span className="care"> {say('portal.agents.loosens', { count: loosening })}</span> : null}
                  </span>
                ) : (
                  say('portal.agents.first')
                ),
              ]
            })}
          />
        )}
      </section>
      {kinds.map((kind, index) => {
        const items = pages[index]?.items ?? []
        return (
          <section key={kind} aria-labelledby={kind} style={{ paddingTop: 28 }}>
            <SectionHead
              id={kind}
              title={say(
                `portal.nav.${{ filing: 'filings', deployment: 'deployments', obligation: 'obligations', recall: 'recalls' }[kind]}`,
              )}
            />
            {items.length === 0 ? (
              <p className="t2" style={{ paddingTop: 8 }}>
                {say('ui.form.none')}
              </p>
            ) : (
              <PlainTable
                caption={say(`${kind}.plural`)}
                heads={[say('portal.col.number'), say('portal.col.scenario'), say('portal.col.state')]}
                rows={items.map((item) => [
                  <a key="n" className="mono" href={portalHref(kind, item.id)}>
                    {item.number ?? say(`${kind}.status.${item.status}`)}
                  </a>,
                  r.words.pair(item.scenario),
                  <Mark key="m" state={item.mark as MarkName}>
                    {say(`${kind}.status.${item.status}`)}
                  </Mark>,
                ])}
              />
            )}
          </section>
        )
      })}
      <CaseHistory
        title={say('portal.case.history')}
        lines={lines}
        words={{ before: say('ui.conflict.base'), after: say('ui.conflict.theirs') }}
      />
    </main>
  )
}
