// Which of the open moves of a reconsideration are really this person's: those of the forum for its people, the answer for the office that acted.
import type { Post } from '#domain/case'
import { reconsideration } from './reconsideration.ts'
import type { Reconsideration } from './state.ts'

/** `moves` are those that role, place and duties leave open (movesOpenTo); the rule itself would refuse the ones left out here. */
export const ownMoves = (
  { forumId, challenged }: Pick<Reconsideration, 'forumId' | 'challenged'>,
  posts: readonly Post[],
  moves: readonly string[],
): string[] =>
  moves.filter((move) => {
    const by = reconsideration.moves[move as keyof typeof reconsideration.moves].by
    const office = move === 'answer' ? challenged?.authorityId : forumId
    return posts.some((post) => by.includes(post.role) && (post.authorityId === null || post.authorityId === office))
  })
