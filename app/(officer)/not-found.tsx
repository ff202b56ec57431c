// What is not there, or not within this officer's reach: the same page for both, inside the console.
import type { Metadata } from 'next'
import { LinkButton } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { wordBook } from '#server/word-book'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordBook()).say('case.notFound.title') }
}

export default async function NotFoundPage() {
  const { say } = await wordBook()
  return (
    <main id="main">
      <Empty level={1} title={say('case.notFound.title')} act={<LinkButton href="/console/queue">{say('case.notFound.back')}</LinkButton>}>
        {say('case.notFound.hint')}
      </Empty>
    </main>
  )
}
