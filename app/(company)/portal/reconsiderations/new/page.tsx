// Challenges a decision: which one, until when, and what the company asks and why.
import type { Metadata } from 'next'
import { CommandForm } from '#components/case/command-form'
import { Banner } from '#components/ui/alert'
import { DefinitionList } from '#components/ui/definition-list'
import { Empty } from '#components/ui/empty'
import { Crumbs } from '#components/ui/section'
import type { Letter } from '#domain/letter/letter'
import { reconsideration as kind } from '#domain/reconsideration/reconsideration'
import { companyReader } from '#server/company-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import { portalHref } from '#server/portal-day'
import { challengeOfLetter } from '#server/reconsideration-view'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('reconsiderationDesk.apply.title') }
}

export default async function NewReconsiderationPage({ searchParams }: { searchParams: Promise<{ letter?: string | string[] }> }) {
  const r = await companyReader()
  const { say, book } = r
  const word = (key: string, facts: Record<string, string | number> = {}) => say(`reconsiderationDesk.${key}`, facts)
  const { letter: asked } = await searchParams
  const letterId = Array.isArray(asked) ? asked[0] : asked
  const found = letterId ? await r.one<Letter>('letter', letterId) : null
  const letter = found?.audience === 'company' ? (found.state as Letter) : null
  const challenge = letter ? await challengeOfLetter(r, letter) : null
  const head = (
    <header>
      <Crumbs
        label={say('portal.crumbs')}
        items={[{ href: '/portal/reconsiderations', text: say('portal.nav.reconsiderations') }, { text: word('apply.title') }]}
      />
      <h1>{word('apply.title')}</h1>
    </header>
  )
  if (!letter || !challenge || challenge.openId) {
    return (
      <main id="main" className="form">
        {head}
        <Empty
          title={challenge?.openId ? word('apply.open') : word('apply.gone')}
          act={
            <a className="btn" href={challenge?.openId ? `/portal/reconsiderations/${challenge.openId}` : '/portal/letters'}>
              {challenge?.openId ? say('portal.do.reconsideration.other') : say('portal.nav.letters')}
            </a>
          }
        >
          {challenge?.openId ? null : word('apply.goneHint')}
        </Empty>
      </main>
    )
  }
  const { act, dueOn, isLate, href: _, openId: __, ...about } = challenge
  const [form, words] = await Promise.all([
    formOf(kind, 'create', { hide: ['challengedKind', 'challengedId', 'letterId', ...(isLate ? [] : ['lateReason'])] }),
    formWords(),
  ])
  const name = letter.facts.agentName
  // Where the calendar is not published that far, the earliest day is said, as the letter itself says it.
  const notBefore = letter.remedies.find((remedy) => remedy.path === 'reconsideration')?.notBefore ?? null
  const lastDay = dueOn ?? (notBefore ? say('letter.part.notBefore', { notBefore }) : word('notDelivered'))
  const forumId = r.catalogue.authorities.items.find((one) => one.id === letter.authorityId)?.forum ?? null
  return (
    <main id="main" className="form">
      {head}
      <div style={{ paddingTop: 12 }}>
        <DefinitionList
          entries={[
            { key: 'act', term: word('field.act'), value: say(`reconsideration.option.challengedActs.${act}`) },
            {
              key: 'case',
              term: word('field.case'),
              value: (
                <a href={portalHref(about.kind, about.id)}>
                  {letter.about?.number ?? say(`${about.kind}.name`)}
                  {typeof name === 'object' && !Array.isArray(name) ? ` ${book.name(name)}` : ''}
                </a>
              ),
            },
            { key: 'respondent', term: word('field.respondent'), value: r.words.authority(letter.authorityId) },
            { key: 'forum', term: word('field.forum'), value: r.words.forum(forumId) },
            { key: 'due', term: word('field.lastDay'), value: lastDay },
          ]}
        />
      </div>
      {isLate ? <Banner tone="care" title={word('apply.isLate', { on: dueOn ?? '' })} /> : null}
      <div style={{ paddingTop: 16 }}>
        <CommandForm
          plural="reconsiderations"
          id={null}
          version={null}
          form={form}
          words={words}
          fixed={{ challengedKind: about.kind, challengedId: about.id, letterId: about.letterId }}
          then="/portal/reconsiderations/{id}"
        />
      </div>
    </main>
  )
}
