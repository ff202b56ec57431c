// What follows from an information report: each self-test learns what the platform found and took down, and a returned report is told by letter.
import type { Recorded } from '#domain/case'
import { orderLetter } from '../letter/order.ts'
import type { FollowOn } from '../world.ts'
import type { Report, ReportEvent } from './report.ts'

export const reportFollowOns = (report: Report, event: Recorded<ReportEvent>): FollowOn[] => {
  const platformId = report.organisationId ?? ''
  const about = (selftestId: string, command: FollowOn['command']): FollowOn => ({ kind: 'selftest', id: selftestId, command })
  switch (event.type) {
    case 'submitted':
      return [
        ...event.listings.map(({ selftestId, ...said }) =>
          about(selftestId, { type: 'verifyListing', platformId, ...said } as FollowOn['command']),
        ),
        ...event.takeDowns.map(({ selftestId, ...said }) =>
          about(selftestId, { type: 'takeDown', platformId, ...said } as FollowOn['command']),
        ),
      ]
    case 'returned':
      return [
        orderLetter({
          template: 'reportReturned',
          about: { kind: 'report', id: report.id },
          organisationId: platformId,
          organisationName: report.organisationName ?? '',
          sector: report.sector,
          region: report.region ?? '000000',
          authorityId: event.authorityId,
          facts: { agentName: report.about, period: `${report.periodFrom} – ${report.periodTo}`, reason: event.reason },
        }),
      ]
    default:
      return []
  }
}
