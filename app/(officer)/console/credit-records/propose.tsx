// The act that proposes a credit record: a company, and the decision about it that the record rests on.
import { NewCase } from '#components/case/new-case'
import { credit as kind } from '#domain/credit/credit'
import { decisive, sourceKinds } from '#domain/credit/vocabulary'
import type { DeskReader } from '#server/desk-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'

export async function Propose({ r }: { r: DeskReader }) {
  if (!r.has(...kind.moves.create.by)) return null
  const pages = await Promise.all(sourceKinds.map((name) => r.list(name, { status: decisive[name], limit: 100 })))
  const sources = pages.flatMap((page) => page.items)
  if (sources.length === 0) return null
  const companies = new Map(sources.map((item) => [item.organisationId ?? '', item.organisationName ?? '']))
  return (
    <NewCase
      plural="credit-records"
      form={
        await formOf(kind, 'create', {
          options: {
            organisationId: [...companies].map(([value, label]) => ({ value, label })),
            'source.id': sources.map((item) => ({
              value: item.id,
              label: [r.say(`${item.kind}.name`), item.number, r.book.name({ zh: item.titleZh, en: item.titleEn }), item.organisationName]
                .filter(Boolean)
                .join(' · '),
            })),
          },
        })
      }
      words={await formWords()}
      label={r.say('lowLane.credit.create')}
      then="/console/credit-records/{id}"
    />
  )
}
