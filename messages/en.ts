// Every word a person reads, in English. The type makes it the mirror of zh.ts: a missing or extra key does not compile.
import { glossary } from './en/glossary.ts'
import { role } from './en/role.ts'
import { sheet } from './en/sheet.ts'
import { shell } from './en/shell.ts'
import { state } from './en/state.ts'
import { tier } from './en/tier.ts'
import { ui } from './en/ui.ts'
import type { Same } from './shape.ts'
import type { zh } from './zh.ts'

export const en: Same<typeof zh> = {
  glossary,
  role,
  sheet,
  shell,
  state,
  tier,
  ui,
}
