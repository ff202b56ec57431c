// After signing in: the desk of the side that the person works for; a choice where there are several.
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { sideOf } from '#domain/permission'
import { reader } from '#server/reader'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publicPage.welcome'))('title'), robots: { index: false } }
}

const desks = { authority: 'console', company: 'portal', lab: 'lab', platform: 'platform', admin: 'admin' } as const
const isDesk = (side: string): side is keyof typeof desks => Object.hasOwn(desks, side)

export default async function WelcomePage() {
  const r = await reader()
  if (r.access.by === 'nobody') redirect('/sign-in')
  const sides = [...new Set(r.actor.posts.map((post) => sideOf(post.role)))]
  const open = sides.filter(isDesk).map((side) => desks[side])
  if (open.length === 1) redirect(`/${open[0]}`)
  const say = await getTranslations('publicPage.welcome')
  return (
    <div className="form">
      <h1 className="title pt-5">{say('title')}</h1>
      <p className="t2">{open.length === 0 ? say('none') : say('choose')}</p>
      <ul>
        {open.map((desk) => (
          <li key={desk} className="gaptop">
            <a className="btn lg" href={`/${desk}`}>
              {say(desk)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
