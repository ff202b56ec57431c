// Check the answers before signing: everything written, with a way back to change it, what is missing said, the plain label, and the signature.
import type { Metadata } from 'next'
import { CommandForm } from '#components/case/command-form'
import { FileList } from '#components/case/file-list'
import { Banner } from '#components/ui/alert'
import { CheckAnswers } from '#components/ui/definition-list'
import { Powers } from '#components/ui/powers'
import { Crumbs, SectionHead } from '#components/ui/section'
import { Needs } from '#components/wizard/task-form'
import { filing as filingKind } from '#domain/filing/filing'
import { companyReader } from '#server/company-reader'
import { fileLines, fileListWords } from '#server/file-words'
import { contentOf, wizardTasks } from '#server/filing-tasks'
import { formOf } from '#server/form'
import { answerLines } from '#server/form-answers'
import { formWords } from '#server/form-words'
import { labelColumns } from '#server/label-words'
import { taskFields } from '#server/wizard-form'
import { draftHash, expectedLanes, faultWords, filingOf, isChangedSinceSigned, tasksOf } from '#server/wizard-view'
import { Provenance } from '../provenance.tsx'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('wizard.check.title') }
}

export default async function CheckPage({ params }: Params) {
  const { id } = await params
  const r = await companyReader()
  const { say, book, words } = r
  const { found, filing } = await filingOf(r, id)
  const { states, lacks, unconfirmed, unexplained, isComplete } = await tasksOf(r, filing, found.moves)
  const command = found.moves.includes('submit') ? 'submit' : found.moves.includes('resubmit') ? 'resubmit' : null
  const [fieldsOfTasks, form, allWords] = await Promise.all([
    Promise.all(wizardTasks.map((task) => taskFields(task, filing))),
    command ? formOf(filingKind, command) : null,
    formWords(),
  ])
  const lanes = expectedLanes(r, filing)
  const hash = draftHash(filing)
  const base = `/portal/filings/${id}`
  const backHref = filing.status === 'draft' ? base : `${base}/tasks`
  const missing = [
    ...new Set([
      ...lacks.map((lack) => faultWords(r, lack)),
      ...(unexplained.length > 0 ? [say('wizard.provenance.identityNeeded', { count: unexplained.length })] : []),
      ...(unconfirmed.length > 0 ? [say('wizard.check.unconfirmed', { count: unconfirmed.length })] : []),
    ]),
  ]
  const [files, listWords] = await Promise.all([fileLines(filing.documents, r.today, filing), fileListWords()])
  const isSigning = filing.status === 'draft' || isChangedSinceSigned(filing)
  return (
    <main id="main" className="form" style={{ maxWidth: 860 }}>
      <header>
        <Crumbs label={say('portal.crumbs')} items={[{ href: backHref, text: say('wizard.tasks') }, { text: say('wizard.check.title') }]} />
        <h1>{say('wizard.check.title')}</h1>
        <p className="t2">{say('wizard.check.about')}</p>
      </header>
      <Needs title={say('wizard.check.missing', { count: missing.length })} needs={missing} />
      {(filing.identities ?? []).length > 0 || (filing.imports ?? []).length > 0 ? (
        <Provenance r={r} filing={filing} moves={[]} version={found.version} />
      ) : null}
      {wizardTasks.map((task, index) => {
        const state = states.find((one) => one.task === task)
        const fields = fieldsOfTasks[index] ?? []
        const values = task === 'use' ? (filing.use as Record<string, unknown>) : (filing.content as Record<string, unknown>)
        const lines =
          task === 'scenarios'
            ? [
                {
                  key: 'sector',
                  term: say('wizard.scenario.sector'),
                  lines: [words.sector(filing.sector)],
                  isBlank: !filing.sector,
                  isMono: false,
                },
                {
                  key: 'scenarios',
                  term: say('wizard.scenario.scenarios'),
                  lines: filing.draftScenarios.map((clause) => words.scenario(clause)),
                  isBlank: filing.draftScenarios.length === 0,
                  isMono: false,
                },
              ]
            : answerLines(
                fields.filter((field) => task === 'use' || (contentOf[task] as readonly string[]).includes(field.name)),
                values,
                book,
              )
        const title = say(`wizard.task.${task}`)
        return (
          <section key={task} id={task} aria-labelledby={`${task}-title`} style={{ paddingTop: 24 }}>
            <SectionHead id={`${task}-title`} title={title} />
            <CheckAnswers
              entries={lines.map((line) => ({
                key: line.key,
                term: line.term,
                mono: line.isMono,
                value:
                  line.lines.length === 0 ? (
                    <span className="t3">{say(line.isBlank ? 'ui.form.notProvided' : 'ui.form.none')}</span>
                  ) : line.lines.length === 1 ? (
                    <span style={{ overflowWrap: 'anywhere' }}>{line.lines[0]}</span>
                  ) : (
                    <ul>
                      {line.lines.map((text) => (
                        <li key={text} style={{ padding: '2px 0 6px', overflowWrap: 'anywhere' }}>
                          {text}
                        </li>
                      ))}
                    </ul>
                  ),
                ...(state?.isOpen
                  ? {
                      changeHref: `${base}/${task}#f-${line.key.replaceAll('.', '-')}`,
                      change: say('ui.act.change'),
                      changeLabel: `${say('ui.act.change')} ${line.term}`,
                    }
                  : {}),
              }))}
            />
          </section>
        )
      })}
      <section aria-labelledby="documents-title" style={{ paddingTop: 24 }}>
        <SectionHead
          id="documents-title"
          title={say('attachment.plural')}
          count={filing.documents.length > 0 ? filing.documents.length : undefined}
          end={found.moves.includes('describe') ? <a href={`${base}/evidence#documents`}>{say('ui.act.change')}</a> : undefined}
          quiet={false}
        />
        <FileList files={files} words={listWords} />
      </section>
      <section aria-labelledby="label-title" style={{ paddingTop: 32 }}>
        <SectionHead id="label-title" title={say('wizard.label.title')} end={say('wizard.label.hint')} />
        <Powers {...labelColumns(r, filing.content.authorityMatrix ?? [])} />
      </section>
      <section aria-labelledby="lane-title" style={{ paddingTop: 24 }}>
        <SectionHead id="lane-title" title={say('wizard.lane.title')} end={say('wizard.lane.hint')} />
        {lanes === null ? (
          <p className="t2">{say('wizard.lane.none')}</p>
        ) : (
          <ul>
            {lanes.map(({ scenario, lane, tier }) => (
              <li key={scenario}>
                {say('wizard.lane.line', { scenario: words.scenario(scenario), lane: say(`tier.lane.${lane}`), tier })}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="sign-title" style={{ paddingTop: 32 }}>
        <SectionHead id="sign-title" title={say('wizard.check.sign')} />
        {hash ? (
          <p className="t2" style={{ padding: '8px 0' }}>
            {say('wizard.check.hash')}
            <br />
            <span className="mono" style={{ overflowWrap: 'anywhere' }}>
              {hash}
            </span>
          </p>
        ) : null}
        {!isComplete ? (
          <Banner tone="care" title={say('wizard.notYet')} />
        ) : !isSigning ? (
          <Banner title={say('wizard.check.unchanged')} />
        ) : form ? (
          <>
            <p className="t2" style={{ padding: '8px 0 12px' }}>
              {say('wizard.check.commitment')}
            </p>
            <CommandForm plural="filings" id={id} version={found.version} form={form} words={allWords} then={`${base}/receipt`} />
          </>
        ) : (
          <Banner title={say('wizard.check.whoSigns')} />
        )}
      </section>
      <p style={{ paddingTop: 16 }}>
        <a href={backHref}>{say('wizard.back')}</a>
      </p>
    </main>
  )
}
