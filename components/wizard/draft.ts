'use client'
// The draft on the screen: saves by itself on leaving a field and every ten seconds, carries the version, and merges when somebody else has written too.
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FormField } from '../case/form-shape.tsx'
import { type Problem, send } from '../case/send.tsx'
import { heldOf, isSame, merged, rowMark, type Tree, wireOf } from './wire.ts'

export type Part = 'content' | 'use'
/** The command that saves: of a form, or of the change of what is filed. */
export type SaveCommand = 'describe' | 'proposeChange'
export type Conflict = { name: string; base: unknown; yours: unknown; theirs: unknown }
export type SaveStatus = 'idle' | 'saving' | 'saved' | 'failed'

type Saved = Partial<Record<Part, Tree>>
type Options = {
  id: string
  version: number
  part: Part
  fields: readonly FormField[]
  values: Tree
  invalid: string
  missing: string
  command?: SaveCommand
}

const everyMs = 10_000
/** Time of day as the register writes it, in the zone of the register. */
const clock = () => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(new Date())

const heldTree = (fields: readonly FormField[], values: Tree): Tree =>
  Object.fromEntries(fields.map((field) => [field.name, heldOf(field, values[field.name])]))

/** State and acts of one task of the wizard. */
export const useDraft = ({ id, version, part, fields, values, invalid, missing, command = 'describe' }: Options) => {
  const router = useRouter()
  const [tree, setTree] = useState<Tree>(() => heldTree(fields, values))
  const [status, setStatus] = useState<SaveStatus>('idle')
  const [savedAt, setSavedAt] = useState('')
  const [errors, setErrors] = useState<Map<string, string>>(new Map())
  const [problem, setProblem] = useState<Problem | null>(null)
  const [conflicts, setConflicts] = useState<Conflict[]>([])
  const [unfinished, setUnfinished] = useState(0)
  const now = useRef({ tree, base: values, version, running: null as Promise<boolean> | null, isBlocked: false })
  const savedRows = useRef(new Map<string, unknown>())
  now.current.tree = tree

  useMemo(() => {
    for (const field of fields)
      for (const row of field.kind === 'rows' && Array.isArray(tree[field.name]) ? (tree[field.name] as Tree[]) : []) {
        const { [rowMark]: mark, ...rest } = row
        if (!savedRows.current.has(String(mark))) savedRows.current.set(String(mark), rest)
      }
    // Only the rows that came from the server are saved ones: those are there before anything is typed.
  }, [tree, fields])

  /** Everything that is complete and differs from what the server has. */
  const pending = useCallback((): { body: Tree; left: number } => {
    const body: Tree = {}
    let left = 0
    for (const field of fields) {
      const wire = wireOf(field, now.current.tree[field.name], savedRows.current)
      left += wire.unfinished
      if (wire.value !== undefined && !isSame(wire.value, now.current.base[field.name])) body[field.name] = wire.value
    }
    return { body, left }
  }, [fields])

  const noteSaved = useCallback(
    (body: Tree) => {
      now.current.base = { ...now.current.base, ...body }
      for (const field of fields)
        if (field.kind === 'rows' && field.name in body) {
          for (const row of (now.current.tree[field.name] as Tree[] | undefined) ?? []) {
            const { value, unfinished: open } = wireOf(field, [row])
            if (open === 0) savedRows.current.set(String(row[rowMark]), (value as unknown[])[0])
          }
        }
      setSavedAt(clock())
      setStatus('saved')
      setProblem(null)
      router.refresh()
    },
    [fields, router],
  )

  const post = useCallback(
    async (body: Tree): Promise<Problem | null> => {
      const sent = await send('filings', id, command, { [part]: body }, now.current.version, crypto.randomUUID())
      if (!sent.ok) return sent.problem.code === 'filing.nothingChanged' ? null : sent.problem
      now.current.version = sent.version
      return null
    },
    [id, part, command],
  )

  /** Reads what the others wrote and lays it beside what is here. */
  const reconcile = useCallback(async (): Promise<boolean> => {
    const response = await fetch(`/api/v1/filings/${id}`, { credentials: 'same-origin' }).catch(() => null)
    if (!response?.ok) return false
    const found = (await response.json()) as { version: number; state: Saved & { changes?: readonly (Saved & { stage: string })[] } }
    // A change is written beside what is filed, and starts from it.
    const open = command === 'proposeChange' ? found.state.changes?.find((one) => one.stage === 'proposed') : undefined
    const theirs = (open ?? found.state)[part] ?? {}
    const mine: Tree = Object.fromEntries(
      fields.map((field) => [field.name, wireOf(field, now.current.tree[field.name], savedRows.current).value]),
    )
    const result = merged(fields, now.current.tree, mine, now.current.base, theirs)
    now.current.version = found.version
    now.current.base = result.base
    now.current.tree = result.tree
    setTree(result.tree)
    setConflicts(result.conflicts)
    now.current.isBlocked = result.conflicts.length > 0
    return result.conflicts.length === 0
  }, [id, part, fields, command])

  const attempt = useCallback(
    async (again: number): Promise<boolean> => {
      const { body, left } = pending()
      setUnfinished(left)
      if (Object.keys(body).length === 0) return left === 0
      setStatus('saving')
      const fault = await post(body)
      if (!fault) {
        setErrors(new Map())
        noteSaved(body)
        return left === 0
      }
      if (fault.code === 'case.stale' && again > 0) {
        if (await reconcile()) return attempt(again - 1)
        setStatus('failed')
        return false
      }
      if (fault.code === 'request.invalid' && fault.errors && again > 0) {
        const marks = new Map(
          fault.errors.map(({ pointer, code }) => [
            pointer.replace(`/${part}`, ''),
            code === 'too_small' || code === 'invalid_type' ? missing : invalid,
          ]),
        )
        setErrors(marks)
        const wrong = new Set([...marks.keys()].map((pointer) => pointer.split('/')[1]))
        const rest = Object.fromEntries(Object.entries(body).filter(([name]) => !wrong.has(name)))
        if (Object.keys(rest).length > 0 && wrong.size > 0 && !(await post(rest))) noteSaved(rest)
        setStatus('failed')
        return false
      }
      setProblem(fault)
      setStatus('failed')
      return false
    },
    [pending, post, noteSaved, reconcile, part, invalid, missing],
  )

  /** Saves what can be saved; true when nothing is left unsaved. One at a time, in order. */
  const save = useCallback(async (): Promise<boolean> => {
    if (now.current.isBlocked) return false
    while (now.current.running) await now.current.running
    now.current.running = attempt(2).finally(() => {
      now.current.running = null
    })
    return now.current.running
  }, [attempt])

  const resolve = useCallback(
    async (choices: Record<string, 'yours' | 'theirs'>) => {
      const next = { ...now.current.tree }
      for (const { name, theirs } of conflicts) {
        const field = fields.find((one) => one.name === name)
        if (field && choices[name] !== 'yours') next[name] = heldOf(field, theirs)
      }
      now.current.tree = next
      now.current.isBlocked = false
      setTree(next)
      setConflicts([])
      await save()
    },
    [conflicts, fields, save],
  )

  const change = useCallback((name: string, value: unknown) => setTree((before) => ({ ...before, [name]: value })), [])

  useEffect(() => {
    const timer = setInterval(() => {
      if (Object.keys(pending().body).length > 0) void save()
    }, everyMs)
    const warn = (event: BeforeUnloadEvent) => {
      const { body, left } = pending()
      if (Object.keys(body).length > 0 || left > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      clearInterval(timer)
      window.removeEventListener('beforeunload', warn)
    }
  }, [pending, save])

  /** The version that the next command about this case must carry. */
  const seen = useCallback(() => now.current.version, [])
  const noteVersion = useCallback((next: number) => {
    now.current.version = next
  }, [])
  return { tree, change, save, status, savedAt, errors, problem, conflicts, resolve, unfinished, seen, noteVersion }
}
export type Draft = ReturnType<typeof useDraft>
