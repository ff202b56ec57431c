// The dossier of an agent: what it is, every version that was signed with what each changed, filings, deployments, tests, recalls, history.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DefinitionList } from '#components/ui/definition-list'
import { Diff } from '#components/ui/diff'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName, Tag } from '#components/ui/mark'
import { PlainTable } from '#components/ui/table'
import { Tabs } from '#components/ui/tabs'
import type { One } from '#db/reads/case'
import type { Agent, FiledVersion } from '#domain/agent/agent'
import { formatMoment } from '#messages/format'
import { changeGroups, type Side } from '#server/change-groups'
import { contentWords } from '#server/content-words'
import { officerReader } from '#server/officer-reader'
import { wordBook } from '#server/word-book'
import { History } from '../../_case/history.tsx'
import { CaseTable, Part } from '../../_case/parts.tsx'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ tab?: string; compare?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordBook()).say('console.dossier.agent') }
}

const sideOf = ({ content }: FiledVersion): Side => ({ sector: null, scenarios: [], use: {}, content })

export default async function AgentDossier({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams])
  const r = await officerReader(`/console/agents/${id}`)
  const { say, book } = r
  const one: One<Agent> | null = await r.one('agent', decodeURIComponent(id))
  if (!one) notFound()
  const agent = one.state as Agent
  const base = `/console/agents/${one.id}`
  const link = { name: 'agent', to: one.id }
  const [organisation, filings, deployments, obligations, recalls] = await Promise.all([
    agent.organisationId ? r.one('organisation', agent.organisationId) : null,
    r.list('filing', { link, limit: 50 }),
    r.list('deployment', { link, limit: 50 }),
    r.list('obligation', { link, limit: 50 }),
    r.list('recall', { link, limit: 50 }),
  ])
  const words = contentWords(book)
  const versions = [...agent.versions].reverse()
  const before = (version: FiledVersion) =>
    agent.versions.find((other) => other.hash === version.basedOnHash) ?? agent.versions[agent.versions.indexOf(version) - 1] ?? null
  const compared = agent.versions.find((version) => version.hash === search.compare) ?? null
  const base0 = compared ? before(compared) : null
  const groups = compared && base0 ? changeGroups(sideOf(base0), sideOf(compared), book, r.words) : []
  return (
    <main id="main" className="flush">
      <IdentityBar
        state={one.mark as MarkName}
        lead={
          <>
            <Mark state={one.mark as MarkName} fill>
              {say(`agent.status.${agent.status}`)}
            </Mark>
            <span className="t2">{say('console.dossier.agent')}</span>
          </>
        }
        title={book.name(agent.names)}
        company={
          organisation ? (
            <a href={`/console/companies/${organisation.id}`}>{book.name({ zh: organisation.titleZh, en: organisation.titleEn })}</a>
          ) : null
        }
        code={agent.identityCode}
        meta={[
          words.option('agentForms', agent.form),
          r.words.region(agent.region),
          ...(agent.createdAt ? [`${say('console.dossier.since')} ${formatMoment(agent.createdAt, r.today)}`] : []),
        ]}
      />
      <Tabs
        label={say('console.dossier.label')}
        tabs={[
          { href: base, text: say('case.tabs.overview'), current: search.tab !== 'timeline' },
          { href: `${base}?tab=timeline`, text: say('case.tabs.timeline'), current: search.tab === 'timeline' },
        ]}
      />
      {search.tab === 'timeline' ? (
        <History r={r} kind="agent" id={one.id} />
      ) : (
        <div className="dossier">
          <div>
            <Part title={say('console.dossier.versions')} end={String(versions.length)}>
              {versions.length === 0 ? (
                <p className="t2 below">{say('console.dossier.none')}</p>
              ) : (
                <PlainTable
                  caption={say('console.dossier.versions')}
                  heads={[
                    say('console.dossier.version'),
                    say('console.dossier.changeClass'),
                    say('console.dossier.filedOn'),
                    say('console.dossier.compare'),
                    say('console.dossier.hash'),
                  ]}
                  rows={versions.map((version) => {
                    const past = before(version)
                    const changed = past ? changeGroups(sideOf(past), sideOf(version), book, r.words) : []
                    const [count, loosening] = [
                      changed.reduce((sum, group) => sum + group.lines.length, 0),
                      changed.reduce((sum, group) => sum + group.loosening, 0),
                    ]
                    return [
                      <b key="v">{version.version}</b>,
                      words.option('changeClasses', version.changeClass),
                      <a key="f" href={`/console/filings/${version.filingId}`}>
                        {formatMoment(version.at, r.today)}
                      </a>,
                      past ? (
                        <a key="c" href={`${base}?compare=${version.hash}#compare`} className={loosening > 0 ? 'care' : undefined}>
                          {say('console.dossier.changes', { count, loosening })}
                        </a>
                      ) : (
                        say('console.dossier.comparePlain')
                      ),
                      <span key="h" className="mono t3">
                        {version.hash.slice(0, 12)}…
                      </span>,
                    ]
                  })}
                />
              )}
            </Part>
            {compared && base0 ? (
              <Part id="compare" title={`${base0.version} → ${compared.version}`}>
                <div className="scroll">
                  <Diff
                    heads={[say('case.changes.field'), <b key="b">{base0.version}</b>, <b key="a">{compared.version}</b>]}
                    groups={groups.map((group) => ({
                      key: group.section,
                      title: say(`case.application.section.${group.section}`),
                      note: say('case.changes.group', { count: group.lines.length }),
                      rows: group.lines.map((line) => ({
                        key: line.key.replaceAll(/[^\w]+/g, '-'),
                        field: line.field,
                        mono: line.mono,
                        before: line.before.length > 0 ? line.before : [say('case.changes.absent')],
                        after: line.after.length > 0 ? line.after : [say('case.changes.removed')],
                        ...(line.flag ? { flag: line.flag, pin: !line.loosens } : {}),
                      })),
                    }))}
                  />
                </div>
              </Part>
            ) : null}
            <Part title={say('console.dossier.filings')} end={String(filings.total)}>
              <CaseTable r={r} label={say('console.dossier.filings')} items={filings.items} about={(item) => r.words.pair(item.scenario)} />
            </Part>
            <Part title={say('console.dossier.deployments')} end={String(deployments.total)}>
              <CaseTable
                r={r}
                label={say('console.dossier.deployments')}
                items={deployments.items}
                about={(item) => r.words.pair(item.scenario)}
              />
            </Part>
            <Part title={say('console.dossier.obligations')} end={String(obligations.total)}>
              <CaseTable r={r} label={say('console.dossier.obligations')} items={obligations.items} />
            </Part>
          </div>
          <aside>
            <Part title={say('console.dossier.recalls')} end={String(recalls.total)}>
              {recalls.items.some((item) => item.mark === 'recalled') ? (
                <p className="below">
                  <Tag tone="stop">{say('state.recalled')}</Tag>
                </p>
              ) : null}
              <CaseTable r={r} label={say('console.dossier.recalls')} items={recalls.items} />
            </Part>
            <Part title={say('case.overview.summary')}>
              <DefinitionList
                entries={[
                  { key: 'purpose', term: say('console.dossier.purpose'), value: agent.purpose || say('case.application.empty') },
                  {
                    key: 'code',
                    term: say('console.dossier.identityCode'),
                    value: agent.identityCode ?? say('case.application.empty'),
                    mono: true,
                  },
                  ...(agent.retirement
                    ? [
                        {
                          key: 'retired',
                          term: say('agent.field.retirement'),
                          value: say('console.dossier.retired', { reason: agent.retirement.reason }),
                        },
                      ]
                    : []),
                ]}
              />
            </Part>
          </aside>
        </div>
      )}
    </main>
  )
}
