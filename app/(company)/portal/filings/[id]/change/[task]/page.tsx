// One part of a change: the form of the wizard, filled with what is filed or was proposed so far, saved as the change.
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Crumbs } from '#components/ui/section'
import { MatrixEditor } from '#components/wizard/matrix-editor'
import { TaskForm } from '#components/wizard/task-form'
import { openChange } from '#domain/filing/change-state'
import { currentRevision, type Filing } from '#domain/filing/state'
import { companyReader } from '#server/company-reader'
import { contentOf, faultsOf, isWizardTask } from '#server/filing-tasks'
import { ceilingsOf, openScenarios, taskFields, tightestCeiling, wizardWords } from '#server/wizard-form'
import { faultWords, filingOf } from '#server/wizard-view'

type Params = { params: Promise<{ id: string; task: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: `${say('filingChange.title')} · ${say(`wizard.task.${(await params).task}`)}` }
}

/** Said by the system: the version that a change is made from is the one that is filed. */
const given: readonly string[] = ['basedOnHash']

export default async function ChangeTaskPage({ params }: Params) {
  const { id, task } = await params
  const r = await companyReader()
  const { say } = r
  if (!isWizardTask(task) || task === 'scenarios') return notFound()
  const { found, filing } = await filingOf(r, id)
  const backHref = `/portal/filings/${id}/change`
  const base = openChange(filing) ?? currentRevision(filing)
  if (!base || !found.moves.includes('proposeChange') || openChange(filing)?.stage === 'testing') redirect(backHref)
  const draft: Pick<Filing, 'content' | 'use'> = base
  const [fields, words, openings] = await Promise.all([
    taskFields(task, draft),
    wizardWords(),
    openScenarios(r, filing.sector, base.scenarios),
  ])
  const ceilings = ceilingsOf(openings)
  const form = {
    id,
    version: found.version,
    command: 'proposeChange' as const,
    fields: fields.filter((field) => !given.includes(field.name)),
    values:
      task === 'use'
        ? { ...draft.use }
        : Object.fromEntries(
            contentOf[task].flatMap((field) => (draft.content[field] === undefined ? [] : [[field, draft.content[field]]])),
          ),
    claims: [],
    mayConfirm: false,
    needs: [...new Set(faultsOf(draft, ceilings).flatMap((fault) => (fault.task === task ? [faultWords(r, fault)] : [])))],
    backHref,
    idPrefixes: { skills: 'S', guardrails: 'G' },
  }
  const isMatrix = task === 'authority'
  return (
    <main id="main" className={isMatrix ? 'wrap' : 'form'} style={isMatrix ? { paddingBlock: '20px 40px' } : undefined}>
      <header>
        <Crumbs
          label={say('portal.crumbs')}
          items={[{ href: backHref, text: say('filingChange.title') }, { text: say(`wizard.task.${task}`) }]}
        />
        <h1>{say(`wizard.heading.${task}`)}</h1>
        <p className="t2" style={{ maxWidth: 720 }}>
          {say('filingChange.about')}
        </p>
      </header>
      {isMatrix ? (
        <MatrixEditor {...form} part="content" words={{ ...words.task, ...words.matrix }} ceiling={tightestCeiling(r, ceilings)} />
      ) : (
        <TaskForm {...form} part={task === 'use' ? 'use' : 'content'} words={words.task} />
      )}
    </main>
  )
}
