/** The reference that all times are told by. */
import { stream } from "../src/core/random/streams.ts"

/** Seconds to sort 1,000,000 seeded uniform doubles: the best of five. */
export function sortReference(): number {
  const random = stream("bench", "reference")
  const values = new Float64Array(1_000_000).map(random)
  let best = Number.POSITIVE_INFINITY
  for (let repeat = 0; repeat < 5; repeat++) {
    const copy = values.slice()
    const started = performance.now()
    copy.sort()
    best = Math.min(best, (performance.now() - started) / 1000)
  }
  return best
}

/** Seconds that some work takes, and what it returns. */
export async function timed<Result>(
  work: () => Result | Promise<Result>,
): Promise<{ seconds: number; result: Result }> {
  const started = performance.now()
  const result = await work()
  return { seconds: (performance.now() - started) / 1000, result }
}

/** The most memory that this process has held, MiB. */
export const peakMegabytes = () => process.resourceUsage().maxRSS / 1024
