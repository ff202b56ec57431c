// What of a recall is public: the page, the versions of the notice, what was delivered, the entry of the log.
import { LinkButton } from '#components/ui/button'
import { Facts } from '#components/ui/definition-list'
import { Empty } from '#components/ui/empty'
import { SectionHead } from '#components/ui/section'
import { formatMomentFull } from '#messages/format'
import type { TabProps } from './tab.ts'

export async function PublicationTab({ seen, state, r }: TabProps) {
  const { say, book } = r
  const p = (key: string, facts: Record<string, string | number> = {}) => say(`recallDesk.publication.${key}`, facts)
  const letters = await r.list('letter', { link: { name: 'about', to: seen.id }, sort: 'newest', limit: 50 })
  const { published } = state
  return (
    <>
      {published ? (
        <>
          <SectionHead
            title={p('title')}
            quiet={false}
            end={
              <LinkButton size="sm" href={`/recalls/${encodeURIComponent(published.number)}`}>
                {p('page')}
              </LinkButton>
            }
          />
          <Facts
            text
            entries={[
              { key: 'state', term: say('recall.field.status'), value: say(`recall.status.${published.status}`) },
              {
                key: 'end',
                term: say('recallDesk.overview.closure'),
                value: published.end ? p('end', { reason: book.name(published.end.reason) }) : p('noEnd'),
              },
              {
                key: 'log',
                term: say('recall.field.published'),
                value: <a href={`/log/proof/${seen.position}`}>{p('log', { position: seen.position })}</a>,
              },
            ]}
          />
          <SectionHead level={3} title={p('versions')} gap />
          <ul>
            {published.versions.map((version) => (
              <li key={version.version} className={version.droppedAt ? 't3' : undefined}>
                {version.droppedAt
                  ? p('dropped', { version: version.version, at: formatMomentFull(version.droppedAt) })
                  : p('version', { version: version.version, at: formatMomentFull(version.issuedAt) })}
              </li>
            ))}
          </ul>
          <p className="cap t2">{p('correction')}</p>
        </>
      ) : (
        <Empty title={p('notPublic')}>{p('notPublicHint')}</Empty>
      )}
      {(state.notices ?? []).length > 0 ? (
        <>
          <SectionHead level={3} title={p('delivery')} gap />
          <Facts
            text
            entries={(state.notices ?? []).map((notice) => ({
              key: String(notice.version),
              term: say('recallDesk.overview.notice', { version: notice.version }),
              value: notice.deliveredAt ? p('delivered', { at: formatMomentFull(notice.deliveredAt) }) : p('notDelivered'),
              care: notice.deliveredAt === null,
            }))}
          />
        </>
      ) : null}
      {letters.items.length > 0 ? (
        <>
          <SectionHead level={3} title={p('letters')} gap />
          <Facts
            text
            entries={letters.items.map((letter) => ({
              key: letter.id,
              term: formatMomentFull(letter.openedAt ?? letter.changedAt),
              value: `${book.name({ zh: letter.titleZh, en: letter.titleEn })} · ${say(`letter.status.${letter.status}`)}`,
            }))}
          />
        </>
      ) : null}
    </>
  )
}
