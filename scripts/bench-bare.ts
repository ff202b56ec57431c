// An empty application of the same Next, built apart from ours: the page and the handler that ours are measured against.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const packages = path.join(import.meta.dirname, '../node_modules')
type Package = { version: string; dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }
const packageOf = (name: string) => JSON.parse(readFileSync(path.join(packages, name, 'package.json'), 'utf8')) as Package

/** These packages and what they need, as far as it is installed here. */
const withNeeded = (names: readonly string[]): Set<string> => {
  const all = new Set<string>()
  for (const open = [...names]; open.length > 0; ) {
    const name = open.pop() as string
    if (all.has(name) || !existsSync(path.join(packages, name, 'package.json'))) continue
    all.add(name)
    const { dependencies, optionalDependencies } = packageOf(name)
    open.push(...Object.keys({ ...dependencies, ...optionalDependencies }))
  }
  return all
}

const files: Record<string, string> = {
  'package.json': '{ "private": true, "type": "module" }',
  'next.config.mjs':
    'const root = import.meta.dirname\nexport default { poweredByHeader: false, outputFileTracingRoot: root, turbopack: { root } }',
  'app/layout.js': `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>
}`,
  'app/page.js': `import { headers } from 'next/headers'
export default async function Page() {
  await headers()
  return <main><h1>Bare</h1></main>
}`,
  'app/json/route.js': `import { headers } from 'next/headers'
export async function GET() {
  await headers()
  return Response.json({ bare: true })
}`,
  'start.mjs': `import { createServer } from 'node:http'
import next from 'next'
const app = next({ dev: false, dir: import.meta.dirname, hostname: process.env.HOST, port: Number(process.env.PORT) })
await app.prepare()
const answer = app.getRequestHandler()
createServer((request, response) => answer(request, response)).listen(Number(process.env.PORT), process.env.HOST)
process.on('SIGTERM', () => process.exit(0))`,
}

/** The folder of the empty application, built at the first call for this version of Next. Serve it by its start.mjs. */
export const bareApp = (under: string): string => {
  const folder = path.join(under, `bare-${packageOf('next').version}`)
  if (existsSync(path.join(folder, '.next/BUILD_ID'))) return folder
  rmSync(folder, { recursive: true, force: true })
  for (const name of withNeeded(['next', 'react', 'react-dom']))
    cpSync(path.join(packages, name), path.join(folder, 'node_modules', name), { recursive: true })
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), `${text}\n`)
  }
  console.error(`building ${folder}`)
  const built = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (built.status !== 0) throw new Error('the empty application was not built')
  return folder
}
