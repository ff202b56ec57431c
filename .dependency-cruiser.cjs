// Who may import whom (docs/decisions/0001): every stranger is named. Run by scripts/rooms.mjs, which also fails when nothing was looked at.
const only = (room, allowed) => ({
  name: `${room}-imports-only-what-it-may`,
  severity: 'error',
  // db/under-load* are the processes that the store suite starts and kills.
  from: { path: `^${room}/`, pathNot: ['\\.test\\.tsx?$', '^db/under-load'] },
  to: { pathNot: [`^${room}/`, ...allowed] },
})
const npm = (...names) => names.map((name) => `(^|/)node_modules/${name}/`)
const node = '^(node:)?(async_hooks|child_process|crypto|fs|net|os|path|stream|url|util|http|zlib|timers|worker_threads)(/promises)?$'

module.exports = {
  forbidden: [
    { name: 'not-resolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^server-only$' } },
    only('domain', [...npm('zod', 'temporal-polyfill', 'canonicalize'), '^(node:)?crypto$']),
    only('messages', ['^domain/', ...npm('next', 'next-intl', 'use-intl')]),
    only('components', [
      '^domain/',
      '^messages/',
      ...npm('react', 'react-dom', 'next', 'next-intl', 'use-intl', 'recharts', '@tanstack/react-query', '@types/react'),
    ]),
    only('db', [
      '^domain/',
      ...npm('drizzle-orm', 'better-sqlite3', 'better-sqlite3-node20', '@types/better-sqlite3', 'pg', '@types/pg', 'zod', 'csv-parse'),
      node,
    ]),
    only('server', [
      '^domain/',
      '^db/',
      '^messages/',
      ...npm(
        'next',
        'next-auth',
        'next-intl',
        'use-intl',
        'zod',
        'jose',
        'otplib',
        'pino',
        'nodemailer',
        '@node-rs/argon2',
        'feed',
        'server-only',
        'drizzle-orm',
        'pg',
        'canonicalize',
        'csv-parse',
        'react',
        '@types/react',
      ),
      '^server-only$',
      node,
    ]),
    { name: 'nobody-imports-app', severity: 'error', from: { pathNot: '^app/' }, to: { path: '^app/' } },
    {
      name: 'app-never-the-driver',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: [...npm('drizzle-orm', 'better-sqlite3', 'pg')] },
    },
    {
      name: 'driver-only-in-its-file',
      severity: 'error',
      from: { pathNot: '^(db/sqlite-driver|db/better-sqlite3-node20)' },
      to: { path: npm('better-sqlite3', 'better-sqlite3-node20'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'next-auth-only-in-session',
      severity: 'error',
      from: { pathNot: '^(server/session|app/api/auth/)' },
      to: { path: npm('next-auth') },
    },
    {
      name: 'rules-know-no-other-nouns-rules',
      severity: 'error',
      from: { path: '^domain/deployment/deployment' },
      to: { path: '^domain/filing/filing\\.ts$', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
