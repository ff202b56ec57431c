// The overview of a draft: how far it is, what an imported file left open, the seven groups of tasks, and the way to submitting.
import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon'
import { Progress, Saved, type TaskGroup, TaskList } from '#components/ui/task-list'

export function TaskOverview({
  title,
  facts,
  done,
  begun,
  total,
  doneWord,
  questions,
  beside,
  groups,
  foot,
}: {
  title: string
  facts: readonly ReactNode[]
  done: number
  begun: number
  total: number
  doneWord: string
  questions: { title: string; hint: string; items: readonly string[] } | null
  /** Where the content comes from, and who its provider is. */
  beside?: ReactNode
  groups: readonly TaskGroup[]
  foot: ReactNode
}) {
  return (
    <main id="main" className="form">
      <header>
        <h1>{title}</h1>
        <Saved>
          {facts.map((fact, index) => (
            <span key={index}>{fact}</span>
          ))}
        </Saved>
        <Progress done={done} begun={begun} total={total} />
        <Saved>
          <span>{doneWord}</span>
        </Saved>
      </header>
      {questions && questions.items.length > 0 ? (
        <details className="summary" open>
          <summary>
            <b className="row">
              <Icon name="i-care" size={16} />
              {questions.title}
            </b>
          </summary>
          <p className="t2">{questions.hint}</p>
          <ul>
            {questions.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {beside}
      <TaskList groups={groups} />
      <div style={{ borderTop: 'var(--line-head)', paddingTop: 16 }}>{foot}</div>
    </main>
  )
}
