// Password and one-time code: who is it? Back-off per account, the same answer for every failure, one-time codes used once.
import 'server-only'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { hash, verify } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { verify as verifyTotp } from 'otplib'
import { dataDir, read, write } from '#db/client'
import { accounts } from '#db/schema'

/** Argon2id with the library's defaults (19 MiB, 2 passes): OWASP's floor, about 30 ms here. */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** A folder filled by the demonstration says so; only there may an account go without a second factor. */
export const isDemonstration = (): boolean => existsSync(path.join(dataDir(), 'demonstration.json'))

// Verified against when the account does not exist, so that absence takes as long as a wrong password.
let decoy: Promise<string> | null = null
const freeFailures = 5
const lockSeconds = (failures: number) => Math.min(900, 2 ** (failures - freeFailures) * 15)

// Two password checks at once at most: else signing in becomes the way to stop the machine.
let checking = 0
const queue: (() => void)[] = []
const withSlot = async <T>(fn: () => Promise<T>): Promise<T> => {
  if (checking >= 2) await new Promise<void>((go) => queue.push(go))
  checking += 1
  try {
    return await fn()
  } finally {
    checking -= 1
    queue.shift()?.()
  }
}

/** The account that login, password and one-time code together open, or null; failures are counted and locked. */
export const authenticate = async (
  login: string,
  password: string,
  totp: string,
  at: Date,
): Promise<{ login: string; personId: string } | null> => {
  const [account] = await read()
    .select()
    .from(accounts)
    .where(eq(accounts.login, login.normalize('NFKC').trim().toLowerCase()))
  decoy ??= hashPassword('no such account')
  const isRight = await withSlot(async () => verify(account?.passwordHash ?? (await decoy!), password))
  if (!account || account.disabledAt) return null
  if (account.totpSecret === null && !isDemonstration()) return null
  if (account.lockedUntil && account.lockedUntil > at.toISOString()) return null
  const second = account.totpSecret ? await checkCode(account.totpSecret, totp, at) : 0
  const isFresh = second !== null && (account.totpSecret === null || second > (account.lastTotpStep ?? -1))
  if (isRight && isFresh) {
    await write((tx) =>
      tx
        .update(accounts)
        .set({ failures: 0, lockedUntil: null, lastTotpStep: account.totpSecret ? second : null })
        .where(eq(accounts.login, account.login)),
    )
    return { login: account.login, personId: account.personId }
  }
  const failures = account.failures + 1
  const lockedUntil = failures > freeFailures ? new Date(at.getTime() + lockSeconds(failures) * 1000).toISOString() : null
  await write((tx) => tx.update(accounts).set({ failures, lockedUntil }).where(eq(accounts.login, account.login)))
  return null
}

/** The 30-second step that this code belongs to (one step of drift allowed), or null. */
const checkCode = async (secret: string, code: string, at: Date): Promise<number | null> => {
  const digits = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const epoch = Math.floor(at.getTime() / 1000)
  const result = await verifyTotp({ secret, token: digits, epoch, epochTolerance: 30 })
  return result.valid ? Math.floor(epoch / 30) + (('delta' in result ? result.delta : 0) ?? 0) : null
}

/** Proves the second factor again for an account that is signed in. In a demonstration, where accounts have none, the password stands in. */
export const proveAgain = async (login: string, totp: string, at: Date): Promise<boolean> => {
  const [account] = await read().select().from(accounts).where(eq(accounts.login, login))
  if (!account || account.disabledAt) return false
  if (account.totpSecret === null) return isDemonstration() && withSlot(() => verify(account.passwordHash, totp))
  const step = await checkCode(account.totpSecret, totp, at)
  if (step === null || step <= (account.lastTotpStep ?? -1)) return false
  await write((tx) => tx.update(accounts).set({ lastTotpStep: step }).where(eq(accounts.login, login)))
  return true
}
