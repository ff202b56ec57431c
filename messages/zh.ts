// Every word a person reads, in Chinese: the source of all translations. en.ts has the same shape or it does not compile.
//
// To add a namespace `thing`: write messages/zh/thing.ts (`export const thing = { … } as const`) and messages/en/thing.ts
// (`import type { thing as source } from '../zh/thing.ts'` · `export const thing: Same<typeof source> = { … }`), then add
// one import and one line here and in en.ts. Keys are camelCase; enum values of the domain are keys as they are.
// ICU: {name}, {count, plural, one {…} other {…}}, {kind, select, …}. Pass counts above 999 through formatNumber() as a
// plain {count}: Chinese groups by a narrow no-break space, which ICU's own # cannot do.
import { act } from './zh/act.ts'
import { admin } from './zh/admin.ts'
import { agent } from './zh/agent.ts'
import { identityCode, importing, range } from './zh/agent-import.ts'
import { label, matrix } from './zh/agent-matrix.ts'
import { attachment } from './zh/attachment.ts'
import { caseWords } from './zh/case.ts'
import { catalogue } from './zh/catalogue.ts'
import { console } from './zh/console.ts'
import { credit } from './zh/credit.ts'
import { deployment } from './zh/deployment.ts'
import { developersPage } from './zh/developers-page.ts'
import { filing } from './zh/filing.ts'
import { filingChange } from './zh/filing-change.ts'
import { filingRequest } from './zh/filing-request.ts'
import { filingSheet } from './zh/filing-sheet.ts'
import { form } from './zh/form.ts'
import { glossary } from './zh/glossary.ts'
import { lab } from './zh/lab.ts'
import { labPage } from './zh/lab-page.ts'
import { letter } from './zh/letter.ts'
import { lowLane } from './zh/low-lane.ts'
import { obligation } from './zh/obligation.ts'
import { obligationDesk } from './zh/obligation-desk.ts'
import { opening } from './zh/opening.ts'
import { organisation } from './zh/organisation.ts'
import { person } from './zh/person.ts'
import { portal } from './zh/portal.ts'
import { precheck, precheckPage } from './zh/precheck-page.ts'
import { publicPage } from './zh/public-page.ts'
import { queue } from './zh/queue.ts'
import { recall } from './zh/recall.ts'
import { recallDesk } from './zh/recall-desk.ts'
import { recallPage } from './zh/recall-page.ts'
import { reconsideration } from './zh/reconsideration.ts'
import { reconsiderationDesk } from './zh/reconsideration-desk.ts'
import { clock, command, request, server, session } from './zh/refusal.ts'
import { registerPage } from './zh/register-page.ts'
import { report } from './zh/report.ts'
import { reports } from './zh/reports.ts'
import { role } from './zh/role.ts'
import { sampling } from './zh/sampling.ts'
import { scenarioDesk } from './zh/scenario-desk.ts'
import { selftest } from './zh/selftest.ts'
import { sheet } from './zh/sheet.ts'
import { shell } from './zh/shell.ts'
import { state } from './zh/state.ts'
import { tier } from './zh/tier.ts'
import { ui } from './zh/ui.ts'
import { whoMay } from './zh/who-may.ts'
import { wizard } from './zh/wizard.ts'

export const zh = {
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
} as const
