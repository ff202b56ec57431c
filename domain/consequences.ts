// What follows in other cases when something is decided: one pure table. The system actor asks for each follow-on in the same transaction.
import type { FollowOn } from './world.ts'

export const consequences = (_kind: string, _state: any, _event: any): readonly FollowOn[] => []
