// Every word a person reads, in English. The type makes it the mirror of zh.ts: a missing or extra key does not compile.

import { act } from './en/act.ts'
import { admin } from './en/admin.ts'
import { agent } from './en/agent.ts'
import { identityCode, importing, range } from './en/agent-import.ts'
import { label, matrix } from './en/agent-matrix.ts'
import { attachment } from './en/attachment.ts'
import { caseWords } from './en/case.ts'
import { catalogue } from './en/catalogue.ts'
import { console } from './en/console.ts'
import { credit } from './en/credit.ts'
import { deployment } from './en/deployment.ts'
import { developersPage } from './en/developers-page.ts'
import { filing } from './en/filing.ts'
import { filingChange } from './en/filing-change.ts'
import { filingRequest } from './en/filing-request.ts'
import { filingSheet } from './en/filing-sheet.ts'
import { form } from './en/form.ts'
import { glossary } from './en/glossary.ts'
import { lab } from './en/lab.ts'
import { labPage } from './en/lab-page.ts'
import { letter } from './en/letter.ts'
import { lowLane } from './en/low-lane.ts'
import { obligation } from './en/obligation.ts'
import { obligationDesk } from './en/obligation-desk.ts'
import { opening } from './en/opening.ts'
import { organisation } from './en/organisation.ts'
import { person } from './en/person.ts'
import { portal } from './en/portal.ts'
import { precheck, precheckPage } from './en/precheck-page.ts'
import { publicPage } from './en/public-page.ts'
import { queue } from './en/queue.ts'
import { recall } from './en/recall.ts'
import { recallDesk } from './en/recall-desk.ts'
import { recallPage } from './en/recall-page.ts'
import { reconsideration } from './en/reconsideration.ts'
import { reconsiderationDesk } from './en/reconsideration-desk.ts'
import { clock, command, request, server, session } from './en/refusal.ts'
import { registerPage } from './en/register-page.ts'
import { report } from './en/report.ts'
import { reports } from './en/reports.ts'
import { role } from './en/role.ts'
import { sampling } from './en/sampling.ts'
import { scenarioDesk } from './en/scenario-desk.ts'
import { selftest } from './en/selftest.ts'
import { sheet } from './en/sheet.ts'
import { shell } from './en/shell.ts'
import { state } from './en/state.ts'
import { tier } from './en/tier.ts'
import { ui } from './en/ui.ts'
import { whoMay } from './en/who-may.ts'
import { wizard } from './en/wizard.ts'
import type { Same } from './shape.ts'
import type { zh } from './zh.ts'

export const en: Same<typeof zh> = {
  attachment,
  act,
  catalogue,
  deployment,
  filing,
  filingChange,
  filingRequest,
  filingSheet,
  glossary,
  lab,
  recall,
  reconsideration,
  reconsiderationDesk,
  obligation,
  letter,
  opening,
  organisation,
  person,
  selftest,
  lowLane,
  report,
  sampling,
  credit,
  reports,
  role,
  sheet,
  shell,
  state,
  tier,
  developersPage,
  precheck,
  precheckPage,
  publicPage,
  recallPage,
  registerPage,
  ui,
  whoMay,
  agent,
  matrix,
  label,
  import: importing,
  range,
  identityCode,
  form,
  case: caseWords,
  clock,
  command,
  console,
  queue,
  request,
  server,
  session,
  scenarioDesk,
  obligationDesk,
  wizard,
  portal,
  labPage,
  recallDesk,
  admin,
}
