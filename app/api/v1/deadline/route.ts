// When is it due, and why: the question that every clock on a screen answers, for anyone.

import { limitsIn } from '#domain/catalogue/limit-set'
import { answerDeadline } from '#domain/clock/answer'
import { handle, stop } from '#server/handle'
import { catalogueNow } from '#server/rules-in-force'

export const GET = handle({ isOpen: true, takes: 'checked' }, async ({ query, at }) => {
  const catalogue = await catalogueNow(at)
  const { calendar } = catalogue
  const byCode = limitsIn(catalogue)
  const answered = answerDeadline(query, byCode, calendar)
  if (answered.ok) return answered.answer
  return stop(
    'request.invalid',
    {},
    answered.issues.map((issue) => ({ pointer: `/${issue.path.join('/')}`, code: issue.code === 'custom' ? issue.message : issue.code })),
  )
})
