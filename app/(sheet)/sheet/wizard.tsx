// The company's task list as drawn.
import { Button } from '#components/ui/button'
import { Tag } from '#components/ui/mark'
import { Imports, Progress, Saved, TaskList, type TaskStatus } from '#components/ui/task-list'
import { type Frame, PublicScreen } from './shell.tsx'

export function Wizard(frame: Frame) {
  const { wizard } = frame.sample
  const done = wizard.groups[0]?.tasks[0]?.word
  return (
    <PublicScreen {...frame} nav={wizard.nav} form>
      <header>
        <h1>{wizard.title}</h1>
        <Saved>
          <span>
            {wizard.draft} <span className="mono">{wizard.draftNumber}</span>
          </span>
          {wizard.saved.map((text) => (
            <span key={text}>{text}</span>
          ))}
          <a href="/sheet">{wizard.leave}</a>
        </Saved>
        <Progress done={5} begun={2} total={14} />
        <Saved>
          <span>{wizard.count}</span>
        </Saved>
      </header>
      <TaskList
        groups={wizard.groups.map(({ title, imports, tasks }) => ({
          key: title,
          title,
          above:
            imports.length === 0 ? undefined : (
              <Imports>
                {imports.map((text, index) => (
                  <Tag key={text} tone={index === 0 ? 'new' : undefined}>
                    {text}
                  </Tag>
                ))}
              </Imports>
            ),
          tasks: tasks.map(({ text, link, note, word, status }) => ({
            key: text,
            text,
            href: link ? '/sheet?part=authority' : undefined,
            note: note ?? undefined,
            word,
            status: (status ?? (word === done ? 'completed' : 'notStarted')) as TaskStatus,
          })),
        }))}
      />
      <div className="closing">
        <p className="t2">{wizard.end}</p>
        <Button size="lg" disabled>
          {wizard.act}
        </Button>
      </div>
    </PublicScreen>
  )
}
