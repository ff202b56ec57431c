// The unified social credit code of an organisation (GB 32100-2015), with its two check characters (policy.md 3.6).

/** 0–9 and A–Z without I, O, S, V and Z, in the order of their values. */
export const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The check character of GB 32100: weights 3^(i−1) mod 31. `text` holds only characters of the alphabet. */
export const checkCharacter = (text: string): string => {
  let weight = 1
  let sum = 0
  for (const character of text) {
    sum += creditAlphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return creditAlphabet[(31 - (sum % 31)) % 31] ?? ''
}

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const

/** The check character of an organisation code (GB 11714) over its eight characters, letters counting 10 to 35. */
export const organisationCheck = (eight: string): string => {
  const sum = organisationWeights.reduce((total, weight, index) => total + weight * Number.parseInt(eight[index] ?? '0', 36), 0)
  const value = 11 - (sum % 11)
  return value === 10 ? 'X' : value === 11 ? '0' : String(value)
}

export type CreditCode = {
  /** Upper-cased, as stored. */
  code: string
  department: string
  category: string
  /** GB/T 2260 division; 990000 and the like name no place and serve samples. */
  region: string
  /** The nine characters of the organisation code, its check character last. */
  organisation: string
}

/** What may be wrong with a code; `facts` has length and expected, character and position (from 1), or the region. */
export const creditCodeFaults = ['lengthWrong', 'characterRefused', 'regionWrong', 'organisationCheckWrong', 'checkWrong'] as const
export type CreditCodeFault = (typeof creditCodeFaults)[number]
export type CreditCodeCheck =
  | { ok: true; parts: CreditCode }
  | { ok: false; fault: CreditCodeFault; facts: Record<string, string | number> }

/** The parts of a credit code, or what is wrong with it. Lower case is upper-cased; space around it is passed over. */
export const checkCreditCode = (text: string): CreditCodeCheck => {
  const wrong = (fault: CreditCodeFault, facts: Record<string, string | number> = {}): CreditCodeCheck => ({ ok: false, fault, facts })
  // ASCII only: full upper-casing would turn other letters into valid ones.
  const code = text.trim().replace(/[a-z]/g, (letter) => letter.toUpperCase())
  const characters = [...code]
  if (characters.length !== 18) return wrong('lengthWrong', { length: characters.length, expected: 18 })
  const strange = characters.findIndex((character) => !creditAlphabet.includes(character))
  if (strange !== -1) return wrong('characterRefused', { character: characters[strange] ?? '', position: strange + 1 })
  const region = code.slice(2, 8)
  if (!/^\d{6}$/.test(region)) return wrong('regionWrong', { region })
  if (organisationCheck(code.slice(8, 16)) !== code[16]) return wrong('organisationCheckWrong')
  if (checkCharacter(code.slice(0, 17)) !== code[17]) return wrong('checkWrong')
  return { ok: true, parts: { code, department: code.slice(0, 1), category: code.slice(1, 2), region, organisation: code.slice(8, 17) } }
}

export const isCreditCode = (text: string): boolean => checkCreditCode(text).ok

/**
 * A valid code for seeds and tests, from its first sixteen characters (department, category, region, eight of the organisation code). Samples
 * use region 990000, which is no place, so that no real organisation is meant. Throws on characters that no code may have.
 */
export const makeCreditCode = (sixteen: string): string => {
  const upper = sixteen.toUpperCase()
  if (upper.length !== 16 || [...upper].some((character) => !creditAlphabet.includes(character)) || !/^\d{6}$/.test(upper.slice(2, 8))) {
    throw new Error(`no credit code begins with ${sixteen}`)
  }
  const seventeen = upper + organisationCheck(upper.slice(8))
  return seventeen + checkCharacter(seventeen)
}
