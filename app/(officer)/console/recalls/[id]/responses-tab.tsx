// The answers of the operators, worst first, with what the authority found, and the act that records a check.
import { Swatch } from '#components/ui/recall-curve'
import { SectionHead } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { formatMoment, formatNumber } from '#messages/format'
import { withQuery } from '#server/address'
import { bandOf } from './affected-tab.tsx'
import type { TabProps } from './tab.ts'

const worst = ['refused', 'unreachable', 'silent', 'declared', 'proved']

export async function ResponsesTab({ seen, state, here, query, r }: TabProps) {
  const { say } = r
  const w = (key: string, facts: Record<string, string | number> = {}) => say(`recallDesk.responses.${key}`, facts)
  const lines = (await r.affectedLines(state)).sort((a, b) => worst.indexOf(a.standing) - worst.indexOf(b.standing))
  const checked = lines.filter((line) => line.response?.proved).length
  const provedBy = new Map<string, { proved: number; all: number }>()
  for (const line of lines) {
    const before = provedBy.get(line.organisationId ?? '') ?? { proved: 0, all: 0 }
    provedBy.set(line.organisationId ?? '', { proved: before.proved + (line.standing === 'proved' ? 1 : 0), all: before.all + 1 })
  }
  const mayCheck = seen.moves.includes('recordCheck')
  const latest = (response: (typeof lines)[number]['response']) =>
    [
      response?.proved
        ? w('provedAt', {
            at: formatMoment(response.proved.at, r.today),
            outcome: say(`recall.option.checkOutcomes.${response.proved.outcome}`),
            method: say(`recall.option.checkMethods.${response.proved.method}`),
          })
        : '',
      response?.declared
        ? w('declaredAt', {
            at: formatMoment(response.declared.at, r.today),
            statement: say(`recall.option.responseStatements.${response.declared.statement}`),
          })
        : '',
      response?.declared?.note ?? '',
    ]
      .filter(Boolean)
      .join(' · ') || w('none')
  return (
    <>
      <SectionHead
        title={w('title')}
        end={w('about', { proved: formatNumber(r.locale, checked), all: formatNumber(r.locale, lines.length) })}
      />
      {lines.length === 0 ? (
        <p className="t2 pt-2">{say('recallDesk.affected.none')}</p>
      ) : (
        <DataTable
          label={w('title')}
          edge
          columns={[
            { key: 'standing', head: w('column.standing'), width: 128 },
            { key: 'operator', head: w('column.operator'), width: 180 },
            { key: 'count', head: w('column.count'), width: 64, number: true },
            { key: 'deployment', head: w('column.deployment'), width: 218, low: true },
            { key: 'latest', head: w('column.latest'), flow: true },
            { key: 'act', head: w('column.act'), width: 100, mute: true },
          ]}
          rows={lines.map((line) => {
            const sum = provedBy.get(line.organisationId ?? '') ?? { proved: 0, all: 0 }
            return {
              key: line.deploymentId,
              cells: [
                <Swatch key="standing" band={bandOf[line.standing]}>
                  {say(`recallDesk.standing.${line.standing}`)}
                </Swatch>,
                <b key="operator">{line.operator?.name ?? ''}</b>,
                `${sum.proved}/${sum.all}`,
                <a key="no" className="mono" href={`/console/deployments/${line.deploymentId}`}>
                  {line.number ?? line.deploymentId.slice(0, 8)}
                </a>,
                <span key="latest">
                  {latest(line.response)}
                  {line.operator && !line.operator.hasContact ? <span className="care"> {w('noContact')}</span> : null}
                </span>,
                mayCheck ? (
                  <a
                    key="act"
                    href={`${withQuery(here, query, { tab: 'responses', act: 'recordCheck', deployment: line.deploymentId })}#act`}
                  >
                    {w('check')}
                  </a>
                ) : null,
              ],
            }
          })}
        />
      )}
    </>
  )
}
