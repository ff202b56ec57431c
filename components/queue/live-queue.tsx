'use client'
// The queue as it lives: drawn by the server first, then kept up to date from the same API, with selection, cursor, keys and bulk assignment.
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { type MouseEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { isPrefixed, useShortcuts } from '#components/console/keys'
import { BulkBar } from '#components/ui/facet'
import { type Column, DataTable } from '#components/ui/table'
import { AssignDialog, type AssignWords } from './assign-dialog.tsx'
import { fill } from './due.tsx'
import { ListTools, type ToolWords } from './list-tools.tsx'
import { type ColumnName, hrefOf, type QueueItem, type RowWords, rowsHtml } from './rows.tsx'

export type QueuePage = { items: QueueItem[]; next: string | null; total: number; totalIsCapped: boolean; asOf: string }
export type LiveWords = RowWords &
  AssignWords &
  ToolWords & {
    label: string
    heads: Record<ColumnName | 'select', string>
    selected: string
    never: string
    changed: string
    liveAt: string
    offline: string
    shown: string
    capped: string
    assignMe: string
    selectAll: string
  }
type Props = {
  initial: QueuePage
  /** Address of the list at the API: the same filters, order and page. */
  api: string
  plural: string
  columns: readonly ColumnName[]
  density: string
  me: { id: string; name: string }
  officers: readonly { id: string; name: string }[]
  mayAssign: boolean
  sort: { column: ColumnName; direction: 'ascending' | 'descending' } | null
  sortHrefs: Partial<Record<ColumnName, string>>
  words: LiveWords
  chips: ReactNode
  empty: ReactNode
  pager: ReactNode
}

const widths: Record<ColumnName, number | undefined> = {
  mark: 124,
  number: 214,
  title: 170,
  organisation: undefined,
  tier: 58,
  lane: 76,
  sector: 112,
  region: 76,
  owner: 96,
  due: 152,
  age: 68,
}
const refetchMs = 30_000
/** In this tab: the ids of the list that was last seen, for `[` and `]` on a case. */
export const neighboursKey = 'zhiheng.queue'

export function LiveQueue(props: Props) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: refetchMs / 2 } } }))
  return (
    <QueryClientProvider client={client}>
      <Queue {...props} />
    </QueryClientProvider>
  )
}

const clock = (at: number) => new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })

function Queue({
  initial,
  api,
  plural,
  columns: firstColumns,
  density: firstDensity,
  me,
  officers,
  mayAssign,
  sort,
  sortHrefs,
  words,
  chips,
  empty,
  pager,
}: Props) {
  const client = useQueryClient()
  const [columns, setColumns] = useState(firstColumns)
  const [density, setDensity] = useState(firstDensity)
  const { data, isError, dataUpdatedAt } = useQuery({
    queryKey: ['queue', api],
    initialData: initial,
    initialDataUpdatedAt: Date.parse(initial.asOf),
    refetchInterval: refetchMs,
    refetchOnWindowFocus: true,
    queryFn: async (): Promise<QueuePage> => {
      const response = await fetch(api, { credentials: 'same-origin', headers: { accept: 'application/json' } })
      if (!response.ok) throw new Error(String(response.status))
      return response.json()
    },
  })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [cursor, setCursor] = useState(-1)
  const [anchor, setAnchor] = useState(-1)
  const [isAssigning, setAssigning] = useState(false)
  const [says, setSays] = useState('')
  const frame = useRef<HTMLDivElement>(null)
  const { items } = data

  // Rows change their text under the reader's eyes, so how many did is said.
  const before = useRef(items)
  useEffect(() => {
    const old = new Map(before.current.map((item) => [item.id, item.version]))
    const changed = items.filter((item) => old.get(item.id) !== item.version).length
    if (before.current !== items && changed > 0) setSays(fill(words.changed, { count: changed }))
    before.current = items
    try {
      window.sessionStorage.setItem(neighboursKey, JSON.stringify(items.map((item) => hrefOf(item, plural))))
    } catch {
      /* only a convenience */
    }
  }, [items, plural, words.changed])

  const html = useMemo(() => rowsHtml(items, columns, plural, words, mayAssign), [items, columns, plural, words, mayAssign])
  const rows = () => [...(frame.current?.querySelectorAll<HTMLTableRowElement>('tbody tr[data-id]') ?? [])]
  // The rows are text; what belongs to this person alone is painted on them after every drawing.
  useLayoutEffect(() => {
    rows().forEach((row, place) => {
      const isChosen = chosen.has(row.dataset.id ?? '')
      row.setAttribute('aria-selected', String(isChosen))
      const box = row.querySelector<HTMLInputElement>('input[type=checkbox]')
      if (box) box.checked = isChosen
      if (place === cursor) row.setAttribute('data-cursor', '')
      else row.removeAttribute('data-cursor')
    })
  })

  const toggle = (id: string, place: number, isRange: boolean) => {
    const next = new Set(chosen)
    if (isRange && anchor >= 0) for (const item of items.slice(Math.min(anchor, place), Math.max(anchor, place) + 1)) next.add(item.id)
    else if (next.has(id)) next.delete(id)
    else next.add(id)
    setChosen(next)
    setAnchor(place)
  }
  const click = (event: MouseEvent) => {
    const target = event.target as Element
    const row = target.closest<HTMLTableRowElement>('tbody tr[data-id]')
    if (!row) return
    const place = rows().indexOf(row)
    setCursor(place)
    if (target.matches('input[type=checkbox]')) toggle(row.dataset.id ?? '', place, event.shiftKey)
  }
  const move = (step: number) => {
    const next = Math.min(items.length - 1, Math.max(0, cursor + step))
    setCursor(next)
    rows()[next]?.scrollIntoView({ block: 'nearest' })
    const item = items[next]
    if (item) setSays([item.number, words.locale === 'en' ? item.titleEn : item.titleZh].filter(Boolean).join(' '))
  }
  const open = () => {
    const item = items[cursor]
    if (!item || isPrefixed()) return false
    window.location.assign(hrefOf(item, plural))
  }
  const selected = items.filter((item) => chosen.has(item.id))
  const ask = () => {
    if (!mayAssign) return false
    if (selected.length === 0) {
      const item = items[cursor]
      if (!item) {
        setSays(words.assignNone)
        return
      }
      setChosen(new Set([item.id]))
    }
    setAssigning(true)
  }
  useShortcuts({
    KeyJ: () => move(1),
    KeyK: () => move(-1),
    ArrowDown: () => (cursor < 0 ? false : move(1)),
    ArrowUp: () => (cursor < 0 ? false : move(-1)),
    KeyX: () => {
      const item = items[cursor]
      if (!item || !mayAssign) return false
      toggle(item.id, cursor, false)
    },
    'Shift+KeyX': () => {
      const item = items[cursor]
      if (!item || !mayAssign) return false
      toggle(item.id, cursor, true)
    },
    Enter: (event) => (event.target instanceof Element && event.target.closest('a,button,summary,input,select') ? false : open()),
    KeyO: open,
    KeyA: ask,
    KeyM: () => {
      if (!mayAssign || selected.length === 0) return false
      setAssigning(true)
    },
    Escape: () => {
      if (chosen.size === 0) return false
      setChosen(new Set())
    },
  })

  const head: Column[] = [
    ...(mayAssign
      ? [
          {
            key: 'select',
            width: 36,
            head: (
              <input
                type="checkbox"
                className="box"
                aria-label={words.selectAll}
                checked={items.length > 0 && selected.length === items.length}
                ref={(box) => {
                  if (box) box.indeterminate = selected.length > 0 && selected.length < items.length
                }}
                onChange={() => setChosen(selected.length === items.length ? new Set() : new Set(items.map((item) => item.id)))}
              />
            ),
          },
        ]
      : []),
    ...columns.map(
      (column): Column => ({
        key: column,
        head: words.heads[column],
        width: widths[column],
        number: column === 'age',
        low: column === 'sector' || column === 'lane' || column === 'region',
        ...(sortHrefs[column] ? { sortHref: sortHrefs[column] } : {}),
        ...(sort?.column === column ? { sorted: sort.direction } : {}),
      }),
    ),
  ]
  return (
    <div data-density={density}>
      <div className="listbar">
        {chips}
        <div className="row far">
          <span className="cap t2">
            {fill(data.totalIsCapped ? words.capped : words.shown, {
              total: data.total.toLocaleString('en').replaceAll(',', words.locale === 'en' ? ',' : '\u202f'),
              count: items.length,
            })}
          </span>
          <span className="cap t3">{fill(isError ? words.offline : words.liveAt, { time: clock(dataUpdatedAt) })}</span>
          <ListTools
            api={api}
            plural={plural}
            columns={columns}
            density={density}
            words={words}
            onColumns={setColumns}
            onDensity={setDensity}
          />
        </div>
      </div>
      <p className="vh" aria-live="polite">
        {says}
      </p>
      {items.length === 0 ? (
        empty
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the rows hold links and boxes; a click elsewhere only moves the cursor
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys j, k and x do the same
        <div ref={frame} onClick={click}>
          <DataTable label={words.label} columns={head} rowsHtml={html} />
        </div>
      )}
      {pager}
      <BulkBar hidden={selected.length === 0} selected={fill(words.selected, { count: selected.length })} never={words.never}>
        <button type="button" className="btn sm" onClick={() => setAssigning(true)}>
          {words.assign}
          <kbd>a</kbd>
        </button>
      </BulkBar>
      <AssignDialog
        open={isAssigning && selected.length > 0}
        items={selected}
        plural={plural}
        me={me}
        officers={officers}
        words={words}
        onClose={() => setAssigning(false)}
        onDone={(done, left) => {
          setChosen(new Set(left))
          setSays(fill(words.assignSome, { done }))
          void client.invalidateQueries({ queryKey: ['queue'] })
        }}
      />
    </div>
  )
}
