// The words of an agent's description. Where a tuple is marked "ordered", a later word gives the agent more room or the person more protection.

/** Who decides (clause 6), ordered from the tightest to the freest. */
export const authorityModes = ['user_only', 'user_authorised', 'autonomous'] as const
export type AuthorityMode = (typeof authorityModes)[number]

/** What can be done about an act afterwards, ordered from harmless to final. */
export const reversibilities = ['reversible', 'compensable', 'irreversible'] as const
export type Reversibility = (typeof reversibilities)[number]

/** What kind of act a row of the matrix speaks of. Acts that read or draft come first, acts that change something for someone after. */
export const actionCategories = [
  'content',
  'record_read',
  'judgement',
  'publication',
  'message',
  'booking',
  'payment',
  'record_write',
  'record_delete',
  'data_sharing',
  'device_control',
  'code_execution',
  'identity',
  'delegation',
  'other',
] as const
export type ActionCategory = (typeof actionCategories)[number]

/** How the user agrees before the act, ordered from weakest to strongest. */
export const consentMethods = ['none', 'standing', 'per_session', 'per_action', 'two_person'] as const
export type ConsentMethod = (typeof consentMethods)[number]

/** How the user learns of the act (the right to know of clause 6), ordered from weakest to strongest. */
export const noticeMethods = ['none', 'record_open', 'periodic_summary', 'after_action', 'before_action'] as const
export type NoticeMethod = (typeof noticeMethods)[number]

/** How the user takes the act back or stops it (the final say of clause 6), ordered from weakest to strongest. */
export const vetoPaths = ['none', 'appeal', 'undo_window', 'stop_control', 'hold_before_action'] as const
export type VetoPath = (typeof vetoPaths)[number]

/** The paths that work before the act is done: the only ones that help against something irreversible. */
export const vetoPathsBefore: readonly VetoPath[] = ['stop_control', 'hold_before_action']

export const capUnits = ['yuan', 'times', 'items', 'recipients', 'minutes', 'megabytes'] as const
export type CapUnit = (typeof capUnits)[number]

/** The span over which a cap is counted. A session has no fixed length; `total` is the whole life of the authorisation. */
export const capSpans = ['action', 'session', 'hour', 'day', 'week', 'month', 'total'] as const
export type CapSpan = (typeof capSpans)[number]

/** Clause 7: a rule inside the agent, or a fence around it. */
export const guardrailKinds = ['embedded_rule', 'fence'] as const
export type GuardrailKind = (typeof guardrailKinds)[number]

/** Ordered from weakest to strongest. */
export const guardrailEffects = ['log', 'confirm', 'block'] as const
export type GuardrailEffect = (typeof guardrailEffects)[number]

export const agentForms = ['software', 'embodied'] as const
export type AgentForm = (typeof agentForms)[number]

/** Ordered; the five levels follow the L0–L4 of Singapore's framework for agentic AI (policy.md 4): a common yardstick, not a legal class. */
export const autonomyLevels = ['l0', 'l1', 'l2', 'l3', 'l4'] as const
export type AutonomyLevel = (typeof autonomyLevels)[number]

export const changeClasses = ['major', 'minor', 'security'] as const
export type ChangeClass = (typeof changeClasses)[number]

export const dataCategories = [
  'public_data',
  'user_content',
  'personal_information',
  'sensitive_personal_information',
  'minors_information',
  'biometric',
  'health',
  'financial',
  'location',
  'communication',
  'device_telemetry',
  'business_confidential',
  'government_data',
  'important_data',
  'core_data',
] as const
export type DataCategory = (typeof dataCategories)[number]

/** The coarser grades by which the tier rules and the Data Security Law weigh a category. */
export const dataGradeOf: Record<DataCategory, 'public' | 'business' | 'personal' | 'sensitive_personal' | 'important' | 'core'> = {
  public_data: 'public',
  user_content: 'personal',
  personal_information: 'personal',
  sensitive_personal_information: 'sensitive_personal',
  // Personal information of a person under 14 is sensitive by itself (PIPL art 28), as are the four after it.
  minors_information: 'sensitive_personal',
  biometric: 'sensitive_personal',
  health: 'sensitive_personal',
  financial: 'sensitive_personal',
  location: 'sensitive_personal',
  communication: 'personal',
  device_telemetry: 'business',
  business_confidential: 'business',
  government_data: 'business',
  important_data: 'important',
  core_data: 'core',
}

/** How the agent reaches a model. An own or tuned model is filed, a called one is registered (policy.md 3.2). */
export const modelAccessModes = ['own_model', 'tuned_model', 'api_call', 'open_weights'] as const
export type ModelAccessMode = (typeof modelAccessModes)[number]

export const toolKinds = [
  'mcp_server',
  'api',
  'library',
  'database',
  'browser',
  'code_runner',
  'messaging',
  'device',
  'agent',
  'other',
] as const
export type ToolKind = (typeof toolKinds)[number]

/** What a tool lets the agent do. Everything but `read` changes something outside the agent. */
export const toolPermissions = ['read', 'write', 'delete', 'send', 'pay', 'execute', 'control_device', 'change_identity'] as const
export type ToolPermission = (typeof toolPermissions)[number]

export const transports = ['jsonrpc', 'http_json', 'grpc', 'streamable_http', 'sse', 'websocket', 'amqp', 'stdio', 'other'] as const
export type Transport = (typeof transports)[number]

export const authenticationKinds = ['none', 'api_key', 'http', 'oauth2', 'openid_connect', 'mutual_tls', 'other'] as const
export type AuthenticationKind = (typeof authenticationKinds)[number]

/** How long the agent remembers, ordered from shortest to longest; `for_days` carries a count. */
export const memoryRetentions = ['none', 'session', 'for_days', 'until_erased'] as const
export type MemoryRetention = (typeof memoryRetentions)[number]

/** The parts of a description, as the tasks of the filing wizard name them (ux.md 4.10 g). */
export const descriptionSections = [
  'name_and_version',
  'skills_and_tools',
  'authority',
  'data',
  'guardrails',
  'stop_and_appeal',
  'vulnerable_users',
] as const
export type DescriptionSection = (typeof descriptionSections)[number]

/** The wizard group that each part stands in: 3 the agent, 4 how it acts, 5 safety and data. */
export const wizardGroupOf: Record<DescriptionSection, 3 | 4 | 5> = {
  name_and_version: 3,
  skills_and_tools: 3,
  authority: 4,
  data: 5,
  guardrails: 5,
  stop_and_appeal: 5,
  vulnerable_users: 5,
}
