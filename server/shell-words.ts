// What the heads of portal and laboratory say: navigation with its present place, session, language and theme.
import 'server-only'
import { pathNow } from './company-reader.ts'
import type { WordBook } from './word-book.ts'

/** Which of these addresses the page belongs to: the longest that the path begins with. */
export const currentOf = (path: string, hrefs: readonly string[]): string => {
  const plain = path.split('?')[0] ?? ''
  return [...hrefs].sort((a, b) => b.length - a.length).find((href) => plain === href || plain.startsWith(`${href}/`)) ?? ''
}

/** The words of the frame around a page. */
export const frameWords = async ({ say, locale }: WordBook) => {
  const path = await pathNow('')
  const to = locale === 'en' ? ('zh' as const) : ('en' as const)
  return {
    path,
    search: path.includes('?') ? path.slice(path.indexOf('?')) : '',
    language: { to, text: say('shell.language.other'), lang: say('shell.language.otherLang') },
    theme: { toDark: say('shell.theme.toDark'), toLight: say('shell.theme.toLight') },
    session: {
      says: [1, 2, 3, 4, 5].map((minutes) => say('ui.session.endsSoon', { minutes })),
      hint: say('ui.session.endsHint'),
      extend: say('ui.session.extend'),
      leave: say('ui.session.leave'),
      close: say('ui.act.close'),
    },
  }
}
