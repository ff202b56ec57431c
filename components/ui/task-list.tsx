// A task list: numbered groups, any order, the status in words at the right. A task that cannot start is plain text with its reason.
import type { ReactNode } from 'react'

export type TaskStatus = 'completed' | 'inProgress' | 'notStarted' | 'problem' | 'cannotStart'
export type Task = { key: string; text: ReactNode; href?: string; note?: ReactNode; status: TaskStatus; word: ReactNode }
export type TaskGroup = { key: string; title: ReactNode; above?: ReactNode; tasks: readonly Task[] }

const statusClass: Record<TaskStatus, string> = {
  completed: 's',
  notStarted: 's',
  inProgress: 's now',
  problem: 's bad',
  cannotStart: 's no2',
}

export function TaskList({ groups }: { groups: readonly TaskGroup[] }) {
  return (
    <ol className="tasks">
      {groups.map(({ key, title, above, tasks }, index) => (
        <li key={key}>
          <b>{index + 1}</b>
          <div>
            <h2>{title}</h2>
            {above}
            <ul>
              {tasks.map((task) => (
                <li key={task.key}>
                  {task.href === undefined || task.status === 'cannotStart' ? (
                    <span>{task.text}</span>
                  ) : (
                    <a href={task.href}>{task.text}</a>
                  )}
                  {task.note === undefined ? null : <small>{task.note}</small>}
                  <span className={statusClass[task.status]}>{task.word}</span>
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Bars for the tasks: done, begun, and the rest; the sentence beside it carries the meaning. */
export function Progress({ done, begun = 0, total }: { done: number; begun?: number; total: number }) {
  return (
    <div className="progress" aria-hidden="true">
      {Array.from({ length: total }, (_, index) => (
        <i key={index} className={index < done ? 'd' : index < done + begun ? 'h' : undefined} />
      ))}
    </div>
  )
}

/** The line under a form's title: draft number, when saved, how long it is kept. */
export function Saved({ children }: { children: ReactNode }) {
  return <p className="saved">{children}</p>
}

/** The kinds of import, the one that was used tinted. */
export function Imports({ children }: { children: ReactNode }) {
  return <div className="import">{children}</div>
}
