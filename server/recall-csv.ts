// The tables of a recall as CSV: the affected deployments, and the curve over time. For officers who may see the case.
import 'server-only'
import { one } from '#db/reads/case'
import { affectedLines, curveOf } from '#db/reads/recall'
import { kindNamed } from '#db/reads/shown'
import type { Actor } from '#domain/case'
import { sideOf } from '#domain/permission'
import type { Recall } from '#domain/recall/state'
import { csvFile } from './csv-file.ts'

export const recallTables = ['affected', 'curve'] as const
export type RecallTable = (typeof recallTables)[number]

/** The file, or null where the case does not exist for this person. */
export const recallCsv = async (actor: Actor, id: string, table: RecallTable, at: string): Promise<Response | null> => {
  if (!actor.posts.some((post) => sideOf(post.role) === 'authority')) return null
  const seen = await one<Recall>(actor, kindNamed('recall'), id, at, 'export')
  if (!seen || seen.audience === 'public') return null
  const name = `${seen.number ?? 'recall'}-${table}`
  if (table === 'curve') {
    const points = await curveOf(actor, id, at)
    return csvFile(
      name,
      ['at', 'hours', 'affected', 'proved', 'declared', 'silent', 'unreachable', 'refused'],
      points.map(({ at: on, hours, affected, byStanding }) => [
        on,
        Math.round(hours * 10) / 10,
        affected,
        byStanding.proved,
        byStanding.declared,
        byStanding.silent,
        byStanding.unreachable,
        byStanding.refused,
      ]),
    )
  }
  const lines = await affectedLines(seen.state)
  return csvFile(
    name,
    ['deployment', 'operator', 'version', 'because', 'standing', 'declared', 'declaredAt', 'proved', 'provedAt', 'hasContact'],
    lines.map((line) => [
      line.number ?? line.deploymentId,
      line.operator?.name,
      line.version,
      line.because,
      line.standing,
      line.response?.declared?.statement,
      line.response?.declared?.at,
      line.response?.proved?.outcome,
      line.response?.proved?.at,
      line.operator?.hasContact ? 'yes' : 'no',
    ]),
  )
}
