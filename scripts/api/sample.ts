// Bodies for the API check: a plausible value for a JSON schema, and values that nobody means well by.
type Schema = Record<string, any>

/** Repeatable draws, so that a failing run can be run again. */
export const drawing = (seed: number) => {
  let state = seed >>> 0
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const text = (schema: Schema): string => {
  if (schema.format === 'date') return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  if (schema.format === 'date-time') return new Date().toISOString()
  if (schema.format === 'email') return 'someone@invented.example'
  if (schema.format === 'uri') return 'https://invented.example/a'
  const pattern = String(schema.pattern ?? '')
  for (const candidate of ['110000', 'ab'.repeat(32), 'AIA01', 'health:26', '+86 10 5550 0100', 'health', 'text of the drill']) {
    try {
      if (pattern === '' || new RegExp(pattern, 'u').test(candidate))
        return pattern === '' ? 'text of the drill'.slice(0, schema.maxLength ?? 40).padEnd(schema.minLength ?? 0, 'x') : candidate
    } catch {
      return 'text'
    }
  }
  return 'text'
}

/** The least value that fits the schema, `known` values by property name first. */
export const sample = (schema: Schema, known: Record<string, unknown> = {}, root: Schema = schema): any => {
  if (schema.$ref)
    return sample(
      String(schema.$ref)
        .replace(/^#\//, '')
        .split('/')
        .reduce((at: any, step) => at?.[step], root) ?? {},
      known,
      root,
    )
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const options = schema.anyOf ?? schema.oneOf
  if (options) return sample(options.find((one: Schema) => one.type !== 'null') ?? options[0], known, root)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one: Schema) => sample(one, known, root)))
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object': {
      const required: string[] = schema.required ?? []
      return Object.fromEntries(
        required.map((name) => [name, name in known ? known[name] : sample(schema.properties?.[name] ?? {}, known, root)]),
      )
    }
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}, known, root))
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, (schema.exclusiveMinimum ?? -1) + 1)
    case 'boolean':
      return false
    case 'string':
      return text(schema)
    default:
      return null
  }
}

const deep = (levels: number): unknown => {
  let at: unknown = 'end'
  for (let i = 0; i < levels; i += 1) at = i % 2 ? [at] : { a: at }
  return at
}
/** Strings, numbers and shapes that break careless code. */
export const naughty: readonly unknown[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\u202egnp.exe',
  '\ufeff',
  '\u200b',
  'Ω≈ç√∫',
  '田中さんにあげて',
  'ئۇيغۇر',
  'བོད་ཡིག',
  '👩‍👩‍👧‍👦',
  '\u0000\u0001\u001f\u007f',
  'z̸̢̛͔',
  '％ＤＥＬＥＴＥ',
  "' or 1=1 --",
  '"; drop table events; --',
  "1' and sleep(9)--",
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '{{7*7}}',
  '${7*7}',
  '#{7*7}',
  '%s%n%x',
  '=cmd|calc!A1',
  '../../../etc/passwd',
  '..\\..\\win.ini',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  'true',
  '0',
  '-1',
  '1e999',
  '2026-02-30',
  '9999-99-99',
  '2026-11-25T25:61:61Z',
  '+275760-09-13T00:00:00Z',
  'a'.repeat(5000),
  '\u4e00'.repeat(3000),
  '('.repeat(400),
  'a@'.repeat(200),
  0,
  -1,
  -0,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 53) - 2,
  1e308,
  5e-324,
  true,
  false,
  null,
  [],
  {},
  [[]],
  [null],
  { a: 1 },
  deep(40),
  Array.from({ length: 300 }, (_, i) => i),
]

/** The body with one or two of its leaves, or a whole member, replaced by something hostile. */
export const spoiled = (body: unknown, draw: (below: number) => number): unknown => {
  const copy = structuredClone(body) as any
  const places: { holder: any; key: string | number }[] = []
  const walk = (at: any) => {
    if (at && typeof at === 'object')
      for (const key of Object.keys(at)) {
        places.push({ holder: at, key: Array.isArray(at) ? Number(key) : key })
        walk(at[key])
      }
  }
  walk(copy)
  const evil = () => naughty[draw(naughty.length)]
  if (places.length === 0 || draw(8) === 0)
    return draw(3) === 0 ? evil() : { ...(copy && typeof copy === 'object' && !Array.isArray(copy) ? copy : {}), [String(evil())]: evil() }
  for (let n = 0; n <= draw(2); n += 1) {
    const place = places[draw(places.length)]
    if (place) place.holder[place.key] = evil()
  }
  return copy
}
