// Which lane, what must be filed and tested: the pre-check for machines. Nothing is stored; the code holds the answers.
import { precheck } from '#domain/tier/precheck'
import { PrecheckAnswers } from '#domain/tier/precheck-questions'
import { handle, stop } from '#server/handle'
import { catalogueNow } from '#server/rules-in-force'

export const POST = handle({ isOpen: true, body: PrecheckAnswers }, async ({ body, at }) => {
  const result = precheck(await catalogueNow(at), body)
  return result.ok ? result.answer : stop('request.invalid', {}, [...result.faults])
})
