// One task of the wizard, one thing a page: its questions, what it still needs, and what the office asked about it.
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Banner } from '#components/ui/alert'
import { Powers } from '#components/ui/powers'
import { Crumbs, SectionHead } from '#components/ui/section'
import { MatrixEditor } from '#components/wizard/matrix-editor'
import { ScenarioForm } from '#components/wizard/scenario-form'
import { TaskForm } from '#components/wizard/task-form'
import type { Filing } from '#domain/filing/state'
import { companyReader } from '#server/company-reader'
import { contentOf, isOpenTask, isWizardTask, sectionOfTask, taskOfPlace, type WizardTask, wizardGroups } from '#server/filing-tasks'
import { labelColumns } from '#server/label-words'
import { claimSources } from '#server/provenance-words'
import { filingChoices, taskFields, tightestCeiling, wizardWords } from '#server/wizard-form'
import { expectedLanes, faultWords, filingOf, placeWords, tasksOf } from '#server/wizard-view'

type Params = { params: Promise<{ id: string; task: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say(`wizard.task.${(await params).task}`) }
}

/** Lists of the description whose rows are numbered by the form. */
const idPrefixes = { skills: 'S', guardrails: 'G' }

const valuesOf = (filing: Filing, task: WizardTask): Record<string, unknown> =>
  task === 'use'
    ? { serviceStartedOn: null, ...filing.use }
    : Object.fromEntries(contentOf[task].flatMap((field) => (filing.content[field] === undefined ? [] : [[field, filing.content[field]]])))

export default async function TaskPage({ params }: Params) {
  const { id, task } = await params
  const r = await companyReader()
  const { say } = r
  if (!isWizardTask(task)) return notFound()
  const { found, filing } = await filingOf(r, id)
  const backHref = filing.status === 'draft' ? `/portal/filings/${id}` : `/portal/filings/${id}/tasks`
  if (!isOpenTask(filing, task, found.moves.includes('describe'))) redirect(`/portal/filings/${id}/check#${task}`)
  const [{ states, ceilings }, fields, words] = await Promise.all([
    tasksOf(r, filing, found.moves),
    taskFields(task, filing),
    wizardWords(),
  ])
  const state = states.find((one) => one.task === task)
  const needs = [...new Set((state?.faults ?? []).map((fault) => faultWords(r, fault)))]
  const asked = (filing.status === 'correction_required' ? (filing.corrections.at(-1)?.items ?? []) : []).filter(
    (item) => item.section === sectionOfTask[task] && (item.path === null || taskOfPlace(item.path, item.section) === task),
  )
  const sources = claimSources(r.book, filing)
  const claims = filing.claims
    .filter((claim) => (contentOf[task] as readonly string[]).includes(claim.path.split('/')[1] ?? ''))
    .map((claim) => ({ ...claim, note: sources.get(claim.source ?? '') ?? '' }))
  const group = wizardGroups.findIndex((tasks) => (tasks as readonly string[]).includes(task)) + 1
  const isMatrix = task === 'authority'
  const form = {
    id,
    version: found.version,
    fields,
    values: valuesOf(filing, task),
    claims,
    mayConfirm: found.moves.includes('confirm'),
    needs,
    backHref,
    idPrefixes,
  }
  const label = isMatrix ? labelColumns(r, filing.content.authorityMatrix ?? []) : null
  return (
    <main id="main" className={isMatrix ? 'wrap' : 'form'} style={isMatrix ? { paddingBlock: '20px 40px' } : undefined}>
      <header>
        <Crumbs
          label={say('portal.crumbs')}
          items={[{ href: backHref, text: say('wizard.tasks') }, { text: `${group} ${say(`wizard.group.${group}`)}` }]}
        />
        <h1>{say(`wizard.heading.${task}`)}</h1>
        <p className="t2" style={{ maxWidth: 720 }}>
          {say(`wizard.about.${task}`)}
        </p>
      </header>
      {asked.map((item) => (
        <Banner key={`${item.path}${item.what}`} tone="care" title={say('portal.case.asked')}>
          {[placeWords(r, item.path), item.what].filter(Boolean).join(say('portal.stop'))} <span className="t3">{item.basis}</span>
        </Banner>
      ))}
      {isMatrix ? (
        <MatrixEditor {...form} part="content" words={{ ...words.task, ...words.matrix }} ceiling={tightestCeiling(r, ceilings)} />
      ) : task === 'scenarios' ? (
        <>
          <ScenarioForm
            id={id}
            version={found.version}
            sectors={filingChoices(r)}
            sector={filing.sector ?? ''}
            scenarios={filing.draftScenarios.map(String)}
            isFixed={filing.revisions.length > 0}
            backHref={backHref}
            words={{
              ...words.scenario,
              saveAndBack: words.task.saveAndBack,
              notSaved: words.task.notSaved,
              offline: words.task.offline,
              stale: words.task.stale,
              reload: words.task.reload,
              missing: say('wizard.new.missingScenario'),
            }}
          />
          <Lanes
            lanes={
              expectedLanes(r, filing)?.map(({ scenario, lane, tier }) =>
                say('wizard.lane.line', { scenario: r.words.scenario(scenario), lane: say(`tier.lane.${lane}`), tier }),
              ) ?? null
            }
            title={say('wizard.lane.title')}
            none={say('wizard.lane.none')}
            hint={say('wizard.lane.hint')}
          />
        </>
      ) : (
        <TaskForm {...form} part={task === 'use' ? 'use' : 'content'} words={words.task} />
      )}
      {label ? (
        <section aria-labelledby="label" style={{ paddingTop: 32 }}>
          <SectionHead id="label" title={say('wizard.label.title')} end={say('wizard.label.hint')} />
          <Powers {...label} />
        </section>
      ) : null}
    </main>
  )
}

/** What the rules expect of the draft as it stands. */
function Lanes({ lanes, title, none, hint }: { lanes: readonly string[] | null; title: string; none: string; hint: string }) {
  return (
    <section aria-labelledby="lanes" style={{ paddingTop: 24 }}>
      <SectionHead id="lanes" title={title} end={hint} />
      {lanes === null ? (
        <p className="t2" style={{ paddingTop: 8 }}>
          {none}
        </p>
      ) : (
        <ul style={{ paddingTop: 8 }}>
          {lanes.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
