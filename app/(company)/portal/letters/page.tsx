// The letters of the authorities to the company, unread ones first.
import type { Metadata } from 'next'
import { CaseList } from '#components/portal/case-list'
import { Mark, type MarkName } from '#components/ui/mark'
import { Headline } from '#components/ui/section'
import type { Letter } from '#domain/letter/letter'
import { formatMoment } from '#messages/format'
import { companyReader } from '#server/company-reader'
import { letterTitle } from '#server/letter-words'
import { listWords, portalList, type Search } from '#server/portal-list'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('portal.nav.letters') }
}

export default async function LettersPage({ searchParams }: { searchParams: Search }) {
  const r = await companyReader()
  const { say } = r
  const list = await portalList(r, 'letter', '/portal/letters', searchParams)
  const letters = await Promise.all(list.items.map((item) => r.one<Letter>('letter', item.id)))
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline title={say('portal.nav.letters')} about={say('portal.letters.about')} />
      <CaseList
        {...list}
        label={say('portal.nav.letters')}
        base="/portal/letters"
        words={listWords(r, list)}
        empty={{ title: say('portal.letters.empty'), hint: say('portal.letters.emptyHint') }}
        heads={[
          say('portal.letters.title'),
          say('portal.col.agent'),
          say('portal.col.number'),
          say('portal.letters.issued'),
          say('portal.col.state'),
        ]}
        rows={list.items.map((item, index) => {
          const letter = letters[index]?.state as Letter | undefined
          const title = letter ? letterTitle(letter, r) : say('letter.name')
          return [
            <a key="t" href={`/portal/letters/${item.id}`}>
              {item.status === 'issued' ? <b>{title}</b> : title}
            </a>,
            item.name,
            <span key="n" className="mono">
              {item.number ?? ''}
            </span>,
            item.openedAt ? formatMoment(item.openedAt, r.today) : '',
            <Mark key="m" state={item.mark as MarkName}>
              {say(`letter.status.${item.status}`)}
            </Mark>,
          ]
        })}
      />
    </main>
  )
}
