// The filing as it was signed, part by part: what the company wrote, what a file said and who confirmed it, the authority matrix under its ceiling.
import type { ReactNode } from 'react'
import { FileList } from '#components/case/file-list'
import { Banner } from '#components/ui/alert'
import { AuthorityMatrix, Meter } from '#components/ui/authority-matrix'
import { Segments } from '#components/ui/button'
import { DefinitionList, type Entry } from '#components/ui/definition-list'
import { Tag } from '#components/ui/mark'
import { SectionList } from '#components/ui/review'
import { PlainTable } from '#components/ui/table'
import { authorityMix } from '#domain/agent/matrix'
import type { DraftVersion } from '#domain/agent/version'
import { type AuthorityMode, authorityModes } from '#domain/agent/vocabulary'
import { filingSections } from '#domain/filing/vocabulary'
import type { Opening } from '#domain/scenario/opening-state'
import { formatMoment, formatNumber } from '#messages/format'
import { contentWords } from '#server/content-words'
import { fileLines, fileListWords } from '#server/file-words'
import type { FilingCase } from '#server/filing-case'
import { signatureWords } from '#server/provenance-words'
import { Part } from '../../_case/parts.tsx'

const wayOf = { autonomous: 'alone', user_authorised: 'ask', user_only: 'user' } as const
/** The acts that only read or draft come second: what changes something is what an officer looks for. */
const reading = ['content', 'record_read', 'judgement']

/** The tightest ceiling of the openings in force for the scenarios of the filing, with its version. */
const ceilingOf = async (c: FilingCase): Promise<{ mode: AuthorityMode; no: number } | null> => {
  const { r, filing } = c
  const pages = await Promise.all(
    filing.scenarios.map((scenario) => r.list('opening', { scenario: [`${filing.sector}:${scenario}`], limit: 5 })),
  )
  const openings = (await Promise.all(pages.flatMap((page) => page.items).map((item) => r.one<Opening>('opening', item.id)))).flatMap(
    (one) => (one ? [one.state as Opening] : []),
  )
  const standing = openings.flatMap((opening) =>
    opening.status === 'open' || opening.status === 'open_conditional'
      ? (opening.versions.findLast((version) => version.inForceOn <= r.today) ?? [])
      : [],
  )
  return standing.reduce<{ mode: AuthorityMode; no: number } | null>(
    (tightest, { no, content }) =>
      tightest === null || authorityModes.indexOf(content.autonomyCeiling) < authorityModes.indexOf(tightest.mode)
        ? { mode: content.autonomyCeiling, no }
        : tightest,
    null,
  )
}

export async function Application({ c, no, base }: { c: FilingCase; no: string | null; base: string }) {
  const { r, filing, who } = c
  const { say, book, locale } = r
  const revision = filing.revisions.find((one) => String(one.no) === no) ?? c.revision
  const content: DraftVersion = revision?.content ?? filing.content
  const use = revision?.use ?? filing.use
  const words = contentWords(book)
  const ceiling = await ceilingOf(c)
  const open = filing.claims.filter((claim) => claim.confirmedBy === null)
  const [files, listWords] = await Promise.all([fileLines(revision?.documents ?? [], r.today, filing), fileListWords()])
  const none = <span className="t3">{say('case.application.empty')}</span>
  const claimed = (path: string): ReactNode => {
    const claim = filing.claims.find((one) => one.path === path || one.path.startsWith(`${path}/`))
    if (!claim) return null
    return claim.confirmedBy === null ? (
      <Tag tone="care">{say('case.application.claimed')}</Tag>
    ) : (
      <Tag>{say('case.application.confirmed', { name: who(claim.confirmedBy) })}</Tag>
    )
  }
  const value = (steps: readonly string[], what: unknown): ReactNode =>
    what === undefined || what === null || what === '' ? (
      none
    ) : (
      <>
        {words.value(steps, what)} {claimed(`/${steps.join('/')}`)}
      </>
    )
  const entry = (field: keyof DraftVersion): Entry => ({ key: field, term: words.field([field]), value: value([field], content[field]) })
  const lines = (steps: readonly string[], list: readonly string[] | undefined): Entry => ({
    key: steps.join('-'),
    term: words.field(steps),
    value:
      list && list.length > 0 ? (
        <ul>
          {list.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ) : (
        none
      ),
  })
  const yesNo = (flag: boolean | undefined) => (flag === undefined ? none : say(flag ? 'case.application.yes' : 'case.application.no'))
  const mix = authorityMix(content.authorityMatrix ?? [])
  const rowsOf = (isReading: boolean) =>
    (content.authorityMatrix ?? []).map((row, place) => ({ row, place })).filter(({ row }) => reading.includes(row.category) === isReading)
  const title = (section: string) => say(`case.application.section.${section}`)
  return (
    <div className="review sections">
      <SectionList
        label={say('case.application.sections')}
        title={say('case.application.sections')}
        sections={[
          ...filingSections.map((section) => ({ href: `#${section}`, mark: 'none' as const, word: '', text: title(section) })),
          { href: '#documents', mark: 'none' as const, word: '', text: say('attachment.plural') },
        ]}
      />
      <section className="px-6 pb-8">
        {revision ? (
          <div className="row below">
            <span className="t2">
              {say('case.application.viewing', { no: revision.no })} ·{' '}
              {say('case.application.signedBy', { name: who(revision.by), at: formatMoment(revision.at, r.today) })}
            </span>
            {filing.revisions.length > 1 ? (
              <Segments
                label={say('case.application.earlier')}
                items={filing.revisions.map((one) => ({
                  href: `${base}?tab=application&revision=${one.no}`,
                  text: String(one.no),
                  current: one.no === revision.no,
                }))}
              />
            ) : null}
          </div>
        ) : (
          <Banner tone="care">{say('case.application.notSigned')}</Banner>
        )}
        {(filing.imports ?? []).map((file) => {
          const signature = signatureWords(book, file)
          const waiting = open.filter((claim) => claim.source === file.sourceHash).length
          return (
            <Banner
              key={file.sourceHash}
              tone={signature?.tone === 'stop' ? 'stop' : waiting > 0 || signature?.tone === 'care' ? 'care' : 'plain'}
              title={`${say('case.application.fromFile')}: ${say('case.application.fromFileValue', { format: words.option('importFormats', file.format), file: file.fileName ?? '\u2013', at: formatMoment(file.at, r.today) })}`}
            >
              {say('case.application.unconfirmed', { count: waiting })}
              {signature ? ` \u00b7 ${signature.text} ` : ' '}
              <span className="mono t3">{file.sourceHash.slice(0, 12)}…</span>
            </Banner>
          )
        })}
        {(filing.identities ?? []).map(({ provider, filer, answer }) => (
          <Banner key={provider} tone="care" title={say('wizard.provenance.identityTitle', { provider, filer })}>
            {answer
              ? say('wizard.provenance.identityDone', {
                  relation: say(`filing.option.providerRelations.${answer.relation}`),
                  explanation: answer.explanation,
                })
              : say('wizard.provenance.identityNeeded', { count: 1 })}
          </Banner>
        ))}
        <Part title={title('basics')} id="basics">
          <DefinitionList
            entries={[
              { key: 'sector', term: say('case.application.sector'), value: r.words.sector(revision?.sector ?? filing.sector) },
              {
                key: 'scenarios',
                term: say('case.application.scenarios'),
                value: (revision?.scenarios ?? filing.draftScenarios).map(r.words.scenario).join(words.join),
              },
              { key: 'region', term: say('case.application.region'), value: r.words.region(filing.region) },
              ...(revision?.answer ? [{ key: 'answer', term: say('case.application.answer'), value: revision.answer }] : []),
              ...(revision ? [{ key: 'hash', term: say('case.application.hash'), value: revision.hash, mono: true }] : []),
            ]}
          />
        </Part>
        <Part title={title('use')} id="use">
          <DefinitionList
            entries={(
              [
                'registeredUsers',
                'monthlyUsers',
                'careOfPersons',
                'systemPermission',
                'machineAction',
                'pesticide',
                'opinionCapacity',
                'decidesOnPersons',
                'serviceStartedOn',
              ] as const
            ).map((field) => ({
              key: field,
              term: say(`case.application.use_field.${field}`),
              value:
                use[field] === undefined || use[field] === null
                  ? none
                  : typeof use[field] === 'number'
                    ? formatNumber(locale, use[field] as number)
                    : typeof use[field] === 'boolean'
                      ? yesNo(use[field] as boolean)
                      : String(use[field]),
            }))}
          />
        </Part>
        <Part title={title('name_and_version')} id="name_and_version">
          <DefinitionList
            entries={(
              [
                'names',
                'version',
                'changeClass',
                'purpose',
                'form',
                'publicFacing',
                'autonomyLevel',
                'identityCode',
                'buildHash',
                'basedOnHash',
              ] as const
            ).map(entry)}
          />
        </Part>
        <Part title={title('skills_and_tools')} id="skills_and_tools">
          <DefinitionList
            entries={[lines(['capability', 'can'], content.capability?.can), lines(['capability', 'cannot'], content.capability?.cannot)]}
          />
          <List
            title={words.field(['models'])}
            none={say('case.application.nothing')}
            heads={[
              say('case.application.model.name'),
              say('case.application.model.provider'),
              say('case.application.model.access'),
              say('case.application.model.filingNo'),
            ]}
            rows={(content.models ?? []).map((model, place) => [
              <span key="n">
                {model.name} {claimed(`/models/${place}`)}
              </span>,
              model.provider,
              words.option('modelAccessModes', model.accessMode),
              <span key="f" className="mono">
                {model.filingNo ?? (model.hash ? `${model.hash.slice(0, 8)}…` : '–')}
              </span>,
            ])}
          />
          <List
            title={words.field(['tools'])}
            none={say('case.application.nothing')}
            heads={[
              say('case.application.tool.name'),
              say('case.application.tool.kind'),
              say('case.application.tool.permissions'),
              say('case.application.tool.source'),
            ]}
            rows={(content.tools ?? []).map((tool, place) => [
              <span key="n">
                <b>{tool.name}</b> {claimed(`/tools/${place}`)}
                <small className="t2 block">{tool.description}</small>
              </span>,
              words.option('toolKinds', tool.kind),
              tool.permissions.map((one) => words.option('toolPermissions', one)).join(words.join) || '–',
              <span key="s" className="mono">
                {tool.source || '–'}
              </span>,
            ])}
          />
          <List
            title={words.field(['skills'])}
            none={say('case.application.nothing')}
            heads={[say('case.application.skill.name'), say('case.application.skill.description')]}
            rows={(content.skills ?? []).map((skill) => [skill.name, skill.description])}
          />
          <List
            title={words.field(['endpoints'])}
            none={say('case.application.nothing')}
            heads={[
              say('case.application.endpoint.url'),
              say('case.application.endpoint.transport'),
              say('case.application.endpoint.authentication'),
            ]}
            rows={(content.endpoints ?? []).map((one) => [
              <span key="u" className="mono">
                {one.url}
              </span>,
              words.option('transports', one.transport),
              one.authentication.map((kind) => words.option('authenticationKinds', kind)).join(words.join) || '–',
            ])}
          />
        </Part>
        <Part title={title('authority')} id="authority">
          <div className="row below">
            <Meter
              counts={[mix.autonomous, mix.user_authorised, mix.user_only]}
              says={say('case.overview.mix', { alone: mix.autonomous, ask: mix.user_authorised, user: mix.user_only })}
            />
          </div>
          <div className="scroll">
            <AuthorityMatrix
              readOnly
              words={{
                caption: say('case.application.matrixWords.caption'),
                action: say('case.application.matrixWords.action'),
                alone: say('case.application.matrixWords.alone'),
                ask: say('case.application.matrixWords.ask'),
                user: say('case.application.matrixWords.user'),
                limit: say('case.application.matrixWords.limit'),
                evidence: say('case.application.matrixWords.evidence'),
              }}
              groups={[false, true]
                .map((isReading) => ({
                  key: String(isReading),
                  title: say(isReading ? 'case.application.matrixGroup.reads' : 'case.application.matrixGroup.acts'),
                  rows: rowsOf(isReading).map(({ row, place }) => ({
                    key: `row-${row.id}`,
                    number: place + 1,
                    action: row.action,
                    note: (
                      <>
                        {words.option('actionCategories', row.category)} {claimed(`/authorityMatrix/${place}`)}
                      </>
                    ),
                    way: wayOf[row.mode],
                    ...(ceiling ? { ceiling: wayOf[ceiling.mode] } : {}),
                    ...(ceiling && authorityModes.indexOf(row.mode) > authorityModes.indexOf(ceiling.mode)
                      ? { error: say('case.application.aboveCeiling', { no: ceiling.no }) }
                      : {}),
                    limit: words.limits(row),
                    evidence: row.evidence ?? '–',
                  })),
                }))
                .filter((group) => group.rows.length > 0)}
            />
          </div>
        </Part>
        <Part title={title('data')} id="data">
          <DefinitionList
            entries={[
              entry('dataCategories'),
              ...(['retention', 'retentionDays', 'sharedBetweenUsers', 'userMayErase', 'usedForTraining'] as const).map((field) => ({
                key: field,
                term: words.field(['memory', field]),
                value: value(['memory', field], content.memory?.[field]),
              })),
            ]}
          />
        </Part>
        <Part title={title('guardrails')} id="guardrails">
          <List
            title={words.field(['guardrails'])}
            none={say('case.application.nothing')}
            heads={[
              say('case.application.guardrail.trigger'),
              say('case.application.guardrail.effect'),
              say('case.application.guardrail.test'),
              say('case.application.guardrail.on'),
            ]}
            rows={(content.guardrails ?? []).map((one) => [
              <span key="t">
                {one.trigger}
                <small className="t2 block">{words.option('guardrailKinds', one.kind)}</small>
              </span>,
              words.option('guardrailEffects', one.effect),
              one.testCase ?? none,
              one.lastTestedOn ?? none,
            ])}
          />
        </Part>
        <Part title={title('stop_and_appeal')} id="stop_and_appeal">
          <DefinitionList
            entries={(['stopMethod', 'stopWithinSeconds', 'humanTakeover', 'appealChannel'] as const).map((field) => ({
              key: field,
              term: words.field(['oversight', field]),
              value:
                field === 'stopWithinSeconds' && content.oversight?.stopWithinSeconds != null
                  ? say('case.application.seconds', { count: formatNumber(locale, content.oversight.stopWithinSeconds) })
                  : value(['oversight', field], content.oversight?.[field]),
            }))}
          />
        </Part>
        <Part title={title('vulnerable_users')} id="vulnerable_users">
          <DefinitionList entries={(['anthropomorphic', 'minorsPossible', 'elderlyPossible', 'protection'] as const).map(entry)} />
        </Part>
        <Part title={say('attachment.plural')} id="documents">
          <FileList files={files} words={listWords} />
        </Part>
      </section>
    </div>
  )
}

function List({
  title,
  heads,
  rows,
  none,
}: {
  title: string
  heads: readonly string[]
  rows: readonly (readonly ReactNode[])[]
  none: string
}) {
  return (
    <>
      <h3 className="below">{title}</h3>
      {rows.length === 0 ? <p className="t2">{none}</p> : <PlainTable caption={title} heads={heads} rows={rows} />}
    </>
  )
}
