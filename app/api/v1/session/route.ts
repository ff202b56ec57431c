// Who the server takes the caller for, with which posts, and until when the session lasts; asking counts as being there.
import { handle } from '#server/handle'

export const GET = handle({}, async ({ access, actor }) => ({
  personId: actor.personId,
  name: actor.name,
  posts: actor.posts,
  by: access.by,
  isSteppedUp: access.isSteppedUp,
  expiresAt: access.expiresAt,
}))
