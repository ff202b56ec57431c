// How files are shown wherever they stand: size, short hash, and the words that a file field and a list of files need.

export type FileWords = {
  choose: string
  drop: string
  hint: string
  remove: string
  replace: string
  uploading: string
  checking: string
  cancel: string
  network: string
  tooLarge: string
  performedOn: string
  isPublic: string
  isConfidential: string
  visibility: string
  reason: string
  reasonHint: string
  reasonMissing: string
  download: string
  changed: string
  replaced: string
}

/** Bytes in the unit that a person reads. */
export const sizeOf = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`

export const filled = (sentence: string, facts: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
