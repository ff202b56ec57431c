// Who may do what, read off the tables of the rules: powers by roles, for one kind of case and one standing towards it.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Segments } from '#components/ui/button'
import { Headline } from '#components/ui/section'
import { kinds } from '#domain/kinds'
import { roles } from '#domain/permission'
import { excludedDuties, standings, whoMay } from '#domain/who-may'
import { paramsOf, type SearchParams, withQuery } from '#server/address'
import { rulesReader } from '#server/desk-reader'

const path = '/admin/who-may'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.whoMay'))('title') }
}

export default async function WhoMayPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await paramsOf(searchParams)
  const r = await rulesReader(`${path}?${params}`)
  const { say } = r
  const w = (key: string, facts: Record<string, string | number> = {}) => say(`admin.whoMay.${key}`, facts)
  const asked = kinds.get(params.get('kind') ?? '') ?? kinds.get('filing')
  if (!asked) throw new Error('no kinds')
  const kind = asked
  const standing = standings.find((one) => one === params.get('standing')) ?? 'own'
  const cells = whoMay(new Map([[kind.name, kind]])).filter((cell) => cell.standing === standing)
  const shown = roles.filter((role) => role !== 'public' && Object.values(kind.moves).some((move) => move.by.includes(role)))
  const cellOf = (command: string, role: string) => cells.find((cell) => cell.command === command && cell.role === role)
  const label = (command: string) => say([`${kind.name}.command.${command}.label`], {}, command)
  const statuses = (from: readonly string[]) =>
    from.length === 1 && from[0] === 'none'
      ? '–'
      : from
          .filter((one) => one !== 'none')
          .map((one) => say(`${kind.name}.status.${one}`))
          .join(', ')
  return (
    <main id="main" className="tight pb-10">
      <Headline title={w('title')} about={w('about')} />
      <div className="scroll pb-2">
        <Segments
          label={w('kind')}
          items={[...kinds.values()].map((one) => ({
            href: withQuery(path, params, { kind: one.name }),
            text: say(`${one.name}.name`),
            current: one.name === kind.name,
          }))}
        />
      </div>
      <div className="scroll pb-2">
        <Segments
          label={w('standing')}
          items={standings.map((one) => ({
            href: withQuery(path, params, { standing: one }),
            text: say(`whoMay.standing.${one}`),
            current: one === standing,
          }))}
        />
      </div>
      <p className="cap t2 pb-2">{w('hint')}</p>
      <section className="scroll" aria-label={w('title')} tabIndex={0}>
        <table className="border-collapse text-[13px] leading-[20px]">
          <thead>
            <tr className="border-b border-ink text-start">
              <th scope="col" className="min-w-[200px] px-2 py-1 text-start align-bottom font-normal">
                {w('column.command')}
              </th>
              {shown.map((role) => (
                <th key={role} scope="col" className="w-[56px] px-1 py-1 align-bottom font-normal">
                  <span className="mx-auto block max-h-[140px] [writing-mode:vertical-rl]">{say(`role.${role}`)}</span>
                </th>
              ))}
              <th scope="col" className="min-w-[260px] px-3 py-1 text-start align-bottom font-normal">
                {w('column.from')}
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(kind.moves).map(([command, move]) => {
              const excluded = excludedDuties(move)
              return (
                <tr key={command} className="border-b border-hairline hover:bg-brand-wash">
                  <th scope="row" className="px-2 py-1 text-start font-normal">
                    <b>{label(command)}</b>
                    {move.stepUp ? <small className="t2 block">{w('stepUp')}</small> : null}
                    {move.duty && excluded.length > 0 ? (
                      <small className="t2 block">
                        {w('duty', {
                          duty: say(`case.duty.${move.duty}`),
                          excluded: excluded.map((duty) => say(`case.duty.${duty}`)).join(', '),
                        })}
                      </small>
                    ) : null}
                  </th>
                  {shown.map((role) => {
                    const cell = cellOf(command, role)
                    const may = cell?.verdict === 'may'
                    const title = may ? w('may') : w('mayNot', { because: say(`whoMay.because.${cell?.because ?? 'move'}`) })
                    return (
                      <td key={role} className="px-1 py-1 text-center" title={title}>
                        <span aria-hidden="true" className={may ? 'text-brand' : cell?.because === 'move' ? 'text-control' : 'care'}>
                          {may ? '●' : cell?.because === 'move' ? '·' : '○'}
                        </span>
                        <span className="vh">{title}</span>
                      </td>
                    )
                  })}
                  <td className="t2 px-3 py-1">{statuses(move.from)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      <p className="cap t2 pt-2">{w('legend')}</p>
    </main>
  )
}
