// The second factor again, written on the session row.
import 'server-only'
import { eq } from 'drizzle-orm'
import { write } from '#db/client'
import { sessions } from '#db/schema'
import { proveAgain } from './sign-in.ts'

/** True when the code was right and fresh; the session then counts as proven from this instant. */
export const stepUp = async (sessionId: string, login: string, totp: string, at: string): Promise<boolean> => {
  if (!(await proveAgain(login, totp, new Date(at)))) return false
  await write((tx) => tx.update(sessions).set({ steppedUpAt: at }).where(eq(sessions.id, sessionId)))
  return true
}
