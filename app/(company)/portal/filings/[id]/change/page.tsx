// A change of what is filed: the parts to write, what differs with its class and the reason, and the signature.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { ChangeDay } from '#components/filing/change-day'
import { ChangeTable } from '#components/filing/change-table'
import { Banner } from '#components/ui/alert'
import { LinkButton } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { Scroll } from '#components/ui/scroll'
import { Crumbs, SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { changesOf, openChange } from '#domain/filing/change-state'
import { filing as filingKind } from '#domain/filing/filing'
import { lacking } from '#domain/filing/revision'
import { changeHeads, changeRows, changeView } from '#server/change-view'
import { companyReader } from '#server/company-reader'
import { wizardTasks } from '#server/filing-tasks'
import { formWords } from '#server/form-words'
import { formsOf } from '#server/portal-case'
import { faultWords, filingOf } from '#server/wizard-view'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('filingChange.title') }
}

export default async function ChangePage({ params }: Params) {
  const { id } = await params
  const r = await companyReader()
  const { say } = r
  const { found, filing } = await filingOf(r, id)
  const mayWrite = found.moves.includes('proposeChange')
  if (!filing.decision || (!mayWrite && changesOf(filing).length === 0)) return notFound()
  const change = openChange(filing)
  const isWritten = change?.stage === 'proposed'
  const [forms, words] = await Promise.all([formsOf(filingKind, found.moves, ['confirmChange', 'withdrawChange']), formWords()])
  const view = change ? changeView(r, filing, change) : null
  const lacks = change && isWritten ? lacking(change) : []
  const rows = changeRows(r, filing)
  const base = `/portal/filings/${id}`
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <header>
        <Crumbs
          label={say('portal.crumbs')}
          items={[{ href: base, text: `${say('filingChange.back')} ${found.number ?? ''}` }, { text: say('filingChange.title') }]}
        />
        <h1>{say('filingChange.title')}</h1>
        <p className="t2" style={{ maxWidth: 720 }}>
          {say('filingChange.about')}
        </p>
      </header>
      {change && found.dueOn && isWritten ? <Banner tone="care" title={say('filingChange.by', { on: found.dueOn })} /> : null}
      {mayWrite && (!change || isWritten) ? (
        <section aria-labelledby="parts" style={{ paddingTop: 20 }}>
          <SectionHead id="parts" title={say('filingChange.parts')} />
          <ul style={{ paddingTop: 8, columns: '220px auto' }}>
            {wizardTasks
              .filter((task) => task !== 'scenarios')
              .map((task) => (
                <li key={task}>
                  <a href={`${base}/change/${task}`}>{say(`wizard.task.${task}`)}</a>
                </li>
              ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="difference" style={{ paddingTop: 28 }}>
        <SectionHead id="difference" title={say('filingChange.difference')} />
        {view ? (
          <ChangeTable
            {...view}
            words={{
              field: say('filingChange.field'),
              before: say('filingChange.before'),
              after: say('filingChange.after'),
              more: say('filingChange.more'),
              difference: say('filingChange.difference'),
            }}
          />
        ) : (
          <Empty title={say('filingChange.nothing')} level={3}>
            {say('filingChange.nothingHint')}
          </Empty>
        )}
      </section>
      {change && isWritten && mayWrite ? (
        <div style={{ paddingTop: 28, maxWidth: 720 }}>
          <ChangeDay
            key={found.version}
            id={id}
            version={found.version}
            changedOn={change.changedOn}
            reason={change.reason}
            words={{
              when: say('filingChange.when'),
              whenHint: say('filingChange.whenHint'),
              reason: say('filingChange.reason'),
              save: say('filingChange.save'),
              saving: say('filingChange.saving'),
              saved: say('filingChange.saved'),
              notSaved: say('filingChange.notSaved'),
              network: say('filingChange.network'),
            }}
          />
        </div>
      ) : null}
      {change ? (
        <section aria-labelledby="sign" style={{ paddingTop: 28 }}>
          <SectionHead id="sign" title={say('filingChange.sign')} />
          {lacks.length > 0 ? (
            <>
              <p className="care" style={{ paddingTop: 8 }}>
                {say('filingChange.lacks', { count: lacks.length })}
              </p>
              <ul>
                {lacks.map((lack) => (
                  <li key={`${lack.code}${JSON.stringify(lack.facts)}`}>{faultWords(r, lack)}</li>
                ))}
              </ul>
            </>
          ) : null}
          {isWritten && !found.moves.includes('confirmChange') ? <p className="t2">{say('filingChange.whoSigns')}</p> : null}
          <div style={{ paddingTop: 12 }}>
            <Acts
              plural="filings"
              id={id}
              version={found.version}
              forms={forms.filter((form) => form.command !== 'confirmChange' || isWritten)}
              words={words}
            />
          </div>
        </section>
      ) : null}
      {rows.length > 0 ? (
        <section aria-labelledby="history" style={{ paddingTop: 28 }}>
          <SectionHead id="history" title={say('filingChange.history')} />
          <Scroll label={say('filingChange.history')}>
            <PlainTable caption={say('filingChange.history')} heads={changeHeads(r)} rows={rows.map((row) => row.cells)} />
          </Scroll>
          {changesOf(filing)
            .filter((one) => one.stage === 'referred')
            .map((one) => (
              <p key={one.no} style={{ paddingTop: 12 }}>
                <LinkButton href={`/portal/filings/new?follows=${id}&change=${one.no}${filing.agentId ? `&agent=${filing.agentId}` : ''}`}>
                  {say('filingChange.newFiling', { no: one.no })}
                </LinkButton>
              </p>
            ))}
        </section>
      ) : null}
    </main>
  )
}
