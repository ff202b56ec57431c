// What the laboratory is accredited for, until when, and its declaration of impartiality.
import type { Metadata } from 'next'
import { CommandForm } from '#components/case/command-form'
import { Empty } from '#components/ui/empty'
import { Mark } from '#components/ui/mark'
import { Headline, SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { type Lab, lab as labKind } from '#domain/lab/lab'
import { isGoodOn, isSuspendedOn } from '#domain/lab/state'
import { formatMoment } from '#messages/format'
import { labReader } from '#server/company-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await labReader()
  return { title: say('shell.lab.scope') }
}

export default async function ScopePage() {
  const r = await labReader()
  const { say, book, today } = r
  const page = await r.list('lab', { labId: r.organisationId, limit: 1 })
  const found = page.items[0] ? await r.one<Lab>('lab', page.items[0].id) : null
  const lab = found?.state as Lab | undefined
  const [form, words] = await Promise.all([
    found?.moves.includes('declareImpartiality') ? formOf(labKind, 'declareImpartiality') : null,
    formWords(),
  ])
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline title={say('shell.lab.scope')} about={lab ? book.name({ zh: lab.names.zh, en: lab.names.en }) : undefined} />
      {!lab || lab.accreditations.length === 0 ? (
        <Empty title={say('labPage.noScope')}>{say('labPage.noScopeHint')}</Empty>
      ) : (
        <PlainTable
          caption={say('shell.lab.scope')}
          heads={[
            say('lab.field.certificateNo'),
            say('lab.field.basis'),
            say('lab.field.testItemIds'),
            say('lab.field.from'),
            say('lab.field.to'),
            say('portal.col.state'),
          ]}
          rows={lab.accreditations.map((one) => {
            const state = isGoodOn(one, today) ? 'approved' : isSuspendedOn(one, today) ? 'suspended' : 'ended'
            return [
              <span key="c" className="mono">
                {one.certificateNo}
              </span>,
              say(`lab.option.accreditationBases.${one.basis}`),
              one.testItemIds.map((id) => r.words.testItem(id)).join(say('portal.join')),
              one.from,
              one.to,
              <Mark key="m" state={state}>
                {say(`labPage.standing.${state}`)}
              </Mark>,
            ]
          })}
        />
      )}
      {lab ? (
        <section aria-labelledby="impartiality" style={{ paddingTop: 28 }}>
          <SectionHead
            id="impartiality"
            title={say('lab.field.impartiality')}
            end={lab.impartiality ? `${lab.impartiality.name} · ${formatMoment(lab.impartiality.at, today)}` : undefined}
          />
          {lab.impartiality ? (
            <>
              <p style={{ paddingTop: 8 }}>{lab.impartiality.statement}</p>
              {lab.impartiality.interests.length > 0 ? (
                <PlainTable
                  caption={say('lab.field.interests')}
                  heads={[say('lab.field.party'), say('lab.field.nature')]}
                  rows={lab.impartiality.interests.map((one) => [one.party, one.nature])}
                />
              ) : (
                <p className="t2">{say('labPage.noInterests')}</p>
              )}
            </>
          ) : (
            <p className="t2" style={{ paddingTop: 8 }}>
              {say('labPage.noImpartiality')}
            </p>
          )}
          {form && found ? (
            <div className="narrow" style={{ paddingTop: 12 }}>
              <CommandForm plural="labs" id={found.id} version={found.version} form={form} words={words} />
            </div>
          ) : null}
        </section>
      ) : null}
    </main>
  )
}
