// The button that sends a form by script: it wakes with the page, so that a press before then reloads nothing and loses nothing that was typed.
'use client'

import { type ReactNode, useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether the page listens yet: false in what the server renders, true from hydration on. */
export const useAwake = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** A submit button. A disabled one also keeps the Enter key in a field from sending the form. `form` names the form where the button stands outside it. */
export function Submit({
  className = 'btn go',
  isBusy = false,
  form,
  children,
}: {
  className?: string
  isBusy?: boolean
  form?: string
  children: ReactNode
}) {
  const isAwake = useAwake()
  return (
    <button type="submit" className={className} form={form} disabled={!isAwake || isBusy}>
      {children}
    </button>
  )
}
