/**
 * Transfer: how much less is caught of archetypes that fusion has never seen. Held-out and seen AI-managed accounts
 * are each held against all authentic accounts, at the same thresholds.
 *
 * Intervals are 95 % percentile bootstrap. AI-managed accounts are drawn by operator, as many of either side as there
 * are, and authentic ones one by one (resample.ts), the latter as counts within groups of neighbouring scores (as bootstrap.ts), so that a million
 * accounts take no longer than their AI-managed ones do. A threshold that was chosen on the data is chosen again in
 * every draw.
 */
import { stream } from "../random/streams.ts"
import { drawMultinomial, groupOf } from "./bootstrap.ts"
import { rocAuc } from "./curves.ts"
import type { Estimate } from "./intervals.ts"
import { thresholdForFalsePositiveRate } from "./operating-point.ts"
import { drawOperators, intervalOf, operatorsOf } from "./resample.ts"
import { createScoreIndex, firstAtOrAbove, type ScoreIndex } from "./score-index.ts"

/** Of the AI-managed accounts whose archetypes fusion has learned from, or of the others. */
export interface TransferSide {
  readonly archetypes: readonly string[]
  readonly aiManaged: number
  /** Whom they belong to, an account on its own counted as one: what the intervals rest on. */
  readonly operators: number
  /** Area under the ROC curve against all authentic accounts; NaN without accounts. */
  readonly auc: Estimate
}

export interface TransferRecall {
  /** "FPR <= 1 %", or "threshold 0.2" for one that was not chosen on the data. */
  readonly name: string
  readonly threshold: number
  readonly seen: Estimate
  readonly heldOut: Estimate
  /** Seen less held out: above 0 where fusion knows better whom it has met. */
  readonly difference: Estimate
}

export interface TransferReport {
  readonly seen: TransferSide
  readonly heldOut: TransferSide
  /** Seen less held out. */
  readonly aucDifference: Estimate
  readonly recalls: readonly TransferRecall[]
}

/** A threshold, or the lowest one whose false-positive rate is at most so much. */
export type TransferPoint = { readonly threshold: number } | { readonly maxFpr: number }

export interface TransferInput {
  /** One an account, none missing. */
  readonly risk: Float32Array
  readonly label: Uint8Array
  readonly archetype: Uint8Array
  /** By number of the archetype. */
  readonly archetypes: readonly { readonly id: string; readonly isSeen: boolean }[]
  readonly group: Uint32Array
}

export interface TransferOptions {
  readonly seed: string
  readonly points: readonly TransferPoint[]
  /** 200 unless told. */
  readonly draws?: number
}

export function transferReport(input: TransferInput, options: TransferOptions): TransferReport {
  const found = figuresAsTheyAre(input, options.points)
  const operators = operatorsBySide(input)
  const drawn = drawFigures(input, options, found, operators)
  const estimate = (of: (figures: Figures) => number): Estimate => {
    return { value: of(found), interval: intervalOf(drawn.map(of)) }
  }
  const side = (which: Side) => ({
    archetypes: archetypesPresent(input, which === "seen"),
    aiManaged: found[which].managed,
    operators: operators[which].length,
    auc: estimate((figures) => figures[which].auc),
  })
  return {
    seen: side("seen"),
    heldOut: side("heldOut"),
    aucDifference: estimate(({ seen, heldOut }) => seen.auc - heldOut.auc),
    recalls: options.points.map((point, k) => ({
      name: nameOf(point),
      threshold: found.thresholds[k],
      seen: estimate(({ seen }) => seen.recalls[k]),
      heldOut: estimate(({ heldOut }) => heldOut.recalls[k]),
      difference: estimate(({ seen, heldOut }) => seen.recalls[k] - heldOut.recalls[k]),
    })),
  }
}

const nameOf = (point: TransferPoint) =>
  "maxFpr" in point
    ? `FPR <= ${Number((100 * point.maxFpr).toPrecision(12))} %`
    : `threshold ${point.threshold}`

const SIDES = ["seen", "heldOut"] as const
type Side = (typeof SIDES)[number]

interface SideFigures {
  readonly managed: number
  readonly auc: number
  /** By point. */
  readonly recalls: readonly number[]
}

interface Figures extends Readonly<Record<Side, SideFigures>> {
  /** By point. */
  readonly thresholds: readonly number[]
}

function archetypesPresent({ label, archetype, archetypes }: TransferInput, isSeen: boolean): string[] {
  const present = new Set(archetype.filter((_, account) => label[account] === 1))
  return archetypes.flatMap((kind, at) => (kind.isSeen === isSeen && present.has(at) ? [kind.id] : []))
}

const sideOf = ({ archetype, archetypes }: TransferInput, account: number): Side =>
  archetypes[archetype[account]].isSeen ? "seen" : "heldOut"

type Operators = Readonly<Record<Side, readonly Uint32Array[]>>

/** An operator's accounts are of one archetype, so all on one side; else the first one's counts. */
function operatorsBySide(input: TransferInput): Operators {
  const all = operatorsOf(input.label, input.group)
  const of = (side: Side) => all.filter(([first]) => sideOf(input, first) === side)
  return { seen: of("seen"), heldOut: of("heldOut") }
}

/** Exact to the account. */
function figuresAsTheyAre(input: TransferInput, points: readonly TransferPoint[]): Figures {
  const { risk, label } = input
  const all = createScoreIndex(risk, label)
  const thresholds = points.map((point) =>
    "maxFpr" in point ? thresholdForFalsePositiveRate(all, point.maxFpr) : point.threshold,
  )
  const figures = (side: Side): SideFigures => {
    const isOther = (account: number) => label[account] === 1 && sideOf(input, account) !== side
    const index = createScoreIndex(
      risk.map((score, account) => (isOther(account) ? Number.NaN : score)),
      label,
    )
    const above = (threshold: number) => index.managed - firstAtOrAbove(index.managedScores, threshold)
    return {
      managed: index.managed,
      auc: rocAuc(index),
      recalls: thresholds.map((threshold) =>
        Number.isNaN(threshold) ? Number.NaN : above(threshold) / index.managed,
      ),
    }
  }
  return { seen: figures("seen"), heldOut: figures("heldOut"), thresholds }
}

/** So many that a false-positive rate of 0.1 % takes several. */
const GROUPS = 8192

/** Scores in groups, the highest first, each with at most about 1/8192 of the authentic accounts. */
interface ScoreGroups {
  /** The lowest score of each, descending. */
  readonly lowest: Float32Array
  readonly authentic: Float64Array
}

function groupScores({ thresholds: { score, flaggedAuthentic }, authentic }: ScoreIndex): ScoreGroups {
  const lowest: number[] = []
  const counts: number[] = []
  let before = 0
  for (let step = 0; step < score.length; step++) {
    const here = flaggedAuthentic[step] - before
    if (here * GROUPS < authentic && step < score.length - 1) continue
    lowest.push(score[step])
    counts.push(here)
    before = flaggedAuthentic[step]
  }
  return { lowest: Float32Array.from(lowest), authentic: Float64Array.from(counts) }
}

/**
 * Figures of every draw. What grouping takes off them is known for the accounts as they are, and given back: at the
 * draw of everybody once they are the exact ones.
 */
function drawFigures(
  input: TransferInput,
  { seed, points, draws = 200 }: TransferOptions,
  exact: Figures,
  operators: Operators,
) {
  const { risk, label } = input
  const index = createScoreIndex(risk, label)
  if (index.managed === 0 || index.authentic === 0) return []
  const groups = groupScores(index)
  const place = Uint16Array.from(risk, (score) => groupOf(groups.lowest, score))
  const random = stream(seed, "evaluation/transfer")
  const count = emptyCount(groups, points)
  // A threshold that is chosen again in every draw is found by groups.
  const fixed = points.flatMap((point, k) => ("maxFpr" in point ? [] : [k]))
  const takeInto = (side: Side) => {
    const { managed, above } = count[side]
    return (account: number) => {
      managed[place[account]]++
      for (const k of fixed) if (risk[account] >= exact.thresholds[k]) above[k]++
    }
  }
  const take = { seen: takeInto("seen"), heldOut: takeInto("heldOut") }
  for (const side of SIDES) for (const operator of operators[side]) operator.forEach(take[side])
  count.authentic.set(groups.authentic)
  const grouped = figuresOfCount(count, points)
  const drawn: Figures[] = []
  for (let draw = 0; draw < draws; draw++) {
    clear(count)
    drawMultinomial(groups.authentic, index.authentic, count.authentic, random)
    for (const side of SIDES) drawOperators(operators[side], random, take[side])
    drawn.push(corrected(figuresOfCount(count, points), grouped, exact))
  }
  return drawn
}

/** Accounts of a draw by group of scores, and AI-managed ones at or above each point's threshold. */
interface Count
  extends Readonly<Record<Side, { readonly managed: Float64Array; readonly above: Float64Array }>> {
  readonly authentic: Float64Array
}

function emptyCount({ lowest }: ScoreGroups, points: readonly TransferPoint[]): Count {
  const side = () => ({ managed: new Float64Array(lowest.length), above: new Float64Array(points.length) })
  return { seen: side(), heldOut: side(), authentic: new Float64Array(lowest.length) }
}

function clear(count: Count): void {
  for (const side of SIDES) {
    count[side].managed.fill(0)
    count[side].above.fill(0)
  }
}

function figuresOfCount(count: Count, points: readonly TransferPoint[]): Figures {
  const figures = (side: Side): SideFigures => {
    const { managed, above } = count[side]
    const total = managed.reduce((sum, value) => sum + value, 0)
    return {
      managed: total,
      auc: areaOf(managed, count.authentic),
      recalls: points.map((point, k) =>
        "maxFpr" in point ? recallWithin(managed, count.authentic, point.maxFpr) : above[k] / total,
      ),
    }
  }
  return { seen: figures("seen"), heldOut: figures("heldOut"), thresholds: [] }
}

/** Scores of a group count as tied. */
function areaOf(managed: Float64Array, authentic: Float64Array): number {
  let [area, managedSum, authenticSum] = [0, 0, 0]
  for (let group = 0; group < managed.length; group++) {
    area += authentic[group] * (managedSum + managed[group] / 2)
    managedSum += managed[group]
    authenticSum += authentic[group]
  }
  return area / (managedSum * authenticSum)
}

/** Linear within the group in which the false-positive rate is reached. */
function recallWithin(managed: Float64Array, authentic: Float64Array, maxFpr: number): number {
  let allowed = maxFpr * authentic.reduce((sum, value) => sum + value, 0)
  let caught = 0
  for (let group = 0; group < managed.length; group++) {
    if (authentic[group] > allowed) {
      caught += (managed[group] * allowed) / authentic[group]
      break
    }
    allowed -= authentic[group]
    caught += managed[group]
  }
  return caught / managed.reduce((sum, value) => sum + value, 0)
}

function corrected(drawn: Figures, grouped: Figures, exact: Figures): Figures {
  const inRange = (value: number) => Math.min(1, Math.max(0, value))
  const side = (which: Side): SideFigures => ({
    managed: drawn[which].managed,
    auc: inRange(drawn[which].auc + exact[which].auc - grouped[which].auc),
    recalls: drawn[which].recalls.map((recall, k) =>
      inRange(recall + exact[which].recalls[k] - grouped[which].recalls[k]),
    ),
  })
  return { seen: side("seen"), heldOut: side("heldOut"), thresholds: exact.thresholds }
}
