/** Raw features of what an account does to others. */
import { burstiness, memory } from "../detection/behaviour/burstiness.ts"
import { INTERACTION_KINDS, type Interactions, NONE } from "../evidence/evidence.ts"
import { gapsOf, meanOf, medianOf } from "./behaviour-gaps.ts"
import { entropyOf, hourCounts, quietShare } from "./behaviour-hours.ts"
import { sessionSizes } from "./behaviour-sessions.ts"
import { daysThere, type FeatureSection, shareOf } from "./features-section.ts"

/** Fewer actions than this have no habits to speak of. */
const LEAST_ACTIONS = 8
/** A reaction this soon after an object's publication is a fast one, seconds. */
const FAST = 60

export const interactionFeatures: FeatureSection = {
  of: "interaction",
  features: [
    { id: "interactions-per-day", title: "Interactions a day", unit: "count" },
    ...INTERACTION_KINDS.map((kind) => ({
      id: `share-${kind}`,
      title: `Share of interactions that are of kind ${kind}`,
      unit: "share",
    })),
    { id: "kinds-used", title: "Kinds of interaction used", unit: "count" },
    { id: "quiet-actions", title: "Share of interactions in the quietest eight hours", unit: "share" },
    { id: "action-hour-entropy", title: "Entropy of the hour of interaction", unit: "bits" },
    { id: "action-burstiness", title: "Burstiness of the gaps between interactions", unit: "" },
    { id: "action-memory", title: "Memory of the gaps between interactions", unit: "" },
    { id: "action-gap", title: "Median gap between interactions", unit: "seconds" },
    { id: "session-length", title: "Interactions in a session, mean", unit: "count" },
    { id: "top-target", title: "Share of interactions with the account met most often", unit: "share" },
    { id: "targets", title: "Accounts met, for each interaction", unit: "" },
    { id: "median-latency", title: "Median time from publication to reaction", unit: "seconds" },
    { id: "fast-reactions", title: "Share of reactions within 60 s", unit: "share" },
  ],
  describe(tile, account) {
    const { interactions } = tile
    if (!interactions) return null
    const from = interactions.offset[account]
    const to = interactions.offset[account + 1]
    const perDay = (to - from) / daysThere(tile, account)
    return to - from < LEAST_ACTIONS ? [perDay, ...NO_HABITS] : [perDay, ...habitsOf(interactions, from, to)]
  },
}

const NO_HABITS = new Array<number>(interactionFeatures.features.length - 1).fill(Number.NaN)

function habitsOf(interactions: Interactions, from: number, to: number): number[] {
  const times = interactions.time.subarray(from, to)
  const gaps = gapsOf(times)
  const hours = hourCounts(times)
  const kinds = new Uint32Array(INTERACTION_KINDS.length)
  for (const kind of interactions.kind.subarray(from, to)) kinds[kind]++
  return [
    ...Array.from(kinds, (count) => count / times.length),
    kinds.reduce((used, count) => used + (count > 0 ? 1 : 0), 0),
    quietShare(hours),
    entropyOf(hours),
    burstiness(gaps),
    memory(gaps),
    medianOf(gaps),
    meanOf(sessionSizes(times)),
    ...companyOf(interactions.target.subarray(from, to)),
    ...hasteOf(interactions.latency?.subarray(from, to)),
  ]
}

/** How much of it goes to one account, and to how many accounts. */
function companyOf(targets: Uint32Array): [top: number, distinct: number] {
  const met = new Map<number, number>()
  for (const target of targets) if (target !== NONE) met.set(target, (met.get(target) ?? 0) + 1)
  const known = [...met.values()].reduce((sum, count) => sum + count, 0)
  return [shareOf(Math.max(0, ...met.values()), known), shareOf(met.size, known)]
}

function hasteOf(latency: Uint32Array | undefined): [median: number, fast: number] {
  const known = latency?.filter((seconds) => seconds !== NONE) ?? new Uint32Array()
  const fast = known.reduce((sum, seconds) => sum + (seconds <= FAST ? 1 : 0), 0)
  return [medianOf(known), shareOf(fast, known.length)]
}
