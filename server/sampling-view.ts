// A spot check as it is shown to officers and to the public: computed again on every look, never believed.
import 'server-only'
import { isFairDraw, placeOf } from '#domain/sampling/draw'
import type { Sampling } from '#domain/sampling/sampling'
import type { WordBook } from './word-book.ts'

/** `names` gives number and name of a self-test by its id; what is not there shows its id alone. */
export const proofView = (
  state: Partial<Sampling>,
  names: ReadonlyMap<string, { name: string; href: string | null }>,
  book: WordBook,
  region: (code: string | null) => string,
) => {
  const { say } = book
  const word = (key: string, facts: Record<string, string | number> = {}) => say(`lowLane.sampling.${key}`, facts)
  const { seed = null, seedHash = '', eligible = [], drawn = [], size = 0 } = state
  const isDrawn = new Set(drawn.map((one) => one.selftestId))
  const isFair = seed !== null && isFairDraw({ seedHash, seed, eligible, size, drawn })
  const lines =
    seed === null
      ? []
      : eligible
          .map((id) => ({
            id,
            name: names.get(id)?.name ?? '',
            href: names.get(id)?.href ?? null,
            hash: placeOf(seed, id),
            isDrawn: isDrawn.has(id),
          }))
          .sort((a, b) => (a.hash < b.hash ? -1 : 1))
  return {
    facts: [
      { key: 'region', term: say('sampling.field.region'), value: region(state.region ?? null) },
      {
        key: 'period',
        term: word('period'),
        value: state.fromMonth === state.toMonth ? state.fromMonth : `${state.fromMonth} – ${state.toMonth}`,
      },
      {
        key: 'size',
        term: say('sampling.field.size'),
        value: seed === null ? String(size) : word('of', { total: eligible.length, size: drawn.length }),
      },
      { key: 'hash', term: word('seedHash'), value: seedHash, mono: true },
      { key: 'seed', term: word('seed'), value: seed ?? word('sealed'), mono: seed !== null },
      ...(state.reason ? [{ key: 'reason', term: say('sampling.field.reason'), value: state.reason }] : []),
      ...(state.abandonment
        ? [
            {
              key: 'gone',
              term: say('sampling.status.abandoned'),
              value: word('abandoned', { at: state.abandonment.at.slice(0, 10), reason: state.abandonment.reason }),
            },
          ]
        : []),
    ],
    verdict: seed === null ? null : { isFair, text: word(isFair ? 'fair' : 'unfair') },
    lines,
    // What a reader types: the seed may hold any printable sign, so it is quoted for a shell.
    example: seed !== null && lines[0] ? `printf '%s' '${`${seed}${lines[0].id}`.replaceAll("'", `'\\''`)}' | sha256sum` : null,
    words: {
      proof: word('proof'),
      hint: word('proofHint'),
      command: word('command'),
      heads: [say('lowLane.column.place'), say('lowLane.tab.selftest'), say('lowLane.column.hash'), word('drawn')],
      drawn: word('drawn'),
      notDrawn: word('notDrawn'),
      list: word('list'),
    },
  }
}
