// What is not there, inside the frame of the public pages.
import { getTranslations } from 'next-intl/server'
import { Empty } from '#components/ui/empty'

export default async function PublicNotFoundPage() {
  const say = await getTranslations('publicPage.missing')
  return (
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
  )
}
