/**
 * The pairs of a run as a graph that can be walked: who is joined with whom, how often, and by which kind of pair.
 * Pairs come the strongest first, and a node's neighbours keep that order.
 */
import type { LinkPairs } from "../detection/detector.ts"
import { DataError } from "../errors.ts"
import type { Run } from "../run.ts"
import { PAIR_DETECTORS, PAIR_KINDS, type PairKind } from "./contents.ts"

/** Pairs of one kind, and for each account where its pairs are. */
export interface Links extends LinkPairs {
  /** Length accounts + 1. */
  readonly offset: Uint32Array
  /** Positions in a, b and weight, account after account, each in falling order of weight. */
  readonly pair: Uint32Array
}

export function linksOf({ a, b, weight }: LinkPairs, accounts: number): Links {
  const offset = new Uint32Array(accounts + 1)
  for (let at = 0; at < a.length; at++) {
    offset[a[at] + 1]++
    offset[b[at] + 1]++
  }
  for (let account = 0; account < accounts; account++) offset[account + 1] += offset[account]
  const next = offset.slice(0, accounts)
  const pair = new Uint32Array(2 * a.length)
  for (let at = 0; at < a.length; at++) {
    pair[next[a[at]]++] = at
    pair[next[b[at]]++] = at
  }
  return { a, b, weight, offset, pair }
}

/** Calls `visit` with each account joined with this one at least so often, the strongest first. */
export function eachLink(
  { a, b, weight, offset, pair }: Links,
  account: number,
  least: number,
  visit: (other: number, weight: number, pair: number) => void,
): void {
  for (let at = offset[account]; at < offset[account + 1]; at++) {
    const here = pair[at]
    if (weight[here] < least) return
    visit(a[here] === account ? b[here] : a[here], weight[here], here)
  }
}

/** The kinds whose pairs the run keeps. */
export function keptKinds(run: Run): PairKind[] {
  return PAIR_KINDS.filter((kind) => run.pairs[PAIR_DETECTORS[kind]] !== undefined)
}

/** The pairs of a kind; a DataError when the run keeps none. */
export function pairsOfKind(run: Run, kind: PairKind): LinkPairs {
  const detector = PAIR_DETECTORS[kind]
  const pairs = run.pairs[detector]
  if (pairs) return pairs
  throw new DataError(
    run.manifest.detectors.some(({ id }) => id === detector)
      ? `${run.manifest.id}: keeps no pairs of the detector ${detector}, because an earlier Assay wrote it; run the scenario again`
      : `${run.manifest.id}: was made without the detector ${detector}, so that nothing is known of who is joined by it`,
  )
}
