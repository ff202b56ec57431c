// A result against its threshold: the interval as a bar, the observed share as a point, the threshold as a tick. The words stand beside it.
export function IntervalBar({
  share,
  lower,
  upper,
  threshold,
  label,
}: {
  share: number
  lower: number
  upper: number
  threshold: number | null
  label: string
}) {
  const x = (value: number) => 4 + value * 132
  const colour =
    threshold !== null && upper < threshold
      ? 'var(--color-refused-fg)'
      : threshold !== null && lower < threshold
        ? 'var(--color-conditions-fg)'
        : 'var(--color-approved-fg)'
  return (
    <svg viewBox="0 0 140 18" width="140" height="18" role="img" aria-label={label} className="overflow-visible">
      <path d="M4 9H136" stroke="var(--color-hairline)" />
      <path d={`M${x(lower).toFixed(1)} 9H${x(upper).toFixed(1)}`} stroke={colour} strokeWidth="4" />
      <circle cx={x(share).toFixed(1)} cy="9" r="3.5" fill="var(--color-paper)" stroke={colour} strokeWidth="1.5" />
      {threshold === null ? null : <path d={`M${x(threshold).toFixed(1)} 1V17`} stroke="var(--color-ink)" strokeWidth="1.5" />}
    </svg>
  )
}
