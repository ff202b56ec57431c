// What the addresses in a description give to think about: not encrypted, not public, not of the provider. Nothing here is ever fetched.
import type { Question } from './claim.ts'

const privateHost =
  /^(?:localhost|.+\.localhost|.+\.local|.+\.internal|.+\.lan|0\.0\.0\.0|127\..+|10\..+|192\.168\..+|169\.254\..+|172\.(?:1[6-9]|2\d|3[01])\..+|\[(?:::1|f[cde][0-9a-f]{2}:.*|::)\])$/i
// Second-level labels under which a country lets others register.
const sharedSecondLevel = new Set(['com', 'net', 'org', 'gov', 'edu', 'ac', 'co', 'go', 'or', 'ne'])

/** The host in lower case, or null when the text is no address with a host. Template variables in braces are allowed in the path. */
export const hostOf = (address: string): string | null => {
  try {
    return new URL(address).hostname.toLowerCase() || null
  } catch {
    return null
  }
}

/** The name that someone registered: the last two labels, or three where the country shares the second. A guess, good enough to ask a question. */
export const registeredName = (host: string): string => {
  const labels = host.split('.')
  const shared = labels.length > 2 && (labels.at(-1)?.length ?? 0) === 2 && sharedSecondLevel.has(labels.at(-2) ?? '')
  return labels.slice(shared ? -3 : -2).join('.')
}

/** The address without a user name or password in it, and whether there was one. */
export const withoutSecret = (address: string): { url: string; carried: boolean } => {
  const plain = address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1')
  return { url: plain, carried: plain !== address }
}

/** What to ask about the address of an endpoint. */
export const addressQuestions = (url: string): Question[] => {
  const host = hostOf(url)
  if (host === null) return [{ code: 'import.addressMalformed', facts: { url: url.slice(0, 200) } }]
  const questions: Question[] = []
  if (!/^(?:https|wss|grpcs|amqps):/i.test(url)) questions.push({ code: 'import.addressNotEncrypted', facts: { url: url.slice(0, 200) } })
  if (privateHost.test(host)) questions.push({ code: 'import.addressNotPublic', facts: { url: url.slice(0, 200) } })
  return questions
}
