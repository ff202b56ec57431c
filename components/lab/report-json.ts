// Reads a laboratory's own report file (JSON) into the form: what fits is taken, what does not is named, nothing is guessed. Pure.

export type ReportDraft = {
  method: string
  procedure: string
  sampleCount: string
  performedOn: string
  items: Record<string, { passed: string; total: string; seconds: string; note: string }>
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const countOf = (value: unknown): string | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? String(value) : null

export type Read =
  | { ok: true; draft: ReportDraft; taken: number; unknown: string[]; missing: string[]; wrong: string[]; isOtherVersion: boolean }
  | { ok: false }

/**
 * The same field names as the API (`handIn`). `ordered` are the item ids of the order; results of others are listed as unknown. A count that is no
 * count is left out and listed as wrong. `isOtherVersion`: the file speaks of another build than the order.
 */
export const readReport = (
  text: string,
  before: ReportDraft,
  ordered: readonly string[],
  methods: readonly string[],
  versionHash: string,
): Read => {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return { ok: false }
  }
  if (!isTree(file)) return { ok: false }
  const items = { ...before.items }
  const [unknown, wrong]: [string[], string[]] = [[], []]
  const seen = new Set<string>()
  for (const row of Array.isArray(file.items) ? file.items : []) {
    if (!isTree(row) || typeof row.testItemId !== 'string') {
      wrong.push('items')
      continue
    }
    const id = row.testItemId
    if (!ordered.includes(id)) {
      unknown.push(id)
      continue
    }
    const [passed, total] = [countOf(row.passed), countOf(row.total)]
    if (passed === null || total === null || Number(passed) > Number(total)) {
      wrong.push(id)
      continue
    }
    seen.add(id)
    items[id] = {
      passed,
      total,
      seconds: typeof row.seconds === 'number' && row.seconds >= 0 ? String(row.seconds) : '',
      note: typeof row.note === 'string' ? row.note.trim().slice(0, 2000) : '',
    }
  }
  const line = (name: 'procedure' | 'performedOn') => (typeof file[name] === 'string' ? (file[name] as string).trim() : before[name])
  return {
    ok: true,
    draft: {
      method: typeof file.method === 'string' && methods.includes(file.method) ? file.method : before.method,
      procedure: line('procedure').slice(0, 4000),
      sampleCount: countOf(file.sampleCount) ?? before.sampleCount,
      performedOn: /^\d{4}-\d{2}-\d{2}$/.test(line('performedOn')) ? line('performedOn') : before.performedOn,
      items,
    },
    taken: seen.size,
    unknown,
    missing: ordered.filter((id) => !seen.has(id)),
    wrong,
    isOtherVersion: typeof file.versionHash === 'string' && file.versionHash !== versionHash,
  }
}
