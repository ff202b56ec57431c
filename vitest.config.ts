// Rules run once; the store suite (db/**) runs once against each database.

import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
process.env.PGTEST_PORT ??= String(await freePort())
const store = { include: ['db/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }
const alias = { 'server-only': path.join(import.meta.dirname, 'scripts/server-only.mjs') }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'rules',
          include: [
            'domain/**/*.test.ts',
            'server/**/*.test.ts',
            'messages/**/*.test.ts',
            'components/**/*.test.ts',
            'docs/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: { name: 'sqlite', ...store, env: { DATABASE_URL: '', DATA_DIR: mkdtempSync(path.join(tmpdir(), 'zhiheng-store-')) } },
      },
      {
        resolve: { alias },
        test: {
          name: 'postgresql',
          ...store,
          globalSetup: 'scripts/postgres-for-tests.ts',
          env: {
            DATABASE_URL: `postgres://postgres@127.0.0.1:${process.env.PGTEST_PORT}/test`,
            DATA_DIR: mkdtempSync(path.join(tmpdir(), 'zhiheng-store-')),
          },
        },
      },
    ],
  },
})
