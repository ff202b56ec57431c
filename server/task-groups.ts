// The seven groups of the wizard as the task list draws them: address, note, status and its word, for each task.
import 'server-only'
import type { Filing } from '#domain/filing/state'
import type { Organisation } from '#domain/organisation/organisation'
import type { CompanyReader } from './company-reader.ts'
import { type TaskState, wizardGroups } from './filing-tasks.ts'
import { statusWord } from './wizard-view.ts'

type Line = {
  key: string
  text: string
  href?: string
  note?: string
  status: 'completed' | 'inProgress' | 'notStarted' | 'problem' | 'cannotStart'
  word: string
}

const noteOf = (r: CompanyReader, state: TaskState): string | undefined => {
  const { say } = r
  if (state.task === 'scenarios') return undefined
  const notes = [
    ...(state.imported > 0
      ? [
          say(state.unconfirmed > 0 ? 'wizard.note.importedOpen' : 'wizard.note.imported', {
            count: state.imported,
            open: state.unconfirmed,
          }),
        ]
      : []),
    ...(state.status === 'inProgress' && state.faults.length > 0 ? [say('wizard.note.missing', { count: state.faults.length })] : []),
  ]
  return notes.length > 0 ? notes.join(say('portal.join')) : undefined
}

/** All groups with their tasks; `base` is the address of the filing. A closed task is plain text with the reason. */
export const taskGroups = (
  r: CompanyReader,
  filing: Filing,
  states: readonly TaskState[],
  organisation: Organisation | null,
  base: string,
  mayDescribe: boolean,
): { key: string; title: string; tasks: Line[] }[] => {
  const { say, words } = r
  const other = (key: string): Line => {
    const word = (status: Line['status']) => say(`ui.task.${status}`)
    if (key === 'company')
      return {
        key,
        text: say('wizard.task.company'),
        href: '/portal/company',
        note:
          organisation?.status === 'verified'
            ? say('wizard.note.company', { code: organisation.creditCode ?? '' })
            : say('portal.home.unverified'),
        status: organisation?.status === 'verified' ? 'completed' : 'inProgress',
        word: word(organisation?.status === 'verified' ? 'completed' : 'inProgress'),
      }
    if (key === 'officer')
      return {
        key,
        text: say('wizard.task.officer'),
        href: '/portal/company#security-officer',
        ...(organisation?.securityOfficer ? { note: organisation.securityOfficer.name } : {}),
        status: organisation?.securityOfficer ? 'completed' : 'notStarted',
        word: word(organisation?.securityOfficer ? 'completed' : 'notStarted'),
      }
    if (key === 'reports')
      return filing.tests.length > 0
        ? {
            key,
            text: say('wizard.task.reports'),
            href: '/portal/obligations',
            note: say('wizard.note.tests', { count: filing.tests.length }),
            status: 'completed',
            word: say('wizard.note.ordered'),
          }
        : { key, text: say('wizard.task.reports'), note: say('wizard.note.reports'), status: 'cannotStart', word: word('cannotStart') }
    const rows = filing.content.authorityMatrix ?? []
    const without = rows.filter((row) => row.mode === 'autonomous' && !row.evidence).length
    if (rows.length === 0)
      return {
        key,
        text: say('wizard.task.evidence'),
        note: say('wizard.note.needsMatrix'),
        status: 'cannotStart',
        word: word('cannotStart'),
      }
    return {
      key,
      text: say('wizard.task.evidence'),
      href: `${base}/evidence`,
      ...(without > 0 ? { note: say('wizard.note.evidenceMissing', { count: without }) } : {}),
      status: without > 0 ? 'inProgress' : 'completed',
      word: word(without > 0 ? 'inProgress' : 'completed'),
    }
  }
  const lineOf = (key: string): Line => {
    const state = states.find((one) => one.task === key)
    if (!state) return other(key)
    const note =
      key === 'scenarios'
        ? [words.sector(filing.sector), filing.draftScenarios.map((clause) => words.scenario(clause)).join(say('portal.join'))]
            .filter(Boolean)
            .join(' × ')
        : noteOf(r, state)
    const text = say(`wizard.task.${key}`)
    // Where only some sections were asked about, the others are read on the page of answers.
    // Who may not write reads it; a part that was not asked about is plain text.
    if (state.isOpen || !mayDescribe)
      return {
        key,
        text,
        href: mayDescribe ? `${base}/${key}` : `${base}/check#${key}`,
        ...(note ? { note } : {}),
        status: state.status,
        word: statusWord(r, state),
      }
    return { key, text, note: say('wizard.note.closed'), status: 'cannotStart', word: say('wizard.note.notAsked') }
  }
  return wizardGroups.map((group, index) => ({ key: String(index + 1), title: say(`wizard.group.${index + 1}`), tasks: group.map(lineOf) }))
}
