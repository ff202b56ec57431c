// The who-may matrix, read off the tables of the rules: command by role, for a case of one's own place.
import type { Metadata } from 'next'
import { Tabs } from '#components/ui/tabs'
import { Crumbs, Headline } from '#components/ui/section'
import { kinds } from '#domain/kinds'
import { type Role, roles } from '#domain/permission'
import { whoMay } from '#domain/who-may'
import { rulesReader } from '#server/desk-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await rulesReader('/admin/who-may')
  return { title: say('whoMay.title') }
}

export default async function WhoMayPage({ searchParams }: { searchParams: Promise<{ kind?: string }> }) {
  const r = await rulesReader('/admin/who-may')
  const { say } = r
  const asked = (await searchParams).kind ?? 'filing'
  const kind = kinds.get(asked) ?? kinds.get('filing')!
  const cells = whoMay(new Map([[kind.name, kind]])).filter((cell) => cell.standing === 'own' && cell.verdict === 'may')
  const may = new Set(cells.map((cell) => `${cell.command}/${cell.role}`))
  const columns: Role[] = roles.filter((role) => role !== 'public' && cells.some((cell) => cell.role === role))
  return (
    <main id="main">
      <Crumbs label={say('adminPage.crumbs')} items={[{ href: '/admin', text: say('adminPage.title') }, { text: say('whoMay.title') }]} />
      <Headline title={say('whoMay.title')} about={say('whoMay.explain')} />
      <Tabs label={say('whoMay.title')} tabs={[...kinds.keys()].map((name) => ({ href: `/admin/who-may?kind=${name}`, text: say(`${name}.name`), current: name === kind.name }))} />
      <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={say('whoMay.title')}>
        <table className="plain">
          <thead><tr><th scope="col">{say('adminPage.col.what')}</th>{columns.map((role) => <th key={role} scope="col">{say(`role.${role}`)}</th>)}</tr></thead>
          <tbody>
            {Object.keys(kind.moves).map((command) => (
              <tr key={command}><th scope="row">{say(`${kind.name}.command.${command}.label`)}</th>{columns.map((role) => <td key={role}>{may.has(`${command}/${role}`) ? say('whoMay.may') : ''}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
    </main>
  )
}
