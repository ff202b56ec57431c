// The tests of a filing: what the rules ask for, what was ordered, and the obligations with their laboratory.
import { Tag } from '#components/ui/mark'
import { PlainTable } from '#components/ui/table'
import { formatMoment } from '#messages/format'
import { owedTests } from '#server/filing-acts'
import type { FilingCase } from '#server/filing-case'
import { CaseTable, Part } from '../../_case/parts.tsx'

export function Tests({ c }: { c: FilingCase }) {
  const { r, filing, obligations, who } = c
  const { say } = r
  const owed = owedTests(c)
  return (
    <div className="px-6 pb-8">
      <Part title={say('case.tests.ordered')}>
        {filing.tests.length === 0 ? (
          <p className="below">
            {say('case.tests.none')} <span className="t2">{say('case.tests.noneHint')}</span>
          </p>
        ) : (
          <PlainTable
            caption={say('case.tests.ordered')}
            heads={[say('case.tests.item'), say('case.tests.orderedAt'), say('case.tests.revision'), say('case.tests.result')]}
            rows={filing.tests.map((test) => {
              const revision = filing.revisions.find((one) => one.hash === test.revisionHash)
              return [
                r.words.testItem(test.testItemId),
                `${formatMoment(test.orderedAt, r.today)} · ${who(test.orderedBy)}`,
                <span key="rev">
                  {revision ? say('case.revision', { no: revision.no }) : ''}{' '}
                  {test.revisionHash === filing.revisionHash ? null : <Tag tone="care">{say('case.tests.otherVersion')}</Tag>}
                </span>,
                test.outcome ? (
                  `${say(`case.tests.outcome.${test.outcome}`)}${test.notedAt ? ` · ${formatMoment(test.notedAt, r.today)}` : ''}`
                ) : (
                  <span key="w" className="t3">
                    {say('case.tests.waiting')}
                  </span>
                ),
              ]
            })}
          />
        )}
      </Part>
      <Part title={say('case.tests.obligations')}>
        <CaseTable r={r} label={say('case.tests.obligations')} items={obligations.items} />
      </Part>
      <Part title={say('case.tests.suggested')}>
        {owed.length === 0 ? (
          <p className="t2 below">{say('case.tests.suggestedNone')}</p>
        ) : (
          <ul>
            {owed.map((test) => (
              <li key={test.id} className="below">
                <span className="mono t3">{test.id}</span> {r.words.testItem(test.id)}{' '}
                {test.isOrdered ? null : <Tag>{say('case.tests.suggestedMissing')}</Tag>}
              </li>
            ))}
          </ul>
        )}
      </Part>
    </div>
  )
}
