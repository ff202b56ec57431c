// The company itself: its particulars and whether they are verified, its security officer, and its people with their posts.
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Acts } from '#components/case/acts'
import { CommandForm } from '#components/case/command-form'
import { KeyForm } from '#components/portal/key-form'
import { Banner } from '#components/ui/alert'
import { DefinitionList } from '#components/ui/definition-list'
import { Mark, type MarkName } from '#components/ui/mark'
import { Headline, SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { organisation as organisationKind } from '#domain/organisation/organisation'
import { keysOf, missingParticulars, type Organisation } from '#domain/organisation/state'
import { person as personKind } from '#domain/person/person'
import { type Person, standingPosts } from '#domain/person/state'
import { rolesOfRepresentative } from '#domain/person/vocabulary'
import { proofPayload } from '#domain/signing/proof'
import { formatMoment } from '#messages/format'
import { companyReader } from '#server/company-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import { formsOf } from '#server/portal-case'
import { regionOptions } from '#server/portal-options'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('portal.nav.company') }
}

export default async function CompanyPage() {
  const r = await companyReader()
  const { say, book, words, today, organisationId } = r
  const [found, people, allWords] = await Promise.all([
    r.one<Organisation>('organisation', organisationId),
    r.list('person', { organisationId, limit: 200 }),
    formWords(),
  ])
  if (!found)
    return (
      <main id="main" className="wrap">
        <Headline title={say('portal.company.none')} />
      </main>
    )
  const company = found.state as Organisation
  const values = Object.fromEntries(
    (['names', 'creditCode', 'region', 'address', 'representative', 'securityOfficer', 'contacts'] as const).flatMap((name) =>
      company[name] === null ? [] : [[name, company[name]]],
    ),
  )
  const [forms, persons, create] = await Promise.all([
    formsOf(
      organisationKind,
      found.moves.filter((move) => move !== 'signCommitment' || company.commitment === null),
      ['signCommitment', 'amend', 'close'],
      {
        amend: {
          values,
          options: {
            region: regionOptions(r),
            'representative.personId': people.items.map((item) => ({
              value: item.id,
              label: book.name({ zh: item.titleZh, en: item.titleEn }),
            })),
          },
        },
      },
    ),
    Promise.all(people.items.map((item) => r.one<Person>('person', item.id))),
    r.has('representative') ? formOf(personKind, 'create', { hide: ['organisationId'] }) : null,
  ])
  const missing = missingParticulars(company)
  const keys = keysOf(company)
  const active = keys.filter((key) => key.retired === null)
  const retire =
    found.moves.includes('retireKey') && active.length > 0
      ? await formOf(organisationKind, 'retireKey', {
          options: { keyId: active.map((key) => ({ value: key.keyId, label: `${key.label} \u00b7 ${key.keyId}` })) },
        })
      : null
  const mark = found.mark as MarkName
  const entry = (key: string, value: ReactNode, mono = false) => ({
    key,
    term: say(`organisation.field.${key}`),
    value: value || <span className="t3">{say('ui.form.notProvided')}</span>,
    mono,
  })
  const lines = await Promise.all(
    persons
      .flatMap((one) => (one ? [one] : []))
      .map(async (one) => {
        const person = one.state as Person
        const posts = standingPosts(person, today).filter((post) => post.organisationId === organisationId)
        const own = posts.filter((post) => (rolesOfRepresentative as readonly string[]).includes(post.role))
        const acts = await formsOf(
          personKind,
          one.moves.filter((move) => move !== 'endPost' || own.length > 0),
          ['appoint', 'endPost', 'dismiss', 'reinstate'],
          {
            appoint: {
              options: { role: rolesOfRepresentative.map((role) => ({ value: role, label: say(`role.${role}`) })) },
              hide: ['authorityId', 'sectors', 'region', 'organisationId'],
            },
            endPost: { options: { postId: own.map((post) => ({ value: post.id, label: say(`role.${post.role}`) })) } },
          },
        )
        return { one, person, posts, acts }
      }),
  )
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline
        title={book.name(company.names)}
        about={
          <Mark state={mark} fill>
            {say(`organisation.status.${company.status}`)}
          </Mark>
        }
        end={<Acts plural="organisations" id={organisationId} version={found.version} forms={forms} words={allWords} first={2} />}
      />
      {company.status === 'verified' ? null : (
        <Banner tone="care" title={say('portal.home.unverified')}>
          {missing.length > 0
            ? say('portal.company.missing', {
                items: missing.map((particular) => say(`organisation.option.particulars.${particular}`)).join(say('portal.join')),
              })
            : say('portal.company.waiting')}
        </Banner>
      )}
      {company.refusal ? (
        <Banner tone="care" title={say('organisation.status.refused')}>
          {company.refusal.reasons
            .map((reason) => `${say(`organisation.option.organisationRefusalGrounds.${reason.ground}`)}: ${reason.explanation}`)
            .join(' ')}
        </Banner>
      ) : null}
      {company.suspension ? (
        <Banner tone="stop" title={say('organisation.status.suspended')}>
          {company.suspension.reason} {company.suspension.basis}
        </Banner>
      ) : null}
      {company.pending ? <Banner title={say('portal.company.pending')} /> : null}
      <section aria-labelledby="particulars" style={{ paddingTop: 20 }}>
        <SectionHead
          id="particulars"
          title={say('portal.company.particulars')}
          end={company.registeredAt ? formatMoment(company.registeredAt, today) : undefined}
        />
        <DefinitionList
          entries={[
            entry('names', [company.names.zh, company.names.en].filter(Boolean).join(' · ')),
            entry('creditCode', company.creditCode, true),
            entry('region', words.region(company.region)),
            entry('address', company.address),
            entry('representative', company.representative?.name),
            entry(
              'commitment',
              company.commitment
                ? say('portal.company.committed', { by: company.commitment.signedBy, on: company.commitment.signedOn })
                : null,
            ),
          ]}
        />
      </section>
      <section id="security-officer" aria-labelledby="officer" style={{ paddingTop: 28 }}>
        <SectionHead id="officer" title={say('organisation.field.securityOfficer')} />
        {company.securityOfficer ? (
          <DefinitionList
            entries={[
              entry('name', company.securityOfficer.name),
              entry('phone', company.securityOfficer.phone),
              entry('email', company.securityOfficer.email),
            ]}
          />
        ) : (
          <p className="care" style={{ paddingTop: 8 }}>
            {say('portal.company.noOfficer')}
          </p>
        )}
        {company.contacts.length > 0 ? (
          <PlainTable
            caption={say('organisation.field.contacts')}
            heads={[
              say('organisation.field.purpose'),
              say('organisation.field.name'),
              say('organisation.field.phone'),
              say('organisation.field.email'),
            ]}
            rows={company.contacts.map((contact) => [
              say(`organisation.option.contactPurposes.${contact.purpose}`),
              contact.name,
              contact.phone,
              contact.email,
            ])}
          />
        ) : null}
      </section>
      <section aria-labelledby="keys" style={{ paddingTop: 28 }}>
        <SectionHead id="keys" title={say('portal.company.keys')} count={keys.length > 0 ? keys.length : undefined} />
        <p className="t2" style={{ paddingBlock: 8, maxWidth: 720 }}>
          {say('portal.company.keysAbout')}
        </p>
        {keys.length === 0 ? (
          <p className="t2">{say('portal.company.noKeys')}</p>
        ) : (
          <PlainTable
            caption={say('portal.company.keys')}
            heads={[
              say('organisation.field.keyId'),
              say('organisation.field.label'),
              say('organisation.field.algorithm'),
              say('portal.company.keySince'),
              say('portal.company.keyState'),
            ]}
            rows={keys.map((key) => [
              <span key="k" className="mono" style={{ overflowWrap: 'anywhere' }}>
                {key.keyId}
              </span>,
              key.label,
              key.algorithm,
              formatMoment(key.registeredAt, today),
              key.retired ? say('portal.company.keyRetired', { reason: key.retired.reason }) : say('portal.company.keyActive'),
            ])}
          />
        )}
        {retire ? (
          <Acts plural="organisations" id={organisationId} version={found.version} forms={[retire]} words={allWords} first={1} />
        ) : null}
        {found.moves.includes('registerKey') && company.creditCode ? (
          <details style={{ paddingTop: 16 }}>
            <summary className="btn">{say('organisation.command.registerKey.label')}</summary>
            <div className="narrow" style={{ paddingTop: 12 }}>
              <KeyForm
                id={organisationId}
                version={found.version}
                payload={proofPayload(organisationId, company.creditCode)}
                words={{
                  paste: say('portal.company.keyPaste'),
                  pasteHint: say('portal.company.keyPasteHint'),
                  private: say('portal.company.keyPrivate'),
                  notJson: say('portal.company.keyNotJson'),
                  sign: say('portal.company.keySign'),
                  label: say('organisation.field.label'),
                  proof: say('organisation.field.proof'),
                  submit: allWords.submit,
                  sending: allWords.sending,
                  offline: allWords.network,
                  missing: allWords.missing,
                }}
              />
            </div>
          </details>
        ) : null}
      </section>
      <section aria-labelledby="people" style={{ paddingTop: 28 }}>
        <SectionHead id="people" title={say('portal.company.people')} count={lines.length > 0 ? lines.length : undefined} />
        {lines.length === 0 ? (
          <p className="t2" style={{ paddingTop: 8 }}>
            {say('ui.form.none')}
          </p>
        ) : (
          <PlainTable
            caption={say('portal.company.people')}
            heads={[say('organisation.field.name'), say('portal.company.posts'), say('portal.col.state'), say('form.acts')]}
            rows={lines.map(({ one, person, posts, acts }) => [
              book.name(person.names),
              posts
                .map((post) => `${say(`role.${post.role}`)}${post.toOn ? ` ${say('portal.company.until', { on: post.toOn })}` : ''}`)
                .join(say('portal.join')) || '–',
              <Mark key="m" state={one.mark as MarkName}>
                {say(`person.status.${person.status}`)}
              </Mark>,
              acts.length > 0 ? (
                <Acts
                  key="a"
                  plural="persons"
                  id={one.id}
                  version={one.version}
                  forms={acts}
                  words={allWords}
                  first={0}
                  fixed={{ appoint: { organisationId } }}
                />
              ) : (
                '–'
              ),
            ])}
          />
        )}
        {create ? (
          <details style={{ paddingTop: 16 }}>
            <summary className="btn">{create.label}</summary>
            <div className="narrow" style={{ paddingTop: 12 }}>
              <CommandForm plural="persons" id={null} version={null} form={create} words={allWords} fixed={{ organisationId }} />
            </div>
          </details>
        ) : null}
      </section>
    </main>
  )
}
