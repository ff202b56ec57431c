// The words of the queue, gathered for the client part, which reads no messages itself.
import 'server-only'
import { getTranslations } from 'next-intl/server'
import { kinds } from '#domain/kinds'
import type { OfficerReader } from './officer-reader.ts'
import { workdaysAround } from './queue.ts'

/** Templates keep their braces: rows are written again in the browser whenever they change. */
export const queueWords = async (
  r: OfficerReader,
  kindName: string,
  owners: ReadonlyMap<string, { zh: string; en: string }>,
  companies: ReadonlyMap<string, string>,
) => {
  const [t, ui] = await Promise.all([getTranslations('queue'), getTranslations('ui')])
  const { book, say, catalogue } = r
  const due = (
    key: 'left' | 'over' | 'today' | 'stopped' | 'stoppedPlain' | 'provisional' | 'leftLong' | 'overLong' | 'todayLong' | 'todayAt',
  ) => ui.raw(`due.${key}`) as string
  const raw = (key: Parameters<typeof t.raw>[0]) => t.raw(key) as string
  // A plural cannot be chosen by the browser without the formatter, so these say the count in its one form.
  const counted = (key: Parameters<typeof t>[0]) =>
    (t as unknown as (key: string, values: object) => string)(key, { count: 987_654_321 }).replace(/987[^\d]?654[^\d]?321/, '{count}')
  const heads = Object.fromEntries(
    ['select', 'mark', 'number', 'title', 'organisation', 'tier', 'lane', 'sector', 'region', 'owner', 'due', 'age'].map((name) => [
      name,
      say(`queue.column.${name}`),
    ]),
  )
  const inRegister = (list: readonly { id: string }[], word: (id: string) => string) =>
    Object.fromEntries(list.map(({ id }) => [id, word(id)]))
  const regions = [...new Set(catalogue.authorities.items.map((one) => one.region))]
  return {
    locale: r.locale,
    today: r.today,
    workdays: workdaysAround(r),
    due: {
      left: due('left'),
      over: due('over'),
      today: due('today'),
      stopped: due('stopped'),
      stoppedPlain: due('stoppedPlain'),
      provisional: due('provisional'),
      leftLong: due('leftLong'),
      overLong: due('overLong'),
      todayLong: due('todayLong'),
      todayAt: due('todayAt'),
    },
    stoppedReason: say('case.clock.reason.testing'),
    select: raw('select'),
    days: raw('days'),
    noOwner: t('noOwner'),
    status: Object.fromEntries(
      (kinds.get(kindName)?.statuses ?? []).map((status) => [status, say([`queue.stage.${status}`, `${kindName}.status.${status}`])]),
    ),
    tier: { 1: say('tier.I'), 2: say('tier.II'), 3: say('tier.III'), 4: say('tier.IV') },
    lane: { low: say('tier.lane.low'), key: say('tier.lane.key'), sensitive: say('tier.lane.sensitive') },
    sector: inRegister(catalogue.sectors.items, r.words.sector),
    region: Object.fromEntries(regions.map((code) => [code, r.words.region(code)])),
    owner: Object.fromEntries([...owners].map(([id, names]) => [id, book.name(names)])),
    company: Object.fromEntries(companies),
    heads: heads as never,
    label: t('title'),
    selected: ui.raw('list.selected') as string,
    never: ui('list.bulkNever'),
    changed: counted('changed'),
    liveAt: raw('liveAt'),
    offline: raw('offline'),
    shown: raw('shown'),
    capped: raw('capped'),
    assignMe: t('assignMe'),
    selectAll: t('selectAll'),
    assign: t('assign'),
    assignTitle: counted('assignTitle'),
    assignTo: t('assignTo'),
    assignChoose: t('assignChoose'),
    assignNone: t('assignNone'),
    assignSome: raw('assignSome'),
    assignAll: raw('assignAll'),
    notAssigned: raw('notAssigned'),
    assigning: t('assigning'),
    close: ui('act.close'),
    cancel: ui('act.cancel'),
    network: ui('error.offline'),
    columns: ui('list.columns'),
    density: t('density'),
    densities: { compact: t('rows.compact'), normal: t('rows.normal'), elder: t('rows.elder') },
    export: t('export'),
    csv: t('csv'),
    ndjson: t('ndjson'),
    exportFailed: ui('error.title'),
  }
}
