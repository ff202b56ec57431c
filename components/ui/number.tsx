// A filing, recall or test number: prefix in hint ink, serial and check character in full ink.

/** Splits 'AGF-110000-26-2026-000417C' and 'AGR-2026-0042-I' into what the eye may skip and what people say. */
export function splitNumber(number: string): [prefix: string, serial: string] {
  const at = /^(AGR-\d{4}-)(.+)$/.exec(number)
  if (at?.[1] !== undefined && at[2] !== undefined) return [at[1], at[2]]
  const cut = number.lastIndexOf('-') + 1
  return [number.slice(0, cut), number.slice(cut)]
}

export function CaseNumber({ number, href }: { number: string; href?: string }) {
  const [prefix, serial] = splitNumber(number)
  return href === undefined ? (
    <span className="no">
      {prefix}
      <b>{serial}</b>
    </span>
  ) : (
    <a className="no" href={href}>
      {prefix}
      <b>{serial}</b>
    </a>
  )
}
