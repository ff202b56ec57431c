// One set of rules: every item with its source and how far it may be relied on, its editions, a proposal and the second person's act.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ProposeForm } from '#components/admin/propose-form'
import { Acts } from '#components/case/acts'
import { Banner } from '#components/ui/alert'
import { Crumbs, Headline, SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { type CatalogueState, catalogue as catalogueKind, inForce } from '#domain/catalogue/catalogue'
import { confidences } from '#domain/catalogue/vocabulary'
import { rulesReader } from '#server/desk-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'

type Params = { params: Promise<{ set: string }> }
type Entry = Record<string, unknown>

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { set } = await params
  const { say } = await rulesReader(`/admin/rules/${set}`)
  return { title: say('adminPage.rules') }
}

const isConfidence = (value: unknown): value is (typeof confidences)[number] => (confidences as readonly unknown[]).includes(value)
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null

export default async function RuleSetPage({ params }: Params) {
  const { set } = await params
  const r = await rulesReader(`/admin/rules/${set}`)
  const { say, book } = r
  const found = (await r.one('catalogue', set)) ?? notFound()
  const state = found.state as CatalogueState
  const edition = inForce(state.versions, r.today) ?? state.versions[0]
  const content = edition?.content ?? {}
  const entries = Object.entries(content).flatMap(([part, value]) => (Array.isArray(value) ? value.filter(isEntry).map((entry) => ({ part, entry })) : []))
  const nameOf = (entry: Entry) => [entry.id ?? entry.code ?? entry.clause ?? entry.scenario ?? '', typeof entry.zh === 'string' ? book.name({ zh: entry.zh, en: String(entry.en ?? entry.zh) }) : ''].filter((part) => part !== '').join(' ')
  const rest = (entry: Entry) => Object.entries(entry).filter(([key]) => !['id', 'zh', 'en', 'source', 'confidence', 'code'].includes(key)).map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' · ').slice(0, 260)
  const confidenceOf = (entry: Entry) => { const mark = entry.confidence ?? entry.nameConfidence; return isConfidence(mark) ? `${mark} · ${say(`adminPage.confidence.${mark}`)}` : '' }
  const acts = found.moves.filter((move) => move !== 'propose')
  const [forms, words] = await Promise.all([Promise.all(acts.map((move) => formOf(catalogueKind, move))), formWords()])
  const title = say(`catalogue.option.editableSets.${state.set}`)
  return (
    <main id="main">
      <Crumbs label={say('adminPage.crumbs')} items={[{ href: '/admin/rules', text: say('adminPage.rules') }, { text: title }]} />
      <Headline title={title} about={`${edition?.version ?? ''} · ${edition?.effectiveOn ?? ''}`} end={forms.length > 0 ? <Acts plural="catalogues" id={found.id} version={found.version} forms={forms} words={words} /> : undefined} />
      {state.proposal ? <Banner tone="care" title={say('adminPage.proposed', { version: state.proposal.version, on: state.proposal.effectiveOn, reason: state.proposal.reason })}>{say('adminPage.changes', { added: state.proposal.changes.added.join(', ') || '0', removed: state.proposal.changes.removed.join(', ') || '0', changed: state.proposal.changes.changed.join(', ') || '0' })}</Banner> : null}
      <PlainTable caption={title} heads={[say('adminPage.col.item'), say('adminPage.col.what'), say('adminPage.col.confidence'), say('adminPage.col.source')]} rows={entries.map(({ entry }) => [nameOf(entry), <span key="r" className="t2">{rest(entry)}</span>, confidenceOf(entry), typeof entry.source === 'string' ? entry.source : ''])} />
      <SectionHead title={say('catalogue.field.versions')} />
      <PlainTable caption={say('catalogue.field.versions')} heads={[say('adminPage.col.version'), say('adminPage.col.effectiveOn'), say('adminPage.col.reason')]} rows={state.versions.toReversed().map((version) => [version.version, version.effectiveOn, version.reason])} />
      {found.moves.includes('propose') ? (
        <section className="form" aria-labelledby="propose">
          <SectionHead id="propose" title={say('adminPage.propose')} />
          <ProposeForm id={found.id} version={found.version} content={JSON.stringify(content, null, 2)} today={r.today} words={{ content: say('adminPage.content'), contentHint: say('adminPage.contentHint'), notJson: say('adminPage.notJson', { why: '{why}' }), effectiveOn: say('adminPage.effectiveOn'), reason: say('adminPage.reason'), basis: say('adminPage.basis'), send: say('adminPage.send'), sent: say('adminPage.sent'), network: words.network }} />
        </section>
      ) : null}
    </main>
  )
}
