// Runs once before the first request; everything that needs Node is behind the import.
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') await (await import('./server/boot')).boot()
}
