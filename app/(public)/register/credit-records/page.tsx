// The credit records that are public now; what has left public view is not named here or anywhere.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Empty } from '#components/ui/empty'
import { Headline } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import type { Credit } from '#domain/credit/credit'
import { publicReader } from '#server/public-reader'
import { publicStates } from '#server/public-states'
import { wordBook } from '#server/word-book'
import { LaneNav } from '../lane-nav.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lowLane.public'))('credit') }
}

const inPublic = ['recorded', 'repair_applied', 'repair_assessed']

export default async function CreditRecordsPage() {
  const reader = publicReader()
  const [book, page] = await Promise.all([wordBook(), reader.list('credit', { status: inPublic, sort: 'newest', limit: 200 })])
  const states = await publicStates<Credit>(
    'credit',
    page.items.map((item) => item.id),
  )
  const { say } = book
  const column = (key: string) => say(`lowLane.column.${key}`)
  const lines = page.items.flatMap((item) => {
    const state = states.get(item.id)?.state
    return state?.published ? [{ ...state.published, number: state.number ?? '', isRepairing: item.status !== 'recorded' }] : []
  })
  return (
    <>
      <div className="pt-5">
        <Headline title={say('lowLane.public.credit')} about={say('lowLane.credit.about')} />
      </div>
      <LaneNav book={book} current="/register/credit-records" />
      {lines.length === 0 ? (
        <Empty title={say('lowLane.credit.none')} />
      ) : (
        <PlainTable
          caption={say('lowLane.public.credit')}
          heads={[
            column('number'),
            column('organisation'),
            column('kind'),
            say('lowLane.credit.public'),
            column('source'),
            column('until'),
          ]}
          rows={lines.map((line) => [
            <span key="n" className="mono nw">
              {line.number}
            </span>,
            line.organisationName,
            say(`credit.option.creditKinds.${line.creditKind}`),
            <span key="t">
              {book.name(line.text)}
              {line.isRepairing ? <small className="t2 block">{say('credit.status.repair_applied')}</small> : null}
            </span>,
            `${say(`credit.option.sourceKinds.${line.source.kind}`)} ${line.source.number ?? ''}`.trim(),
            say('lowLane.credit.period', { from: line.from, until: line.until }),
          ])}
        />
      )}
    </>
  )
}
