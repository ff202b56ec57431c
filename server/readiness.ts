// What must hold before this process serves: the database answers, the log continues what was signed.
import 'server-only'
import { read, sql } from '#db/client'
import { continuesWhatWasSigned } from './checkpoint.ts'

/** Each check by name, and whether all hold. */
export const readiness = async (): Promise<{ isReady: boolean; checks: Record<string, boolean> }> => {
  const database = await read()
    .rows(sql`select 1 as one`)
    .then(
      () => true,
      () => false,
    )
  const log = database && (await continuesWhatWasSigned().catch(() => false))
  return { isReady: database && log, checks: { database, log } }
}
