// One question of the pre-check with its options, and the answers to the others carried along unseen.
import { getTranslations } from 'next-intl/server'
import { Choices, Select } from '#components/ui/field'
import type { Catalogue } from '#domain/catalogue/shipped'
import type { PrecheckQuestion } from '#domain/tier/precheck-questions'
import type { CatalogueWords } from '#server/catalogue-words'
import type { WordBook } from '#server/word-book'
import { type Faults, mayBeNone, type Read, seenName } from './answers.ts'

type Known = { question: PrecheckQuestion; read: Read; catalogue: Catalogue; words: CatalogueWords; book: WordBook; showFaults: boolean }

export async function Question({ question: { id, choose, options }, read, catalogue, words, book, showFaults }: Known) {
  const [say, ui] = await Promise.all([getTranslations('precheckPage'), getTranslations('ui.form')])
  const chosen = read.chosen[id] ?? []
  const fault: Faults[typeof id] = showFaults ? read.faults[id] : undefined
  const hint = say(`question.${id}.hint`)
  const around = {
    id,
    label: say(`question.${id}.ask`),
    ...(hint === '' ? {} : { hint }),
    ...(fault ? { error: say(fault) } : {}),
  }
  if (id === 'sector')
    return (
      <Select
        {...around}
        name={id}
        defaultValue={chosen[0] ?? ''}
        empty={ui('choose')}
        choices={options.map((value) => ({ value, text: words.sector(value) }))}
      />
    )
  const covers = (value: string) => catalogue.scenarios.items.find(({ clause }) => String(clause) === value)?.covers
  const choices = options.map((value) => {
    const more = id === 'scenarios' ? book.name(covers(value)) : ''
    return {
      value,
      text: id === 'scenarios' ? words.scenario(value) : book.say(`precheckPage.option.${id}.${value}`),
      ...(more === '' ? {} : { hint: more }),
    }
  })
  return (
    <>
      <Choices
        {...around}
        name={id}
        kind={choose === 'one' ? 'radio' : 'checkbox'}
        choices={choices}
        chosen={choose === 'one' ? (chosen[0] ?? '') : chosen}
      />
      {mayBeNone(id) ? <input type="hidden" name={seenName} value={id} /> : null}
    </>
  )
}

/** Everything answered so far but these questions, as hidden fields. */
export function Carried({ read, except }: { read: Read; except: readonly string[] }) {
  return (
    <>
      {Object.entries(read.chosen).flatMap(([name, values]) =>
        except.includes(name) ? [] : values.map((value) => <input key={`${name}${value}`} type="hidden" name={name} value={value} />),
      )}
      {read.seen
        .filter((name) => !except.includes(name))
        .map((name) => (
          <input key={name} type="hidden" name={seenName} value={name} />
        ))}
    </>
  )
}
