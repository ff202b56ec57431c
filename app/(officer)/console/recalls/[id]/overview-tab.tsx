// Overview of a recall: what is known, step by step, and who has done what that another must do as well.
import { DefinitionList } from '#components/ui/definition-list'
import { FourEyes } from '#components/ui/four-eyes'
import { SectionHead } from '#components/ui/section'
import { fourEyes, overviewSections, personsIn } from '#server/recall-overview'
import type { TabProps } from './tab.ts'

export async function OverviewTab({ state, r }: TabProps) {
  const names = await r.namesOf(personsIn(state))
  return (
    <>
      <FourEyes title={r.say('recallDesk.four.title')} rule={r.say('recallDesk.four.rule')} eyes={fourEyes(state, names, r)} />
      {overviewSections(state, names, r).map((section) => (
        <section key={section.key} id={section.key}>
          <SectionHead title={section.title} gap />
          <DefinitionList
            entries={section.lines.map(({ key, term, value, care }) => ({
              key,
              term,
              value: <span className={care ? 'care whitespace-pre-line' : 'whitespace-pre-line'}>{value}</span>,
            }))}
          />
        </section>
      ))}
    </>
  )
}
