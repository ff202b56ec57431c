// One set of rules: each item with its source and its mark, the proposal with what it changes, editions compared, the editor.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RuleComparison } from '#components/admin/rule-comparison'
import { RuleEditor } from '#components/admin/rule-editor'
import { Acts } from '#components/case/acts'
import { LinkButton } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { Mark } from '#components/ui/mark'
import { Crumbs, Headline, SectionHead } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { catalogue as kind } from '#domain/catalogue/catalogue'
import type { CatalogueState } from '#domain/catalogue/in-force'
import { itemDifferences } from '#domain/catalogue/item-difference'
import { dateOf, formatMomentFull } from '#messages/format'
import { sourceInWords } from '#messages/source-words'
import { paramsOf, type SearchParams, withQuery } from '#server/address'
import { rulesReader } from '#server/desk-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import {
  caseOfSet,
  confidenceCounts,
  differenceGroups,
  editionNow,
  isSet,
  proposalDifferences,
  ruleItems,
  setName,
} from '#server/rules-view'
import { editorWords } from '#server/rules-words'

const path = '/admin/rules'
type Props = { params: Promise<{ set: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { set } = await params
  const say = await getTranslations('catalogue')
  return { title: isSet(set) ? say(`option.editableSets.${set}`) : say('name') }
}

export default async function RuleSetPage({ params, searchParams }: Props) {
  const [{ set }, query] = await Promise.all([params, paramsOf(searchParams)])
  if (!isSet(set)) notFound()
  const r = await rulesReader(`${path}/${set}`)
  const seen = await caseOfSet(set, r)
  if (!seen) notFound()
  const { say, book } = r
  const w = (key: string, facts: Record<string, string | number> = {}) => say(`admin.rules.${key}`, facts)
  const state = seen.state as CatalogueState
  const edition = editionNow(state, r.today)
  const content = edition?.content ?? {}
  const here = `${path}/${set}`
  const all = ruleItems(content, r)
  const mark = query.get('confidence')
  const q = (query.get('q') ?? '').trim().toLowerCase()
  const items = all.filter(
    (item) =>
      (mark === null || item.confidence === mark) &&
      (q === '' || [item.id, item.name, item.source, item.content].some((part) => part.toLowerCase().includes(q))),
  )
  const hasNames = items.some((item) => item.name !== '')
  const names = await r.namesOf(
    [...state.versions.flatMap((version) => [version.proposedBy, version.enactedBy]), state.proposal?.proposedBy].filter(
      (id): id is string => typeof id === 'string',
    ),
  )
  const who = (id: string | null) =>
    id === null ? w('shipped') : id === 'system' ? say('role.system') : book.name(names.get(id)) || say('case.nobody')
  const [forms, words] = await Promise.all([
    Promise.all(seen.moves.filter((move) => move !== 'propose').map((move) => formOf(kind, move))),
    formWords(),
  ])
  const [from, to] = ['from', 'to'].map((name) => state.versions.find((version) => version.version === query.get(name)))
  const compare = { field: w('edit.path'), before: w('edit.before'), after: w('edit.after'), same: w('same') }
  const latest = state.versions.at(-1)?.content ?? content
  const isEditing = query.get('edit') !== null && seen.moves.includes('propose')
  const summary = (found: ReturnType<typeof itemDifferences>) =>
    w('changed', {
      added: found.filter((one) => one.kind === 'added').length,
      removed: found.filter((one) => one.kind === 'removed').length,
      changed: found.filter((one) => one.kind === 'changed').length,
    })
  const proposed = proposalDifferences(state)
  return (
    <main id="main" className="tight pb-10">
      <Crumbs label={w('sets')} items={[{ href: path, text: w('title') }, { text: setName(set, r) }]} />
      <Headline
        title={setName(set, r)}
        about={edition ? `${edition.version} · ${edition.effectiveOn}` : undefined}
        end={
          <>
            {seen.moves.includes('propose') && !isEditing ? (
              <LinkButton size="sm" href={`${here}?edit=rows#edit`}>
                {w('edit.open')}
              </LinkButton>
            ) : null}
            {forms.length > 0 ? <Acts plural="catalogues" id={seen.id} version={seen.version} forms={forms} words={words} /> : null}
          </>
        }
      />
      {state.proposal ? (
        <section className="pb-6">
          <SectionHead title={w('proposal.title')} end={summary(proposed)} />
          <p className="pt-2">
            {w('proposal.by', {
              who: who(state.proposal.proposedBy),
              at: formatMomentFull(state.proposal.proposedAt),
              version: state.proposal.version,
              on: state.proposal.effectiveOn,
            })}
          </p>
          <p className="t2">{w('proposal.reason', { reason: state.proposal.reason })}</p>
          <p className="t2">{w('proposal.basis', { basis: state.proposal.basis })}</p>
          <p className="care">{w('proposal.secondPerson')}</p>
          <RuleComparison groups={differenceGroups(proposed, r)} words={compare} />
        </section>
      ) : null}
      {isEditing ? (
        <section id="edit" className="pb-6">
          <SectionHead title={w('edit.title', { set: setName(set, r) })} quiet={false} end={<a href={here}>{w('edit.back')}</a>} />
          <RuleEditor
            id={seen.id}
            version={seen.version}
            content={latest}
            today={r.today}
            first={query.get('edit') === 'json' ? 'json' : 'rows'}
            words={await editorWords()}
            doneHref={here}
          />
        </section>
      ) : null}
      {from && to ? (
        <section id="compare" className="pb-6">
          <SectionHead
            title={w('compareTitle', { from: from.version, to: to.version })}
            end={summary(itemDifferences(from.content, to.content))}
          />
          <RuleComparison groups={differenceGroups(itemDifferences(from.content, to.content), r)} words={compare} />
        </section>
      ) : null}
      <div className="row flex-wrap items-end justify-between pb-2">
        <search>
          <form method="get" action={here} className="row">
            {mark === null ? null : <input type="hidden" name="confidence" value={mark} />}
            <label className="vh" htmlFor="rule-q">
              {w('find')}
            </label>
            <input
              id="rule-q"
              className="field w-[260px]"
              type="search"
              name="q"
              defaultValue={query.get('q') ?? ''}
              placeholder={w('findHint')}
              maxLength={100}
              data-search=""
            />
            <button type="submit" className="btn">
              {w('go')}
            </button>
          </form>
        </search>
        <nav className="row flex-wrap cap" aria-label={w('confidenceHead')}>
          <a href={withQuery(here, query, { confidence: null })} aria-current={mark === null ? 'true' : undefined}>
            {w('filterAll')} {all.length}
          </a>
          {confidenceCounts(all).map((one) => (
            <a
              key={one.mark}
              href={withQuery(here, query, { confidence: one.mark })}
              aria-current={mark === one.mark ? 'true' : undefined}
              className={mark === one.mark ? 'font-semibold' : undefined}
            >
              {one.mark} {w(`confidence.${one.mark}`)} {one.n}
            </a>
          ))}
        </nav>
      </div>
      <SectionHead title={w('items')} end={w('found', { count: items.length })} />
      {items.length === 0 ? (
        <Empty title={say('ui.empty.filtered')} act={<LinkButton href={here}>{say('ui.empty.clear')}</LinkButton>} />
      ) : (
        <DataTable
          label={w('items')}
          edge
          columns={[
            { key: 'id', head: w('item.id'), width: 110 },
            ...(hasNames ? [{ key: 'name', head: w('item.name'), width: 180, flow: true }] : []),
            { key: 'content', head: w('item.content'), flow: true },
            { key: 'source', head: w('item.source'), width: 260, flow: true },
            { key: 'confidence', head: w('item.confidence'), width: 130, flow: true },
          ]}
          rows={items.map((item) => ({
            key: item.key,
            cells: [
              <span key="id" className="mono" title={item.part}>
                {item.id}
              </span>,
              ...(hasNames ? [<b key="name">{item.name}</b>] : []),
              <span key="content" className="t2 break-words">
                {item.content}
              </span>,
              <span key="source" className="t2">
                {sourceInWords(r.locale, item.source)}
              </span>,
              item.confidence ? (
                <Mark key="mark" state={['I', 'D', 'M', 'W'].includes(item.confidence) ? 'draft' : 'approved'}>
                  {w(`confidence.${item.confidence}`)}
                </Mark>
              ) : null,
            ],
          }))}
        />
      )}
      <SectionHead title={w('versions')} gap />
      <DataTable
        label={w('versions')}
        edge
        columns={[
          { key: 'version', head: w('version.version'), width: 90 },
          { key: 'effectiveOn', head: w('version.effectiveOn'), width: 110 },
          { key: 'by', head: w('version.by'), width: 260 },
          { key: 'reason', head: w('version.reason'), flow: true },
          { key: 'basis', head: w('version.basis'), flow: true },
          { key: 'compare', head: w('version.compare'), width: 150, mute: true },
        ]}
        rows={[...state.versions].reverse().map((version, at, list) => {
          const before = list[at + 1]
          return {
            key: version.version,
            cells: [
              version.version,
              version.effectiveOn,
              version.proposedBy === null
                ? w('shipped')
                : `${who(version.proposedBy)} → ${who(version.enactedBy)}, ${dateOf(version.enactedAt)}`,
              version.reason ?? '',
              version.basis ?? '',
              before ? (
                <a key="compare" href={`${here}?from=${before.version}&to=${version.version}#compare`}>
                  {w('compare')}
                </a>
              ) : null,
            ],
          }
        })}
      />
    </main>
  )
}
