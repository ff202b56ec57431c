// The words of the catalogue noun: its sets, the confidence marks of a source, kinds of authority, known provinces.

/** The sets of versioned data that the rules read, by the name they have in `/api/v1/rules/<set>`. */
export const catalogueSets = [
  'scenarios',
  'sectors',
  'authorities',
  'forums',
  'lanes',
  'risk-codes',
  'conditions',
  'test-items',
  'checklist',
  'tier-rules',
  'limits',
  'changes',
  'requests',
] as const
export type CatalogueSet = (typeof catalogueSets)[number]

/**
 * How far a line may be relied on: P statute read in full, Q clause quoted verbatim, S one secondary source, S+ several,
 * W weak, M general knowledge not checked, I our inference, D our design, X measured by us.
 */
export const confidences = ['P', 'Q', 'S', 'S+', 'W', 'M', 'I', 'D', 'X'] as const
export type Confidence = (typeof confidences)[number]

export const authorityLevels = ['national', 'province', 'city'] as const
export type AuthorityLevel = (typeof authorityLevels)[number]

export const authorityKinds = ['cyberspace', 'sector'] as const
export type AuthorityKind = (typeof authorityKinds)[number]

/** Corps, kept apart from its region: 660000 is its code in national statistics; GB/T 2260 has none for it. */
export const corpsRegion = '660000'

/** Province-level regions with a filing office: 31 of GB/T 2260, and the corps. */
export const provinceRegions = [
  ...['110000', '120000', '130000', '140000', '150000', '210000', '220000', '230000'],
  ...['310000', '320000', '330000', '340000', '350000', '360000', '370000'],
  ...['410000', '420000', '430000', '440000', '450000', '460000'],
  ...['500000', '510000', '520000', '530000', '540000'],
  ...['610000', '620000', '630000', '640000', '650000', corpsRegion],
] as readonly string[]

/** How a test item is carried out. */
export const testMethods = ['red_team', 'replay', 'fault_injection', 'sampling', 'inspection', 'drill', 'measurement'] as const
export type TestMethod = (typeof testMethods)[number]

/** What a test item's threshold compares: a share from 0 to 1, a count, or a time in seconds. */
export const thresholdMeasures = ['pass_rate', 'failures', 'seconds'] as const
export type ThresholdMeasure = (typeof thresholdMeasures)[number]

/** Kinds of parameter an approval condition may take. */
export const parameterKinds = ['yuan', 'count', 'months', 'workingDays', 'minutes', 'seconds', 'percent', 'regions', 'text'] as const
export type ParameterKind = (typeof parameterKinds)[number]
