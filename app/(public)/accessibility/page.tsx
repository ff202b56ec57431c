// What these pages promise to people with other ways of seeing, hearing and pointing, and what is still lacking.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicPage.accessibility'))('title') }
}

const parts = ['elder', 'keyboard', 'colour', 'script', 'print', 'known', 'tell'] as const

export default async function AccessibilityPage() {
  const say = await getTranslations('publicPage.accessibility')
  return (
    <div className="reading">
      <h1 className="title pt-5">{say('title')}</h1>
      <p>{say('lead')}</p>
      {parts.map((part) => (
        <section key={part} className="gaptop">
          <h2>{say(`${part}.title`)}</h2>
          <p>{say(`${part}.text`)}</p>
        </section>
      ))}
    </div>
  )
}
