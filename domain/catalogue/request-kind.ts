// The kinds of request to a filer as versioned data: what each opens, how long there is to answer, what silence means, and whether the law stops the clock for it.
import { z } from 'zod'
import { setOf, sourced, Text } from './words.ts'

/** What a request is part of. Only testing, hearing and expert review are outside the time of the review (Licensing Law 45). */
export const requestProcedures = ['information', 'testing', 'hearing', 'expertReview'] as const
export type RequestProcedure = (typeof requestProcedures)[number]
export const stoppingProcedures = ['testing', 'hearing', 'expertReview'] as const satisfies readonly RequestProcedure[]
export type StoppingProcedure = (typeof stoppingProcedures)[number]
export const isStopping = (procedure: RequestProcedure): procedure is StoppingProcedure =>
  (stoppingProcedures as readonly string[]).includes(procedure)

export const answerDayKinds = ['working', 'calendar'] as const
/** What no answer means: the filing ends, it is decided on what is there, or the company is reminded and may still answer. */
export const silences = ['lapse', 'decideOnFile', 'remind'] as const
export type Silence = (typeof silences)[number]

/** A place of the form: a JSON pointer into the description, an answer about the use, or the documents. */
export const fieldPath = z
  .string()
  .max(200)
  .regex(/^(?:(?:\/[A-Za-z0-9_~-]+)+|use\.[A-Za-z]+|documents)$/)

/** A kind of request. One that stops the clock is of a procedure that the law takes out of the time, and every one of those stops it. */
export const RequestKind = z
  .strictObject({
    id: z.string().regex(/^RK-\d{2}$/),
    zh: z.string().min(1).max(120),
    en: z.string().min(1).max(200),
    asks: Text,
    procedure: z.enum(requestProcedures),
    fields: z.array(fieldPath).max(40),
    answerDays: z.int().min(1).max(90),
    dayKind: z.enum(answerDayKinds),
    silence: z.enum(silences),
    stopsClock: z.boolean(),
    ...sourced,
  })
  .refine(({ procedure, stopsClock }) => stopsClock === isStopping(procedure), {
    message: 'catalogue.stopWithoutLaw',
    path: ['stopsClock'],
  })
export type RequestKind = z.infer<typeof RequestKind>

export const RequestSet = setOf('requests', RequestKind, (item) => item.id)
