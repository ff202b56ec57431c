// Where to go after signing in: a path of this site and nothing else.

/** The path asked for, or null when it is missing or leads elsewhere (`//host`, `/\host`, a full address, control characters). */
export const localPath = (asked: string | string[] | undefined): string | null => {
  if (typeof asked !== 'string' || asked.length > 2000 || !/^\/(?![/\\])/.test(asked) || /[\u0000-\u0020\\]/.test(asked)) return null
  // Read once more as a browser would: what resolves to another origin is none of ours.
  const resolved = new URL(asked, 'https://register.invalid')
  return resolved.origin === 'https://register.invalid' && !resolved.pathname.startsWith('/sign-in')
    ? resolved.pathname + resolved.search + resolved.hash
    : null
}
