/**
 * Corrected conditional entropy of a sequence of symbols, in nats: how hard the next one is to tell from those before.
 * Porta et al. 1998, Biol. Cybern. 78, 71; used on gaps between messages by Gianvecchio et al. 2011, IEEE/ACM Trans.
 * Netw. 19, 1557. CCE(m) = H(m) - H(m - 1) + unique(m) H(1), where unique(m) is the share of patterns of length m that
 * occur once: without it every short sequence would look predictable. The least over m = 1 to 3; CCE(1) = H(1).
 */

const LONGEST_PATTERN = 3

/** Symbols are from 0 up to, not including, `alphabet`. NaN without symbols. */
export function correctedConditionalEntropy(symbols: ArrayLike<number>, alphabet: number): number {
  if (symbols.length === 0) return Number.NaN
  const first = patterns(symbols, 1, alphabet).entropy
  let least = first
  let before = first
  for (let length = 2; length <= Math.min(LONGEST_PATTERN, symbols.length); length++) {
    const { entropy, unique } = patterns(symbols, length, alphabet)
    least = Math.min(least, entropy - before + unique * first)
    before = entropy
  }
  return least
}

/** Entropy of the patterns of one length, and the share of patterns that occur once. */
function patterns(symbols: ArrayLike<number>, length: number, alphabet: number) {
  const count = new Uint32Array(alphabet ** length)
  const total = symbols.length - length + 1
  for (let at = 0; at < total; at++) {
    let pattern = 0
    for (let k = 0; k < length; k++) pattern = pattern * alphabet + symbols[at + k]
    count[pattern]++
  }
  let entropy = 0
  let once = 0
  for (const times of count) {
    if (times === 1) once++
    if (times > 0) entropy -= (times / total) * Math.log(times / total)
  }
  return { entropy, unique: once / total }
}
