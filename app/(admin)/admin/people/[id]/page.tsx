// One person: posts now and before, the acts of appointing and ending, the history. A dismissal holds from the next request on.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Acts } from '#components/case/acts'
import { CommandForm } from '#components/case/command-form'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark } from '#components/ui/mark'
import { Crumbs, SectionHead } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { Timeline } from '#components/ui/timeline'
import type { Person } from '#domain/person/state'
import { formatMomentFull } from '#messages/format'
import { paramsOf, type SearchParams } from '#server/address'
import { adminReader } from '#server/desk-reader'
import { formWords } from '#server/form-words'
import { happeningLines } from '#server/happenings'
import { type PostLine, personForms, postLines } from '#server/posts'

const path = '/admin/people'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('person'))('name') }
}

export default async function PersonPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParams }) {
  const [{ id }, query] = await Promise.all([params, paramsOf(searchParams)])
  const r = await adminReader(`${path}/${id}`)
  const seen = await r.one<Person>('person', id)
  if (!seen) notFound()
  const { say, book } = r
  const p = (key: string, facts: Record<string, string | number> = {}) => say(`admin.people.${key}`, facts)
  const state = seen.state as Partial<Person>
  const posts = state.posts ?? []
  const [names, organisations, forms, words, history] = await Promise.all([
    r.namesOf(posts.map((post) => post.appointedBy)),
    r.organisationNames(
      [state.organisationId, ...posts.map((post) => post.organisationId)].filter((one): one is string => typeof one === 'string'),
    ),
    personForms(seen.moves, { posts }, r),
    formWords(),
    r.history('person', seen.id),
  ])
  const lines = postLines({ posts }, names, organisations, r)
  const ending = forms.find((form) => form.command === 'endPost')
  const asked =
    query.get('end') && ending
      ? { ...ending, fields: ending.fields.map((field) => (field.name === 'postId' ? { ...field, value: query.get('end') } : field)) }
      : null
  return (
    <main id="main" className="flush">
      <div className="px-6 pt-2">
        <Crumbs label={p('title')} items={[{ href: path, text: p('title') }, { text: book.name(state.names) }]} />
      </div>
      <IdentityBar
        state={state.active ? 'approved' : 'ended'}
        lead={
          <Mark state={state.active ? 'approved' : 'ended'} fill>
            {say(`person.status.${seen.status}`)}
          </Mark>
        }
        title={state.names?.zh ?? ''}
        company={state.names?.en}
        meta={[
          state.organisationId ? (organisations.get(state.organisationId) ?? '') : p('noEmployer'),
          ...(state.dismissal ? [p('dismissed', { at: formatMomentFull(state.dismissal.at), reason: state.dismissal.reason })] : []),
        ]}
        acts={
          forms.length > 0 ? <Acts plural="persons" id={seen.id} version={seen.version} forms={forms} words={words} first={2} /> : undefined
        }
      />
      <div className="px-6 pb-10">
        {asked ? (
          <section id="act" className="max-w-[760px] pb-4">
            <SectionHead title={asked.label} gap />
            <CommandForm plural="persons" id={seen.id} version={seen.version} form={asked} words={words} then={`${path}/${seen.id}`} />
          </section>
        ) : null}
        <SectionHead title={p('standing')} gap count={lines.standing.length || undefined} />
        <Posts
          lines={lines.standing}
          label={p('standing')}
          none={p('noPosts')}
          endHref={ending ? (post) => `${path}/${seen.id}?end=${post}#act` : null}
          endWord={ending?.label ?? ''}
          say={p}
        />
        {lines.ended.length > 0 ? (
          <>
            <SectionHead title={p('ended')} gap />
            <Posts lines={lines.ended} label={p('ended')} none={p('none')} endHref={null} endWord="" say={p} />
          </>
        ) : null}
        <SectionHead title={p('history')} gap />
        <Timeline
          words={{ before: say('admin.timelineWords.before'), after: say('admin.timelineWords.after') }}
          items={(await happeningLines(history ?? [], 'person', book, r.words, r.today)).map(({ entry, ...item }) => ({
            ...item,
            entry: <a href={entry.href}>{entry.text}</a>,
          }))}
        />
      </div>
    </main>
  )
}

function Posts({
  lines,
  label,
  none,
  endHref,
  endWord,
  say,
}: {
  lines: readonly PostLine[]
  label: string
  none: string
  endHref: ((id: string) => string) | null
  endWord: string
  say: (key: string) => string
}) {
  if (lines.length === 0) return <p className="t2 pt-2">{none}</p>
  return (
    <DataTable
      label={label}
      edge
      columns={[
        { key: 'role', head: say('post.role'), width: 150 },
        { key: 'place', head: say('post.place') },
        { key: 'reach', head: say('post.reach'), flow: true },
        { key: 'from', head: say('post.from'), width: 104 },
        { key: 'to', head: say('post.to'), width: 104 },
        { key: 'by', head: say('post.by'), width: 220, low: true },
        { key: 'act', head: say('post.act'), width: 110, mute: true },
      ]}
      rows={lines.map((post) => ({
        key: post.id,
        cells: [
          <b key="role">{post.role}</b>,
          post.place,
          post.ended ? (
            <span key="ended" className="t2">
              {post.reach} {post.ended}
            </span>
          ) : (
            post.reach
          ),
          post.from,
          post.to,
          post.by,
          endHref ? (
            <a key="end" href={endHref(post.id)}>
              {endWord}
            </a>
          ) : null,
        ],
      }))}
    />
  )
}
