// One item of a self-test, one thing a page; `basics` is the version, the platforms and the declared risk.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CommandForm } from '#components/case/command-form'
import { AnswerForm } from '#components/selftest/answer-form'
import { Crumbs } from '#components/ui/section'
import { selftest as kind, type Selftest } from '#domain/selftest/selftest'
import { selftestAnswers } from '#domain/selftest/vocabulary'
import { companyReader } from '#server/company-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import { answerLines, declaredKnown } from '#server/low-lane-view'

type Params = { params: Promise<{ id: string; item: string }> }

const itemOf = async ({ id, item }: { id: string; item: string }) => {
  const r = await companyReader()
  const found = await r.one<Selftest>('selftest', id)
  if (found?.audience !== 'company') return notFound()
  const state = found.state as Selftest
  const line = answerLines(state, r).find((one) => one.id === item) ?? null
  if (!line && item !== 'basics') return notFound()
  return { r, found, state, line }
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, line } = await itemOf(await params)
  return { title: line ? `${line.id} ${line.name}` : r.say('lowLane.draft.basics') }
}

export default async function ItemPage({ params }: Params) {
  const asked = await params
  const { r, found, state, line } = await itemOf(asked)
  const { say, book } = r
  const backHref = `/portal/self-tests/${asked.id}`
  const words = await formWords()
  const word = (key: string, facts: Record<string, string> = {}) => say(`lowLane.item.${key}`, facts)
  const title = line ? line.name : say('lowLane.draft.basics')
  const mayWrite = found.moves.includes('describe')
  return (
    <main id="main" className="form">
      <header>
        <Crumbs
          label={say('portal.crumbs')}
          items={[
            { href: '/portal/self-tests', text: say('lowLane.tab.selftest') },
            { href: backHref, text: book.name(state.agentName) },
            { text: title },
          ]}
        />
        <h1>
          {line ? <span className="mono t3">{line.id} </span> : null}
          {title}
        </h1>
        {line ? <p className="lead">{line.question}</p> : null}
      </header>
      {!mayWrite ? (
        <p>{line?.answered ? `${line.answer} ${line.answered.evidence}` : say(`selftest.status.${state.status}`)}</p>
      ) : line ? (
        <AnswerForm
          id={asked.id}
          version={found.version}
          itemId={line.id}
          given={line.answered}
          today={r.today}
          backHref={backHref}
          choices={selftestAnswers.map((value) => ({ value, text: say(`selftest.option.selftestAnswers.${value}`) }))}
          words={{
            answer: say('selftest.field.answer'),
            evidence: say('selftest.field.evidence'),
            evidenceHint: word('evidenceHint'),
            file: word('file'),
            hashing: word('hashing'),
            fingerprint: word('fingerprint', { hash: '{hash}' }),
            performedOn: say('selftest.field.performedOn'),
            performedHint: word('performedHint'),
            save: word('save'),
            sending: words.sending,
            needed: word('needed'),
            network: words.network,
            stale: words.stale,
          }}
        />
      ) : (
        <CommandForm
          plural="self-tests"
          id={asked.id}
          version={found.version}
          form={{
            ...(await formOf(kind, 'describe', {
              ...(await declaredKnown(r, state)),
              hide: ['answers', ...(state.status === 'challenged' ? ['declared'] : [])],
            })),
            label: word('save'),
            explain: null,
          }}
          words={words}
          then={backHref}
        />
      )}
    </main>
  )
}
