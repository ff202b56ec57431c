// How Next builds and serves: messages by next-intl, native packages left outside the bundle, nothing sent anywhere.
process.env.NEXT_TELEMETRY_DISABLED = '1'
const { default: createNextIntlPlugin } = await import('next-intl/plugin')
const withMessages = createNextIntlPlugin('./messages/request.ts')

export default withMessages({
  serverExternalPackages: ['better-sqlite3', 'better-sqlite3-node20', '@node-rs/argon2', 'pino', 'pg'],
  poweredByHeader: false,
  images: { unoptimized: true },
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // The sprite is asked for with a version (components/ui/icon.tsx), so that it may be kept for ever.
  headers: async () => [
    {
      source: '/marks.svg',
      has: [{ type: 'query', key: 'v' }],
      headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
})
