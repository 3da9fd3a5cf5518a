/**
 * Copies, with slips, an operator of its kind that lost a smaller share. Shares are drawn towards one half as though
 * each had run two more accounts and lost one of them, so that a single account that got away is no model for a fleet.
 * Who has no account left ran none that shows how it fares, and is no model.
 */
import { eachEffort } from "../../population/efforts.ts"
import { below, normal } from "../../random/distributions.ts"
import type { PeerView, Strategy } from "../strategy.ts"

/** SD of a slip; without them nobody would ever do what nobody did before. */
const SLIP = 0.05

const riskOf = ({ accounts, caught }: PeerView) => (caught + 1) / (accounts + 2)

export const imitate: Strategy = {
  name: "imitate",
  replaces: true,
  sees: "kind",
  answer({ efforts, past }, peers, random) {
    const own = riskOf(past.at(-1)!)
    const better = peers
      .filter((peer) => peer.accounts > 0 && riskOf(peer) < own)
      .sort((a, b) => riskOf(a) - riskOf(b))
    if (better.length === 0) return efforts
    const best = better.slice(0, Math.ceil(better.length / 4))
    const model = best[below(best.length, random)]!
    return eachEffort((layer) => model.efforts[layer] + SLIP * normal(random))
  },
}
