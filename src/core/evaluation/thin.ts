/**
 * Fewer points for drawing, corners kept.
 *
 * Starts with the two ends and adds, again and again, the point that lies farthest from the line drawn so far
 * (Douglas and Peucker 1973, "Algorithms for the reduction of the number of points required to represent a
 * digitized line", the largest deviation first). It ends at the number of points asked for, or earlier when what
 * is left out lies on the line. Both axes count as one unit long.
 */

/** A curve: columns of one length. */
export type Columns<C> = { readonly [K in keyof C]: Float64Array }

/** A long curve is first cut into this many stretches of even length for each point asked for. */
const STRETCHES_PER_POINT = 4

/**
 * At most `points` (2 or more) of the curve's points, in order, that keep its shape in the plane of x and y.
 * Points are kept or left out, never moved. The curve itself when it is short enough already.
 */
export function thin<C extends Columns<C>>(curve: C, x: keyof C, y: keyof C, points: number): C {
  if (!(points >= 2)) throw new RangeError(`points must be 2 or more, got ${points}`)
  if (curve[x].length <= points) return curve
  const xs = toUnit(curve[x])
  const ys = toUnit(curve[y])
  const kept = farthestFirst(xs, ys, extremesByStretch(xs, ys, points * STRETCHES_PER_POINT), points)
  const thinned = {} as { -readonly [K in keyof C]: Float64Array }
  for (const name of Object.keys(curve) as (keyof C)[]) {
    thinned[name] = Float64Array.from(kept, (at) => curve[name][at])
  }
  return thinned as C
}

/** Scaled to [0, 1]; 0 where not finite or when all are equal. */
function toUnit(column: Float64Array): Float64Array {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let at = 0; at < column.length; at++) {
    const value = column[at]
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  const scale = high > low ? 1 / (high - low) : 0
  const unit = new Float64Array(column.length)
  for (let at = 0; at < column.length; at++) {
    if (Number.isFinite(column[at])) unit[at] = (column[at] - low) * scale
  }
  return unit
}

/**
 * Positions worth looking at, ascending. All of them on a short curve; on a long one the first, last, lowest and
 * highest of every stretch, which draw the same: a stretch is smaller than a dot.
 */
function extremesByStretch(xs: Float64Array, ys: Float64Array, stretches: number): Uint32Array {
  const count = xs.length
  if (count <= stretches * 4) return Uint32Array.from({ length: count }, (_, at) => at)
  const stretch = stretchLength(xs, ys) / stretches
  const positions: number[] = []
  let start = 0
  let travelled = 0
  for (let at = 1; at <= count; at++) {
    if (at < count) travelled += Math.abs(xs[at] - xs[at - 1]) + Math.abs(ys[at] - ys[at - 1])
    if (at < count && travelled < stretch) continue
    positions.push(...extremes(ys, start, at - 1))
    start = at
    travelled = 0
  }
  return Uint32Array.from(positions)
}

/** Along the axes, so that a steep rise counts as much as a flat run. */
function stretchLength(xs: Float64Array, ys: Float64Array): number {
  let length = 0
  for (let at = 1; at < xs.length; at++)
    length += Math.abs(xs[at] - xs[at - 1]) + Math.abs(ys[at] - ys[at - 1])
  return length
}

/** First, lowest, highest and last position from `first` to `last`, ascending, each once. */
function extremes(ys: Float64Array, first: number, last: number): number[] {
  let lowest = first
  let highest = first
  for (let at = first; at <= last; at++) {
    if (ys[at] < ys[lowest]) lowest = at
    if (ys[at] > ys[highest]) highest = at
  }
  return [...new Set([first, Math.min(lowest, highest), Math.max(lowest, highest), last])]
}

/** A piece of the line drawn so far, and the candidate between its ends that lies farthest from it. */
interface Piece {
  readonly from: number
  readonly to: number
  readonly farthest: number
  readonly distance: number
}

function farthestFirst(
  xs: Float64Array,
  ys: Float64Array,
  candidates: Uint32Array,
  points: number,
): number[] {
  const pieceOf = (from: number, to: number) => farthestBetween(xs, ys, candidates, from, to)
  const pieces: Piece[] = [pieceOf(0, candidates.length - 1)]
  while (pieces.length + 1 < points) {
    let worst = 0
    for (let at = 1; at < pieces.length; at++) if (pieces[at].distance > pieces[worst].distance) worst = at
    const { from, to, farthest, distance } = pieces[worst]
    if (distance === 0) break
    pieces[worst] = pieceOf(from, farthest)
    pieces.push(pieceOf(farthest, to))
  }
  const ends = pieces.map((piece) => piece.to).sort((a, b) => a - b)
  return [0, ...ends].map((at) => candidates[at])
}

function farthestBetween(
  xs: Float64Array,
  ys: Float64Array,
  candidates: Uint32Array,
  from: number,
  to: number,
): Piece {
  const fromX = xs[candidates[from]]
  const fromY = ys[candidates[from]]
  const alongX = xs[candidates[to]] - fromX
  const alongY = ys[candidates[to]] - fromY
  const length = Math.hypot(alongX, alongY)
  let farthest = from
  let distance = 0
  for (let at = from + 1; at < to; at++) {
    const dx = xs[candidates[at]] - fromX
    const dy = ys[candidates[at]] - fromY
    // Ends that coincide have no line between them: then the distance to the point counts.
    const away = length > 0 ? Math.abs(alongX * dy - alongY * dx) / length : Math.hypot(dx, dy)
    if (away > distance) {
      distance = away
      farthest = at
    }
  }
  return { from, to, farthest, distance }
}
