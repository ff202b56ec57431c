// Help for whoever looks something up: short answers to the seven questions that come most.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicPage.help'))('title') }
}

const parts = ['find', 'read', 'recalled', 'verify', 'file', 'privacy', 'tell'] as const

export default async function HelpPage() {
  const say = await getTranslations('publicPage.help')
  return (
    <div className="reading">
      <h1 className="title pt-5">{say('title')}</h1>
      {parts.map((part) => (
        <section key={part} className="gaptop" id={part}>
          <h2>{say(`${part}.title`)}</h2>
          <p>{say(`${part}.text`)}</p>
        </section>
      ))}
    </div>
  )
}
