// One credit record of the company: what it rests on, until when it is public, and applying for its repair.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { CaseHistory, CaseLetters } from '#components/portal/case-foot'
import { CreditFacts, Repairs } from '#components/selftest/credit-parts'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { type Credit, credit as kind } from '#domain/credit/credit'
import { companyReader } from '#server/company-reader'
import { creditEntries, repairLines } from '#server/credit-view'
import { formWords } from '#server/form-words'
import { formsOf, lettersAbout, timelineOf } from '#server/portal-case'

type Params = { params: Promise<{ id: string }> }

const creditOf = async (id: string) => {
  const r = await companyReader()
  const found = await r.one<Credit>('credit', id)
  if (found?.audience !== 'company') return notFound()
  return { r, found, state: found.state as Credit }
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, state } = await creditOf((await params).id)
  return { title: `${state.number ?? ''} ${r.say('credit.name')}`.trim() }
}

export default async function CreditRecordPage({ params }: Params) {
  const { id } = await params
  const { r, found, state } = await creditOf(id)
  const { say, book } = r
  const [forms, words, letters, history] = await Promise.all([
    formsOf(kind, found.moves, ['applyRepair']),
    formWords(),
    lettersAbout(r, id),
    timelineOf(r, 'credit', id),
  ])
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <IdentityBar
        state={found.mark as MarkName}
        lead={
          <Mark state={found.mark as MarkName} fill>
            {say(`credit.status.${state.status}`)}
          </Mark>
        }
        title={state.number ?? say('credit.name')}
        acts={<Acts plural="credit-records" id={id} version={found.version} forms={forms} words={words} />}
        meta={[]}
      />
      <CreditFacts entries={creditEntries(state, book)} />
      <Repairs title={say('lowLane.credit.repairs')} none={say('lowLane.credit.noRepairs')} lines={repairLines(state, book, r.today)} />
      <CaseLetters title={say('lowLane.letters')} none={say('lowLane.noLetters')} letters={letters} />
      <CaseHistory
        title={say('lowLane.history')}
        lines={history}
        words={{ before: say('ui.conflict.base'), after: say('ui.conflict.theirs') }}
      />
    </main>
  )
}
