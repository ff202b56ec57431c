'use client'
// The choice of one sector and of its scenarios: used to start a filing, and to change what a draft is for.
import { Icon } from '#components/ui/icon'

export type SectorChoice = { value: string; label: string; scenarios: readonly { value: string; label: string }[] }
export type ScenarioWords = { sector: string; sectorHint: string; scenarios: string; scenariosHint: string; choose: string }

export function ScenarioChoice({
  sectors,
  sector,
  scenarios,
  onChange,
  words,
  isFixed,
  error,
}: {
  sectors: readonly SectorChoice[]
  sector: string
  scenarios: readonly string[]
  onChange: (sector: string, scenarios: readonly string[]) => void
  words: ScenarioWords
  /** After the first submission the sector stays: it decides whose case it is. */
  isFixed?: boolean
  error?: string
}) {
  const offered = sectors.find((one) => one.value === sector)?.scenarios ?? []
  // Without a sector there are no scenarios to point at.
  const isBare = error !== undefined && offered.length === 0
  return (
    <>
      <div className={isBare ? 'ask bad' : 'ask'}>
        <label htmlFor="f-sector">{words.sector}</label>
        <p className="hint" id="f-sector-hint">
          {words.sectorHint}
        </p>
        {isBare ? (
          <p className="err" id="f-sector-error">
            {error}
          </p>
        ) : null}
        <span className="pick">
          <select
            id="f-sector"
            className="field"
            value={sector}
            disabled={isFixed}
            aria-invalid={isBare || undefined}
            aria-describedby={isBare ? 'f-sector-hint f-sector-error' : 'f-sector-hint'}
            onChange={(event) => onChange(event.target.value, [])}
          >
            <option value="">{words.choose}</option>
            {sectors.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
          <Icon name="i-down" />
        </span>
      </div>
      {offered.length === 0 ? null : (
        <fieldset className={error ? 'ask bad' : 'ask'} id="f-scenarios" tabIndex={-1}>
          <legend>{words.scenarios}</legend>
          <p className="hint">{words.scenariosHint}</p>
          {error ? <p className="err">{error}</p> : null}
          <div className="choices">
            {offered.map((one) => (
              <label className="tick" key={one.value}>
                <input
                  type="checkbox"
                  className="box"
                  checked={scenarios.includes(one.value)}
                  onChange={(event) =>
                    onChange(sector, event.target.checked ? [...scenarios, one.value] : scenarios.filter((other) => other !== one.value))
                  }
                />
                <span>{one.label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}
