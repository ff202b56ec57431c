// What happened to a case, newest first: who, what, before and after, and the proof of each entry in the public log.
import { Empty } from '#components/ui/empty'
import { Timeline } from '#components/ui/timeline'
import { happeningLines } from '#server/happenings'
import type { OfficerReader } from '#server/officer-reader'

export async function History({ r, kind, id }: { r: OfficerReader; kind: string; id: string }) {
  const { say } = r
  const history = await r.history(kind, id)
  const lines = await happeningLines(history ?? [], kind, r.book, r.words, r.today)
  if (lines.length === 0) return <div className="px-6"><Empty title={say('case.timeline.none')} /></div>
  return (
    <div className="px-6 pb-8 pt-4">
      <Timeline words={{ before: say('case.timeline.before'), after: say('case.timeline.after') }} items={lines.map(({ entry, ...line }) => ({ ...line, entry: <a href={entry.href}>{entry.text}</a> }))} />
    </div>
  )
}
