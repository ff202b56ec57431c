// Testing obligations as a table: what is tested, by whom, when due, and what the last report says.

import { LinkButton } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import type { MarkName } from '#components/ui/mark'
import { dueHtml, html, markHtml, numberHtml } from '#components/ui/markup'
import { DataTable, Pager } from '#components/ui/table'
import type { DeskReader } from '#server/desk-reader'
import { dueSort, pagerOf } from '#server/list-page'
import { obligationWords } from '#server/obligation-lines'

type Props = {
  path: string
  params: URLSearchParams
  page: Awaited<ReturnType<DeskReader['obligationPage']>>
  sort: string | undefined
  clear: string
  r: DeskReader
}

export function ListView({ path, params, page, sort, clear, r }: Props) {
  const { say } = r
  const column = (key: string) => say(`obligationDesk.column.${key}`)
  const lines = page.lines.map((line) => obligationWords(line, r))
  if (lines.length === 0) {
    const isFiltered = [...params.keys()].some((name) => !['view', 'lang', 'theme', 'elder'].includes(name))
    return (
      <div className="px-6">
        {isFiltered ? (
          <Empty
            title={say('obligationDesk.empty.filtered')}
            act={<LinkButton href={clear}>{say('obligationDesk.empty.clear')}</LinkButton>}
          >
            {say('obligationDesk.empty.filteredHint')}
          </Empty>
        ) : (
          <Empty title={say('obligationDesk.empty.title')}>{say('obligationDesk.empty.hint')}</Empty>
        )}
      </div>
    )
  }
  const rows = html`${lines.map(
    (line) =>
      html`<tr class="${line.due.late ? 'late' : ''}"><td>${markHtml(line.mark as MarkName, line.word)}</td><td>${numberHtml(line.number, line.href)}</td><td><b>${line.agent}</b></td><td class="t2">${line.items}</td><td class="t2">${line.lab}</td><td class="due">${dueHtml(line.due)}</td><td>${line.verdict ? markHtml(line.verdict.state, line.verdict.word) : html`<span class="t3">${say('obligationDesk.noVerdict')}</span>`}</td><td class="lo t2">${line.organisation}</td></tr>`,
  )}`
  return (
    <>
      <DataTable
        label={say('obligationDesk.title')}
        columns={[
          { key: 'status', head: column('status'), width: r.locale === 'en' ? 140 : 112 },
          { key: 'number', head: column('number'), width: 218 },
          { key: 'agent', head: column('agent'), width: 150 },
          { key: 'items', head: column('items') },
          { key: 'lab', head: column('lab'), width: 170 },
          { key: 'due', head: column('due'), width: 128, ...dueSort(path, params, sort) },
          { key: 'verdict', head: column('verdict'), width: 104 },
          { key: 'organisation', head: column('organisation'), width: 150, low: true },
        ]}
        rowsHtml={rows}
      />
      {page.next !== null || params.get('cursor') ? (
        <div className="px-3">
          <Pager {...pagerOf(path, params, page, r.book)} />
        </div>
      ) : null}
    </>
  )
}
