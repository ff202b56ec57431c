// The door for looking at the public record: every read as anybody, whoever is signed in, so that an officer sees here what the public sees.
import 'server-only'
import { catalogueIn } from '#db/catalogue'
import { read } from '#db/client'
import { history } from '#db/reads/history'
import { list } from '#db/reads/list'
import type { ListQuery } from '#db/reads/query'
import { outcomesAbout } from '#db/reads/reconsideration'
import * as register from '#db/reads/register'
import { publicActor } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { kinds } from '#domain/kinds'

export type { Reaching, Shown } from '#db/reads/register'

const kindOf = (name: string) => {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`no kind ${name}`)
  return kind
}

/** Reads of the register at this moment. Nothing that they answer depends on who asks. */
export const publicReader = () => {
  const at = new Date().toISOString()
  return {
    at,
    today: shanghaiDateOf(at),
    catalogue: () => catalogueIn(read(), at),
    list: (kind: string, query: ListQuery) => list(publicActor, kindOf(kind), { ...query, scope: 'public' }, at),
    history: (kind: string, id: string) => history(publicActor, kindOf(kind), id, at),
    idByNumber: (kind: string, number: string) => register.idByNumber(publicActor, kind, number),
    one: <S extends { id: string; status: string; did: object }>(kind: string, id: string) => register.publicCase<S>(publicActor, kind, id),
    filingsByIds: (ids: readonly string[]) => register.filingsByIds(publicActor, ids),
    filingsOfAgent: (agentId: string) => register.filingsOfAgent(publicActor, agentId),
    filingsByIdentityCode: (code: string) => register.filingsByIdentityCode(publicActor, code),
    organisationByCode: (code: string) => register.organisationByCode(publicActor, code),
    deploymentsOf: (filingId: string) => register.deploymentsOf(publicActor, filingId),
    waivedTestsOf: (filingId: string) => register.waivedTestsOf(publicActor, filingId),
    outcomesAbout: (ids: readonly string[]) => outcomesAbout(publicActor, ids),
    openings: () => register.openings(publicActor),
    recalls: (limit: number, onlyOpen: boolean) => register.recalls(publicActor, limit, onlyOpen),
    recallsOfAgents: (agentIds: readonly string[]) => register.recallsOfAgents(publicActor, agentIds),
    recallsOfOrganisation: (organisationId: string) => register.recallsOfOrganisation(publicActor, organisationId),
    recallsReaching: (items: readonly register.Reached[]) => register.recallsReaching(publicActor, items),
  }
}
export type PublicReader = ReturnType<typeof publicReader>
