// The information reports of the platform, and starting one for a period.
import type { Metadata } from 'next'
import { NewCase } from '#components/case/new-case'
import { Empty } from '#components/ui/empty'
import { Mark, type MarkName } from '#components/ui/mark'
import { Headline } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { report as kind } from '#domain/report/report'
import { formOf } from '#server/form'
import { formWords } from '#server/form-words'
import { platformReader } from '#server/platform-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await platformReader()
  return { title: say('lowLane.platform.reports') }
}

export default async function PlatformReportsPage() {
  const r = await platformReader()
  const { say } = r
  const lines = await r.reports()
  const base = '/platform/information-reports'
  return (
    <main id="main" className="tight">
      <Headline
        title={say('lowLane.platform.reports')}
        about={say('lowLane.platform.about')}
        end={
          <NewCase
            plural="information-reports"
            form={await formOf(kind, 'create', { hide: ['organisationId', 'reporter', 'selftestId'] })}
            words={await formWords()}
            fixed={{ organisationId: r.organisationId, reporter: 'platform', selftestId: null }}
            label={say('lowLane.report.start')}
            then={`${base}/{id}`}
          />
        }
      />
      {lines.length === 0 ? (
        <Empty title={say('lowLane.empty.title')}>{say('lowLane.empty.hint')}</Empty>
      ) : (
        <PlainTable
          caption={say('lowLane.platform.reports')}
          heads={[say('lowLane.column.status'), say('report.field.periodFrom'), say('report.field.periodTo')]}
          rows={lines.map(({ id, state, mark, status }) => [
            <Mark key="m" state={mark as MarkName}>
              {say(`report.status.${status}`)}
            </Mark>,
            <a key="f" href={`${base}/${id}`}>
              {state.periodFrom}
            </a>,
            state.periodTo ?? '',
          ])}
        />
      )}
    </main>
  )
}
