// The journeys: a real browser against the built product on a folder freshly filled with the demonstration.
import { defineConfig } from '@playwright/test'
import { findChromium } from '../scripts/install.mjs'

const port = Number(process.env.E2E_PORT ?? 38111)
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  outputDir: '../test-results/e2e',
  use: {
    baseURL: process.env.BASE ?? `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  ...(process.env.BASE
    ? {}
    : {
        webServer: {
          command: 'node e2e/serve.mjs',
          cwd: '..',
          url: `http://127.0.0.1:${port}/healthz`,
          env: { PORT: String(port) },
          stdout: 'ignore' as const,
          stderr: 'pipe' as const,
          timeout: 180_000,
        },
      }),
})
