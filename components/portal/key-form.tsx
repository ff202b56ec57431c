'use client'
// Registers a public signing key with proof. A private key that is pasted by mistake never leaves the page.
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Submit } from '#components/ui/submit'
import { type Problem, send } from '../case/send.tsx'
import { Input, Textarea } from '../ui/field.tsx'

export type KeyFormWords = {
  paste: string
  pasteHint: string
  private: string
  notJson: string
  sign: string
  label: string
  proof: string
  submit: string
  sending: string
  offline: string
  missing: string
}

const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']
const publicMembers = ['kty', 'crv', 'x', 'y', 'n', 'e', 'kid', 'alg', 'use', 'key_ops', 'ext', 'iat']

/** The public members of what was pasted, or what is wrong with it. */
const readJwk = (text: string): { jwk: Record<string, unknown> } | { fault: 'private' | 'notJson' } => {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { fault: 'notJson' }
  }
  if (typeof parsed !== 'object' || parsed === null || !('kty' in parsed)) return { fault: 'notJson' }
  if (privateMembers.some((name) => Object.hasOwn(parsed as object, name))) return { fault: 'private' }
  return { jwk: Object.fromEntries(Object.entries(parsed).filter(([name]) => publicMembers.includes(name))) }
}

export function KeyForm({ id, version, payload, words }: { id: string; version: number; payload: string; words: KeyFormWords }) {
  const router = useRouter()
  const key = useRef('')
  const [tree, setTree] = useState({ jwk: '', label: '', proof: '' })
  const [fault, setFault] = useState<{ jwk?: string; label?: string; proof?: string; form?: string }>({})
  const [isSending, setSending] = useState(false)
  const change = (name: keyof typeof tree) => (event: { target: { value: string } }) => setTree({ ...tree, [name]: event.target.value })
  const submit = async () => {
    if (isSending) return
    const read = readJwk(tree.jwk)
    const found = {
      ...('fault' in read ? { jwk: words[read.fault] } : {}),
      ...(tree.label.trim() === '' ? { label: words.missing } : {}),
      ...(tree.proof.trim() === '' ? { proof: words.missing } : {}),
    }
    setFault(found)
    if ('fault' in read || Object.keys(found).length > 0) {
      if ('fault' in read && read.fault === 'private') setTree({ ...tree, jwk: '' })
      return
    }
    setSending(true)
    key.current ||= crypto.randomUUID()
    const body = { jwk: read.jwk, label: tree.label.replace(/\s+/g, ' ').trim(), proof: tree.proof.replace(/\s+/g, '') }
    const sent = await send('organisations', id, 'registerKey', body, version, key.current)
    setSending(false)
    if (sent.ok) {
      key.current = ''
      setTree({ jwk: '', label: '', proof: '' })
      router.refresh()
      return
    }
    if (sent.problem.status !== 0) key.current = ''
    setFault(placed(sent.problem, words))
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div aria-live="polite">{fault.form ? <p className="care">{fault.form}</p> : null}</div>
      <Textarea
        id="key-jwk"
        label={words.paste}
        hint={words.pasteHint}
        error={fault.jwk}
        rows={5}
        className="mono"
        spellCheck={false}
        value={tree.jwk}
        onChange={change('jwk')}
      />
      <Input id="key-label" label={words.label} error={fault.label} maxLength={100} value={tree.label} onChange={change('label')} />
      <p className="t2" style={{ paddingBottom: 8 }}>
        {words.sign}
        <br />
        <span className="mono" style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
          {payload}
        </span>
      </p>
      <Textarea
        id="key-proof"
        label={words.proof}
        error={fault.proof}
        rows={4}
        className="mono"
        spellCheck={false}
        value={tree.proof}
        onChange={change('proof')}
      />
      <Submit className="btn go" isBusy={isSending}>
        {isSending ? words.sending : words.submit}
      </Submit>
    </form>
  )
}

/** Says a refusal where it belongs. */
const placed = (problem: Problem, words: KeyFormWords): { jwk?: string; proof?: string; form?: string } => {
  if (problem.status === 0) return { form: words.offline }
  if (problem.code === 'organisation.keyProofNeeded') return { proof: problem.detail }
  if (problem.code === 'organisation.signingKeyNeeded' || problem.code === 'organisation.otherKeyNeeded') return { jwk: problem.detail }
  if (problem.errors?.some((error) => error.pointer.startsWith('/jwk'))) return { jwk: words.notJson }
  return { form: problem.detail }
}
