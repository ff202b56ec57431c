// Whether a zip of parts is a document or a workbook without anything that runs (ECMA-376 part 2): told by its content types, not by its name.
import type { AttachmentType } from './vocabulary.ts'

export const contentTypesName = '[Content_Types].xml'
/** The parts whose text must be looked at. */
export const isToldBy = (name: string): boolean => name === contentTypesName || name.endsWith('.rels')

const runs =
  /vbaproject|vbadata|macrosheets?\/|activex|\/embeddings\/.*\.(?:bin|exe|dll|js|vbs)$|\.(?:exe|dll|com|bat|cmd|js|vbs|ps1|hta|scr|jar)$/i
const runsByType = /macroEnabled|vbaProject|activeX|oleObject|ms-office\.vba|macrosheet/i
/** A template or object that is fetched when the file is opened. */
const fetches =
  /<Relationship\b(?=[^>]*TargetMode\s*=\s*["']External["'])(?=[^>]*\/(?:attachedTemplate|oleObject|frame|externalLinkPath|subDocument)["'])/i

/** The type of an office file, or why it is not taken: `macro` for what runs or fetches, `office` for another kind of package. */
export const officeTypeOf = (
  names: readonly string[],
  texts: ReadonlyMap<string, string>,
): { type: AttachmentType } | { fault: 'macro' | 'office' } => {
  const types = texts.get(contentTypesName) ?? ''
  if (names.some((name) => runs.test(name)) || runsByType.test(types)) return { fault: 'macro' }
  if ([...texts].some(([name, text]) => name.endsWith('.rels') && fetches.test(text))) return { fault: 'macro' }
  if (types.includes('wordprocessingml.document.main+xml')) return { type: 'docx' }
  return types.includes('spreadsheetml.sheet.main+xml') ? { type: 'xlsx' } : { fault: 'office' }
}
