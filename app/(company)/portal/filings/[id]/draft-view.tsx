// The task list of one filing, for a draft and for corrections alike.
import { BlockedButton, LinkButton } from '#components/ui/button'
import { ImportAgain } from '#components/wizard/import-again'
import { TaskOverview } from '#components/wizard/task-overview'
import type { Filing } from '#domain/filing/state'
import type { Organisation } from '#domain/organisation/organisation'
import { formatMoment } from '#messages/format'
import type { CompanyReader } from '#server/company-reader'
import { importWords } from '#server/import-words'
import { taskGroups } from '#server/task-groups'
import { questionWords, tasksOf } from '#server/wizard-view'

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
  const [{ states, isComplete }, organisation, imports] = await Promise.all([
    tasksOf(r, filing, moves),
    r.one<Organisation>('organisation', r.organisationId),
    importWords(book),
  ])
  const groups = taskGroups(r, filing, states, (organisation?.state as Organisation | undefined) ?? null, base, moves.includes('describe'))
  const tasks = groups.flatMap((group) => group.tasks)
  const done = tasks.filter((task) => task.status === 'completed').length
  const begun = tasks.filter((task) => task.status === 'inProgress' || task.status === 'problem').length
  const mayImport = moves.includes('importDescription')
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
        filing.imported && filing.imported.questions.length > 0
          ? {
              title: say('wizard.questions.title', { count: filing.imported.questions.length }),
              hint: say('wizard.questions.hint', {
                file: filing.imported.fileName ?? say(`agent.option.importFormats.${filing.imported.format}`),
              }),
              items: questionWords(r, filing.imported.questions),
            }
          : null
      }
      groups={groups.map((group) =>
        group.key === '3' && mayImport ? { ...group, above: <ImportAgain id={filing.id} version={version} words={imports} /> } : group,
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
