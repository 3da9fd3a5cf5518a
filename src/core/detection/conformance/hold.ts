/** How a check says that something is not kept. */

export class NotKept extends Error {
  override name = "NotKept"
}

export function hold(isKept: boolean, otherwise: string): asserts isKept {
  if (!isKept) throw new NotKept(otherwise)
}

/** Equal down to the last bit, NaN to NaN; else NotKept names the first place that differs. */
export function holdSame(found: unknown, wanted: unknown, what: string): void {
  const difference = differenceOf(found, wanted, "")
  hold(difference === null, `${what}: ${difference}`)
}

function differenceOf(a: unknown, b: unknown, place: string): string | null {
  if (Object.is(a, b)) return null
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return `${place || "it"} is ${String(a)} and not ${String(b)}`
  const [inA, inB] = [Object.keys(a), Object.keys(b)]
  if (inA.length !== inB.length) return `${place || "it"} has ${inA.length} values and not ${inB.length}`
  for (const key of inA) {
    const inner = /^\d+$/.test(key) ? `${place}[${key}]` : place ? `${place}.${key}` : key
    const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
    const difference = differenceOf(one[key], other[key], inner)
    if (difference !== null) return difference
  }
  return null
}
