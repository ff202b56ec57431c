// Installs what a fresh clone lacks: packages by the lock file, and for tests a Chromium with Chinese fonts from the system's packages.
import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const run = (command, ...args) =>
  execFileSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', NEXT_TELEMETRY_DISABLED: '1' },
  })
const isNewer = (a, b) => statSync(a).mtimeMs > statSync(b).mtimeMs + 1000

/** Packages exactly as locked; nothing to do when they stand already. */
export const installPackages = () => {
  const done = 'node_modules/.package-lock.json'
  if (existsSync(done) && !isNewer('package-lock.json', done)) return
  console.log('installing packages (a minute or two the first time)')
  run('npm', 'ci', '--no-audit', '--no-fund')
}

const chromiums = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
export const findChromium = () => chromiums.find((path) => path && existsSync(path))

/** A browser for the journeys. As root on Debian it is installed with a Chinese font for the screenshots; elsewhere the one line to run is said. */
export const installChromium = () => {
  const hasFont = existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') || process.platform !== 'linux'
  if (findChromium() && hasFont) return
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    if (findChromium()) return
    console.error('No Chromium found. Install one (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM to its path.')
    process.exit(1)
  }
  run('apt-get', 'update', '-qq')
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
}
