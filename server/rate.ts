// How fast one person or address may ask: a token bucket in memory, with the RateLimit headers that say so.
const capacity = Number(process.env.ZHIHENG_RATE_BURST ?? 600)
const perSecond = Number(process.env.ZHIHENG_RATE_PER_SECOND ?? 60)
const buckets = new Map<string, { left: number; at: number }>()
const mostBuckets = 50_000

/** Takes from the allowance of `who`. Refused: how many seconds until there is enough. */
export const take = (who: string, cost: number, now: number): { granted: boolean; retryAfter: number; headers: Record<string, string> } => {
  const bucket = buckets.get(who) ?? { left: capacity, at: now }
  bucket.left = Math.min(capacity, bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond)
  bucket.at = now
  const granted = bucket.left >= cost
  if (granted) bucket.left -= cost
  if (buckets.size >= mostBuckets && !buckets.has(who)) buckets.delete(buckets.keys().next().value as string)
  buckets.set(who, bucket)
  const retryAfter = granted ? 0 : Math.max(1, Math.ceil((cost - bucket.left) / perSecond))
  return {
    granted,
    retryAfter,
    headers: {
      'ratelimit-policy': `"default";q=${capacity};w=${Math.ceil(capacity / perSecond)}`,
      ratelimit: `"default";r=${Math.floor(bucket.left)};t=${retryAfter}`,
    },
  }
}
