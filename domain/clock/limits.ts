// Every period of the law under one code, as data with its source and confidence: the shipped defaults, which an authority may change.
import { z } from 'zod'
import { type Confidence, confidences } from '#domain/catalogue/vocabulary'
import { type Law, laws, type PauseReason, pauseReasons, type StartEvent, startEvents, type Unit, units } from './vocabulary.ts'

export const clockCodes = [
  'LIC-1',
  'LIC-3',
  'LIC-4',
  'LIC-5',
  'LIC-6',
  'LIC-10a',
  'LIC-10b',
  'PEN-2a',
  'PEN-3',
  'PEN-4',
  'PEN-5',
  'REC-1',
  'REC-2',
  'REC-3a',
  'REC-3b',
  'REC-4a',
  'REC-4b',
  'REC-5',
  'REC-5s',
  'SUE-1a',
  'SUE-1b',
  'INC-1',
  'INC-1b',
  'INC-2',
  'INC-2b',
  'INC-3',
  'FIL-1',
  'FIL-2',
  'FIL-3',
  'FIL-4',
  'FIL-5',
  'RCL-1',
  'RCL-2',
  'RCL-3',
  'RCL-4',
  'RCL-5',
  'RCL-6',
  'SFT-1',
  'SFT-2',
  'CRD-1',
  'CRD-2',
  'TST-1',
  'TST-2',
  'TST-3',
] as const
export type ClockCode = (typeof clockCodes)[number]

/** Where a limit is written: one law and its articles, or what of our own default it is. */
const basisSchema = z.strictObject({ law: z.enum(laws), articles: z.string() }).readonly()
export type Basis = z.infer<typeof basisSchema>

/**
 * One period. `length` and `extension` are in `unit`; the extension is granted once and counted on in one (clocks.md no. 6).
 * `stopsFor` are the only reasons that stop it (no. 5). `isArrival`: it starts with something arriving (no. 2).
 * `movesOffRest`: a last day on a day of rest moves (no. 4); working days and minutes have no use for it.
 */
export const limitSchema = z
  .strictObject({
    code: z.enum(clockCodes),
    length: z.int().min(1).max(10_000),
    unit: z.enum(units),
    extension: z.int().min(1).max(10_000).nullable(),
    extensionConfidence: z.enum(confidences).nullable(),
    stops: z.boolean(),
    stopsFor: z.array(z.enum(pauseReasons)).readonly(),
    startsOn: z.enum(startEvents),
    isArrival: z.boolean(),
    movesOffRest: z.boolean(),
    source: z.string().min(1),
    basis: z.array(basisSchema).min(1).readonly(),
    confidence: z.enum(confidences),
  })
  .refine((limit) => limit.stops === limit.stopsFor.length > 0, { message: 'limit.reasonToStopMissing', path: ['stopsFor'] })
  .refine((limit) => (limit.extension === null) === (limit.extensionConfidence === null), {
    message: 'limit.extensionConfidenceMissing',
    path: ['extensionConfidence'],
  })
  .refine((limit) => limit.unit !== 'minutes' || (!limit.stops && limit.extension === null), {
    message: 'limit.minutesRunThrough',
    path: ['unit'],
  })
  .refine((limit) => limit.unit !== 'months' || limit.length + (limit.extension ?? 0) <= 240, {
    message: 'limit.tooLong',
    path: ['length'],
  })
  .readonly()
export type Limit = z.infer<typeof limitSchema>
export type Limits = Readonly<Record<ClockCode, Limit>>

/** How a law is cited where no language is chosen, as in the answer of the interface. */
const citations: Record<Law, string> = {
  licensingLaw: 'Licensing Law',
  penaltyLaw: 'Penalty Law',
  reconsiderationLaw: 'Reconsideration Law',
  litigationLaw: 'Administrative Litigation Law',
  civilProcedureLaw: 'Civil Procedure Law',
  civilCode: 'Civil Code',
  incidentMeasures: 'CAC incident reporting measures',
  orderNine: 'Order 9 art',
  autoRecallRegulations: 'Defective Auto Recall Regulations',
  shippedDefault: 'shipped default',
}

/** The citation of a basis in English, one law after the other: what `source` holds. */
export const citationOf = (basis: readonly Basis[]): string =>
  basis.map(({ law, articles }) => `${citations[law]} ${articles}`.trim()).join('; ')

type More = {
  extension?: number
  extensionConfidence?: Confidence
  stopsFor?: readonly PauseReason[]
  isArrival?: boolean
  movesOffRest?: boolean
}
const limit = (
  code: ClockCode,
  length: number,
  unit: Unit,
  startsOn: StartEvent,
  confidence: Confidence,
  basis: readonly [Law, string][],
  more: More = {},
): Limit => {
  const laid = basis.map(([law, articles]) => ({ law, articles }))
  const stopsFor = more.stopsFor ?? []
  return {
    code,
    length,
    unit,
    extension: more.extension ?? null,
    extensionConfidence: more.extension ? (more.extensionConfidence ?? confidence) : null,
    stops: stopsFor.length > 0,
    stopsFor,
    startsOn,
    isArrival: more.isArrival ?? false,
    movesOffRest: more.movesOffRest ?? (unit === 'calendarDays' || unit === 'months'),
    source: citationOf(laid),
    basis: laid,
    confidence,
  }
}

const wd = 'workingDays'
/** Licensing Law 45: hearing, testing and expert review are not counted in; the filing clock keeps to the same. */
const outside: readonly PauseReason[] = ['testing', 'hearing', 'expertReview']
const daysOfReconsideration = [
  ['reconsiderationLaw', '39, 62(1), 88'],
  ['civilProcedureLaw', '85'],
] as const satisfies readonly [Law, string][]

const rows: readonly Limit[] = [
  limit('LIC-1', 5, wd, 'applicationReceived', 'P', [['licensingLaw', '32(4), 82']], { isArrival: true }),
  limit('LIC-3', 20, wd, 'accepted', 'P', [['licensingLaw', '42(1), 45, 82']], { extension: 10, stopsFor: outside }),
  limit('LIC-4', 45, wd, 'acceptedJointly', 'P', [['licensingLaw', '42(2), 45, 82']], { extension: 15, stopsFor: outside }),
  limit('LIC-5', 20, wd, 'acceptedByLowerLevel', 'P', [['licensingLaw', '43, 45, 82']], { stopsFor: outside }),
  limit('LIC-6', 10, wd, 'decidedToGrant', 'P', [['licensingLaw', '44, 82']]),
  limit('LIC-10a', 5, wd, 'hearingRightTold', 'P', [['licensingLaw', '47, 82']]),
  limit('LIC-10b', 20, wd, 'hearingAsked', 'P', [['licensingLaw', '47, 82']], { isArrival: true }),
  limit('PEN-2a', 5, wd, 'hearingRightTold', 'P', [['penaltyLaw', '64(1), 85']]),
  limit('PEN-3', 90, 'calendarDays', 'penaltyCaseOpened', 'P', [['penaltyLaw', '60']], { stopsFor: outside }),
  limit('PEN-4', 7, wd, 'penaltyDecided', 'P', [['penaltyLaw', '61, 85']]),
  limit('PEN-5', 3, wd, 'publishedDecisionChanged', 'P', [['penaltyLaw', '48, 85']]),
  // Art. 20: where force majeure or another good reason stood in the way, the period goes on from the day on which the obstacle is gone.
  limit(
    'REC-1',
    60,
    'calendarDays',
    'actKnown',
    'P',
    [
      ['reconsiderationLaw', '20, 88'],
      ['civilProcedureLaw', '85'],
    ],
    { stopsFor: ['obstacle'] },
  ),
  limit('REC-2', 5, wd, 'reconsiderationReceived', 'P', [['reconsiderationLaw', '30, 88']], { isArrival: true }),
  limit('REC-3a', 5, wd, 'incompleteReceived', 'P', [['reconsiderationLaw', '31, 88']], { isArrival: true }),
  limit('REC-3b', 10, wd, 'correctionDelivered', 'P', [['reconsiderationLaw', '31, 88']], { isArrival: true }),
  limit('REC-4a', 7, wd, 'reconsiderationAccepted', 'P', [['reconsiderationLaw', '48, 88']]),
  limit('REC-4b', 10, wd, 'copyReceived', 'P', [['reconsiderationLaw', '48, 88']], { isArrival: true }),
  limit('REC-5', 60, 'calendarDays', 'reconsiderationAccepted', 'P', daysOfReconsideration, { extension: 30, stopsFor: ['suspension'] }),
  limit(
    'REC-5s',
    30,
    'calendarDays',
    'reconsiderationAccepted',
    'P',
    [
      ['reconsiderationLaw', '39, 62(2), 88'],
      ['civilProcedureLaw', '85'],
    ],
    { stopsFor: ['suspension'] },
  ),
  limit(
    'SUE-1a',
    15,
    'calendarDays',
    'reconsiderationDecisionReceived',
    'P',
    [
      ['litigationLaw', '45, 101'],
      ['civilProcedureLaw', '85'],
    ],
    { isArrival: true },
  ),
  limit('SUE-1b', 6, 'months', 'actKnown', 'P', [
    ['litigationLaw', '46, 101'],
    ['civilProcedureLaw', '85'],
    ['civilCode', '202'],
  ]),
  limit('INC-1', 60, 'minutes', 'incidentDiscovered', 'S+', [['incidentMeasures', '4']]),
  limit('INC-1b', 30, 'minutes', 'incidentReportReceived', 'S+', [['incidentMeasures', '4']]),
  limit('INC-2', 120, 'minutes', 'incidentDiscovered', 'S+', [['incidentMeasures', '4']]),
  limit('INC-2b', 60, 'minutes', 'incidentReportReceived', 'S+', [['incidentMeasures', '4']]),
  limit('INC-3', 240, 'minutes', 'incidentDiscovered', 'S+', [['incidentMeasures', '4']]),
  limit('FIL-1', 10, wd, 'serviceStarted', 'S+', [['orderNine', '24(1)']]),
  limit('FIL-2', 10, wd, 'informationChanged', 'S+', [['orderNine', '24(2)']]),
  limit('FIL-3', 20, wd, 'serviceEnded', 'S+', [['orderNine', '24(3)']]),
  // Order 9 knows no extension: ten working days once, as LIC-3, is our default and is shown as such.
  limit('FIL-4', 30, wd, 'accepted', 'S+', [['orderNine', '25']], { extension: 10, extensionConfidence: 'D', stopsFor: outside }),
  limit('FIL-5', 10, wd, 'correctionDelivered', 'D', [['shippedDefault', '']], { isArrival: true }),
  limit('RCL-1', 10, wd, 'analysisNoticeDelivered', 'D', [['shippedDefault', '']], { isArrival: true }),
  limit('RCL-2', 15, wd, 'recallNoticeDelivered', 'P', [['autoRecallRegulations', '15(2)']], { isArrival: true }),
  limit('RCL-3', 5, wd, 'recallOrderDelivered', 'D', [['shippedDefault', '']], { isArrival: true }),
  limit('RCL-4', 10, wd, 'recallDeclared', 'D', [['shippedDefault', '']]),
  limit('RCL-5', 3, wd, 'planFiled', 'D', [['shippedDefault', '']]),
  limit('RCL-6', 15, wd, 'measuresFinished', 'M', [['shippedDefault', '']]),
  // The lower-risk lane: time to correct a challenged self-test, how long one holds, and how long a credit record is public. No source sets them.
  limit('SFT-1', 10, wd, 'challengeDelivered', 'D', [['shippedDefault', '']], { isArrival: true }),
  limit('SFT-2', 6, 'months', 'selfTestSigned', 'D', [['shippedDefault', '']]),
  limit('CRD-1', 3, 'months', 'creditRecorded', 'D', [['shippedDefault', '']]),
  limit('CRD-2', 12, 'months', 'creditRecorded', 'D', [['shippedDefault', '']]),
  limit('TST-1', 20, wd, 'testOrdered', 'D', [['shippedDefault', '']]),
  // How often a lane is tested again. The day itself is the last one, a day of rest too: nobody acts on it, a laboratory plans for it.
  limit('TST-2', 6, 'months', 'testPassed', 'D', [['shippedDefault', '']], { movesOffRest: false }),
  limit('TST-3', 12, 'months', 'testPassed', 'D', [['shippedDefault', '']], { movesOffRest: false }),
]

/** The limits that are shipped; one per code, which a test holds. Counting functions take a `Limit`, so that an edited one works too. */
export const shippedLimits = Object.fromEntries(rows.map((row) => [row.code, row])) as Limits
