// Every word a person reads, in Chinese: the source of all translations. en.ts has the same shape or it does not compile.
//
// To add a namespace `thing`: write messages/zh/thing.ts (`export const thing = { … } as const`) and messages/en/thing.ts
// (`import type { thing as source } from '../zh/thing.ts'` · `export const thing: Same<typeof source> = { … }`), then add
// one import and one line here and in en.ts. Keys are camelCase; enum values of the domain are keys as they are.
// ICU: {name}, {count, plural, one {…} other {…}}, {kind, select, …}. Pass counts above 999 through formatNumber() as a
// plain {count}: Chinese groups by a narrow no-break space, which ICU's own # cannot do.
import { glossary } from './zh/glossary.ts'
import { role } from './zh/role.ts'
import { sheet } from './zh/sheet.ts'
import { shell } from './zh/shell.ts'
import { state } from './zh/state.ts'
import { tier } from './zh/tier.ts'
import { ui } from './zh/ui.ts'

export const zh = {
  glossary,
  role,
  sheet,
  shell,
  state,
  tier,
  ui,
} as const
