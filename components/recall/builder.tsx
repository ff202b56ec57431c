'use client'
// The builder of a recall: five steps at the left, the notice in both languages and the dry run of its reach at the right, alive while it is written.
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { commandsOf, type Draft, type Mode, missingIn, type StepName, stepNames } from './draft.ts'
import { NoticePreview } from './notice-preview.tsx'
import { ReachPanel, useReach } from './reach-panel.tsx'
import { StepCheck } from './step-check.tsx'
import { StepMeasures } from './step-measures.tsx'
import type { StepProps } from './step-parts.tsx'
import { StepScope } from './step-scope.tsx'
import { StepText } from './step-text.tsx'
import { StepTrigger } from './step-trigger.tsx'
import type { BuilderOptions, BuilderWords, Languages, PreviewWords } from './words.ts'

type Props = {
  mode: Mode
  first: Draft
  agent: StepProps['agent'] & { id: string; organisationId: string; region: string }
  recall: { id: string; version: number; nextVersion: number; number: string | null } | null
  options: BuilderOptions
  languages: Languages
  locale: string
  words: BuilderWords & { preview: PreviewWords }
}

export function RecallBuilder({ mode, first, agent, recall, options, languages, locale, words }: Props) {
  const router = useRouter()
  const [draft, setDraft] = useState(first)
  const [step, setStep] = useState<StepName>('trigger')
  const [tried, setTried] = useState<readonly StepName[]>([])
  const head = useRef<HTMLHeadingElement>(null)
  const isDirty = useRef(false)
  const reach = useReach(agent.id, draft)
  const change = (next: Partial<Draft>) => {
    isDirty.current = true
    setDraft((before) => ({ ...before, ...next }))
  }
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isDirty.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
  const goTo = (next: StepName) => {
    setTried((before) => [...new Set([...before, step])])
    setStep(next)
    requestAnimationFrame(() => head.current?.focus())
  }
  const at = stepNames.indexOf(step)
  const [previous, following] = [stepNames[at - 1], stepNames[at + 1]]
  const parts: StepProps = {
    draft,
    mode,
    change,
    options,
    words,
    agent,
    missing: missingIn(draft, mode, step),
    isTried: tried.includes(step),
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_420px] gap-x-10 max-[1100px]:grid-cols-1">
      <div className="min-w-0 max-w-[760px]">
        <nav aria-label={words.stepsLabel}>
          <ol className="row flex-wrap border-b border-hairline pb-2">
            {stepNames.map((name, index) => {
              const isDone = name !== 'check' && missingIn(draft, mode, name).length === 0
              return (
                <li key={name}>
                  <button
                    type="button"
                    className={name === step ? 'btn sm' : 'btn sm bare'}
                    aria-current={name === step ? 'step' : undefined}
                    onClick={() => goTo(name)}
                  >
                    {index + 1} {words.steps[name]}
                    {name === 'check' ? null : (
                      <>
                        <span aria-hidden="true"> {isDone ? '✓' : '○'}</span>
                        <span className="vh"> {isDone ? words.done : words.open}</span>
                      </>
                    )}
                  </button>
                </li>
              )
            })}
          </ol>
        </nav>
        <h2 ref={head} tabIndex={-1} className="pt-4 pb-2 outline-none">
          {words.steps[step]}
        </h2>
        {step === 'trigger' ? <StepTrigger {...parts} /> : null}
        {step === 'scope' ? <StepScope {...parts} /> : null}
        {step === 'measures' ? <StepMeasures {...parts} /> : null}
        {step === 'text' ? <StepText {...parts} /> : null}
        {step === 'check' ? (
          <StepCheck
            draft={draft}
            mode={mode}
            words={words}
            planned={commandsOf(draft, mode, { agentId: agent.id, organisationId: agent.organisationId, region: agent.region })}
            recall={recall}
            goTo={goTo}
            onSent={(id) => {
              isDirty.current = false
              router.push(`/console/recalls/${id}`)
            }}
          />
        ) : null}
        <div className="row wide pt-6">
          {previous ? (
            <button type="button" className="btn" onClick={() => goTo(previous)}>
              {words.back}
            </button>
          ) : null}
          {following ? (
            <button type="button" className="btn go" onClick={() => goTo(following)}>
              {words.next}
            </button>
          ) : null}
        </div>
        <p className="cap t3 pt-2">{words.leave}</p>
      </div>
      <aside className="min-w-0 self-start bg-sunken px-5 py-4 max-[1100px]:mt-6">
        <NoticePreview
          draft={draft}
          languages={languages}
          first={locale === 'en' ? 'en' : 'zh'}
          reached={reach.reach ? reach.reach.included.length + reach.reach.unnamed : null}
          number={recall?.number ?? null}
          words={words.preview}
          note={words.preview.draft}
        />
        <ReachPanel state={reach} words={words.reach} options={options} locale={locale} />
      </aside>
    </div>
  )
}
