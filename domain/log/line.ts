// What one line of a C2SP text may hold, read strictly: each value has one spelling, so a text cannot be altered and stay good.

/** A non-negative decimal without leading zeroes, up to 2^53 - 1; null for anything else. */
export function parseDecimal(text: string): number | null {
  const value = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(value) ? value : null
}

/** Standard base64 with padding (RFC 4648 section 4), in its canonical spelling only; null for anything else. */
export function parseBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

/** Text from bytes that must be valid UTF-8; null when they are not. A string passes if it holds no lone surrogate. */
export function parseUtf8(bytes: Uint8Array | string): string | null {
  if (typeof bytes === 'string') return bytes.isWellFormed() ? bytes : null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Whether the text has no ASCII control character but newline (C2SP signed-note). */
export const isPlain = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  !/[\u0000-\u0009\u000b-\u001f]/.test(text)
