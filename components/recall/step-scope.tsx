'use client'
// Step two: which versions, by range, by name or by what they are made of; which are known to be free; where.
import { Input } from '#components/ui/field'
import { fill } from './draft.ts'
import { errorOf, type StepProps, Ticks } from './step-parts.tsx'

export function StepScope(props: StepProps) {
  const { draft, change, options, words, agent } = props
  const w = words.scope
  const versionOf = (hash: string) => agent.versions.find((one) => one.hash === hash)?.version ?? hash.slice(0, 12)
  const versions = agent.versions.map(({ hash, version, at }) => ({
    value: hash,
    label: version,
    hint: `${at.slice(0, 10)} · ${hash.slice(0, 12)}`,
  }))
  return (
    <>
      <Input
        id="range"
        className="mono"
        label={w.range}
        hint={w.rangeHint}
        error={errorOf(props, 'range')}
        maxLength={300}
        value={draft.range}
        onChange={(event) => change({ range: event.target.value })}
      />
      {versions.length === 0 ? (
        <p className="t2">{w.versionsNone}</p>
      ) : (
        <Ticks
          id="versionHashes"
          legend={w.versions}
          options={versions}
          chosen={draft.versionHashes}
          columns
          onChange={(versionHashes) => change({ versionHashes })}
        />
      )}
      {draft.cause && draft.cause.name.trim() !== '' ? (
        <div className="ask choices">
          <label className="tick">
            <input
              className="box"
              type="checkbox"
              checked={draft.byComponent}
              onChange={(event) => change({ byComponent: event.target.checked })}
            />
            <span>
              {w.byComponent}
              <small>{draft.cause.name}</small>
            </span>
          </label>
        </div>
      ) : null}
      {versions.length > 0 ? (
        <>
          <Ticks
            id="exempt"
            legend={w.exempt}
            options={versions}
            chosen={draft.exempt.map((one) => one.versionHash)}
            columns
            onChange={(hashes) =>
              change({
                exempt: hashes.map(
                  (versionHash) => draft.exempt.find((one) => one.versionHash === versionHash) ?? { versionHash, reason: '' },
                ),
              })
            }
          />
          {draft.exempt.map((one) => (
            <Input
              key={one.versionHash}
              id={`exempt-${one.versionHash.slice(0, 12)}`}
              label={fill(w.exemptReason, { version: versionOf(one.versionHash) })}
              error={one.reason.trim() === '' ? errorOf(props, 'exempt') : undefined}
              maxLength={1000}
              value={one.reason}
              onChange={(event) =>
                change({
                  exempt: draft.exempt.map((other) =>
                    other.versionHash === one.versionHash ? { ...other, reason: event.target.value } : other,
                  ),
                })
              }
            />
          ))}
        </>
      ) : null}
      <details open={draft.scenarios.length > 0}>
        <summary>{w.scenarios}</summary>
        <Ticks
          id="scenarios"
          legend={w.scenarios}
          hint={w.scenariosHint}
          options={options.pairs}
          chosen={draft.scenarios}
          columns
          onChange={(scenarios) => change({ scenarios })}
        />
      </details>
      <details open={draft.regions.length > 0}>
        <summary>{w.regions}</summary>
        <Ticks
          id="regions"
          legend={w.regions}
          hint={w.regionsHint}
          options={options.regions}
          chosen={draft.regions}
          columns
          onChange={(regions) => change({ regions })}
        />
      </details>
    </>
  )
}
