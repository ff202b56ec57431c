'use client'
// Hands over a list as a CSV file: the API answers CSV to who asks for it by name, which a plain link cannot.
import { useState } from 'react'

/** `api` is the address of the list with its filters. */
export function ExportButton({ api, name, text, failed }: { api: string; name: string; text: string; failed: string }) {
  const [hasFailed, setFailed] = useState(false)
  const download = async () => {
    setFailed(false)
    try {
      const response = await fetch(api, { credentials: 'same-origin', headers: { accept: 'text/csv' } })
      if (!response.ok) return setFailed(true)
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await response.blob())
      link.download = `${name}.csv`
      link.click()
      URL.revokeObjectURL(link.href)
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <button type="button" className="btn sm" onClick={() => void download()}>
        {text}
      </button>
      {hasFailed ? (
        <span role="alert" className="care cap">
          {failed}
        </span>
      ) : null}
    </>
  )
}
