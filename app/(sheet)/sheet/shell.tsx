// The two heads of the drawn screens: the console's and the public one.
import type { ReactNode } from 'react'
import { Bell, Masthead, NonEndorsement, PublicFrame, PublicMasthead, SkipLink } from '#components/ui/masthead'
import { ElderLink, LanguageLink } from '#components/ui/switches'
import { ThemeSwitch } from '#components/ui/theme'
import type { Sample } from './sample.ts'

export type Frame = { sample: Sample; part: string; words: Words }
export type Words = {
  name: string
  navigation: string
  skip: string
  toDark: string
  toLight: string
  other: { to: 'en' | 'zh'; text: string; lang: string }
}

function Tools({ part, words, end }: { part: string; words: Words; end?: ReactNode }) {
  return (
    <>
      {end}
      <LanguageLink search={`?part=${part}`} to={words.other.to} text={words.other.text} lang={words.other.lang} />
      <ThemeSwitch search={`?part=${part}`} toDark={words.toDark} toLight={words.toLight} />
    </>
  )
}

export function ConsoleScreen({ sample, part, words, current, children }: Frame & { current: number; children: ReactNode }) {
  return (
    <>
      <SkipLink>{words.skip}</SkipLink>
      <Masthead
        name={words.name}
        homeHref="/sheet?part=home"
        navLabel={words.navigation}
        items={sample.mast.items.map(({ text, count }, index) => ({
          href: `/sheet?part=${['home', 'queue', 'matrix', 'case', 'recall', 'agent', 'search'][index]}`,
          text,
          count: count ?? undefined,
          current: index === current,
        }))}
        search={{ href: '/sheet?part=search', hint: sample.mast.seek, shortcut: '/' }}
        tools={
          <Tools
            part={part}
            words={words}
            end={
              <>
                <Bell href="/sheet" count={3} label={sample.mast.bell} />
                <a href="/sheet">{sample.mast.who}</a>
              </>
            }
          />
        }
      />
      {children}
    </>
  )
}

export function PublicScreen({
  sample,
  part,
  words,
  nav,
  current = 0,
  elder,
  form,
  roomy,
  foot,
  children,
}: Frame & {
  nav: readonly { text: string; count?: string | null }[]
  current?: number
  elder?: string
  form?: boolean
  roomy?: boolean
  foot?: boolean
  children: ReactNode
}) {
  return (
    <PublicFrame>
      <SkipLink>{words.skip}</SkipLink>
      <PublicMasthead
        name={words.name}
        homeHref="/sheet?part=search"
        navLabel={words.navigation}
        items={nav.map(({ text, count }, index) => ({
          href: `/sheet?part=${index === 0 ? part : `${part}&to=${index}`}`,
          text,
          count: count ?? undefined,
          current: index === current,
        }))}
        tools={
          <Tools
            part={part}
            words={words}
            end={elder === undefined ? null : <ElderLink search={`?part=${part}`} on={false} text={elder} label={elder} />}
          />
        }
      />
      <main id="main" className={form ? 'form' : roomy ? 'wrap roomy' : 'wrap'}>
        {children}
        {foot ? (
          <NonEndorsement
            sentence={sample.search.foot.sentence}
            signed={sample.search.foot.signed}
            links={sample.search.foot.links.map((text, index) => ({ href: `/sheet?part=search&foot=${index}`, text }))}
          />
        ) : null}
      </main>
    </PublicFrame>
  )
}
