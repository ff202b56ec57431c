// The letters about a case: a list with delivery, and the chosen one written out in either language as the company reads it.
import { LetterView } from '#components/case/letter'
import { Segments } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { Tag } from '#components/ui/mark'
import type { Item } from '#db/reads/page'
import type { Letter } from '#domain/letter/letter'
import { formatMoment } from '#messages/format'
import { letterText } from '#server/letter-text'
import type { OfficerReader } from '#server/officer-reader'

type Props = { r: OfficerReader; items: readonly Item[]; chosen: string | null; language: string | null; base: string }

export async function Letters({ r, items, chosen, language, base }: Props) {
  const { say } = r
  if (items.length === 0)
    return (
      <div className="px-6">
        <Empty title={say('case.letters.none')}>{say('case.letters.noneHint')}</Empty>
      </div>
    )
  const letters = (await Promise.all(items.map((item) => r.one<Letter>('letter', item.id)))).flatMap((one) =>
    one ? [one.state as Letter] : [],
  )
  const letter = letters.find((one) => one.id === chosen) ?? letters[0]
  const tongue = language === 'en' || language === 'zh' ? language : r.locale === 'en' ? 'en' : 'zh'
  return (
    <div className="review letters">
      <nav className="toc" aria-label={say('case.letters.title')}>
        <ul>
          {letters.map((one) => (
            <li key={one.id}>
              <a href={`${base}?tab=letters&letter=${one.id}&in=${tongue}`} aria-current={one.id === letter?.id ? 'true' : undefined}>
                <span>{say(`letter.option.letterTemplates.${one.template}`)}</span>
                <small>{one.issuedAt ? formatMoment(one.issuedAt, r.today) : ''}</small>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <section className="px-6">
        {letter ? (
          <>
            <div className="row below">
              <Segments
                label={say('case.letters.language')}
                items={(['zh', 'en'] as const).map((one) => ({
                  href: `${base}?tab=letters&letter=${letter.id}&in=${one}`,
                  text: say(`case.letters.${one}`),
                  current: one === tongue,
                }))}
              />
              {letter.delivery ? (
                <span className="cap t2">
                  {say('case.letters.delivered', {
                    at: formatMoment(letter.delivery.at, r.today),
                    channel: say(`letter.option.deliveryChannels.${letter.delivery.channel}`),
                  })}
                </span>
              ) : (
                <Tag tone="care">{say('case.letters.notDelivered')}</Tag>
              )}
            </div>
            <LetterView text={await letterText(letter, tongue, r.catalogue)} lang={tongue} />
          </>
        ) : null}
      </section>
    </div>
  )
}
