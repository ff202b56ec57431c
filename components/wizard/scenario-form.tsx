'use client'
// The first task of a draft: which sector and scenarios it is for.
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Banner } from '#components/ui/alert'
import { Submit } from '#components/ui/submit'
import { type Problem, send } from '../case/send.tsx'
import { ScenarioChoice, type ScenarioWords, type SectorChoice } from './scenario-choice.tsx'

export function ScenarioForm({
  id,
  version,
  sectors,
  sector,
  scenarios,
  isFixed,
  backHref,
  words,
}: {
  id: string
  version: number
  sectors: readonly SectorChoice[]
  sector: string
  scenarios: readonly string[]
  isFixed: boolean
  backHref: string
  words: ScenarioWords & { saveAndBack: string; notSaved: string; offline: string; missing: string; stale: string; reload: string }
}) {
  const router = useRouter()
  const [chosen, setChosen] = useState({ sector, scenarios })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const isEmpty = chosen.sector === '' || chosen.scenarios.length === 0
  const submit = async () => {
    setAsked(true)
    if (isEmpty || isSending) return
    setSending(true)
    const sent = await send(
      'filings',
      id,
      'describe',
      { sector: chosen.sector, scenarios: chosen.scenarios.map(Number) },
      version,
      crypto.randomUUID(),
    )
    setSending(false)
    if (sent.ok || sent.problem.code === 'filing.nothingChanged') {
      window.location.assign(backHref)
      return
    }
    setProblem(sent.problem)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {problem ? (
        <Banner
          tone="care"
          live
          title={problem.code === 'case.stale' ? words.stale : words.notSaved}
          acts={
            problem.code === 'case.stale' ? (
              <button
                type="button"
                className="btn"
                onClick={() => {
                  setProblem(null)
                  router.refresh()
                }}
              >
                {words.reload}
              </button>
            ) : undefined
          }
        >
          {problem.status === 0 ? words.offline : problem.detail}
        </Banner>
      ) : null}
      <ScenarioChoice
        sectors={sectors}
        sector={chosen.sector}
        scenarios={chosen.scenarios}
        isFixed={isFixed}
        words={words}
        error={isEmpty && (isAsked || chosen.sector !== '') ? words.missing : undefined}
        onChange={(nextSector, nextScenarios) => setChosen({ sector: nextSector, scenarios: nextScenarios })}
      />
      <p className="row wide" style={{ flexWrap: 'wrap' }}>
        <Submit className="btn go lg" isBusy={isSending}>
          {words.saveAndBack}
        </Submit>
      </p>
    </form>
  )
}
