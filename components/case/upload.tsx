'use client'
// Sends one file as it is and says how far it has come. The server tells the type, the hash and what was taken out of it.
import type { Problem } from './send.tsx'

/** A file as a form holds it: what the server answered, with what the person says of it. `receivedAt` is there once a case has it. */
export type FileValue = {
  attachmentId: string
  sha256: string
  name: string
  size: number
  type: string
  performedOn: string | null
  isPublic?: boolean
  reason?: string
  replaces?: string | null
  receivedAt?: string
  isChanged?: boolean
}
export type Uploaded = { ok: true; file: FileValue } | { ok: false; problem: Problem }

export const largestFile = 20 * 1024 * 1024

/** PUT of a file. Never throws; stopping it is a problem with the code `aborted`. */
export const uploadFile = (file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Uploaded> =>
  new Promise((done) => {
    const fail = (code: string) => done({ ok: false, problem: { status: 0, code, detail: '', facts: {} } })
    const request = new XMLHttpRequest()
    request.open('PUT', `/api/v1/attachments?name=${encodeURIComponent(file.name.toWellFormed())}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => fail('network')
    request.onabort = () => fail('aborted')
    request.onload = () => {
      const answer = request.response as Record<string, unknown> | null
      if (answer === null) return fail('network')
      if (request.status !== 201) return done({ ok: false, problem: answer as unknown as Problem })
      const { id, sha256, size, type, name, changes } = answer as {
        id: string
        sha256: string
        size: number
        type: string
        name: string
        changes: string[]
      }
      done({ ok: true, file: { attachmentId: id, sha256, name, size, type, performedOn: null, isChanged: changes.length > 0 } })
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
