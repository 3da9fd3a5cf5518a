/** Colours between two, for shades that stand for amounts. */

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** Both colours as #rrggbb; `share` of the second, in [0, 1]. */
export function mix(from: string, to: string, share: number): string {
  const [start, end] = [channels(from), channels(to)]
  return `rgb(${start.map((value, i) => Math.round(value + (end[i]! - value) * share)).join(", ")})`
}
