// The sheet of parts, and by `?part=` the drawn screens made of them: what a person who builds a page looks at first.
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Layers } from '#components/ui/layers'
import { roman } from '#components/ui/mark'
import { Masthead } from '#components/ui/masthead'
import { Headline } from '#components/ui/section'
import { LanguageLink } from '#components/ui/switches'
import { ThemeSwitch } from '#components/ui/theme'
import { Agent } from './agent.tsx'
import { Authority } from './authority.tsx'
import { Case } from './case.tsx'
import extraEn from './extra.en.json'
import extraZh from './extra.zh.json'
import { Home } from './home.tsx'
import { Matrix } from './matrix.tsx'
import { MoreParts } from './more-parts.tsx'
import { Parts } from './parts.tsx'
import { Queue } from './queue.tsx'
import { Recall } from './recall.tsx'
import { sampleOf } from './sample.ts'
import { Search } from './search.tsx'
import type { Frame } from './shell.tsx'
import { Wizard } from './wizard.tsx'

const parts = ['home', 'queue', 'case', 'matrix', 'recall', 'search', 'agent', 'wizard', 'authority'] as const

export const metadata: Metadata = { robots: { index: false } }

export default async function Sheet({ searchParams }: { searchParams: Promise<{ part?: string; clock?: string }> }) {
  const [{ part, clock }, locale, ui, shell, state, tier] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations('ui'),
    getTranslations('shell'),
    getTranslations('state'),
    getTranslations('tier'),
  ])
  const english = locale === 'en'
  const sample = sampleOf(locale)
  const extra = english ? (extraEn as typeof extraZh) : extraZh
  const frame: Frame = {
    sample,
    part: part ?? '',
    words: {
      name: shell('name'),
      navigation: shell('mainNavigation'),
      skip: shell('skip'),
      toDark: shell('theme.toDark'),
      toLight: shell('theme.toLight'),
      other: { to: english ? 'zh' : 'en', text: shell('language.other'), lang: shell('language.otherLang') },
    },
  }
  const apply = ui('act.apply')
  const filters = ui('list.filters')
  switch (parts.find((known) => known === part)) {
    case 'home':
      return <Home {...frame} tiers={{ 3: tier('III'), 4: tier('IV') }} />
    case 'queue':
      return (
        <Queue {...frame} selectAll={ui('list.selectAll')} views={ui('list.views')} filters={filters} apply={apply} english={english} />
      )
    case 'case':
      return (
        <Case
          {...frame}
          open={clock !== 'shut'}
          marks={{
            none: ui('sectionMark.none'),
            seen: ui('sectionMark.seen'),
            satisfied: ui('sectionMark.satisfied'),
            query: ui('sectionMark.query'),
          }}
        />
      )
    case 'matrix':
      return <Matrix {...frame} />
    case 'recall':
      return <Recall {...frame} english={english} />
    case 'search':
      return <Search {...frame} filters={filters} apply={apply} recalled={state('recalled')} />
    case 'agent':
      return <Agent {...frame} none={ui('form.none')} />
    case 'wizard':
      return <Wizard {...frame} />
    case 'authority':
      return <Authority {...frame} />
    default:
  }
  const tools = (
    <>
      <LanguageLink to={frame.words.other.to} text={frame.words.other.text} lang={frame.words.other.lang} />
      <ThemeSwitch toDark={frame.words.toDark} toLight={frame.words.toLight} />
    </>
  )
  return (
    <>
      <Layers />
      <Masthead
        name={frame.words.name}
        homeHref="/sheet"
        navLabel={frame.words.navigation}
        items={parts.map((href, index) => ({ href: `/sheet?part=${href}`, text: extra.screens[index] }))}
        tools={tools}
      />
      <main id="main">
        <Headline title={sample.sheet.title} about={sample.sheet.lead} />
        <Parts
          sample={sample.sheet}
          words={{
            state: {
              draft: state('draft'),
              submitted: state('submitted'),
              review: state('review'),
              waiting: state('waiting'),
              testing: state('testing'),
              approved: state('approved'),
              conditions: state('conditions'),
              refused: state('refused'),
              suspended: state('suspended'),
              recalled: state('recalled'),
              ended: state('ended'),
              overdue: state('overdue'),
            },
            tier: { [roman[1]]: tier('I'), [roman[2]]: tier('II'), [roman[3]]: tier('III'), [roman[4]]: tier('IV') } as Record<
              'I' | 'II' | 'III' | 'IV',
              string
            >,
            openings: extra.openings,
            sections: [ui('sectionMark.none'), ui('sectionMark.seen'), ui('sectionMark.satisfied'), ui('sectionMark.query')],
            decisions: extra.decisions,
            name: frame.words.name,
            wide: english,
          }}
        />
        <h2 className="spaced">{extra.more}</h2>
        <MoreParts
          extra={extra}
          words={{
            summary: ui('errorSummary.title', { count: 1 }),
            summaryHint: ui('errorSummary.hint'),
            optional: ui('form.optional'),
            choose: ui('form.choose'),
            before: ui('conflict.base'),
            after: ui('conflict.theirs'),
            field: ui('conflict.field'),
            base: ui('conflict.base'),
            yours: ui('conflict.yours'),
            theirs: ui('conflict.theirs'),
          }}
        />
      </main>
    </>
  )
}
