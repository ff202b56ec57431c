// The answers of the pre-check in the address of the page: every step is an address, so that "back" always works.
import type { Catalogue } from '#domain/catalogue/shipped'
import { PrecheckAnswers, type PrecheckQuestion, precheckQuestions } from '#domain/tier/precheck-questions'

/** A question that may be left with nothing chosen needs a trace that it was asked. */
export const seenName = 'seen'
export type QuestionId = PrecheckQuestion['id']
/** What is wrong with one answer, by question. */
export type Faults = Partial<Record<QuestionId, 'missing.one' | 'missing.several' | 'asksButActsAlone'>>
export type Read = { chosen: Record<string, readonly string[]>; seen: readonly string[]; faults: Faults; answers: PrecheckAnswers | null }

/** Questions to which "none of them" is an answer. */
export const mayBeNone = (id: QuestionId): boolean => id === 'people' || id === 'reach' || id === 'traits'

/** The answers in a query; values that no option has are left out. */
export const readAnswers = (params: URLSearchParams, catalogue: Catalogue): Read => {
  const questions = precheckQuestions(catalogue)
  const chosen = Object.fromEntries(
    questions.map(({ id, choose, options }) => {
      const values = [...new Set(params.getAll(id))].filter((value) => options.includes(value))
      return [id, choose === 'one' ? values.slice(-1) : values]
    }),
  )
  const seen = params.getAll(seenName)
  const one = (id: QuestionId) => chosen[id]?.[0]
  const faults: Faults = {}
  for (const { id, choose } of questions)
    if ((chosen[id]?.length ?? 0) === 0 && !mayBeNone(id)) faults[id] = choose === 'one' ? 'missing.one' : 'missing.several'
  const parsed = PrecheckAnswers.safeParse({
    sector: one('sector'),
    scenarios: (chosen.scenarios ?? []).map(Number),
    audience: one('audience'),
    scale: one('scale'),
    people: chosen.people,
    reach: chosen.reach,
    autonomy: one('autonomy'),
    irreversible: one('irreversible'),
    traits: chosen.traits,
  })
  if (!parsed.success && parsed.error.issues.some((issue) => issue.message === 'precheck.asksButActsAlone'))
    faults.irreversible = 'asksButActsAlone'
  return { chosen, seen, faults, answers: parsed.success ? parsed.data : null }
}
