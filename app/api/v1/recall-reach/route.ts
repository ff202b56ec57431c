// POST a scope of an agent: whom a recall of it would reach now, and why others not. Nothing is stored; for officers of recalls.
import { z } from 'zod'
import { reachOfScope } from '#db/reads/recall'
import { scopeFault, scopeSchema } from '#domain/recall/scope'
import { handle, Refuse, stop } from '#server/handle'

const body = z.strictObject({ agentId: z.string().min(1).max(100), scope: scopeSchema })

export const POST = handle({ body, cost: 3 }, async ({ actor, body: { agentId, scope } }) => {
  const fault = scopeFault(scope)
  if (fault) throw new Refuse(fault)
  return (await reachOfScope(actor, agentId, scope)) ?? stop('case.absent')
})
