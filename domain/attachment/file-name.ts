// The name of a file: what a person gave, made harmless to show and to save. It never becomes a path of ours.
import { cleanLine, cut } from '#domain/agent/text'
import type { AttachmentType } from './vocabulary.ts'

const endings: Record<AttachmentType, readonly string[]> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  json: ['json'],
  txt: ['txt', 'csv', 'md', 'log'],
}

/** The last step of whatever path was given, in readable characters, at most 200 units; '' when nothing is left. */
export const shownName = (given: string): string => {
  const last = cleanLine(given).split(/[/\\]/).at(-1) ?? ''
  return cut(last.replace(/[<>:"|?*]/g, '_').replace(/^[.\s]+/, ''), 200)
}

/** The name under which a browser saves it: with the ending of what it is, so that nothing is run for what it was called. */
export const savedName = (name: string, type: AttachmentType): string => {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return endings[type].includes(ending) ? name : `${name || 'file'}.${endings[type][0]}`
}
