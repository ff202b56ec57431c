// What happened to a case, newest first: who, what, before and after, and the proof of each entry in the public log.
import { Empty } from '#components/ui/empty'
import { Timeline } from '#components/ui/timeline'
import { formatMoment } from '#messages/format'
import { happeningLines } from '#server/happenings'
import type { OfficerReader } from '#server/officer-reader'

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/
const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const digest = /^[0-9a-f]{64}$/

export async function History({ r, kind, id }: { r: OfficerReader; kind: string; id: string }) {
  const { say } = r
  const history = await r.history(kind, id)
  const lines = await happeningLines(history ?? [], kind, r.book, r.words, r.today)
  if (lines.length === 0)
    return (
      <div className="px-6">
        <Empty title={say('case.timeline.none')} />
      </div>
    )
  const names = await r.namesOf(
    lines.flatMap((line) => line.changes.flatMap(({ before, after }) => [before, after].filter((text) => identifier.test(text)))),
  )
  // What a state keeps for machines is written for people: instants, persons, fingerprints.
  const readable = (text: string): string =>
    instant.test(text)
      ? formatMoment(text, r.today)
      : identifier.test(text)
        ? r.book.name(names.get(text)) || `${text.slice(0, 8)}…`
        : digest.test(text)
          ? `${text.slice(0, 6)}…${text.slice(-4)}`
          : text
  return (
    <div className="px-6 pb-8 pt-4">
      <Timeline
        words={{ before: say('case.timeline.before'), after: say('case.timeline.after') }}
        items={lines.map(({ entry, changes, ...line }) => ({
          ...line,
          changes: changes.map(({ field, before, after }) => ({ field, before: readable(before), after: readable(after) })),
          entry: <a href={entry.href}>{entry.text}</a>,
        }))}
      />
    </div>
  )
}
