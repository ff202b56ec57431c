// Every word a person reads, in English. The type makes it the mirror of zh.ts: a missing or extra key does not compile.

import { act } from './en/act.ts'
import { admin } from './en/admin.ts'
import { agent } from './en/agent.ts'
import { identityCode, importing, range } from './en/agent-import.ts'
import { label, matrix } from './en/agent-matrix.ts'
import { caseWords } from './en/case.ts'
import { catalogue } from './en/catalogue.ts'
import { console } from './en/console.ts'
import { deployment } from './en/deployment.ts'
import { developersPage } from './en/developers-page.ts'
import { filing } from './en/filing.ts'
import { form } from './en/form.ts'
import { glossary } from './en/glossary.ts'
import { lab } from './en/lab.ts'
import { labPage } from './en/lab-page.ts'
import { letter } from './en/letter.ts'
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
import { clock, command, request, server, session } from './en/refusal.ts'
import { registerPage } from './en/register-page.ts'
import { reports } from './en/reports.ts'
import { role } from './en/role.ts'
import { scenarioDesk } from './en/scenario-desk.ts'
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
  act,
  catalogue,
  deployment,
  filing,
  glossary,
  lab,
  recall,
  obligation,
  letter,
  opening,
  organisation,
  person,
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
