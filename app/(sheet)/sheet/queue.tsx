// The work queue as drawn; its rows are written as text (markup.tsx), as every long list should.
import { Button } from '#components/ui/button'
import { Sparkline } from '#components/ui/chart'
import { BulkBar, FacetRail, FilterChips, ListBar, ViewsTabs } from '#components/ui/facet'
import { Checkbox } from '#components/ui/field'
import type { MarkName, Tier } from '#components/ui/mark'
import { dueHtml, html, markHtml, numberHtml, tagHtml, tierHtml } from '#components/ui/markup'
import { Menu, MenuItem } from '#components/ui/menu'
import { type Column, DataTable } from '#components/ui/table'
import { ConsoleScreen, type Frame } from './shell.tsx'

const widths = [36, 104, 210, 158, undefined, 58, 56, 60, 128, 48, 50, 100]
const keys = ['select', 'state', 'number', 'agent', 'company', 'tier', 'sector', 'owner', 'due', 'age', 'open', 'seen']

export function Queue(frame: Frame & { selectAll: string; views: string; filters: string; apply: string; english: boolean }) {
  const { queue } = frame.sample
  const columns = queue.heads.map(
    (head, index): Column => ({
      key: keys[index] ?? head,
      head: index === 0 ? <Checkbox bare label={frame.selectAll} /> : head.replace(/ ↑$/, ''),
      width: frame.english ? ([36, 108, 210, 170, undefined, 58, 94, 98, 124, 48, 50, 94][index] as number | undefined) : widths[index],
      number: index === 9 || index === 10,
      low: index === 6 || index === 10,
      sortHref: index === 8 ? '/sheet?part=queue&sort=-dueOn' : undefined,
      sorted: index === 8 ? 'ascending' : undefined,
    }),
  )
  const rows = html`${queue.rows.map(
    (row) =>
      html`<tr class="${row.late ? 'late' : ''}" aria-selected="${row.selected ? 'true' : 'false'}"${row.cursor ? html` data-cursor` : null}><td><input class="box" type="checkbox" aria-label="${row.name}"${row.selected ? html` checked` : null}></td><td>${markHtml(row.state as MarkName, row.word)}</td><td>${numberHtml(row.number, '/sheet?part=case')}</td><td><b>${row.name}</b></td><td class="t2">${row.company}</td><td>${tierHtml(row.tier as Tier, row.tierWord)}</td><td class="t2 lo">${row.sector}</td><td>${row.owner}</td><td class="due">${dueHtml({ day: row.day ?? null, meaning: row.meaning, late: row.late })}</td><td class="num t2">${row.age}</td><td class="num t2 lo">${row.open}</td><td>${row.tag ? tagHtml(row.tag, (row.tone ?? undefined) as 'new' | undefined) : null}</td></tr>`,
  )}`
  const view = ({ text, count, current }: (typeof queue.views)[number]) => ({
    href: `/sheet?part=queue&view=${text}`,
    text,
    count: count ?? undefined,
    current,
  })
  return (
    <ConsoleScreen {...frame} current={1}>
      <main id="main" className="flush">
        <ViewsTabs
          label={frame.views}
          fixed={queue.views.slice(0, 4).map(view)}
          saved={queue.views.slice(4, 6).map(view)}
          save={<a href="/sheet?part=queue&save=1">{queue.views[6]?.text}</a>}
          end={
            <>
              {queue.received}
              <Sparkline values={[5, 3, 7, 4, 6, 2, 8, 5, 9, 6, 4, 7, 3, 6]} />
            </>
          }
        />
        <div className="queue">
          <FacetRail
            label={frame.filters}
            action="/sheet"
            keep={{ part: 'queue' }}
            apply={frame.apply}
            facets={queue.facets.map(({ legend, options, more }) => ({
              name: legend,
              legend,
              options: options.map(({ text, count }) => ({ value: text, text, count })),
              more: more ? { href: '/sheet?part=queue&all=1', text: more } : undefined,
            }))}
          />
          <section>
            <ListBar
              title={queue.title}
              chips={
                <FilterChips
                  label={frame.filters}
                  chips={queue.chips.map(({ name, value }) => ({
                    name,
                    value,
                    removeHref: `/sheet?part=queue&drop=${name}`,
                    removeLabel: `${queue.clear} ${name} ${value}`,
                  }))}
                  clear={{ href: '/sheet?part=queue', text: queue.clear }}
                />
              }
              shown={queue.shown}
            >
              {queue.buttons.map((text) => (
                <Menu key={text} summary={text} size="sm">
                  <MenuItem>
                    <a href="/sheet?part=queue&format=csv">CSV</a>
                  </MenuItem>
                </Menu>
              ))}
            </ListBar>
            <DataTable label={queue.title} columns={columns} rowsHtml={rows} />
            <BulkBar selected={queue.selected} never={queue.never}>
              {queue.bulk.map(({ text, key }) => (
                <Button key={text} size="sm" shortcut={key ?? undefined}>
                  {text}
                </Button>
              ))}
            </BulkBar>
          </section>
        </div>
      </main>
    </ConsoleScreen>
  )
}
