// The operations of one group: id, address, who may, from which status; parameters and body unfold.
import { getTranslations } from 'next-intl/server'
import { PlainTable } from '#components/ui/table'
import type { ApiGroup } from '#server/api-catalogue'
import type { WordBook } from '#server/word-book'

export async function OperationList({ group, book }: { group: ApiGroup; book: WordBook }) {
  const say = await getTranslations('developersPage')
  const status = (name: string) => (name === 'none' ? say('none') : book.say(`${group.tag}.status.${name}`, {}, name))
  return (
    <ul>
      {group.operations.map(({ id, method, path, summary, roles, from, isStepUp, isOpen, parameters, body }) => (
        <li key={id} id={id} className="border-hairline border-b py-2">
          <p>
            <b className="mono">{method}</b> <span className="mono wrap-anywhere">{path}</span>
          </p>
          <p className="cap t2">
            <span className="mono">{id}</span>
            {summary ? ` \u00b7 ${summary}` : ''}
            {isOpen ? ` \u00b7 ${say('open')}` : ''}
            {roles.length > 0 ? ` \u00b7 ${say('roles')}: ${roles.map((role) => book.say(`role.${role}`)).join(', ')}` : ''}
            {from.length > 0 ? ` \u00b7 ${say('from')}: ${from.map(status).join(', ')}` : ''}
            {isStepUp ? ` \u00b7 ${say('stepUp')}` : ''}
          </p>
          {parameters.length > 0 || body.length > 0 ? (
            <details>
              <summary className="cap">
                {[parameters.length > 0 ? say('parameters') : '', body.length > 0 ? say('body') : ''].filter(Boolean).join(' \u00b7 ')}
              </summary>
              {parameters.length > 0 ? (
                <PlainTable
                  caption={say('parameters')}
                  heads={[say('parameters'), '', '']}
                  rows={parameters.map((one) => [
                    <span key="name" className="mono">
                      {one.name}
                    </span>,
                    `${one.where}${one.isRequired ? ` \u00b7 ${say('required')}` : ''}`,
                    <span key="about" className="wrap-anywhere">
                      {book.say(`developersPage.about.${one.name}`, {}, one.about ?? '')}
                    </span>,
                  ])}
                />
              ) : null}
              {body.length > 0 ? (
                <PlainTable
                  caption={say('bodyOf', { id })}
                  heads={[say('body'), '', '']}
                  rows={body.map((field) => [
                    <span key="path" className="mono wrap-anywhere">
                      {field.path}
                    </span>,
                    <span key="type" className="mono wrap-anywhere">
                      {field.type}
                    </span>,
                    field.isRequired ? say('required') : '',
                  ])}
                />
              ) : null}
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
