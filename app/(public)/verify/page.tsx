// Verify a number or code: the form, and how a receipt is checked without this site.
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SectionHead } from '#components/ui/section'
import type { Search } from '../address.ts'
import { CodeForm } from './code-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registerPage.verify'))('title') }
}

export default async function VerifyPage({ searchParams }: { searchParams: Search }) {
  const { code } = await searchParams
  if (typeof code === 'string' && code.trim() !== '') redirect(`/verify/${encodeURIComponent(code.trim().slice(0, 200))}`)
  const say = await getTranslations('registerPage.verify')
  return (
    <>
      <h1 className="title pt-5">{say('title')}</h1>
      <p className="t2">{say('lead')}</p>
      <CodeForm />
      <section className="gaptop reading" aria-labelledby="receipt">
        <SectionHead id="receipt" title={say('receipt.title')} />
        <p>{say('receipt.text')}</p>
        <ul>
          <li>
            <a href="/log/vkey">{say('receipt.key')}</a>
          </li>
          <li>
            <a href="/log/checkpoint">{say('receipt.checkpoint')}</a>
          </li>
          <li>{say('receipt.proof')}</li>
        </ul>
      </section>
    </>
  )
}
