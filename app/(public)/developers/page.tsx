// For those who call the API: how, every operation by group, every error with its meaning; drawn from the OpenAPI document itself.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SectionHead } from '#components/ui/section'
import { kinds } from '#domain/kinds'
import { apiErrors, apiGroups } from '#server/api-catalogue'
import { env } from '#server/env'
import { wordBook } from '#server/word-book'
import type { Search } from '../address.ts'
import { OperationList } from './operation-list.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('developersPage'))('title') }
}

/** A refusal is a message with places for its facts: where words hang on a fact, the fact stands for them. */
const withoutBranches = (text: string): string => {
  let depth = 0
  let name = ''
  let plain = ''
  for (const sign of text) {
    if (sign === '{') depth += 1
    if (depth === 0) plain += sign
    else if (depth === 1) name += sign
    if (sign === '}') depth -= 1
    if (sign === '}' && depth === 0) {
      plain += `{${/\w+/.exec(name)?.[0] ?? ''}}`
      name = ''
    }
  }
  return plain
}

export default async function DevelopersPage({ searchParams }: { searchParams: Search }) {
  const [{ kind: asked }, book, say, errors] = await Promise.all([searchParams, wordBook(), getTranslations('developersPage'), apiErrors()])
  const groups = apiGroups()
  const cases = groups.filter(({ tag }) => kinds.has(tag))
  const rest = groups.filter(({ tag }) => !kinds.has(tag))
  const { origin } = env()
  return (
    <>
      <h1 className="title pt-5">{say('title')}</h1>
      <p className="t2 reading">{say('lead')}</p>
      <p>
        <a href="/api/v1/openapi.json">{say('document')}</a> <span className="t2">{say('documentText')}</span>
      </p>
      <section className="gaptop reading" aria-labelledby="start">
        <SectionHead id="start" title={say('start.title')} />
        {(['who', 'change', 'list', 'limits'] as const).map((part) => (
          <p key={part}>{say(`start.${part}`)}</p>
        ))}
        <h3 className="gaptop">{say('start.example')}</h3>
        <pre className="mono overflow-x-auto bg-sunken p-3 text-[13px] leading-5" tabIndex={0}>
          {[
            `curl '${origin}/api/v1/filings?scope=public&sort=-decidedAt&limit=10'`,
            `curl -H 'accept: text/csv' '${origin}/api/v1/recalls?scope=public'`,
            `curl -H 'content-type: application/json' -d '{"code":"AGR-2026-0001-I"}' ${origin}/api/v1/verify`,
            `curl '${origin}/api/v1/deadline?rule=LIC-1&startAt=2026-11-20T10:00:00%2B08:00'`,
          ].join('\n')}
        </pre>
      </section>
      <section className="gaptop" aria-labelledby="kinds">
        <SectionHead id="kinds" title={say('kinds')} />
        <ul>
          {cases.map((group) => (
            <li key={group.tag} id={group.tag} className="py-1.5">
              <a href={`?kind=${group.tag}#${group.tag}`} aria-current={group.tag === asked ? 'true' : undefined}>
                {book.say(`${group.tag}.name`, {}, group.tag)}
              </a>{' '}
              <span className="mono t2">/api/v1/{kinds.get(group.tag)?.plural}</span>{' '}
              <span className="cap t3">{say('count', { count: String(group.operations.length) })}</span>
              {group.tag === asked ? <OperationList group={group} book={book} /> : null}
            </li>
          ))}
        </ul>
      </section>
      <section className="gaptop" aria-labelledby="questions">
        <SectionHead id="questions" title={say('questions')} />
        {rest.map((group) => (
          <OperationList key={group.tag} group={group} book={book} />
        ))}
      </section>
      <section className="gaptop reading" aria-labelledby="log">
        <SectionHead id="log" title={say('log.title')} />
        <p>{say('log.text')}</p>
        <p>
          <a href="/log/checkpoint">{say('log.checkpoint')}</a> · <a href="/log/vkey">{say('log.key')}</a>
        </p>
      </section>
      <section className="gaptop" aria-labelledby="errors">
        <SectionHead id="errors" title={say('errors.title')} />
        <p className="reading t2">{say('errors.lead')}</p>
        <table className="plain">
          <thead>
            <tr>
              {(['code', 'status', 'text'] as const).map((head) => (
                <th key={head} scope="col">
                  {say(`errors.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {errors.map(({ code, status, text }) => (
              <tr key={code} id={code}>
                <td className="mono wrap-anywhere">{code}</td>
                <td>{status}</td>
                <td>{withoutBranches(text)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
