// What is not there, or not for this visitor: the same page for both, with the way to the register.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Empty } from '#components/ui/empty'
import { Frame } from './(public)/frame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicPage.missing'))('title') }
}

export default async function NotFoundPage() {
  const say = await getTranslations('publicPage.missing')
  return (
    <Frame>
      <Empty
        level={1}
        title={say('title')}
        act={
          <>
            <a className="btn go" href="/register">
              {say('search')}
            </a>{' '}
            <a href="/">{say('home')}</a>
          </>
        }
      >
        <p>{say('text')}</p>
      </Empty>
    </Frame>
  )
}
