// The box for a number or code: a GET form, so that it works without scripts and its answer is an address.
import { getTranslations } from 'next-intl/server'
import { Finder } from '#components/ui/finder'

export async function CodeForm({ value }: { value?: string }) {
  const say = await getTranslations('registerPage.verify')
  return (
    <Finder
      action="/verify"
      name="code"
      label={say('label')}
      hint={say('hint')}
      go={say('go')}
      {...(value === undefined ? {} : { value })}
    />
  )
}
