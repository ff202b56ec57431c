// Where to go after signing in: a path of this site and nothing else.

/** An origin that cannot exist: what still resolves to it was a path. */
const nowhere = 'https://register.invalid'

/** The path asked for, or null when it is missing or leads elsewhere (`//host`, `/\\host`, a full address, spaces and control characters), or back to the sign-in page. */
export const localPath = (asked: string | string[] | undefined): string | null => {
  if (typeof asked !== 'string' || asked.length > 2000 || !/^\/(?![/\\])/.test(asked) || /[\s\p{Cc}\\]/u.test(asked)) return null
  // Read once more as a browser would.
  const resolved = new URL(asked, nowhere)
  return resolved.origin === nowhere && !resolved.pathname.startsWith('/sign-in') && !resolved.pathname.startsWith('//')
    ? resolved.pathname + resolved.search + resolved.hash
    : null
}
