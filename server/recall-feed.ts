// The feed of public recalls, as Atom and as JSON Feed: every item stays at its address, one that has ended says so.
import 'server-only'
import { Feed } from 'feed'
import { getLocale, getTranslations } from 'next-intl/server'
import type { Recall } from '#domain/recall/recall'
import { env } from './env.ts'
import { publicReader, type Shown } from './public-reader.ts'

const most = 200
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** What changed the state of a recall last, as far as the public may know. */
const changedAt = ({ changedAt: at }: Shown<Recall>) => new Date(at)

/** Built anew for each request: recalls are few, and a stale warning is worse than a slow one. Ids are the absolute addresses of the pages. */
const build = async (self: string) => {
  const reader = publicReader()
  const [locale, say, recalls] = await Promise.all([getLocale(), getTranslations('recallPage'), reader.recalls(most, false)])
  const { origin } = env()
  const pick = (names: { zh: string; en: string } | null | undefined) => (names ? (locale === 'en' ? names.en : names.zh) : '')
  const feed = new Feed({
    id: `${origin}/recalls`,
    title: say('feed.title'),
    description: say('feed.description'),
    link: `${origin}/recalls`,
    language: locale === 'en' ? 'en' : 'zh-Hans',
    copyright: '',
    feedLinks: { atom: `${origin}/feeds/recalls.atom`, json: `${origin}/feeds/recalls.json` },
    generator: 'zhiheng',
    feed: `${origin}${self}`,
    // The newest change, so that the same recalls give the same feed.
    updated: recalls.length === 0 ? new Date(reader.at) : new Date(Math.max(...recalls.map((recall) => changedAt(recall).getTime()))),
  })
  const about = new Map<string, { class: string | null; number: string; versions: string | null; state: string }>()
  for (const recall of recalls) {
    const { published } = recall.state
    if (!published) continue
    const { notice, emergency, end, versions } = published
    const link = `${origin}/recalls/${published.number}`
    const range = (notice?.scope ?? emergency?.scope)?.versionRange ?? null
    const state = end ? say('feed.tombstone') : say(`how.${published.how}`)
    const lines = [
      `${say('class', { class: published.class ?? 'other' })} \u00b7 ${state}`,
      published.organisationName,
      pick(notice?.facts ?? emergency?.facts),
      pick(notice?.hazard),
      pick(notice?.whatUsersMustDo ?? emergency?.whatUsersMustDo),
      end ? pick(end.reason) : '',
    ].filter((line) => line !== '')
    const first = [versions[0]?.issuedAt, emergency?.orderedAt, published.boundAt].filter((at) => at != null).sort()[0]
    feed.addItem({
      id: link,
      link,
      title: `${published.number} ${pick(published.agentName)} ${range ?? ''}`.trim(),
      date: changedAt(recall),
      ...(first ? { published: new Date(first) } : {}),
      description: lines[0] ?? '',
      content: lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
      author: [{ name: published.organisationName }],
    })
    about.set(link, { class: published.class, number: published.number, versions: range, state: end ? 'ended' : published.how })
  }
  return { feed, about }
}

export const recallsAtom = async (): Promise<string> => (await build('/feeds/recalls.atom')).feed.atom1()

/** JSON Feed 1.1; what Atom has no place for stands in `_recall` of each item. */
export const recallsJson = async (): Promise<string> => {
  const { feed, about } = await build('/feeds/recalls.json')
  const made = JSON.parse(feed.json1()) as { items?: { id: string }[] } & Record<string, unknown>
  return JSON.stringify({
    ...made,
    version: 'https://jsonfeed.org/version/1.1',
    items: (made.items ?? []).map((item) => ({ ...item, _recall: about.get(item.id) })),
  })
}
