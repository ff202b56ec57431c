// People: who is in service, in which posts, and entering a new person.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewCase } from '#components/case/new-case'
import { LinkButton, Segments } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { Mark } from '#components/ui/mark'
import { Headline } from '#components/ui/section'
import { DataTable, Pager } from '#components/ui/table'
import { dateOf, formatNumber } from '#messages/format'
import { paramsOf, type SearchParams, withQuery } from '#server/address'
import { adminReader } from '#server/desk-reader'
import { formWords } from '#server/form-words'
import { listAsked, pagerOf } from '#server/list-page'
import { personForms, postSummary } from '#server/posts'

const path = '/admin/people'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.people'))('title') }
}

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const params = await paramsOf(searchParams)
  const r = await adminReader(`${path}?${params}`)
  const { say, book } = r
  const p = (key: string, facts: Record<string, string | number> = {}) => say(`admin.people.${key}`, facts)
  const isAll = params.get('who') === 'all'
  const { query } = listAsked(params, ['who'], { limit: 50, ...(isAll ? {} : { status: ['active'] }) })
  const [page, active] = await Promise.all([r.peoplePage(query), r.list('person', { status: ['active'], limit: 1 })])
  const mayCreate = r.has('system_admin')
  const [form] = mayCreate ? await personForms(['create'], null, r) : []
  return (
    <main id="main" className="tight pb-10">
      <Headline
        title={p('title')}
        about={p('about', { active: formatNumber(r.locale, active.total) })}
        end={
          form ? (
            <NewCase
              plural="persons"
              form={form}
              words={await formWords()}
              label={p('create')}
              hint={p('createHint')}
              then={`${path}/{id}`}
            />
          ) : (
            <span className="cap t2">{p('notAdmin')}</span>
          )
        }
      />
      <div className="row flex-wrap items-end justify-between pb-2">
        <search>
          <form method="get" action={path} className="row">
            {isAll ? <input type="hidden" name="who" value="all" /> : null}
            <label className="vh" htmlFor="people-q">
              {p('find')}
            </label>
            <input
              id="people-q"
              className="field w-[260px]"
              type="search"
              name="q"
              defaultValue={params.get('q') ?? ''}
              placeholder={p('findHint')}
              maxLength={100}
              data-search=""
            />
            <button type="submit" className="btn">
              {p('go')}
            </button>
          </form>
        </search>
        <Segments
          label={p('scopes')}
          items={[
            { href: withQuery(path, params, { who: null, cursor: null }), text: p('active'), current: !isAll },
            { href: withQuery(path, params, { who: 'all', cursor: null }), text: p('all'), current: isAll },
          ]}
        />
      </div>
      {page.lines.length === 0 ? (
        <Empty title={p('empty.title')} act={<LinkButton href={`${path}?who=all`}>{p('all')}</LinkButton>}>
          {p('empty.hint')}
        </Empty>
      ) : (
        <DataTable
          label={p('title')}
          edge
          columns={[
            { key: 'name', head: p('column.name'), width: 130 },
            { key: 'english', head: p('column.english'), width: 170 },
            { key: 'posts', head: p('column.posts') },
            { key: 'employer', head: p('column.employer'), width: 240 },
            { key: 'since', head: p('column.since'), width: 108, low: true },
            { key: 'state', head: p('column.state'), width: 104 },
          ]}
          rows={page.lines.map(({ item, shown, employer }) => {
            const posts = postSummary({ posts: shown.state.posts ?? [] }, r)
            return {
              key: item.id,
              cells: [
                <a key="name" href={`${path}/${item.id}`}>
                  <b>{item.titleZh}</b>
                </a>,
                item.titleEn,
                posts.length === 0 ? (
                  <span key="none" className="care">
                    {p('noPosts')}
                  </span>
                ) : (
                  [...posts.slice(0, 2), ...(posts.length > 2 ? [p('morePosts', { count: posts.length - 2 })] : [])].join(', ')
                ),
                employer ?? p('noEmployer'),
                item.openedAt ? dateOf(item.openedAt) : '',
                <Mark key="state" state={item.status === 'active' ? 'approved' : 'ended'}>
                  {say(`person.status.${item.status}`)}
                </Mark>,
              ],
            }
          })}
        />
      )}
      <Pager {...pagerOf(path, params, page, book)} />
    </main>
  )
}
