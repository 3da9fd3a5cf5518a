/** Where an honest pipeline lands (TARGETS: "Where an honest pipeline lands"), and the limits of what may give away. */
import {
  bootstrapRecall,
  recall,
  type ScoreIndex,
  thresholdForFalsePositiveRate,
} from "../evaluation/index.ts"
import type { LeakageInterval, LeakageLimit, LeakageReport, Separation, Zone } from "./leakage-report.ts"

type Parts = Pick<LeakageReport, "features" | "detectorFeatures" | "detectors" | "fusion">
type Found = Pick<Zone, "value" | "interval"> & { readonly name?: string | undefined }

const NOTHING: Found = { value: null, interval: null }

/** A separation by what separates. */
interface Named extends Separation {
  readonly name: string
}

/** All that was judged of raw features, detectors' features and detectors, each as a single signal. */
function signalsOf({ features, detectorFeatures, detectors }: Parts): Named[] {
  return [
    ...[...features, ...detectorFeatures].map((one) => ({ ...one, name: `${one.of}: ${one.title}` })),
    ...detectors.map((one) => ({ ...one, name: one.id })),
  ].filter(({ auc }) => auc !== null)
}

const byArea = (a: Separation, b: Separation) => a.auc! - b.auc!

/** `risk` is the fused score of the whole population. */
export function zonesOf(parts: Parts, risk: ScoreIndex, seed: string): Zone[] {
  const { detectors, fusion } = parts
  const weakest = detectors.filter(({ auc }) => auc !== null).sort(byArea)[0]
  const strongest = signalsOf(parts).sort(byArea).at(-1)
  const found = (separation: (Separation & { readonly name?: string }) | undefined): Found =>
    separation ? { value: separation.auc, interval: separation.interval, name: separation.name } : NOTHING
  return [
    zone(
      "single-lowest",
      "AUC of the weakest detector alone",
      [0.5, 0.85],
      found(weakest && { ...weakest, name: weakest.id }),
    ),
    zone("single-highest", "AUC of the strongest single signal", [0.5, 0.85], found(strongest)),
    zone("fused-seen", "Fused AUC, archetypes seen in learning", [0.85, 0.95], found(fusion.seen)),
    zone("fused-recall", "Fused recall at a false-positive rate of 1 %", [0.2, 0.6], recallAt(risk, seed)),
    zone("lost-on-unseen", "AUC lost on archetypes held out", LOST, lostOnHeldOut(fusion)),
    zone("lost-when-left-out", "AUC lost on an archetype left out of learning, mean", LOST, lostMean(fusion)),
  ]
}

/** AUC lost on unseen operators. */
const LOST: LeakageInterval = [0.1, 0.25]

/** Met when any value within the interval lies in the zone. */
function zone(id: string, title: string, published: LeakageInterval, found: Found): Zone {
  const { value, interval, name = null } = found
  const met = interval === null ? null : interval[1] >= published[0] && interval[0] <= published[1]
  return { id, title, published, value, interval, met, name }
}

const RATE = 0.01

function recallAt(risk: ScoreIndex, seed: string): Found {
  if (risk.managed === 0 || risk.authentic === 0) return NOTHING
  const value = recall(risk.confusionAt(thresholdForFalsePositiveRate(risk, RATE)))
  return { value, interval: bootstrapRecall(risk, RATE, { seed: `${seed}/leakage/recall` }) }
}

type Area = Pick<Separation, "auc" | "interval">

const lostOnHeldOut = ({ seen, heldOut }: Parts["fusion"]): Found => lost(seen, heldOut) ?? NOTHING

/** The same accounts with and without their kind in learning, over all archetypes that are learned from. */
function lostMean({ leaveOneOut }: Parts["fusion"]): Found {
  const each = leaveOneOut.flatMap(({ whenSeen, whenSeenInterval, ...without }) => {
    const loss = lost({ auc: whenSeen, interval: whenSeenInterval }, without)
    return loss === null ? [] : [loss]
  })
  if (each.length === 0) return NOTHING
  const value = each.reduce((sum, loss) => sum + loss.value, 0) / each.length
  const down = Math.hypot(...each.map((loss) => loss.value - loss.interval[0])) / each.length
  const up = Math.hypot(...each.map((loss) => loss.interval[1] - loss.value)) / each.length
  return { value, interval: [value - down, value + up] }
}

/**
 * Difference of two areas. Their half-widths are added as roots of squares, as if independent; they share
 * accounts, which makes the true interval narrower.
 */
function lost(from: Area, to: Area): { value: number; interval: LeakageInterval } | null {
  if (from.auc === null || to.auc === null || !from.interval || !to.interval) return null
  const value = from.auc - to.auc
  const down = Math.hypot(from.auc - from.interval[0], to.interval[1] - to.auc)
  const up = Math.hypot(from.interval[1] - from.auc, to.auc - to.interval[0])
  return { value, interval: [value - down, value + up] }
}

export const MOST_OF_ONE = 0.95
export const MOST_OF_UNSEEN = 0.99

export function limitsOf(parts: Parts): LeakageLimit[] {
  const { fusion } = parts
  return [
    limitOf(
      "single",
      "AUC of any raw feature, detector's feature or detector alone",
      MOST_OF_ONE,
      signalsOf(parts),
    ),
    limitOf("unseen", "Fused AUC on archetypes held out", MOST_OF_UNSEEN, [
      { name: "fusion", auc: fusion.heldOut.auc },
    ]),
  ]
}

function limitOf(
  id: string,
  title: string,
  limit: number,
  all: readonly { name: string; auc: number | null }[],
): LeakageLimit {
  const judged = all.flatMap(({ name, auc }) => (auc === null ? [] : [{ name, auc }]))
  judged.sort((a, b) => b.auc - a.auc)
  return { id, title, limit, greatest: judged[0] ?? null, exceeding: judged.filter(({ auc }) => auc > limit) }
}

/** Whether the population passes: a limit that had nothing to judge leaves that open, unless another is exceeded. */
export function verdictOf(limits: readonly LeakageLimit[]): boolean | null {
  if (limits.some(({ exceeding }) => exceeding.length > 0)) return false
  return limits.some(({ greatest }) => greatest === null) ? null : true
}
