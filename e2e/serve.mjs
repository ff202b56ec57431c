// Fills a new folder with the demonstration and serves the built product on it, for the journeys.
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'zhiheng-journeys-'))
process.env.DEMO_PASSWORD = 'journeys-2026'
process.env.AUTH_SECRET = 'journeys-secret-journeys-secret-0123456789'
process.env.ZHIHENG_RATE_BURST = '100000'
const node = (...args) => execFileSync(process.execPath, args, { stdio: 'inherit', env: process.env })
node('scripts/keys.mjs')
node('--conditions=react-server', '--import', 'tsx', 'scripts/seed-demo.ts')
await import('../scripts/start.mjs')
