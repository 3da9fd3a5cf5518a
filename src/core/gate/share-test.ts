/** Whether the flagged share of some accounts changed: recall of AI-managed ones, the false-positive rate of authentic ones. */
import { type Clusters, sumByCluster } from "./clusters.ts"
import type { Tested } from "./difference-test.ts"
import { pairedShares } from "./paired-shares.ts"
import { signFlipTest } from "./sign-flip.ts"

/** `before` and `after`: 1 when flagged, one an account; `accounts`: numbers of those that count. */
export function shareTest(
  { before, after }: { readonly before: Uint8Array; readonly after: Uint8Array },
  clusters: Clusters,
  accounts: Uint32Array,
): Tested {
  const net = sumByCluster(clusters, accounts, (at) => after[accounts[at]] - before[accounts[at]])
  const count = (from: Uint8Array, to: Uint8Array) =>
    accounts.reduce((sum, account) => sum + (to[account] > from[account] ? 1 : 0), 0)
  return {
    ...pairedShares(net, { gained: count(before, after), lost: count(after, before) }),
    ...signFlipTest(net.sum),
  }
}
