/**
 * Sorts scores with the group each belongs to: least-significant-digit radix sort, three passes of 11 bits,
 * over the bits of the 32-bit float, altered so that they order as numbers do. Linear in the number of scores.
 */

const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS
const SIGN = 0x80000000

/** Scores ascending, each with its group; both of one length. */
export interface SortedScores {
  readonly score: Float32Array
  readonly group: Uint32Array
}

/** Scores must not be NaN. `score` is left as it is; `group` is working space afterwards. */
export function sortScores(score: Float32Array, group: Uint32Array): SortedScores {
  const count = score.length
  let keys = orderedBits(score)
  let groups = group
  let otherKeys = new Uint32Array(count)
  let otherGroups: Uint32Array = new Uint32Array(count)
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const place = digitPlaces(keys, shift)
    for (let i = 0; i < count; i++) {
      const at = place[(keys[i] >>> shift) & (DIGITS - 1)]++
      otherKeys[at] = keys[i]
      otherGroups[at] = groups[i]
    }
    ;[keys, otherKeys] = [otherKeys, keys]
    ;[groups, otherGroups] = [otherGroups, groups]
  }
  return { score: fromOrderedBits(keys), group: groups }
}

/** Where the keys of each digit begin. */
function digitPlaces(keys: Uint32Array, shift: number): Uint32Array {
  const place = new Uint32Array(DIGITS)
  for (let i = 0; i < keys.length; i++) place[(keys[i] >>> shift) & (DIGITS - 1)]++
  let sum = 0
  for (let digit = 0; digit < DIGITS; digit++) {
    const inDigit = place[digit]
    place[digit] = sum
    sum += inDigit
  }
  return place
}

function orderedBits(score: Float32Array): Uint32Array<ArrayBuffer> {
  const copy = new Float32Array(score.length)
  // Adding 0 turns -0 into 0: equal scores must have equal bits.
  for (let i = 0; i < score.length; i++) copy[i] = score[i] + 0
  const bits = new Uint32Array(copy.buffer)
  for (let i = 0; i < bits.length; i++) bits[i] = bits[i] & SIGN ? ~bits[i] : bits[i] | SIGN
  return bits
}

function fromOrderedBits(bits: Uint32Array<ArrayBuffer>): Float32Array {
  for (let i = 0; i < bits.length; i++) bits[i] = bits[i] & SIGN ? bits[i] ^ SIGN : ~bits[i]
  return new Float32Array(bits.buffer)
}
