// What is known of a person, and which posts are in force at an instant: what a session asks before every request.
import type { Actor, CaseState, Post, Recorded } from '../case.ts'
import { millisecondsOf, shanghaiDateOf } from '../clock/day.ts'
import type { Appointment, PersonEvent, PersonNames, PersonStatus } from './vocabulary.ts'

/** A post as held: `endedAt` is the instant at which it was ended early, after which it counts for nothing. */
export type HeldPost = Appointment & { appointedBy: string; appointedAt: string; endedAt: string | null; endReason: string | null }

export type Person = CaseState & {
  status: PersonStatus | 'none'
  names: PersonNames
  /** The employer whose representative may appoint here; null for officers and administrators. */
  organisationId: string | null
  posts: readonly HeldPost[]
  active: boolean
  createdAt: string | null
  dismissal: { at: string; by: string; reason: string } | null
}

export const personInitial: Person = {
  id: '',
  status: 'none',
  did: {},
  names: { zh: '', en: '' },
  organisationId: null,
  posts: [],
  active: false,
  createdAt: null,
  dismissal: null,
}

const isInForce = (post: HeldPost, on: string, atMs: number): boolean =>
  post.fromOn <= on && (post.toOn === null || on <= post.toOn) && (post.endedAt === null || atMs < millisecondsOf(post.endedAt))

/**
 * The posts that count at an instant (ISO 8601 with offset): none of somebody dismissed, none that has been ended, begins later or has run out
 * (quality.md P14). Dates are Asia/Shanghai, both days included. Throws RangeError on what is no instant.
 */
export const postsInForce = (state: Person, at: string): Post[] => {
  const [on, atMs] = [shanghaiDateOf(at), millisecondsOf(at)]
  if (!state.active) return []
  return state.posts
    .filter((post) => isInForce(post, on, atMs))
    .map(({ role, authorityId, sectors, region, organisationId }) => ({ role, authorityId, sectors, region, organisationId }))
}

/** This person as whoever asks, with the posts in force at that instant. Throws RangeError on what is no instant. */
export const actorOf = (state: Person, at: string): Actor => ({
  personId: state.id,
  name: state.names,
  posts: postsInForce(state, at),
})

/** Posts that have not been ended and whose last day has not passed: in force now or appointed for later. */
export const standingPosts = (state: Person, on: string): readonly HeldPost[] =>
  state.posts.filter((post) => post.endedAt === null && (post.toOn === null || on <= post.toOn))

export const evolvePerson = (state: Person, event: Recorded<PersonEvent>): Person => {
  const end = (post: HeldPost, reason: string): HeldPost =>
    post.endedAt === null ? { ...post, endedAt: event.at, endReason: reason } : post
  switch (event.type) {
    case 'created':
      return { ...state, status: 'active', active: true, names: event.names, organisationId: event.employerId, createdAt: event.at }
    case 'renamed':
      return { ...state, names: event.names }
    case 'appointed': {
      const held = { ...event.appointment, appointedBy: event.by, appointedAt: event.at, endedAt: null, endReason: null }
      return { ...state, posts: [...state.posts, held] }
    }
    case 'postEnded': {
      const { postId, lastOn, reason } = event
      const posts = state.posts.map((post) =>
        post.id !== postId ? post : lastOn === null ? end(post, reason) : { ...post, toOn: lastOn, endReason: reason },
      )
      return { ...state, posts }
    }
    case 'dismissed':
      return {
        ...state,
        status: 'dismissed',
        active: false,
        posts: state.posts.map((post) => end(post, event.reason)),
        dismissal: { at: event.at, by: event.by, reason: event.reason },
      }
    case 'reinstated':
      return { ...state, status: 'active', active: true, dismissal: null }
  }
}
