// Sign-in for staff of authorities, companies, laboratories and platforms; then back to where they came from.
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { localPath } from '#server/callback'
import { visitor } from '#server/session'
import type { Search } from '../address.ts'
import { SignInForm } from './sign-in-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicPage.signIn'))('title'), robots: { index: false } }
}

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const [{ callbackUrl, error, csrf }, access, say, ui] = await Promise.all([
    searchParams,
    visitor(),
    getTranslations('publicPage.signIn'),
    getTranslations('ui.form'),
  ])
  const then = localPath(callbackUrl) ?? '/welcome'
  // Whoever lacks the right for a page is sent here too; sending them back there would go round for ever.
  if (access.by === 'cookie' && callbackUrl === undefined) redirect(then)
  return (
    <div className="form">
      <h1 className="title pt-5">{say('title')}</h1>
      <p className="t2">{say('lead')}</p>
      <SignInForm
        then={then}
        hasFailed={error !== undefined || csrf !== undefined}
        words={{
          login: say('login'),
          password: say('password'),
          totp: say('totp'),
          totpHint: say('totpHint'),
          go: say('go'),
          going: say('going'),
          failed: say('failed'),
          network: say('network'),
          optional: ui('optional'),
        }}
      />
      <noscript>
        <p>{say('script')}</p>
      </noscript>
      <details className="gaptop">
        <summary>{say('forgotten')}</summary>
        <p className="t2">{say('forgottenText')}</p>
      </details>
    </div>
  )
}
