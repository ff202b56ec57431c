// Files over HTTP: who may send one, what is not taken, how one comes back, and that no word in one reaches anybody without the right to it.
import { createHash } from 'node:crypto'
import { type Answer, call, inParallel, note } from './client.ts'
import type { Cast, Operation } from './operations.ts'

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n% ${text}\ntrailer << >>\n%%EOF\n`)
const put = (query: string, raw: Uint8Array | string, token: string | null): Promise<Answer> =>
  call(`/api/v1/attachments${query}`, { method: 'PUT', token, raw, headers: { 'content-type': 'application/octet-stream' } })

/** The upload and, of what was sent, the download. */
export const checkUpload = async (cast: Cast, operation: Operation) => {
  const name = (what: string) => `${operation.id}: ${what}`
  const { token } = cast.by('filer.1')
  const expectOne = async (what: string, wanted: readonly number[], asked: Promise<Answer>) => {
    const answer = await asked
    note(name(what), wanted.includes(answer.status), () => `${answer.status} ${answer.text.slice(0, 200)}`)
    note(
      'every status that an operation answers with is in its description',
      String(answer.status) in operation.responses || answer.status === 429,
      () => `${operation.id} ${answer.status}`,
    )
    return answer
  }
  const bytes = pdf(`contract check ${Date.now()}`)
  await expectOne('nobody signed in is 401', [401], put('?name=a.pdf', bytes, null))
  await expectOne('without a name it is 422', [422], put('', bytes, token))
  await expectOne('a parameter that nobody knows is 422', [422], put('?name=a.pdf&kind=pdf', bytes, token))
  await expectOne(
    'another organisation’s file is 403',
    [403],
    put(`?name=a.pdf&organisationId=${cast.by('filer.2').organisationId}`, bytes, token),
  )
  await expectOne('an empty file is 422', [422], put('?name=a.pdf', new Uint8Array(0), token))
  await expectOne(
    'a page of HTML is 415, whatever it is called',
    [415],
    put('?name=a.pdf', '<!doctype html><script>alert(1)</script>', token),
  )
  await expectOne('a program is 415', [415], put('?name=a.pdf', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0]), token))
  await expectOne('more than 20 MiB is 413', [413], put('?name=a.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), token))
  const kept = await expectOne('a file is 201', [201], put(`?name=${encodeURIComponent('../../etc/a.exe')}`, bytes, token))
  const { id, sha256, size, type } = kept.json ?? {}
  note(
    name('it answers with the type, size and SHA-256 of what came'),
    type === 'pdf' && size === bytes.length && sha256 === createHash('sha256').update(bytes).digest('hex'),
    kept.text.slice(0, 200),
  )
  const large = await expectOne(
    'a file of nearly 20 MiB is 201',
    [201],
    put('?name=large.txt', Buffer.alloc(20 * 1024 * 1024 - 8, 'a\n'), token),
  )
  note(name('a large file is kept whole'), large.json?.size === 20 * 1024 * 1024 - 8, large.text.slice(0, 200))
  const back = await call(`/api/v1/attachments/${id}`, { token })
  note('getAttachment: it comes back as it was', back.status === 200 && Buffer.from(back.text).equals(bytes), () => `${back.status}`)
  const header = (of: string) => back.headers.get(of) ?? ''
  note(
    'getAttachment: it is saved and never shown in place',
    header('content-disposition').startsWith('attachment;') &&
      header('content-disposition').includes('.pdf') &&
      header('content-security-policy').includes('sandbox') &&
      header('x-content-type-options') === 'nosniff' &&
      header('content-type') === 'application/pdf',
    () => JSON.stringify(Object.fromEntries(back.headers)),
  )
  for (const stranger of [null, cast.by('filer.2').token, cast.by('national.reviewer').token, cast.by('tester.1').token]) {
    const answer = await call(`/api/v1/attachments/${id}`, { token: stranger })
    note('getAttachment: what no case has is its sender’s alone', answer.status === 404, () => `${answer.status}`)
  }
}

type Person = { key: string; token: string | null }
/** Files that bear a word of their own, fetched by everybody in turn: only those may read it who are named for it. */
export const checkFiles = async (
  cast: Cast,
  people: readonly Person[],
  look: (person: Person, where: string, text: string) => void,
  each: number,
): Promise<void> => {
  const files = [...new Set(cast.drill.canaries.flatMap(({ field }) => (field.startsWith('attachments/') ? [field.slice(12)] : [])))]
  note('there are files with words of their own', files.length > 10, String(files.length))
  let fetched = 0
  await inParallel(people, 5, async (person) => {
    const offset = [...person.key].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0
    for (let n = 0; n < Math.min(each, files.length); n += 1) {
      const id = files[(offset + n * 31) % files.length]
      const answer = await call(`/api/v1/attachments/${id}`, { token: person.token })
      if (answer.status === 200) fetched += 1
      look(person, `attachment ${answer.status}`, answer.text)
    }
  })
  note('those who may fetch files do fetch them', fetched > each, String(fetched))
}
