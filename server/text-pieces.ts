// Two wordings of one value as pieces: what stayed, what went, what came. Word by word in Latin script, character by character in Han.

export type TextPiece = string | { del: string } | { ins: string } | { up: string }

/** Longer texts are shown whole against whole: a comparison by words of two pages helps nobody, and costs the square of its length. */
const mostTokens = 400

const tokensOf = (text: string): string[] => text.match(/\p{Script=Han}|[\p{Letter}\p{Number}]+|\s+|[^\p{Letter}\p{Number}\s]/gu) ?? []

/** Lengths of the longest common runs, from each pair of places to the end. */
const common = (before: readonly string[], after: readonly string[]): Uint16Array[] => {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1)
      rows[i]![j] = before[i] === after[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!)
  }
  return rows
}

const packed = (parts: readonly { text: string; isKept: boolean }[], mark: (text: string) => TextPiece): TextPiece[] => {
  const runs: { text: string; isKept: boolean }[] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last && last.isKept === part.isKept) last.text += part.text
    else runs.push({ ...part })
  }
  return runs.map(({ text, isKept }) => (isKept ? text : mark(text)))
}

/** The pieces of both sides. `loosens` marks what came as wider than before. Empty texts give no piece. */
export const piecesOf = (before: string, after: string, loosens: boolean): { before: TextPiece[]; after: TextPiece[] } => {
  const came = (text: string): TextPiece => (loosens ? { up: text } : { ins: text })
  const [was, is] = [tokensOf(before), tokensOf(after)]
  const whole = { before: before === '' ? [] : [{ del: before }], after: after === '' ? [] : [came(after)] }
  if (was.length === 0 || is.length === 0 || was.length > mostTokens || is.length > mostTokens) return whole
  const table = common(was, is)
  // Where little is shared, scattered characters are harder to read than two plain values.
  if (table[0]![0]! * 2 < Math.min(was.length, is.length)) return whole
  const left: { text: string; isKept: boolean }[] = []
  const right: { text: string; isKept: boolean }[] = []
  let [i, j] = [0, 0]
  while (i < was.length || j < is.length) {
    if (i < was.length && j < is.length && was[i] === is[j]) {
      left.push({ text: was[i]!, isKept: true })
      right.push({ text: is[j]!, isKept: true })
      i += 1
      j += 1
    } else if (j >= is.length || (i < was.length && table[i + 1]![j]! >= table[i]![j + 1]!)) {
      left.push({ text: was[i]!, isKept: false })
      i += 1
    } else {
      right.push({ text: is[j]!, isKept: false })
      j += 1
    }
  }
  return { before: packed(left, (text) => ({ del: text })), after: packed(right, came) }
}
