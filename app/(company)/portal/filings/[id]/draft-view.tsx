// The task list of one filing, for a draft and for corrections alike.

import { CommandForm } from '#components/case/command-form'
import { BlockedButton, LinkButton } from '#components/ui/button'
import { ImportAgain } from '#components/wizard/import-again'
import { TaskOverview } from '#components/wizard/task-overview'
import { filing as filingKind } from '#domain/filing/filing'
import type { Filing } from '#domain/filing/state'
import { filingStatuses } from '#domain/filing/vocabulary'
import type { Organisation } from '#domain/organisation/organisation'
import { formatMoment } from '#messages/format'
import type { CompanyReader } from '#server/company-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import { importWords } from '#server/import-words'
import { sourceWords } from '#server/provenance-words'
import { taskGroups } from '#server/task-groups'
import { questionWords, tasksOf } from '#server/wizard-view'
import { Provenance } from './provenance.tsx'

/** The form that takes an earlier filing over; null where there is none to take. */
const earlierForm = async (r: CompanyReader, filing: Filing) => {
  const { items } = await r.list('filing', { organisationId: r.organisationId, status: signedStatuses, limit: 200 })
  const options = items
    .filter((item) => item.id !== filing.id)
    .map((item) => ({ value: item.id, label: `${item.number ?? ''} ${r.book.name({ zh: item.titleZh, en: item.titleEn })}`.trim() }))
  return options.length > 0 ? formOf(filingKind, 'importFiling', { options: { filingId: options } }) : null
}
/** Something was signed in each of these. */
const signedStatuses = filingStatuses.filter((status) => status !== 'draft')

export async function DraftView({
  r,
  filing,
  moves,
  version,
  changedAt,
}: {
  r: CompanyReader
  filing: Filing
  moves: readonly string[]
  version: number
  changedAt: string
}) {
  const { say, book } = r
  const base = `/portal/filings/${filing.id}`
  const [{ states, isComplete }, organisation, imports, earlier, allWords] = await Promise.all([
    tasksOf(r, filing, moves),
    r.one<Organisation>('organisation', r.organisationId),
    importWords(book),
    moves.includes('importFiling') ? earlierForm(r, filing) : null,
    formWords(),
  ])
  const groups = taskGroups(r, filing, states, (organisation?.state as Organisation | undefined) ?? null, base, moves.includes('describe'))
  const tasks = groups.flatMap((group) => group.tasks)
  const done = tasks.filter((task) => task.status === 'completed').length
  const begun = tasks.filter((task) => task.status === 'inProgress' || task.status === 'problem').length
  const mayImport = moves.includes('importDescription')
  // The question of identity stands by itself, with its answer.
  const open = (filing.imported?.questions ?? []).filter(({ code }) => code !== 'import.providerDiffers')
  return (
    <TaskOverview
      title={say('wizard.title', { name: book.name(filing.agentName), version: filing.content.version ?? '' })}
      facts={[
        <span key="draft">
          {say(filing.status === 'draft' ? 'filing.status.draft' : `filing.status.${filing.status}`)}{' '}
          {filing.receipt ? <span className="mono">{filing.receipt.number}</span> : null}
        </span>,
        say('wizard.savedAt', { at: formatMoment(changedAt, r.today) }),
        <a key="leave" href="/portal">
          {say('ui.act.saveAndLeave')}
        </a>,
      ]}
      done={done}
      begun={begun}
      total={tasks.length}
      doneWord={say('ui.task.done', { done, total: tasks.length })}
      questions={
        filing.imported && open.length > 0
          ? {
              title: say('wizard.questions.title', { count: open.length }),
              hint: say('wizard.questions.hint', {
                file: sourceWords(book, filing.imported),
              }),
              items: questionWords(r, open),
            }
          : null
      }
      beside={<Provenance r={r} filing={filing} moves={moves} version={version} />}
      groups={groups.map((group) =>
        group.key === '3' && mayImport
          ? {
              ...group,
              above: (
                <>
                  <ImportAgain id={filing.id} version={version} words={imports} />
                  {earlier ? (
                    <details>
                      <summary className="btn sm">{earlier.label}</summary>
                      <div style={{ paddingTop: 12 }}>
                        <CommandForm plural="filings" id={filing.id} version={version} form={earlier} words={allWords} />
                      </div>
                    </details>
                  ) : null}
                </>
              ),
            }
          : group,
      )}
      foot={
        <>
          <p className="t2" style={{ fontSize: 15, paddingBottom: 12 }}>
            {say('wizard.footHint')}
          </p>
          {isComplete ? (
            <LinkButton tone="go" size="lg" href={`${base}/check`}>
              {say('wizard.checkAndSubmit')}
            </LinkButton>
          ) : (
            <span className="row wide">
              <BlockedButton id="submit" tone="go" size="lg" reason={say('wizard.notYet')}>
                {say('wizard.checkAndSubmit')}
              </BlockedButton>{' '}
              <a href={`${base}/check`}>{say('wizard.seeAnswers')}</a>
            </span>
          )}
        </>
      }
    />
  )
}
