/**
 * Clearing: what would have put an account on the other side of the threshold. For a flagged account, what would have
 * cleared it; for one that is not flagged, what would have flagged it. Two kinds of answer, with all else as it is:
 *
 *   - one detector's score: how far it would have to move. The risk rises or falls with each score all the way, whatever
 *     the method, so the scores that do are those from one end of [0, 1] up to a bound, found by bisection over the
 *     32-bit floats that scores are kept as: exact, not rounded;
 *   - the fewest detectors without whose evidence it would be on the other side. What detectors add does not depend on
 *     each other (in the logistic method and the weighted sum), or the highest probabilities decide; so taking away those
 *     that pull hardest, one after the other, takes the fewest.
 */
import { detectorsOf, pullOf, riskOf } from "../detection/fusion/fusion.ts"
import type { FusionModel } from "../detection/fusion/model.ts"

/** Scores that put the account on the other side. */
export interface Bound {
  readonly side: "at-most" | "at-least"
  readonly score: number
}

export interface DetectorClearing {
  readonly detector: string
  /** NaN without evidence. */
  readonly score: number
  /** How far it moves the risk against having no evidence, see `pullOf`; above 0 towards AI-managed. */
  readonly pull: number
  /** The scores that alone would have sufficed; null when none would. */
  readonly needed: Bound | null
  /** The risk had the detector had no evidence. */
  readonly riskWithout: number
}

export interface Clearing {
  readonly risk: number
  readonly threshold: number
  readonly isFlagged: boolean
  /** In the model's order. */
  readonly detectors: readonly DetectorClearing[]
  /** The detector whose score has the least way to go; null when no single one suffices. */
  readonly smallest: string | null
  /** The fewest detectors without whose evidence it would be on the other side; null when all together do not suffice. */
  readonly without: readonly string[] | null
}

type Scores = Readonly<Record<string, number>>

/** `scores`: by detector id, NaN where the evidence is missing. */
export function clearingOf(model: FusionModel, scores: Scores, threshold: number): Clearing {
  const risk = riskOf(model, scores)
  // At or above counts as flagged.
  const isFlagged = risk >= threshold
  const turns = (changed: Scores) => riskOf(model, { ...scores, ...changed }) >= threshold !== isFlagged
  const detectors = detectorsOf(model).map((detector): DetectorClearing => {
    const score = scores[detector] ?? Number.NaN
    return {
      detector,
      score,
      pull: pullOf(model, detector, score),
      needed: neededScore(score, (other) => turns({ [detector]: other })),
      riskWithout: riskOf(model, { ...scores, [detector]: Number.NaN }),
    }
  })
  return {
    risk,
    threshold,
    isFlagged,
    detectors,
    smallest: smallestWay(detectors),
    without: fewestWithout(detectors, isFlagged, turns),
  }
}

/** How far a score has to go; a detector without evidence has no score to go from. */
export function wayOf({ score, needed }: Pick<DetectorClearing, "score" | "needed">): number {
  return needed === null ? Number.NaN : Math.abs(score - needed.score)
}

function smallestWay(detectors: readonly DetectorClearing[]): string | null {
  const able = detectors.filter((one) => !Number.isNaN(wayOf(one)))
  return able.sort((a, b) => wayOf(a) - wayOf(b))[0]?.detector ?? null
}

/** The bound of the scores that `turns` holds for: they reach from 0 or from 1 on. */
function neededScore(present: number, turns: (score: number) => boolean): Bound | null {
  const [low, high] = [turns(0), turns(1)]
  if (low && high && Number.isNaN(present)) return { side: "at-most", score: 1 }
  if (low) return { side: "at-most", score: lastThatTurns(0, 1, turns) }
  if (high) return { side: "at-least", score: lastThatTurns(1, 0, turns) }
  return null
}

const asFloat = new Float32Array(1)
const asBits = new Uint32Array(asFloat.buffer)

/** The bits of floats of 0 or more order as they do. */
function bitsOf(value: number): number {
  asFloat[0] = value
  return asBits[0]
}

function floatOf(bits: number): number {
  asBits[0] = bits
  return asFloat[0]
}

/** From `from`, for which `turns` holds, towards `to`, for which it does not: the last 32-bit float that it holds for. */
function lastThatTurns(from: number, to: number, turns: (score: number) => boolean): number {
  let holds = bitsOf(from)
  let fails = bitsOf(to)
  while (Math.abs(holds - fails) > 1) {
    const middle = Math.floor((holds + fails) / 2)
    if (turns(floatOf(middle))) holds = middle
    else fails = middle
  }
  return floatOf(holds)
}

function fewestWithout(
  detectors: readonly DetectorClearing[],
  isFlagged: boolean,
  turns: (changed: Scores) => boolean,
): string[] | null {
  const direction = isFlagged ? 1 : -1
  const pulling = detectors
    .filter(({ pull }) => direction * pull > 0)
    .sort((a, b) => direction * (b.pull - a.pull))
  const missing: Record<string, number> = {}
  for (const { detector } of pulling) {
    missing[detector] = Number.NaN
    if (turns(missing)) return Object.keys(missing)
  }
  return null
}
