// The task list says what the rules say: nothing is called complete that could not be signed.
import { expect, test } from 'vitest'
import { specimenVersion } from '#domain/agent/specimen'
import { lacking } from '#domain/filing/revision'
import { noFiling } from '#domain/filing/state'
import { faultsOf, taskOfPlace, taskStates, wizardTasks } from './filing-tasks.ts'

const use = {
  registeredUsers: 10,
  monthlyUsers: 5,
  careOfPersons: false,
  systemPermission: false,
  machineAction: false,
  pesticide: false,
  opinionCapacity: false,
  decidesOnPersons: false,
  serviceStartedOn: null,
}
const draft = { ...noFiling, status: 'draft' as const, sector: 'education', draftScenarios: [25 as const] }
const statusOf = (filing: typeof draft, task: string) => taskStates(filing, [], true).find((state) => state.task === task)?.status

test('a complete form completes every task', () => {
  const states = taskStates({ ...draft, use, content: specimenVersion }, [], true)
  expect(states.map((state) => state.task)).toEqual([...wizardTasks])
  expect(states.filter((state) => state.status !== 'completed')).toEqual([])
})

test('an empty form has everything before it, and says for each lack which task mends it', () => {
  expect(statusOf(draft, 'tools')).toBe('notStarted')
  expect(faultsOf(draft, []).length).toBe(lacking(draft).length)
  expect(faultsOf(draft, []).find((fault) => fault.code === 'agent.modelMissing')?.task).toBe('models')
  expect(faultsOf(draft, []).find((fault) => fault.code === 'agent.toolsMissing')?.task).toBe('tools')
})

test('an imported value that nobody confirmed keeps its task open', () => {
  const claims = [{ path: '/tools/0/name', value: 'scan.read', from: '/skills/0', confirmedBy: null }]
  const filing = { ...draft, use, content: specimenVersion, claims }
  expect(statusOf(filing, 'tools')).toBe('inProgress')
  expect(statusOf({ ...filing, claims: claims.map((claim) => ({ ...claim, confirmedBy: 'lin' })) }, 'tools')).toBe('completed')
})

test('a row above the ceiling of its scenario is a problem of the matrix', () => {
  const filing = { ...draft, use, content: specimenVersion }
  const states = taskStates(filing, [{ scenario: 25, mode: 'user_only', version: 6 }], true)
  const authority = states.find((state) => state.task === 'authority')
  expect(authority?.status).toBe('problem')
  expect(authority?.faults.map((fault) => fault.facts.action)).toEqual(
    specimenVersion.authorityMatrix.filter((row) => row.mode !== 'user_only').map((row) => row.action),
  )
  expect(
    taskStates(filing, [{ scenario: 25, mode: 'autonomous', version: 6 }], true).find((state) => state.task === 'authority')?.status,
  ).toBe('completed')
})

test('once corrections were asked for, only the sections asked about are open', () => {
  const corrected = {
    ...draft,
    status: 'correction_required' as const,
    corrections: [
      {
        items: [{ section: 'data' as const, path: null, what: 'say more', basis: 'Order 9' }],
        at: '2026-11-03T10:00:00+08:00',
        by: 'ying',
        answeredAt: null,
        revisionHash: 'a',
        deliveredAt: null,
      },
    ],
  }
  expect(
    taskStates(corrected, [], true)
      .filter((state) => state.isOpen)
      .map((state) => state.task),
  ).toEqual(['data'])
  expect(taskStates(corrected, [], false).some((state) => state.isOpen)).toBe(false)
})

test('a correction of a place leads to the task that writes it', () => {
  expect(taskOfPlace('/models/0/provider', 'skills_and_tools')).toBe('models')
  expect(taskOfPlace(null, 'skills_and_tools')).toBe('skills')
  expect(taskOfPlace('use.monthlyUsers', 'use')).toBe('use')
})
