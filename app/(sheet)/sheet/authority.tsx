// The decision-authority matrix of a filing as drawn.
import { AuthorityMatrix, Meter, type Way } from '#components/ui/authority-matrix'
import { Button } from '#components/ui/button'
import { Crumbs, Headline } from '#components/ui/section'
import { type Frame, PublicScreen } from './shell.tsx'

export function Authority(frame: Frame) {
  const { authority, wizard } = frame.sample
  return (
    <PublicScreen {...frame} nav={wizard.nav} roomy>
      <Crumbs label={authority.title} items={[{ text: authority.crumb, href: '/sheet?part=wizard' }, { text: authority.place }]} />
      <Headline title={authority.title} end={<span className="cap t2">{authority.saved}</span>} />
      <p className="t2 intro">{authority.lead}</p>
      <div className="row wide meterline">
        <Meter counts={[4, 3, 3]} says={authority.says} />
        <span className="care far">
          <b>{authority.above}</b>
        </span>
      </div>
      <form action="/sheet">
        <input type="hidden" name="part" value="authority" />
        <AuthorityMatrix
          words={{
            caption: authority.title,
            action: authority.heads[1],
            alone: authority.heads[2] ?? '',
            ask: authority.heads[3] ?? '',
            user: authority.heads[4] ?? '',
            limit: authority.heads[5] ?? '',
            evidence: authority.heads[6],
          }}
          groups={authority.groups.map(({ title, rows }) => ({
            key: title,
            title,
            rows: rows.map((row) => ({
              ...row,
              key: `row${row.number}`,
              note: row.note ?? undefined,
              error: row.error ?? undefined,
              way: row.way as Way,
              ceiling: row.ceiling as Way,
            })),
          }))}
        />
        <p className="row wide acts-line">
          <Button tone="go" size="lg" type="submit">
            {authority.acts[0]}
          </Button>
          <a href="/sheet?part=authority&add=1">{authority.acts[1]}</a>
          <a href="/sheet?part=authority&try=1">{authority.acts[2]}</a>
        </p>
      </form>
    </PublicScreen>
  )
}
