'use client'
// When a page could not be made: the reference to quote, and another try. Carries its own words, because what failed may be what gives them.
import { useEffect, useRef } from 'react'
import { Failure } from '#components/ui/empty'
import { ui as en } from '#messages/en/ui'
import { ui as zh } from '#messages/zh/ui'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current?.focus()
  }, [])
  const words = typeof document !== 'undefined' && document.documentElement.lang === 'en' ? en : zh
  return (
    <main className="wrap" id="main" tabIndex={-1} ref={place}>
      <Failure
        title={words.error.title}
        {...(error.digest ? { reference: words.error.reference.replace('{reference}', error.digest) } : {})}
        retry={
          <button type="button" className="btn go" onClick={reset}>
            {words.act.retry}
          </button>
        }
      >
        <p>{words.error.server}</p>
      </Failure>
    </main>
  )
}
