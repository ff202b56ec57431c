// From a refusal to an HTTP answer: the one place that knows status codes. RFC 9457 problem+json, words in the reader's language.
import 'server-only'
import { NextResponse } from 'next/server'
import { getTranslations } from 'next-intl/server'
import type { Refusal } from '#domain/case'

export type FieldError = { pointer: string; code: string }

const fixed: Record<string, number> = {
  'request.notJson': 400,
  'request.keyMissing': 400,
  'request.malformed': 400,
  'session.signInNeeded': 401,
  'session.tokenNotGood': 401,
  'session.stepUpNeeded': 403,
  'session.scopeMissing': 403,
  'request.foreignOrigin': 403,
  'case.notYours': 403,
  'case.ownOrganisation': 403,
  'case.dutyExcluded': 403,
  'case.absent': 404,
  'case.unknownCommand': 404,
  'request.absent': 404,
  'request.methodNotAllowed': 405,
  'case.wrongStatus': 409,
  'command.running': 409,
  'case.stale': 412,
  'attachment.cutOff': 400,
  'attachment.tooLarge': 413,
  'attachment.contentInvalid': 415,
  'attachment.bytesDiffer': 500,
  'request.tooLarge': 413,
  'request.wrongType': 415,
  'request.invalid': 422,
  'filing.importRefused': 422,
  'command.keyUsed': 422,
  'request.versionMissing': 428,
  'request.tooMany': 429,
  'server.fault': 500,
  'server.notReady': 503,
  'server.full': 503,
}
/** What is wrong with the words of a command is 422; what stands in its way in the case is 409. */
export const statusOf = (code: string): number =>
  fixed[code] ??
  (/(Missing|Invalid|Unknown|Malformed|TooLong|Mismatch)$/.test(code) || code.startsWith('import.') || code.startsWith('filingSheet.')
    ? 422
    : 409)

type Words = { (key: string, facts: Record<string, string | number>): string; has(key: string): boolean }

const nouns = [
  'filing',
  'deployment',
  'recall',
  'obligation',
  'opening',
  'organisation',
  'agent',
  'lab',
  'letter',
  'person',
  'reconsideration',
] as const
/** Facts that are words of the domain are said in the reader's language: roles, duties, statuses. */
const keysOf: Record<string, (value: string) => string[]> = {
  by: (value) => [`role.${value}`],
  duty: (value) => [`case.duty.${value}`],
  did: (value) => [`case.duty.${value}`],
  // The name of a field of the form, from the deepest step that has one.
  fields: (value) => {
    const steps = value.split(/[/.]/).filter((step) => step !== '' && step !== 'use')
    return [...steps.map((_, i) => `agent.field.${steps.slice(0, steps.length - i).join('_')}`), `filing.field.${steps.at(-1)}`]
  },
  status: (value) => nouns.map((noun) => `${noun}.status.${value}`),
}
const asText = (facts: Record<string, unknown>, t: Words): Record<string, string | number> => {
  const said = (name: string, value: unknown): string => {
    const key = typeof value === 'string' ? keysOf[name]?.(value).find((one) => t.has(one)) : undefined
    return key ? t(key, {}) : typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  }
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : Array.isArray(value) ? value.map((one) => said(name, one)).join(', ') : said(name, value),
    ]),
  )
}

/** The words of a refusal, from messages/<noun>.refusal.<what>; the bare code where a word is missing, never an exception. */
export const wordsOf = async (refusal: Refusal): Promise<string> => {
  const t = (await getTranslations()) as unknown as Words
  const [noun = '', ...rest] = refusal.code.split('.')
  const key = `${noun}.refusal.${rest.join('.')}`
  return t.has(key) ? t(key, asText(refusal.facts, t)) : refusal.code
}

/** problem+json: type, title, status, detail, code, facts, and what is wrong with which field. */
export const problem = async (
  refusal: Refusal,
  more: { errors?: FieldError[]; headers?: Record<string, string>; version?: number } = {},
): Promise<NextResponse> => {
  const status = statusOf(refusal.code)
  return NextResponse.json(
    {
      type: `/developers#${refusal.code}`,
      title: refusal.code,
      status,
      detail: await wordsOf(refusal),
      code: refusal.code,
      facts: refusal.facts,
      ...(more.errors ? { errors: more.errors } : {}),
      ...(more.version === undefined ? {} : { version: more.version }),
    },
    { status, headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...more.headers } },
  )
}
