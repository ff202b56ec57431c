// Makes what an installation needs once: the log's Ed25519 key (0600) and a line with a fresh secret. Never overwrites.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const folder = process.env.DATA_DIR ?? './data'
const file = process.env.LOG_KEY_FILE ?? path.join(folder, 'log.key')
mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
if (existsSync(file)) console.log(`${file} is there already`)
else {
  writeFileSync(file, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  console.log(`made ${file}; keep a copy of it apart from the data`)
}
if (!process.env.AUTH_SECRET) console.log(`AUTH_SECRET=${randomBytes(48).toString('base64url')}`)
