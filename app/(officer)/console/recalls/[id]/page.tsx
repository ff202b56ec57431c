// One recall: identity, acts, tabs; beside them the notice as the public and the company read it.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Acts } from '#components/case/acts'
import { CommandForm } from '#components/case/command-form'
import { Overturned } from '#components/case/overturned'
import { NoticePreview } from '#components/recall/notice-preview'
import { LinkButton } from '#components/ui/button'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { SectionHead } from '#components/ui/section'
import { Tabs } from '#components/ui/tabs'
import type { Recall } from '#domain/recall/state'
import { currentNotice } from '#domain/recall/state'
import { paramsOf, type SearchParams, withQuery } from '#server/address'
import { companyNames } from '#server/company-names'
import { deskReader } from '#server/desk-reader'
import { dueOfItem } from '#server/due'
import { formWords } from '#server/form-words'
import { overturnedLines } from '#server/overturned-lines'
import { builderWords, draftFrom, noticeLanguages } from '#server/recall-builder'
import { recallForms } from '#server/recall-forms'
import { classWord, rangeAlone, scopeNow, scopeWords } from '#server/recall-lines'
import { AffectedTab } from './affected-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { PublicationTab } from './publication-tab.tsx'
import { ReportsTab } from './reports-tab.tsx'
import { ResponsesTab } from './responses-tab.tsx'

const path = '/console/recalls'
const tabs = ['overview', 'affected', 'responses', 'reports', 'publication', 'history'] as const
type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recall'))('name') }
}

export default async function RecallPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, paramsOf(searchParams)])
  const r = await deskReader(`${path}/${id}`)
  const seen = (await r.one<Recall>('recall', id)) ?? (await r.byNumber('recall', decodeURIComponent(id)))
  if (!seen) notFound()
  const { say, book } = r
  const state = seen.state as Partial<Recall>
  const here = `${path}/${seen.id}`
  const tab = tabs.find((one) => one === query.get('tab')) ?? 'overview'
  const [{ forms, writes }, words, owner, companies] = await Promise.all([
    recallForms(seen, query.get('deployment'), r),
    formWords(),
    r.namesOf(state.ownerId ? [state.ownerId] : []),
    companyNames(r, [{ organisationId: state.organisationId ?? null, organisationName: null }]),
  ])
  const asked = forms.find((form) => form.command === query.get('act'))
  const due = r.due(dueOfItem(seen, r.catalogue, r.today), true)
  const scope = scopeNow(state)
  const range = rangeAlone(scope, r)
  const notice = state.notices ? currentNotice(state as Recall) : null
  const reached = state.published?.progress.affected ?? null
  const draft = draftFrom(state, r.today)
  const mayPreview = state.draft != null || notice !== null || state.emergency != null
  const { preview } = builderWords(r.locale)
  const tabProps = { seen, state, here, query, r }
  return (
    <main id="main" className="flush">
      <IdentityBar
        state={seen.mark as MarkName}
        lead={
          <>
            {seen.number ? <CaseNumber number={seen.number} /> : <span className="t2">{say('recallDesk.noNumber')}</span>}
            <Mark state={seen.mark as MarkName} fill>
              {say(`recall.status.${seen.status}`)}
            </Mark>
            <span className="t2">{classWord(state, r)}</span>
          </>
        }
        title={[book.name(state.agentName), range].filter(Boolean).join(' ')}
        company={companies.get(state.organisationId ?? '') ?? state.organisationName ?? ''}
        acts={
          <>
            {writes.map(({ href, text }) => (
              <LinkButton key={href} href={href}>
                {text}
              </LinkButton>
            ))}
            {forms.length > 0 ? <Acts plural="recalls" id={seen.id} version={seen.version} forms={forms} words={words} first={2} /> : null}
          </>
        }
        meta={[
          scope ? scopeWords(range ? { ...scope, versionRange: null } : scope, r) : say('recallDesk.noScope'),
          r.words.pair(seen.scenario),
          state.ownerId ? say('recallDesk.owner', { name: book.name(owner.get(state.ownerId)) }) : say('recallDesk.noOwner'),
        ].filter(Boolean)}
        end={due.day ? <span className={due.late ? 'stop' : undefined}>{`${due.day} ${due.meaning}`}</span> : undefined}
      />
      <div className="px-6">
        <Overturned lines={overturnedLines(state.overturned ?? [], '/console/reconsiderations', 'recall_ordered', book)} />
      </div>
      <Tabs
        label={say('recallDesk.tabs.label')}
        tabs={tabs.map((one) => ({
          href: withQuery(here, new URLSearchParams(), { tab: one === 'overview' ? null : one }),
          text: say(`recallDesk.tabs.${one}`),
          current: one === tab,
          ...(one === 'affected' && reached !== null ? { count: reached } : {}),
        }))}
      />
      <div className="recallgrid">
        <section>
          {asked ? (
            <div id="act" className="max-w-[760px] pb-6">
              <SectionHead title={say('recallDesk.act', { act: asked.label })} />
              <CommandForm
                plural="recalls"
                id={seen.id}
                version={seen.version}
                form={asked}
                words={words}
                then={withQuery(here, query, { act: null, deployment: null })}
              />
            </div>
          ) : null}
          {tab === 'overview' ? (
            <OverviewTab {...tabProps} />
          ) : tab === 'affected' ? (
            <AffectedTab {...tabProps} />
          ) : tab === 'responses' ? (
            <ResponsesTab {...tabProps} />
          ) : tab === 'reports' ? (
            <ReportsTab {...tabProps} />
          ) : tab === 'publication' ? (
            <PublicationTab {...tabProps} />
          ) : (
            <HistoryTab {...tabProps} />
          )}
        </section>
        <aside>
          {mayPreview ? (
            <NoticePreview
              draft={{
                ...draft,
                path: notice === null && state.draft == null ? 'emergency' : 'investigate',
                ...(notice === null && state.draft == null && state.emergency
                  ? { texts: { ...draft.texts, facts: state.emergency.facts, whatUsersMustDo: state.emergency.whatUsersMustDo } }
                  : {}),
              }}
              languages={noticeLanguages(r.catalogue, {
                agent: state.agentName ?? { zh: '', en: '' },
                company: state.organisationName ?? '',
              })}
              first={r.locale === 'en' ? 'en' : 'zh'}
              reached={reached}
              number={seen.number}
              words={preview}
              note={
                state.draft
                  ? preview.draft
                  : notice
                    ? say('recallDesk.preview.asIssued', { version: notice.version })
                    : say('recallDesk.overview.emergencyHint')
              }
            />
          ) : (
            <p className="t2">{say('recallDesk.publication.notPublicHint')}</p>
          )}
        </aside>
      </div>
    </main>
  )
}
