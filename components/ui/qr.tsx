// A QR code as one path: black on white in both themes, with its quiet zone, runs of modules joined into bars.

/** The path of a matrix: one horizontal bar for each run of dark modules. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  let path = ''
  for (const [y, line] of modules.entries()) {
    for (let x = 0; x < line.length; x++) {
      if (!line[x]) continue
      const start = x
      while (line[x + 1]) x++
      path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`
    }
  }
  return path
}

/** `modules` is the dark matrix, or a ready `path` with the `count` of modules of a side. `size` in px, 76 by default. */
export function QrCode({
  label,
  modules,
  path,
  count,
  size,
}: { label: string; size?: number } & (
  | { modules: readonly (readonly boolean[])[]; path?: undefined; count?: undefined }
  | { modules?: undefined; path: string; count: number }
)) {
  const side = modules === undefined ? count : modules.length
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      style={size === undefined ? undefined : { width: size, height: size }}
    >
      <path shapeRendering="crispEdges" d={modules === undefined ? path : qrPath(modules)} />
    </svg>
  )
}
