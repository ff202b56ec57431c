// The states of several public cases at once, as anybody may see them: for lists of the register that show more than their columns.
import 'server-only'
import { statesById } from '#db/reads/shown'
import { type CaseState, publicActor } from '#domain/case'

export const publicStates = <S extends CaseState>(kind: string, ids: readonly string[]) => statesById<S>(publicActor, kind, ids)
