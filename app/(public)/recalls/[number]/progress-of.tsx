// How far a recall has come: proved and declared apart, never one number; then what the company reports, as it says it.
import { getTranslations } from 'next-intl/server'
import { Tally } from '#components/ui/recall-curve'
import { SectionHead } from '#components/ui/section'
import type { Progress } from '#domain/recall/progress'
import { formatMomentFull, formatNumber } from '#messages/format'
import type { Locale } from '#messages/locale'

const bands = [
  { band: 'proved', standing: 'proved', note: 'provedNote' },
  { band: 'declared', standing: 'declared', note: 'declaredNote' },
  { band: 'silent', standing: 'silent', note: null },
  { band: 'lost', standing: 'unreachable', note: null },
  { band: 'refused', standing: 'refused', note: null },
] as const

export async function ProgressOf({ progress, locale }: { progress: Progress; locale: Locale }) {
  const say = await getTranslations('recallPage.progress')
  const number = (n: number) => formatNumber(locale, n)
  const { affected, operators, byStanding, checked, foundRunning, declaredByReport: report } = progress
  return (
    <section className="gaptop" aria-labelledby="progress">
      <SectionHead
        id="progress"
        title={say('title')}
        end={affected > 0 ? say('finding', { affected: number(affected), proved: number(byStanding.proved) }) : undefined}
      />
      {affected === 0 ? (
        <p className="t2">{say('none')}</p>
      ) : (
        <>
          <Tally
            items={[
              {
                key: 'affected',
                figure: number(affected),
                word: say('affected'),
                note: say('affectedNote', { operators: number(operators) }),
              },
              ...bands.map(({ band, standing, note }) => ({
                key: band,
                band,
                figure: number(byStanding[standing]),
                word: say(standing),
                ...(note ? { note: say(note) } : {}),
                stop: band === 'refused' && byStanding.refused > 0,
              })),
            ]}
          />
          <p className="cap t2 below">{say('honest', { checked: number(checked), running: number(foundRunning) })}</p>
        </>
      )}
      {report ? (
        <p className="t2 below">
          {say('report', {
            at: formatMomentFull(report.at),
            affected: number(report.affected),
            remedied: number(report.remedied),
            notified: number(report.notified),
            unreachable: number(report.unreachable),
            refused: number(report.refused),
            notYet: number(report.notYet),
          })}
        </p>
      ) : null}
    </section>
  )
}
