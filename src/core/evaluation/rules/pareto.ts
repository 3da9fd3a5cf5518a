/**
 * The Pareto front of recall against the false-positive rate over many rules: those that no other rule beats in one
 * without losing in the other. It is picked from thousands of rules on the accounts that it is told of, so it flatters:
 * on other accounts its rules will do somewhat worse, the more so the fewer accounts there are.
 */
import { type Confusion, falsePositiveRate, recall } from "../confusion.ts"
import { createScoreIndex, type ScoreIndex } from "../score-index.ts"
import { PAIR_HOWS, type PairHow, type ThresholdGrid, thresholdGrid } from "./grid.ts"
import { keysOf } from "./keys.ts"
import { allOf, anyOf, type Rule } from "./rule.ts"
import { tellingThresholds } from "./thresholds.ts"

/** What kind of rule a point is. */
export const RULE_SOURCES = ["fusion", "single", "pair"] as const
export type RuleSource = (typeof RULE_SOURCES)[number]

export interface ParetoPoint {
  readonly rule: Rule
  readonly source: RuleSource
  readonly confusion: Confusion
  /** Shares in [0, 1]. */
  readonly recall: number
  readonly falsePositiveRate: number
}

export interface ParetoOptions {
  /** By name; NaN is missing. All of one length. */
  readonly scores: Readonly<Record<string, Float32Array>>
  readonly label: Uint8Array
  /** Names of two scores each. */
  readonly pairs: readonly (readonly [string, string])[]
  readonly hows?: readonly PairHow[]
  /** Name of the fused score, if it is to be in; it is no part of a pair unless `pairs` says so. */
  readonly fused?: string
  /** Thresholds on each score, 2 to 255; 64 unless told. */
  readonly steps?: number
}

/**
 * The front over pairs, each score of a pair alone, and the fused score, with rising false-positive rate and recall.
 * Among equals the simplest: fusion before one score, one before two. Empty when a class has no accounts.
 */
export function paretoOfRules(options: ParetoOptions): ParetoPoint[] {
  const { pairs, hows = PAIR_HOWS, fused, steps = 64 } = options
  const names = [...new Set([...(fused === undefined ? [] : [fused]), ...pairs.flat()])]
  const axes = new Map(
    names.map((name) => [name, axisOf(options, name, name === fused ? 255 : steps)] as const),
  )
  const candidates = new Candidates()
  for (const [name, { index, thresholds }] of axes)
    for (const threshold of thresholds) {
      const source = name === fused ? "fusion" : "single"
      candidates.add(index.confusionAt(threshold), source, () => ({
        kind: "threshold",
        score: name,
        threshold,
      }))
    }
  for (const [first, second] of pairs) {
    const [x, y] = [axes.get(first)!, axes.get(second)!]
    const grid = thresholdGrid(x, y, options.label)
    for (const how of hows)
      for (let atX = 0; atX < x.thresholds.length; atX++)
        for (let atY = 0; atY < y.thresholds.length; atY++)
          candidates.add(grid.confusionAt(atX, atY, how), "pair", () =>
            (how === "and" ? allOf : anyOf)([
              { kind: "threshold", score: first, threshold: x.thresholds[atX] },
              { kind: "threshold", score: second, threshold: y.thresholds[atY] },
            ]),
          )
  }
  return candidates.front()
}

function axisOf({ scores, label }: ParetoOptions, name: string, steps: number) {
  const index = createScoreIndex(scores[name], label)
  return {
    keys: keysOf(scores[name]),
    thresholds: tellingThresholds(index, steps),
    index: overAll(index, label),
  }
}

/** Counts over all accounts, those without a score not flagged. */
function overAll(index: ScoreIndex, label: Uint8Array): Pick<ScoreIndex, "confusionAt"> {
  const managed = label.reduce((sum, own) => sum + own, 0)
  const authentic = label.length - managed
  return {
    confusionAt(threshold) {
      const { truePositives, falsePositives } = index.confusionAt(threshold)
      return {
        truePositives,
        falsePositives,
        trueNegatives: authentic - falsePositives,
        falseNegatives: managed - truePositives,
      }
    },
  }
}

/** A point of a grid of thresholds that no other point beats. */
export interface GridPoint {
  /** Places on the grid's axes. */
  readonly x: number
  readonly y: number
  readonly confusion: Confusion
}

/**
 * The front within one grid, with rising false positives and recall; among equals the higher thresholds. `width` and
 * `height`: the number of thresholds on each axis.
 */
export function paretoOfGrid(
  grid: ThresholdGrid,
  width: number,
  height: number,
  how: PairHow,
): readonly GridPoint[] {
  const points: GridPoint[] = []
  for (let x = width - 1; x >= 0; x--)
    for (let y = height - 1; y >= 0; y--) points.push({ x, y, confusion: grid.confusionAt(x, y, how) })
  points.sort(
    ({ confusion: a }, { confusion: b }) =>
      a.falsePositives - b.falsePositives || b.truePositives - a.truePositives,
  )
  let most = 0
  return points.filter(({ confusion: { truePositives } }) => {
    if (truePositives <= most) return false
    most = truePositives
    return true
  })
}

/** Keeps, of all rules, the best for each number of false positives. */
class Candidates {
  readonly #best = new Map<number, { confusion: Confusion; source: RuleSource; rule: () => Rule }>()

  add(confusion: Confusion, source: RuleSource, rule: () => Rule): void {
    const best = this.#best.get(confusion.falsePositives)
    if (best === undefined || confusion.truePositives > best.confusion.truePositives)
      this.#best.set(confusion.falsePositives, { confusion, source, rule })
  }

  front(): ParetoPoint[] {
    const ascending = [...this.#best.values()].sort(
      (a, b) => a.confusion.falsePositives - b.confusion.falsePositives,
    )
    const front: ParetoPoint[] = []
    let most = 0
    for (const { confusion, source, rule } of ascending) {
      if (confusion.truePositives <= most) continue
      most = confusion.truePositives
      const point = { confusion, recall: recall(confusion), falsePositiveRate: falsePositiveRate(confusion) }
      if (Number.isFinite(point.recall) && Number.isFinite(point.falsePositiveRate))
        front.push({ rule: rule(), source, ...point })
    }
    return front
  }
}
