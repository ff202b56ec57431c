// The words of the clock noun: units, reasons to stop, what starts a clock, laws cited, kinds of day and of step.

export const units = ['workingDays', 'calendarDays', 'months', 'minutes'] as const
export type Unit = (typeof units)[number]

/** Why a clock stands still. Which of them stop which clock is said by the limit; `waitingForCompany` stops none as shipped. */
export const pauseReasons = ['testing', 'hearing', 'expertReview', 'obstacle', 'suspension', 'waitingForCompany'] as const
export type PauseReason = (typeof pauseReasons)[number]

/** The event whose day (or minute) starts a clock and is itself not counted. */
export const startEvents = [
  'applicationReceived',
  'accepted',
  'acceptedJointly',
  'acceptedByLowerLevel',
  'decidedToGrant',
  'hearingRightTold',
  'hearingAsked',
  'penaltyCaseOpened',
  'penaltyDecided',
  'publishedDecisionChanged',
  'actKnown',
  'reconsiderationReceived',
  'incompleteReceived',
  'correctionDelivered',
  'reconsiderationAccepted',
  'copyReceived',
  'reconsiderationDecisionReceived',
  'incidentDiscovered',
  'incidentReportReceived',
  'serviceStarted',
  'informationChanged',
  'serviceEnded',
  'analysisNoticeDelivered',
  'recallNoticeDelivered',
  'recallOrderDelivered',
  'recallDeclared',
  'planFiled',
  'measuresFinished',
  'challengeDelivered',
  'selfTestSigned',
  'creditRecorded',
  'testOrdered',
  'testPassed',
] as const
export type StartEvent = (typeof startEvents)[number]

export const laws = [
  'licensingLaw',
  'penaltyLaw',
  'reconsiderationLaw',
  'litigationLaw',
  'civilProcedureLaw',
  'civilCode',
  'incidentMeasures',
  'orderNine',
  'autoRecallRegulations',
  'shippedDefault',
] as const
export type Law = (typeof laws)[number]

/** How a day counts: only the first and the fourth are working days; `unknown` lies outside the published calendar. */
export const dayKinds = ['weekday', 'weekend', 'holiday', 'makeUpDay', 'unknown'] as const
export type DayKind = (typeof dayKinds)[number]

/** What a step of an explained deadline says; facts beside it, the sentence is in messages. */
export const stepKinds = [
  'started',
  'counted',
  'weekend',
  'holiday',
  'makeUpDay',
  'paused',
  'pauseWithoutEffect',
  'extended',
  'extensionWithoutEffect',
  'stopped',
  'rolledOver',
  'beyondCalendar',
  'due',
] as const
export type StepKind = (typeof stepKinds)[number]

/** Why a pause took nothing off. */
export const idlePauses = ['ruleDoesNotStop', 'reasonDoesNotStop', 'beforeStart', 'withinOneDay', 'afterDue'] as const
export type IdlePause = (typeof idlePauses)[number]

/** One tick of the ruler: counted, stopped, over the due date, still to come, or moved past because the last day was a day of rest. */
export const tickKinds = ['counted', 'stopped', 'over', 'left', 'rolled'] as const
export type TickKind = (typeof tickKinds)[number]

/** The two readings of what arrives on a day of rest (clocks.md no. 2). */
export const restDayReceipts = ['sameDay', 'nextWorkingDay'] as const
export type RestDayReceipt = (typeof restDayReceipts)[number]
