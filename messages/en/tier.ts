// The words of the four tiers and of the three lanes, in English.
import type { Same } from '../shape.ts'
import type { tier as source } from '../zh/tier.ts'

export const tier: Same<typeof source> = {
  name: 'Tier',
  I: 'self-assess',
  II: 'file',
  III: 'file + test',
  IV: 'scenario approval',
  lane: {
    name: 'Lane',
    low: 'Low risk',
    key: 'Key',
    sensitive: 'Sensitive',
  },
}
