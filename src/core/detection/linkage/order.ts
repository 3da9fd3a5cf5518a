/** Sorting of keyed records: stable radix sort of positions by 32-bit keys, linear in their number. */

const BITS = 11
const BUCKETS = 1 << BITS
const MASK = BUCKETS - 1

/** Positions of `keys` in ascending order of key; equal keys keep their order. */
export function sortedOrder(keys: Uint32Array): Uint32Array {
  let order = new Uint32Array(keys.length).map((_, position) => position)
  let next = new Uint32Array(keys.length)
  const starts = new Uint32Array(BUCKETS)
  for (let shift = 0; shift < 32; shift += BITS) {
    starts.fill(0)
    for (let i = 0; i < keys.length; i++) starts[(keys[i] >>> shift) & MASK]++
    let start = 0
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const count = starts[bucket]
      starts[bucket] = start
      start += count
    }
    for (let i = 0; i < order.length; i++) {
      const position = order[i]
      next[starts[(keys[position] >>> shift) & MASK]++] = position
    }
    ;[order, next] = [next, order]
  }
  return order
}

/** The account that owns each position of a ragged column of the given offsets (length accounts + 1). */
export function ownersOf(offset: Uint32Array): Uint32Array {
  const owner = new Uint32Array(offset[offset.length - 1])
  for (let account = 0; account + 1 < offset.length; account++)
    owner.fill(account, offset[account], offset[account + 1])
  return owner
}
