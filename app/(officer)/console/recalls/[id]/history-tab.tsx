// Everything that happened to a recall, newest first, each line with its entry in the public log.

import { SectionHead } from '#components/ui/section'
import { Timeline } from '#components/ui/timeline'
import { happeningLines } from '#server/happenings'
import type { TabProps } from './tab.ts'

export async function HistoryTab({ seen, r }: TabProps) {
  const history = (await r.history('recall', seen.id)) ?? []
  const lines = await happeningLines(history, 'recall', r.book, r.words, r.today)
  return (
    <>
      <SectionHead title={r.say('recallDesk.tabs.history')} />
      <Timeline
        words={{ before: r.say('recallDesk.timelineWords.before'), after: r.say('recallDesk.timelineWords.after') }}
        items={lines.map(({ entry, ...item }) => ({ ...item, entry: <a href={entry.href}>{entry.text}</a> }))}
      />
    </>
  )
}
