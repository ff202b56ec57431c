// One letter. An unopened one is received first: the opening is the proof of delivery, and periods run from it, so nobody opens one unawares.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CommandForm } from '#components/case/command-form'
import { LetterPaper } from '#components/portal/letter-paper'
import { PrintButton } from '#components/portal/print-button'
import { Banner } from '#components/ui/alert'
import { Crumbs } from '#components/ui/section'
import { type Letter, letter as letterKind } from '#domain/letter/letter'
import { formatMomentFull } from '#messages/format'
import { companyReader } from '#server/company-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import { letterShown } from '#server/letter-words'
import { portalHref } from '#server/portal-day'
import { challengeLink, challengeOfLetter } from '#server/reconsideration-view'

type Params = { params: Promise<{ id: string }> }

const letterOf = async (id: string) => {
  const r = await companyReader()
  const found = await r.one<Letter>('letter', id)
  if (found?.audience !== 'company') return notFound()
  return { r, found, letter: found.state as Letter }
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, letter } = await letterOf((await params).id)
  return { title: letterShown(letter, r).title }
}

export default async function LetterPage({ params }: Params) {
  const { id } = await params
  const { r, found, letter } = await letterOf(id)
  const { say, book } = r
  const shown = letterShown(letter, r)
  const mayReceive = found.moves.includes('receive')
  const [form, words, names] = await Promise.all([
    mayReceive ? formOf(letterKind, 'receive') : null,
    formWords(),
    letter.delivery ? r.namesOf([letter.delivery.by]) : new Map<string, { zh: string; en: string }>(),
  ])
  const challenge = mayReceive ? null : await challengeOfLetter(r, letter)
  const link = challenge && challengeLink(r, challenge)
  const receiver = letter.delivery ? book.name(names.get(letter.delivery.by)) : ''
  return (
    <main id="main" className="form">
      <Crumbs label={say('portal.crumbs')} items={[{ href: '/portal/letters', text: say('portal.nav.letters') }, { text: shown.title }]} />
      {form ? (
        <section style={{ paddingTop: 16 }}>
          <h1>{shown.title}</h1>
          <p className="t2">{[shown.from, shown.issued].filter(Boolean).join(' · ')}</p>
          <Banner tone="plain" title={say('portal.letters.sealed')}>
            {say('portal.letters.sealedHint')}
          </Banner>
          <CommandForm plural="letters" id={id} version={found.version} form={form} words={words} />
        </section>
      ) : (
        <>
          <LetterPaper
            letter={shown}
            words={{
              about: shown.number ? say('letter.part.about', { number: shown.number }) : null,
              found: shown.found ? say('letter.part.found', { found: shown.found }) : null,
              basis: say('letter.part.basis'),
              reasons: say('letter.part.reasons'),
              remedies: say('letter.part.remedies'),
              nonEndorsement: say('shell.nonEndorsement'),
            }}
            delivery={
              letter.delivery
                ? say(receiver && letter.delivery.channel === 'product' ? 'letter.part.delivered' : 'portal.letters.deliveredBy', {
                    at: formatMomentFull(letter.delivery.at),
                    name: receiver,
                    channel: say(`letter.option.deliveryChannels.${letter.delivery.channel}`),
                  })
                : say('letter.part.notDelivered')
            }
          />
          <p className="row wide" style={{ paddingTop: 20 }}>
            <PrintButton word={say('ui.act.print')} />
            {link ? (
              <a className="btn" href={link.href}>
                {link.text}
              </a>
            ) : null}
            {letter.about ? (
              <a className="btn" href={portalHref(letter.about.kind, letter.about.id)}>
                {say('portal.letters.toCase')}
              </a>
            ) : null}
          </p>
        </>
      )}
    </main>
  )
}
