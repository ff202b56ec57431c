// The names of all roles, in English.
import type { Same } from '../shape.ts'
import type { role as source } from '../zh/role.ts'

export const role: Same<typeof source> = {
  intake: 'Intake',
  reviewer: 'Reviewer',
  approver: 'Approver',
  sector_reviewer: 'Sector reviewer',
  sector_approver: 'Sector approver',
  testing_coordinator: 'Testing coordinator',
  recall_officer: 'Recall officer',
  recall_signatory: 'Recall signatory',
  hearing_chair: 'Hearing chair',
  reconsideration_officer: 'Reconsideration officer',
  registry_officer: 'Registry officer',
  auditor: 'Auditor',
  filer: 'Filer',
  compliance_lead: 'Compliance lead',
  representative: 'Legal representative or delegate',
  tester: 'Tester',
  lab_signatory: 'Laboratory signatory',
  platform_operator: 'Distribution platform',
  system_admin: 'System administrator',
  security_admin: 'Security administrator',
  audit_admin: 'Audit administrator',
  system: 'System',
  public: 'Public',
  side: {
    authority: 'Authority',
    company: 'Company',
    laboratory: 'Test laboratory',
    platform: 'Platform',
    system: 'System',
  },
}
