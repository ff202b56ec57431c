// The dossier of an organisation: particulars with acts of verification, agents, filings, deployments, recalls, letters, history.
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { Banner } from '#components/ui/alert'
import { DefinitionList, type Entry } from '#components/ui/definition-list'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { Tabs } from '#components/ui/tabs'
import type { One } from '#db/reads/case'
import type { Organisation } from '#domain/organisation/organisation'
import { formatMoment } from '#messages/format'
import { actsFor } from '#server/case-acts'
import { formWords } from '#server/form-words'
import { type OfficerReader, officerReader } from '#server/officer-reader'
import { wordBook } from '#server/word-book'
import { History } from '../../_case/history.tsx'
import { Letters } from '../../_case/letters.tsx'
import { CaseTable, Part } from '../../_case/parts.tsx'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ tab?: string; letter?: string; in?: string }> }
const tabs = ['overview', 'letters', 'timeline'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordBook()).say('console.dossier.company') }
}

export default async function CompanyDossier({ params, searchParams }: Props) {
  const [{ id: raw }, search] = await Promise.all([params, searchParams])
  const id = decodeURIComponent(raw)
  const r = await officerReader(`/console/companies/${raw}`)
  const { say, book } = r
  // An address may hold the credit code, which people have at hand.
  if (/^[0-9A-Z]{18}$/i.test(id)) {
    const found = await r.byNumber('organisation', id)
    if (found) redirect(`/console/companies/${found.id}`)
  }
  const one: One<Organisation> | null = await r.one('organisation', id)
  if (!one) notFound()
  const organisation = one.state as Organisation
  const base = `/console/companies/${one.id}`
  const tab = tabs.find((name) => name === search.tab) ?? 'overview'
  const mine = { organisationId: one.id, limit: 50 }
  const [{ forms, turn }, words, agents, filings, deployments, recalls, letters] = await Promise.all([
    actsFor(
      r,
      'organisation',
      one,
      {},
      organisation.status === 'verified' && !organisation.pending ? ['verify', 'refuseVerification'] : [],
    ),
    formWords(),
    r.list('agent', mine),
    r.list('filing', mine),
    r.list('deployment', mine),
    r.list('recall', mine),
    r.list('letter', mine),
  ])
  return (
    <main id="main" className="flush">
      <IdentityBar
        state={one.mark as MarkName}
        lead={
          <>
            <Mark state={one.mark as MarkName} fill>
              {say(`organisation.status.${organisation.status}`)}
            </Mark>
            <span className="t2">{say('console.dossier.company')}</span>
          </>
        }
        title={book.name(organisation.names)}
        code={organisation.creditCode}
        acts={
          forms.length > 0 ? (
            <Acts plural="organisations" id={one.id} version={one.version} forms={forms} words={words} first={2} plain={turn === null} />
          ) : undefined
        }
        meta={[
          say([`organisation.option.organisationKinds.${organisation.kind}`, `organisation.option.kind.${organisation.kind}`]),
          r.words.region(organisation.region),
          ...(organisation.registeredAt ? [`${say('console.dossier.since')} ${formatMoment(organisation.registeredAt, r.today)}`] : []),
        ]}
      />
      <Tabs
        label={say('console.dossier.label')}
        tabs={tabs.map((name) => ({
          href: name === 'overview' ? base : `${base}?tab=${name}`,
          text: say(`case.tabs.${name}`),
          count: name === 'letters' && letters.total > 0 ? String(letters.total) : undefined,
          current: name === tab,
        }))}
      />
      {tab === 'letters' ? (
        <Letters r={r} items={letters.items} chosen={search.letter ?? null} language={search.in ?? null} base={base} />
      ) : null}
      {tab === 'timeline' ? <History r={r} kind="organisation" id={one.id} /> : null}
      {tab === 'overview' ? (
        <div className="dossier">
          <div>
            {organisation.pending ? <Banner tone="care">{say('console.dossier.pendingNote')}</Banner> : null}
            <Part title={say('console.dossier.agents')} end={String(agents.total)}>
              <CaseTable r={r} label={say('console.dossier.agents')} items={agents.items} />
            </Part>
            <Part title={say('console.dossier.filings')} end={String(filings.total)}>
              <CaseTable
                r={r}
                label={say('console.dossier.filings')}
                items={filings.items}
                about={(item) => (
                  <>
                    {book.name({ zh: item.titleZh, en: item.titleEn })} <small className="t2">{r.words.pair(item.scenario)}</small>
                  </>
                )}
              />
              {filings.total > filings.items.length ? (
                <p className="cap below">
                  <a href={`/console/queue?tab=all&organisationId=${one.id}`}>{say('console.dossier.allOf', { count: filings.total })}</a>
                </p>
              ) : null}
            </Part>
            <Part title={say('console.dossier.deployments')} end={String(deployments.total)}>
              <CaseTable
                r={r}
                label={say('console.dossier.deployments')}
                items={deployments.items}
                about={(item) => (
                  <>
                    {book.name({ zh: item.titleZh, en: item.titleEn })} <small className="t2">{r.words.pair(item.scenario)}</small>
                  </>
                )}
              />
            </Part>
            <Part title={say('console.dossier.recalls')} end={String(recalls.total)}>
              <CaseTable r={r} label={say('console.dossier.recalls')} items={recalls.items} />
            </Part>
          </div>
          <aside>
            <Part title={say('console.dossier.particulars')}>
              <DefinitionList entries={particulars(r, organisation)} />
            </Part>
          </aside>
        </div>
      ) : null}
    </main>
  )
}

const particulars = (r: OfficerReader, organisation: Organisation): Entry[] => {
  const { say } = r
  const none = <span className="t3">{say('case.application.empty')}</span>
  const { creditCode, address, representative, securityOfficer, contacts, commitment, verification, refusal, suspension, closure } =
    organisation
  // A person's parts in the order in which people say them, whatever order the record keeps.
  const order = ['name', 'title', 'role', 'purpose', 'phone', 'email']
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  const flat = (value: unknown): string =>
    value === null || value === undefined
      ? ''
      : typeof value === 'object'
        ? Object.entries(value)
            .sort(([a], [b]) => place(a) - place(b))
            .map(([, inner]) => flat(inner))
            .filter(Boolean)
            .join(' · ')
        : String(value)
  return [
    { key: 'code', term: say('console.dossier.creditCode'), value: creditCode ?? none, mono: true },
    { key: 'region', term: say('console.dossier.region'), value: r.words.region(organisation.region) },
    { key: 'address', term: say('console.dossier.address'), value: address ?? none },
    { key: 'representative', term: say('console.dossier.representative'), value: flat(representative) || none },
    { key: 'officer', term: say('console.dossier.securityOfficer'), value: flat(securityOfficer) || none },
    {
      key: 'contacts',
      term: say('console.dossier.contacts'),
      value:
        contacts.length > 0 ? (
          <ul>
            {contacts.map((contact) => (
              <li key={flat(contact)}>{flat(contact)}</li>
            ))}
          </ul>
        ) : (
          none
        ),
    },
    {
      key: 'commitment',
      term: say('console.dossier.commitment'),
      value: commitment ? say('console.dossier.commitmentBy', { name: commitment.signedBy, on: commitment.signedOn }) : none,
    },
    ...(organisation.pending
      ? [
          {
            key: 'pending',
            term: say('console.dossier.pending'),
            value: (
              <ul>
                {Object.entries(organisation.pending).map(([field, value]) => (
                  <li key={field}>
                    {say(`organisation.field.${field}`)}: {flat(value)}
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...(verification
      ? [
          {
            key: 'verification',
            term: say('console.dossier.verification'),
            value: `${formatMoment(verification.at, r.today)} · ${verification.evidence}`,
          },
        ]
      : []),
    ...(refusal ? [{ key: 'refusal', term: say('organisation.field.refusal'), value: refusal.reasons.map(flat).join('; ') }] : []),
    ...(suspension
      ? [
          {
            key: 'suspension',
            term: say('organisation.field.suspension'),
            value: `${formatMoment(suspension.at, r.today)} · ${suspension.reason}`,
          },
        ]
      : []),
    ...(closure
      ? [{ key: 'closure', term: say('organisation.field.closure'), value: `${formatMoment(closure.at, r.today)} · ${closure.reason}` }]
      : []),
  ]
}
