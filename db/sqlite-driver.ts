// Picks the SQLite driver: 13 (Node-API 10) serves Node 22 and later and crashes on 20, 12 serves 20 and aborts on 24.19 and later. Imported from here only.
export const { default: Database } =
  Number(process.versions.napi) >= 10 ? await import('better-sqlite3') : await import('better-sqlite3-node20')
