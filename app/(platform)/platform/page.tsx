// What a platform lists: what it must verify, what it must take down, and the rest.
import type { Metadata } from 'next'
import { Banner } from '#components/ui/alert'
import { Empty } from '#components/ui/empty'
import { Mark, type MarkName } from '#components/ui/mark'
import { Headline } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { dutyOf } from '#server/platform-duty'
import { platformReader } from '#server/platform-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await platformReader()
  return { title: say('lowLane.platform.title') }
}

export default async function PlatformPage() {
  const r = await platformReader()
  const { say, book, words } = r
  const word = (key: string, facts: Record<string, string | number> = {}) => say(`lowLane.platform.${key}`, facts)
  const lines = (await r.listed()).map((one) => ({ ...one, duty: dutyOf(one.state, r.organisationId) }))
  const count = (duty: string) => lines.filter((one) => one.duty === duty).length
  const todo = [
    ...(count('takeDown') > 0 ? [word('toTakeDown', { count: count('takeDown') })] : []),
    ...(count('verify') > 0 ? [word('toVerify', { count: count('verify') })] : []),
  ]
  // What must go stands first, then what must be verified, then the rest, each newest first.
  const order = ['takeDown', 'verify', null]
  const sorted = [...lines].sort((a, b) => order.indexOf(a.duty) - order.indexOf(b.duty))
  return (
    <main id="main" className="tight">
      <Headline title={word('title')} about={word('about')} />
      <Banner tone={count('takeDown') > 0 ? 'stop' : todo.length > 0 ? 'care' : 'done'} title={word('todo')}>
        {todo.length > 0 ? todo.join(say('portal.join')) : word('nothing')}
      </Banner>
      {sorted.length === 0 ? (
        <Empty title={word('none')} />
      ) : (
        <PlainTable
          caption={word('listed')}
          heads={[
            say('lowLane.column.status'),
            say('lowLane.column.number'),
            say('lowLane.column.title'),
            say('lowLane.column.organisation'),
            say('lowLane.column.scenario'),
            say('lowLane.column.finding'),
          ]}
          rows={sorted.map(({ id, state, mark, status, duty }) => {
            const said = state.listings?.find((one) => one.platformId === r.organisationId)
            return [
              <Mark key="m" state={mark as MarkName}>
                {say(`selftest.status.${status}`)}
              </Mark>,
              <a key="n" className="mono nw" href={`/platform/self-tests/${id}`}>
                {state.number}
              </a>,
              <a key="t" href={`/platform/self-tests/${id}`}>
                {book.name(state.agentName)} {state.version}
              </a>,
              state.organisationName ?? '',
              words.pair(`${state.sector}:${state.scenario}`),
              duty === 'takeDown' ? (
                <span key="d" className="stop">
                  {word('mustGo')}
                </span>
              ) : duty === 'verify' ? (
                <span key="d" className="care">
                  {say('lowLane.notVerified')}
                </span>
              ) : (
                [
                  said?.finding ? say(`selftest.option.listingFindings.${said.finding}`) : '',
                  said?.takenDownOn ? say('selftest.event.takenDown', { takenDownOn: said.takenDownOn }) : '',
                ]
                  .filter(Boolean)
                  .join(' ')
              ),
            ]
          })}
        />
      )}
    </main>
  )
}
