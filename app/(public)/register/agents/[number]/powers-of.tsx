// The plain label of an agent: what it decides alone, what it must ask, what only a person decides, each with its conditions.
import { getTranslations } from 'next-intl/server'
import { Powers } from '#components/ui/powers'
import type { LabelLine, PublicLabel } from '#domain/agent/label'
import type { WordBook } from '#server/word-book'
import { Foreign } from '../../../foreign.tsx'

export async function PowersOf({ label, book }: { label: PublicLabel; book: WordBook }) {
  const say = await getTranslations('registerPage.item.powers')
  const facts = (given: Record<string, string | number>) =>
    Object.fromEntries(
      Object.entries(given).map(([key, value]) => [
        key,
        typeof value === 'number' && key === 'amount'
          ? value.toLocaleString('en').replaceAll(',', book.locale === 'en' ? ',' : '\u202f')
          : value,
      ]),
    )
  const itemsOf = (lines: readonly LabelLine[]) =>
    lines.map(({ action, conditions }) => {
      const note = conditions.map(({ code, facts: given }) => book.say(code, facts(given))).join(book.locale === 'en' ? '; ' : '\uff1b')
      return {
        text: <Foreign text={action} locale={book.locale} />,
        ...(note === '' ? {} : { note: <Foreign text={note} locale={book.locale} /> }),
      }
    })
  return (
    <Powers
      alone={{ title: say('alone'), sub: say('aloneSub'), items: itemsOf(label.alone) }}
      ask={{ title: say('ask'), sub: say('askSub'), items: itemsOf(label.asks) }}
      you={{ title: say('you'), sub: say('youSub'), items: itemsOf(label.yours) }}
      none={say('none')}
    />
  )
}
