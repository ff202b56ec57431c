'use client'
// Starts a draft: name, sector, scenarios, and, where there is one, the description file. Each step that was done stays done when a later one fails.
import { useRef, useState } from 'react'
import { Banner } from '#components/ui/alert'
import { Input, Select } from '#components/ui/field'
import { Submit } from '#components/ui/submit'
import { type Problem, send } from '../case/send.tsx'
import { type Fault, Faults, type FaultWords } from '../portal/faults.tsx'
import { type Given, ImportBox, type ImportWords } from './import-box.tsx'
import { ScenarioChoice, type ScenarioWords, type SectorChoice } from './scenario-choice.tsx'

export type NewWords = ScenarioWords & {
  nameZh: string
  nameEn: string
  nameEnHint: string
  agent: string
  agentNew: string
  follows: string
  followsNone: string
  start: string
  starting: string
  faults: FaultWords
  missingName: string
  missingSector: string
  missingScenario: string
  kept: string
  openDraft: string
  import: ImportWords
  optional: string
}
export type NewProps = {
  organisationId: string
  sectors: readonly SectorChoice[]
  agents: readonly { value: string; text: string }[]
  earlier: readonly { value: string; text: string }[]
  first: {
    sector: string
    scenarios: readonly string[]
    agentId: string
    followsFilingId: string
    followsChange?: number
    nameZh: string
    nameEn: string
  }
  /** What the pre-check already answered: written into the draft, so that nothing is asked twice. */
  prefill: { use?: Record<string, unknown>; content?: Record<string, unknown> } | null
  words: NewWords
}

export function NewFiling({ organisationId, sectors, agents, earlier, first, prefill, words }: NewProps) {
  const [name, setName] = useState({ zh: first.nameZh, en: first.nameEn })
  const [chosen, setChosen] = useState({ sector: first.sector, scenarios: first.scenarios })
  const [agentId, setAgentId] = useState(first.agentId)
  const [follows, setFollows] = useState(first.followsFilingId)
  const [given, setGiven] = useState<Given>({ text: '', fileName: null })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [importProblem, setImportProblem] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [turn, setTurn] = useState(0)
  const made = useRef<{ id: string; version: number; isPrefilled: boolean; key: string } | null>(null)
  const key = useRef('')
  const hasName = name.zh.trim() !== '' || name.en.trim() !== ''
  const scenarioFault = chosen.sector === '' ? words.missingSector : chosen.scenarios.length === 0 ? words.missingScenario : undefined
  const faults: Fault[] = [
    ...(hasName ? [] : [{ href: '#f-name-zh', text: words.missingName }]),
    ...(scenarioFault ? [{ href: chosen.sector === '' ? '#f-sector' : '#f-scenarios', text: scenarioFault }] : []),
  ]

  const begin = async () => {
    if (isSending) return
    setAsked(true)
    setProblem(null)
    setTurn((before) => before + 1)
    if (faults.length > 0) return
    setSending(true)
    setImportProblem(null)
    const fault = await steps()
    setSending(false)
    if (fault === null && made.current) window.location.assign(`/portal/filings/${made.current.id}`)
  }
  const steps = async (): Promise<Problem | null> => {
    if (!made.current) {
      key.current ||= crypto.randomUUID()
      const body = {
        organisationId,
        agentId: agentId || null,
        agentName: { zh: tidy(name.zh), en: tidy(name.en) },
        sector: chosen.sector,
        scenarios: chosen.scenarios.map(Number),
        followsFilingId: follows || null,
        ...(first.followsChange !== undefined && follows === first.followsFilingId ? { followsChange: first.followsChange } : {}),
      }
      const sent = await send('filings', null, 'create', body, null, key.current)
      if (!sent.ok) {
        if (sent.problem.status !== 0) key.current = ''
        setProblem(sent.problem)
        return sent.problem
      }
      made.current = { id: sent.id, version: sent.version, isPrefilled: false, key: key.current }
    }
    if (prefill && !made.current.isPrefilled) {
      const sent = await send('filings', made.current.id, 'describe', prefill, made.current.version, crypto.randomUUID())
      if (sent.ok) made.current.version = sent.version
      else if (sent.problem.status === 0) {
        setProblem(sent.problem)
        return sent.problem
      }
      made.current.isPrefilled = true
    }
    if (given.text.trim() !== '') {
      const sent = await send('filings', made.current.id, 'importDescription', given, made.current.version, crypto.randomUUID())
      if (!sent.ok) {
        setImportProblem(sent.problem)
        return sent.problem
      }
      made.current.version = sent.version
    }
    return null
  }
  const isMade = made.current !== null

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void begin()
      }}
    >
      <Faults turn={turn} faults={isAsked ? faults : []} problem={problem} words={words.faults} onReload={() => setProblem(null)} />
      <fieldset disabled={isMade} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
        <Input
          id="f-name-zh"
          label={words.nameZh}
          maxLength={120}
          lang="zh-Hans"
          value={name.zh}
          error={isAsked && !hasName ? words.missingName : undefined}
          onChange={(event) => setName({ ...name, zh: event.target.value })}
        />
        <Input
          id="f-name-en"
          label={words.nameEn}
          hint={words.nameEnHint}
          note={words.optional}
          maxLength={120}
          lang="en"
          value={name.en}
          onChange={(event) => setName({ ...name, en: event.target.value })}
        />
        {agents.length > 0 ? (
          <Select
            id="f-agent"
            label={words.agent}
            empty={words.agentNew}
            choices={agents}
            value={agentId}
            onChange={(event) => setAgentId(event.target.value)}
          />
        ) : null}
        {earlier.length > 0 ? (
          <Select
            id="f-follows"
            label={words.follows}
            empty={words.followsNone}
            choices={earlier}
            value={follows}
            onChange={(event) => setFollows(event.target.value)}
          />
        ) : null}
        <ScenarioChoice
          sectors={sectors}
          sector={chosen.sector}
          scenarios={chosen.scenarios}
          words={words}
          error={isAsked ? scenarioFault : undefined}
          onChange={(sector, scenarios) => setChosen({ sector, scenarios })}
        />
      </fieldset>
      <ImportBox given={given} onChange={setGiven} words={words.import} problem={importProblem} />
      {isMade && importProblem ? (
        <Banner
          tone="plain"
          title={words.kept}
          acts={
            <a className="btn" href={`/portal/filings/${made.current?.id}`}>
              {words.openDraft}
            </a>
          }
        />
      ) : null}
      <p className="row wide" style={{ flexWrap: 'wrap' }}>
        <Submit className="btn go lg" isBusy={isSending}>
          {isSending ? words.starting : words.start}
        </Submit>
      </p>
    </form>
  )
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
