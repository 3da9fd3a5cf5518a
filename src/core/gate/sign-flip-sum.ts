/**
 * The sign-flip test of sign-flip.ts for a sum whose parts are no whole numbers, and that may vary by something else as
 * well, which is taken as normal and independent of the signs.
 *
 * The largest parts are counted on a grid of 2^15 steps; what rounding to it could have done is granted to the null
 * hypothesis, so that p errs upwards. Of more than 1,024 parts the smaller ones are joined to what is normal, as sums of
 * hundreds of small parts are.
 */
import { normalTail } from "../evaluation/normal-tail.ts"
import type { SignFlip } from "./sign-flip.ts"

const GRID = 2 ** 15
const MOST_COUNTED = 1024

/** `parts`: one a cluster; `variance`: of what else the sum varies by. Tests the sum of the parts against 0. */
export function signFlipSum(parts: Float64Array, variance: number): SignFlip {
  const sum = Math.abs(parts.reduce((all, part) => all + part, 0))
  const sizes = parts.map(Math.abs).filter((size) => size > 0)
  const total = sizes.reduce((all, size) => all + size, 0)
  if (total === 0) return { p: 1, least: 1 }
  sizes.sort().reverse()
  const rest = sizes.subarray(MOST_COUNTED)
  const normal = rest.reduce((all, size) => all + size * size, variance)
  const counted = onGrid(sizes.subarray(0, MOST_COUNTED))
  const chance = (far: number) => Math.min(1, tailOf(counted, far, Math.sqrt(normal)))
  return { p: chance(sum), least: chance(total) }
}

interface Counted {
  /** Chance that so many steps have a plus, of `plus.length - 1` in all. */
  readonly plus: Float64Array
  readonly step: number
  /** The most that rounding to the grid can have moved a sum. */
  readonly slack: number
}

function onGrid(sizes: Float64Array): Counted {
  const total = sizes.reduce((all, size) => all + size, 0)
  const step = stepOf(sizes, total)
  const steps = Array.from(sizes, (size) => Math.round(size / step))
  const slack = sizes.reduce((all, size, at) => all + Math.abs(size - steps[at] * step), 0)
  const plus = new Float64Array(steps.reduce((all, own) => all + own, 0) + 1)
  plus[0] = 1
  let reach = 0
  for (const own of steps) {
    if (own === 0) continue
    // Downwards, so that what is moved up by a part is not moved by it again.
    for (let k = reach; k >= 0; k--) {
      plus[k] /= 2
      plus[k + own] += plus[k]
    }
    reach += own
  }
  return { plus, step, slack }
}

/** The smallest part where all are its multiples, as flips of equal weight are: then nothing is rounded. */
function stepOf(sizes: Float64Array, total: number): number {
  const smallest = sizes[sizes.length - 1]
  const isMultiple = (size: number) => Math.abs(size / smallest - Math.round(size / smallest)) < 1e-6
  return total / smallest <= GRID && sizes.every(isMultiple) ? smallest : total / GRID
}

/** Less than this part of the tail is not looked for. */
const NEGLIGIBLE = 1e-12

/** Chance of a sum at least `far` from 0 on either side; `error`: standard deviation of the normal part. */
function tailOf({ plus, step, slack }: Counted, far: number, error: number): number {
  const all = plus.length - 1
  const within = far - slack
  // Both sides are alike. From the farthest sums down, each reaches it less often than the one before.
  let tail = 0
  for (let k = all; k >= 0; k--) {
    if (plus[k] === 0) continue
    const short = within - (2 * k - all) * step
    const reaching = error > 0 ? normalTail(short / error) : short <= step / 1e6 ? 1 : 0
    tail += plus[k] * reaching
    if (reaching <= NEGLIGIBLE * tail) break
  }
  return 2 * tail
}
