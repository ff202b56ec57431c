// Configuration, parsed once; a missing or weak value stops the start with one clear line (contracts K1).
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  AUTH_SECRET: z
    .string({ error: 'is missing: set at least 32 bytes of random text' })
    .refine((secret) => Buffer.byteLength(secret) >= 32, 'is weaker than 32 bytes')
    .refine((secret) => new Set(secret).size >= 8, 'is too regular to be random'),
  DATABASE_URL: z
    .string()
    .regex(/^$|^postgres(ql)?:\/\//, 'must be empty (SQLite in DATA_DIR) or a postgres:// address')
    .default(''),
  LOG_KEY_FILE: z.string().optional(),
})

export type Env = z.infer<typeof schema> & { origin: string; isSecure: boolean; logKeyFile: string }

/** Reads the environment. Throws one line that names the variable and what is wrong with it. */
export const readEnv = (from: Record<string, string | undefined>): Env => {
  const parsed = schema.safeParse(from)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`Zhiheng does not start: ${issue?.path.join('.')} ${issue?.message}`)
  }
  const origin = parsed.data.PUBLIC_ORIGIN ?? `http://${parsed.data.HOST}:${parsed.data.PORT}`
  return {
    ...parsed.data,
    origin,
    isSecure: origin.startsWith('https:'),
    logKeyFile: parsed.data.LOG_KEY_FILE ?? path.join(parsed.data.DATA_DIR, 'log.key'),
  }
}

let kept: Env | null = null
/** The configuration of this process. */
export const env = (): Env => {
  kept ??= readEnv(process.env)
  return kept
}

/** The log's signing key. Refuses a key file that others may read. Throws one line that says what to do. */
export const logKey = (): KeyObject => {
  const file = env().logKeyFile
  if (!existsSync(file)) throw new Error(`Zhiheng does not start: LOG_KEY_FILE ${file} is missing; make one with npm run keys`)
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new Error(`Zhiheng does not start: ${file} may be read by others; chmod 600 it`)
  const key = createPrivateKey(readFileSync(file))
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`Zhiheng does not start: ${file} holds no Ed25519 key`)
  return key
}
