/**
 * Tries one layer after the other and keeps what lowered its own losses: an epsilon-greedy bandit (Sutton and Barto
 * 2018, section 2.2) whose arms are the layers and whose reward is by how much the share of lost accounts fell in the
 * round after.
 */
import { EFFORT_LAYERS, type EffortLayer, type Efforts, eachEffort } from "../../population/efforts.ts"
import { below } from "../../random/distributions.ts"
import type { Random } from "../../random/streams.ts"
import { lostShare, type OperatorView, type OwnRound, type Strategy } from "../strategy.ts"

/** How often it tries any layer rather than the one that paid best. */
const CURIOSITY = 0.2

export const bandit: Strategy = {
  name: "bandit",
  replaces: true,
  sees: "own",
  answer(own, random) {
    // Whoever lost nothing leaves well alone.
    if (own.past.at(-1)!.caught === 0) return own.efforts
    const base = keptEfforts(own)
    const open = EFFORT_LAYERS.filter((layer) => base[layer] < 1)
    if (open.length === 0) return base
    return raise(base, chooseLayer(own.past, open, random), own)
  },
}

/** The present efforts where the last try paid, else those from before it. */
function keptEfforts({ efforts, past }: OperatorView): Efforts {
  const [before, last] = past.slice(-2)
  if (last === undefined || triedLayer(before!, last) === null) return efforts
  return lostShare(last) < lostShare(before!) ? efforts : before!.efforts
}

/** An untried layer as long as there is one; then the one that paid best, or out of curiosity any. */
function chooseLayer(past: readonly OwnRound[], open: readonly EffortLayer[], random: Random): EffortLayer {
  const rewards = rewardsOf(past)
  const untried = open.filter((layer) => rewards[layer].length === 0)
  if (untried.length > 0) return untried[below(untried.length, random)]!
  if (random() < CURIOSITY) return open[below(open.length, random)]!
  const mean = (layer: EffortLayer) =>
    rewards[layer].reduce((sum, reward) => sum + reward, 0) / rewards[layer].length
  return open.reduce((best, layer) => (mean(layer) > mean(best) ? layer : best))
}

function rewardsOf(past: readonly OwnRound[]): Record<EffortLayer, number[]> {
  const rewards: Record<EffortLayer, number[]> = { behaviour: [], content: [], network: [] }
  for (let at = 1; at < past.length; at++) {
    const layer = triedLayer(past[at - 1]!, past[at]!)
    if (layer) rewards[layer].push(lostShare(past[at - 1]!) - lostShare(past[at]!))
  }
  return rewards
}

/** The layer whose effort rose most; null when none did. */
function triedLayer(before: OwnRound, after: OwnRound): EffortLayer | null {
  const rise = (layer: EffortLayer) => after.efforts[layer] - before.efforts[layer]
  const most = EFFORT_LAYERS.reduce((best, layer) => (rise(layer) > rise(best) ? layer : best))
  return rise(most) > 0 ? most : null
}

/** One layer by a step, the others by as much less as it takes to pay for it. */
function raise(efforts: Efforts, raised: EffortLayer, { step, affordable }: OperatorView): Efforts {
  const effort = Math.min(1, efforts[raised] + step, Math.sqrt(affordable))
  const others = EFFORT_LAYERS.filter((layer) => layer !== raised)
  const wanted = others.reduce((sum, layer) => sum + efforts[layer] ** 2, 0)
  const left = Math.max(0, affordable - effort ** 2)
  const scale = wanted > left ? Math.sqrt(left / wanted) : 1
  return eachEffort((layer) => (layer === raised ? effort : scale * efforts[layer]))
}
