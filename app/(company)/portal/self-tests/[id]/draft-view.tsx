// A self-test that is being filled in: how far it is, what the rules say of it, each item a page, and the signature at the end.
import { Acts } from '#components/case/acts'
import { Banner } from '#components/ui/alert'
import type { Task } from '#components/ui/task-list'
import { TaskOverview } from '#components/wizard/task-overview'
import { placementOf } from '#domain/selftest/checklist'
import { selftest as kind, type Selftest } from '#domain/selftest/selftest'
import { formatMoment } from '#messages/format'
import type { CompanyReader } from '#server/company-reader'
import { formWords } from '#server/form-words'
import { answerLines } from '#server/low-lane-view'
import { formsOf } from '#server/portal-case'

export async function DraftView({
  r,
  id,
  version,
  moves,
  state,
}: {
  r: CompanyReader
  id: string
  version: number
  moves: readonly string[]
  state: Selftest
}) {
  const { say, book } = r
  const word = (key: string, facts: Record<string, string | number> = {}) => say(`lowLane.draft.${key}`, facts)
  const lines = answerLines(state, r)
  const done = lines.filter((line) => line.answered !== null).length
  const placement = placementOf(state, r.catalogue)
  const isLow = placement?.lane === 'low'
  const isReady = isLow && lines.every((line) => line.isMet)
  const [forms, words] = await Promise.all([formsOf(kind, moves, isReady ? ['sign', 'withdraw'] : ['withdraw']), formWords()])
  const base = `/portal/self-tests/${id}`
  const itemTask = (line: (typeof lines)[number]): Task => ({
    key: line.id,
    text: line.name,
    href: `${base}/${line.id}`,
    status: line.answered === null ? 'notStarted' : line.isMet ? 'completed' : 'problem',
    word: line.answered === null ? word('notStarted') : line.isMet ? word('answered') : word('notMet'),
  })
  return (
    <TaskOverview
      title={word('title', { name: book.name(state.agentName) })}
      facts={[
        word('saved', { at: state.createdAt ? formatMoment(state.createdAt, r.today) : '' }),
        r.words.pair(state.sector && state.scenario ? `${state.sector}:${state.scenario}` : null),
      ]}
      done={done}
      begun={0}
      total={lines.length}
      doneWord={word('done', { done, total: lines.length })}
      questions={null}
      beside={
        placement ? (
          <Banner
            tone={isLow ? 'plain' : 'care'}
            title={say('lowLane.placement')}
            acts={
              isLow ? undefined : (
                <a className="btn" href="/portal/filings/new">
                  {say('lowLane.fileInstead')}
                </a>
              )
            }
          >
            {isLow ? say('lowLane.placementLow') : say('lowLane.placementOther', { lane: placement.lane })}{' '}
            {isLow
              ? ''
              : placement.fired
                  .filter((rule) => rule.lane !== null && rule.lane !== 'low')
                  .map((rule) => book.name(rule.text))
                  .join(' ')}
          </Banner>
        ) : undefined
      }
      groups={[
        {
          key: 'basics',
          title: word('groupBasics'),
          tasks: [
            {
              key: 'basics',
              text: word('basics'),
              href: `${base}/basics`,
              status: 'completed',
              word: word('set'),
              note: state.version,
            },
          ],
        },
        { key: 'items', title: word('groupItems'), tasks: lines.map(itemTask) },
        {
          key: 'sign',
          title: word('groupSign'),
          tasks: [
            {
              key: 'sign',
              text: word('check'),
              status: 'cannotStart',
              word: isReady ? word('signer') : word('cannotSign'),
            },
          ],
        },
      ]}
      foot={<Acts plural="self-tests" id={id} version={version} forms={forms} words={words} first={2} plain={!isReady} />}
    />
  )
}
