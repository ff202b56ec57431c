// Whom a recall reaches and why, whom it does not and why not, with a question box for one deployment.

import { Input } from '#components/ui/field'
import { Swatch } from '#components/ui/recall-curve'
import { SectionHead } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { currentNotice, type Recall, standingEmergency } from '#domain/recall/state'
import { formatNumber } from '#messages/format'
import type { TabProps } from './tab.ts'

export const bandOf = { proved: 'proved', declared: 'declared', silent: 'silent', unreachable: 'lost', refused: 'refused' } as const

export async function AffectedTab({ state, here, query, r }: TabProps) {
  const { say } = r
  const a = (key: string, facts: Record<string, string | number> = {}) => say(`recallDesk.affected.${key}`, facts)
  const all = await r.affectedLines(state)
  const recall = state.notices ? (state as Recall) : null
  const left = recall ? (recall.binding?.excluded ?? currentNotice(recall)?.excluded ?? standingEmergency(recall)?.excluded ?? []) : []
  const why = (query.get('why') ?? '').trim().toLowerCase()
  const fits = (...parts: (string | null | undefined)[]) => why === '' || parts.some((part) => part?.toLowerCase().includes(why))
  const lines = all.filter((line) => fits(line.number, line.version, line.operator?.name))
  const excluded = left.filter((one) => fits(one.number, one.version))
  const operators = new Set(all.map((line) => line.organisationId)).size
  return (
    <>
      <search>
        <form method="get" action={here} className="row items-end pb-2">
          <input type="hidden" name="tab" value="affected" />
          <div className="w-[320px] max-w-full">
            <Input
              id="why"
              name="why"
              type="search"
              label={a('ask')}
              hint={a('askHint')}
              defaultValue={query.get('why') ?? ''}
              maxLength={100}
            />
          </div>
          <button type="submit" className="btn">
            {a('go')}
          </button>
        </form>
      </search>
      {why === '' ? null : <p aria-live="polite">{a('found', { query: query.get('why') ?? '', count: lines.length + excluded.length })}</p>}
      <SectionHead
        title={a('title')}
        end={a('about', { count: formatNumber(r.locale, all.length), operators: formatNumber(r.locale, operators) })}
      />
      {all.length === 0 ? (
        <p className="t2 pt-2">{a('none')}</p>
      ) : (
        <DataTable
          label={a('title')}
          edge
          columns={[
            { key: 'deployment', head: a('column.deployment'), width: 218 },
            { key: 'operator', head: a('column.operator') },
            { key: 'version', head: a('column.version'), width: 84 },
            { key: 'because', head: a('column.because'), width: 120 },
            { key: 'contact', head: a('column.contact'), width: 76 },
            { key: 'standing', head: a('column.standing'), width: 128 },
          ]}
          rows={lines.map((line) => ({
            key: line.deploymentId,
            cells: [
              <a key="no" className="mono" href={`/console/deployments/${line.deploymentId}`}>
                {line.number ?? a('unknown')}
              </a>,
              line.operator?.name ?? '',
              line.version,
              say(`recall.option.inclusionReasons.${line.because}`),
              line.operator?.hasContact ? (
                a('hasContact')
              ) : (
                <span key="contact" className="care">
                  {a('noContact')}
                </span>
              ),
              <Swatch key="standing" band={bandOf[line.standing]}>
                {say(`recallDesk.standing.${line.standing}`)}
              </Swatch>,
            ],
          }))}
        />
      )}
      <SectionHead title={a('excluded')} gap end={String(left.length)} />
      {left.length === 0 ? (
        <p className="t2 pt-2">{a('noneExcluded')}</p>
      ) : (
        <DataTable
          label={a('excluded')}
          edge
          columns={[
            { key: 'deployment', head: a('column.deployment'), width: 218 },
            { key: 'version', head: a('column.version'), width: 84 },
            { key: 'why', head: a('column.why') },
          ]}
          rows={excluded.map((one) => ({
            key: one.deploymentId,
            cells: [
              <a key="no" className="mono" href={`/console/deployments/${one.deploymentId}`}>
                {one.number ?? a('unknown')}
              </a>,
              one.version,
              say(`recall.option.exclusionReasons.${one.because}`),
            ],
          }))}
        />
      )}
    </>
  )
}
