// The catalogue at an instant, for routes and pages that ask for nobody in particular.
import 'server-only'
import { catalogueIn } from '#db/catalogue'
import { read } from '#db/client'
import type { Catalogue } from '#domain/catalogue/shipped'

export const catalogueNow = (at: string): Promise<Catalogue> => catalogueIn(read(), at)
