/**
 * A cheap bell: the sum of a draw's four bytes (Irwin and Hall 1927), scaled to mean 0 and SD 1. Within 3.45 of 0,
 * which no lens or picture minds, and a tenth of the price of a normal; a picture needs more than a hundred.
 */
import type { Random } from "../../random/streams.ts"

/** Mean and standard deviation of the sum of four independent bytes. */
const MEAN = 510
const SD = Math.sqrt((4 * (256 * 256 - 1)) / 12)

export function bell(random: Random): number {
  const word = random.int32()
  const sum = (word & 0xff) + ((word >>> 8) & 0xff) + ((word >>> 16) & 0xff) + (word >>> 24)
  return (sum - MEAN) / SD
}

/** A quantity above 0 about a median; `sigma` is the standard deviation of its logarithm. */
export function aboutMedian(median: number, sigma: number, random: Random): number {
  return median * Math.exp(sigma * bell(random))
}
