// One process of the benchmark with one data folder: measures what it is asked to, so that two sizes can be measured in turn within one run.
import { catalogueIn } from '#db/catalogue'
import { close, migrate, read } from '#db/client'
import { Database } from '#db/sqlite-driver'
import { listen } from './bench-capture.ts'
import { listMeasures } from './bench-lists.ts'
import { logMeasures } from './bench-log.ts'
import { at, from, type Measures } from './bench-sample.ts'
import { storeMeasures } from './bench-store.ts'

const measures: Measures = { ...storeMeasures, ...logMeasures, ...listMeasures }

if (process.env.BENCH_SYNCHRONOUS === 'off') {
  // The same commands without waiting for the disk: the limit that line 4 is measured by. The client asks whether FULL holds; here it is told so.
  const prototype = Database.prototype as { pragma: (source: string, options?: object) => unknown }
  const { pragma } = prototype
  prototype.pragma = function (source, options) {
    if (source === 'synchronous = FULL') return pragma.call(this, 'synchronous = OFF', options)
    return source === 'synchronous' ? 2 : pragma.call(this, source, options)
  }
}
listen()
await migrate()
await catalogueIn(read(), at)
process.on('message', async ({ id, name }: { id: number; name: string }) => {
  try {
    if (name === 'end') {
      await close()
      process.exit(0)
    }
    from(1)
    const measure = measures[name]
    if (!measure) throw new Error(`nothing measures ${name}`)
    process.send?.({ id, value: await measure() })
  } catch (error) {
    process.send?.({ id, error: (error as Error).stack })
  }
})
process.send?.({ id: 0, value: 'ready' })
