// Enters a person; posts are given on the person's own page.
import type { Metadata } from 'next'
import { CommandForm } from '#components/case/command-form'
import { Crumbs, Headline } from '#components/ui/section'
import { person as personKind } from '#domain/person/person'
import { adminReader } from '#server/desk-reader'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await adminReader('/admin/people/new')
  return { title: say('adminPage.newPerson') }
}

export default async function NewPersonPage() {
  const { say } = await adminReader('/admin/people/new')
  const [form, words] = await Promise.all([formOf(personKind, 'create', { hide: ['organisationId'] }), formWords()])
  return (
    <main id="main" className="form">
      <Crumbs label={say('adminPage.crumbs')} items={[{ href: '/admin/people', text: say('adminPage.people') }, { text: say('adminPage.newPerson') }]} />
      <Headline title={say('adminPage.newPerson')} />
      <CommandForm plural="persons" id={null} version={null} form={form} words={words} fixed={{ organisationId: null }} then="/admin/people/{id}" />
    </main>
  )
}
