// The desk of a decision: at the left the form with what was recommended, at the right the letter that the company will read, in both languages.
import { CommandForm } from '#components/case/command-form'
import { type CommandForm as Shape, withConditions } from '#components/case/form-shape'
import { LetterView } from '#components/case/letter'
import { Banner } from '#components/ui/alert'
import { LinkButton, Segments } from '#components/ui/button'
import { Crumbs, Headline, SectionHead } from '#components/ui/section'
import { formatMoment } from '#messages/format'
import { conditionsOffer } from '#server/case-acts'
import { formWords } from '#server/form-words'
import { letterText, type Written } from '#server/letter-text'
import type { OfficerReader } from '#server/officer-reader'
import { Conditions, Reasons } from './parts.tsx'

type Recommended = {
  outcome: string
  conditions: readonly { text: { zh: string; en: string }; dueOn: string | null; libraryId: string | null }[]
  reasons: readonly { rule: string; evidence: string; finding: string }[]
  at: string
  by: string
}
type Signed = {
  verdict: string
  at: string
  by: string
  authorityId: string | null
  conditions: readonly { text: { zh: string; en: string }; dueOn: string | null; libraryId: string | null }[]
} | null
type Props = {
  r: OfficerReader
  noun: 'filing' | 'deployment'
  plural: string
  id: string
  version: number
  base: string
  number: string | null
  name: string
  revision: number | null
  who: (id: string | null) => string
  recommendation: Recommended | null
  concurrence: Signed
  isSectorNeeded: boolean
  /** The form, or null while this person may not decide. */
  form: Shape | null
  why: string | null
  letter: Written | null
  language: string | null
}

export async function DecisionDesk({
  r,
  noun,
  plural,
  id,
  version,
  base,
  number,
  name,
  revision,
  who,
  recommendation,
  concurrence,
  isSectorNeeded,
  form,
  why,
  letter,
  language,
}: Props) {
  const { say, today } = r
  const tongue = language === 'en' || language === 'zh' ? language : r.locale === 'en' ? 'en' : 'zh'
  const outcomes = noun === 'filing' ? 'filingOutcomes' : 'deploymentOutcomes'
  const verdicts = noun === 'filing' ? 'concurrenceVerdicts' : 'deploymentVerdicts'
  return (
    <main id="main" className="flush">
      <div className="px-6 pt-4">
        <Crumbs
          label={say('case.decideBack')}
          items={[
            { href: '/console/queue', text: say('queue.title') },
            { href: base, text: number ?? name },
            { text: say('case.decision.title') },
          ]}
        />
        <Headline
          title={`${say('case.decision.title')} · ${name}`}
          about={revision === null ? undefined : say('case.decision.about', { no: revision })}
          end={<LinkButton href={base}>{say('case.decideBack')}</LinkButton>}
        />
      </div>
      <div className="desk">
        <section>
          <SectionHead title={say('case.decision.recommended')} end={recommendation ? formatMoment(recommendation.at, today) : undefined} />
          {recommendation ? (
            <>
              <p className="below">
                {say('case.decision.recommendedBy', {
                  name: who(recommendation.by),
                  at: formatMoment(recommendation.at, today),
                  outcome: say(`${noun}.option.${outcomes}.${recommendation.outcome}`),
                })}
              </p>
              <Conditions r={r} conditions={recommendation.conditions} />
              <Reasons r={r} reasons={recommendation.reasons} />
            </>
          ) : (
            <p className="t2 below">{say('case.decision.none')}</p>
          )}
          <SectionHead gap level={3} title={say('case.decision.sector')} />
          {concurrence ? (
            <>
              <p className="below">
                {say('case.decision.sectorBy', {
                  authority: r.words.authority(concurrence.authorityId),
                  at: formatMoment(concurrence.at, today),
                  verdict: say(`${noun}.option.${verdicts}.${concurrence.verdict}`),
                })}
              </p>
              {concurrence.conditions.length > 0 ? <Conditions r={r} conditions={concurrence.conditions} /> : null}
            </>
          ) : (
            <p className="t2 below">{isSectorNeeded ? say('case.four.notYet') : say('case.decision.sectorNone')}</p>
          )}
          <SectionHead gap title={say('case.decision.title')} />
          {form && why === null ? (
            <>
              <p className="cap t2 below">{say('case.decision.differs')}</p>
              <CommandForm
                plural={plural}
                id={id}
                version={version}
                form={withConditions(form, conditionsOffer(r))}
                words={await formWords()}
                then={base}
              />
            </>
          ) : (
            <Banner tone="care" title={say('case.decision.mayNot')}>
              {why}
            </Banner>
          )}
        </section>
        <section aria-label={say('case.decision.preview')}>
          <SectionHead
            title={say('case.decision.preview')}
            quiet={false}
            end={
              <Segments
                label={say('case.letters.language')}
                items={(['zh', 'en'] as const).map((one) => ({
                  href: `${base}/decision?in=${one}`,
                  text: say(`case.letters.${one}`),
                  current: one === tongue,
                }))}
              />
            }
          />
          <p className="cap t2 below">{say('case.decision.previewHint')}</p>
          {letter ? (
            <LetterView text={await letterText(letter, tongue, r.catalogue)} lang={tongue} />
          ) : (
            <p className="t2">{say('case.decision.none')}</p>
          )}
        </section>
      </div>
    </main>
  )
}
