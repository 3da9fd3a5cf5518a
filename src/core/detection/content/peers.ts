/**
 * How an account stands among its peers: those of the same script who wrote about as much. Text statistics depend on
 * how much text there is (Heaps 1978; Tweedie and Baayen 1998), and peers have as much, so that neither a formula nor
 * its constants are needed. The usual value is their median, the usual difference their median absolute deviation,
 * so that a few managed accounts among many people move neither.
 */

/** Accounts that are held against each other, at least; and fewer in all are no yardstick. */
const PEERS = 200
const LEAST_PEERS = 10
/** Makes the median absolute deviation of normal values their standard deviation. */
const TO_DEVIATION = 1.4826

export interface PeerComparison {
  /** Median among peers; NaN for accounts that were not compared. Length accounts. */
  readonly usual: Float64Array
  /** Standard deviation among peers, from the median absolute deviation. Length accounts. */
  readonly spread: Float64Array
}

/**
 * Compares those of `accounts` numbers that have a value: `value` and `size` have that length, NaN values stay out.
 * Accounts of one size are never parted, so that nobody's peers depend on his number.
 */
export function amongPeers(size: ArrayLike<number>, value: Float64Array): PeerComparison {
  const usual = new Float64Array(value.length).fill(Number.NaN)
  const spread = new Float64Array(value.length).fill(Number.NaN)
  const compared: number[] = []
  for (let account = 0; account < value.length; account++)
    if (!Number.isNaN(value[account])) compared.push(account)
  if (compared.length < LEAST_PEERS) return { usual, spread }
  compared.sort((a, b) => size[a] - size[b])
  for (const [from, to] of groupsOf(compared, size)) {
    const peers = compared.slice(from, to)
    const values = Float64Array.from(peers, (account) => value[account]).sort()
    const middle = medianOf(values)
    const deviation = TO_DEVIATION * medianOf(values.map((item) => Math.abs(item - middle)).sort())
    for (const account of peers) {
      usual[account] = middle
      spread[account] = deviation
    }
  }
  return { usual, spread }
}

/** Cuts accounts of ascending size into groups of PEERS or more; a rest too small joins the group before it. */
function groupsOf(ascending: readonly number[], size: ArrayLike<number>): [from: number, to: number][] {
  const groups: [number, number][] = []
  let from = 0
  for (let at = 1; at <= ascending.length; at++) {
    const ends = at === ascending.length || size[ascending[at]] > size[ascending[at - 1]]
    if (!ends || (at < ascending.length && at - from < PEERS)) continue
    if (at - from < PEERS && groups.length > 0) groups[groups.length - 1][1] = at
    else groups.push([from, at])
    from = at
  }
  return groups
}

function medianOf(ascending: Float64Array): number {
  const { length } = ascending
  return (ascending[(length - 1) >> 1] + ascending[length >> 1]) / 2
}
