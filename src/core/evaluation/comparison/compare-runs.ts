/**
 * Two runs, or two ways to judge one run, compared on the same accounts. Runs hold the same accounts when their
 * populations' digests are equal: detectors, fusion, thresholds and definition may differ, who posted what may not.
 */
import { UsageError } from "../../errors.ts"
import { type Definition, labelAccounts } from "../../policy/definition.ts"
import type { Run } from "../../run.ts"
import { type CohortKind, cohortsOf } from "../cohorts.ts"
import { thresholdForFalsePositiveRate } from "../operating-point.ts"
import {
  CLASSES,
  type ClassTest,
  type CohortTest,
  classTest,
  cohortTests,
  flipsOfClass,
} from "./cohort-tests.ts"
import { compareFigures, type FigureComparison } from "./figures.ts"
import { FLIPS, type Flip, type FlipCounts, type Flips, flipsBetween, flipsByCohort } from "./flips.ts"
import { type Cause, causesOf, type FlipCauses, type FusedSide, meanCauses } from "./reasons.ts"
import { classCounts, indexOfSide, type Side } from "./side.ts"
import { compareUnpaired } from "./unpaired.ts"
import type { Matters } from "./verdict.ts"

/** How one run is judged. */
export interface Judgement {
  readonly run: Run
  /** `risk`, or a detector's id. */
  readonly score: string
  readonly definition: Definition
  /** In [0, 1]; not used when thresholds are chosen for a false-positive rate. */
  readonly threshold: number
  /** Detectors without which the run's risk was learned again: then its fusion does not tell what made it. */
  readonly off?: readonly string[] | undefined
}

export interface ComparisonOptions {
  readonly matters: Matters
  /** In [0, 1]: choose both thresholds as the lowest ones that keep the observed false-positive rate within it. */
  readonly maxFpr?: number | undefined
  readonly cohort: CohortKind
  /** How many accounts of each kind of flip to list. */
  readonly listed: number
  /** In (0, 1): precision and average precision are re-weighted to it; the accounts' own unless told. */
  readonly prevalence?: number | undefined
}

export interface SideReport {
  readonly run: string
  readonly score: string
  /** Infinity when only flagging nobody keeps the false-positive rate. */
  readonly threshold: number
  readonly definition: Definition
  readonly managed: number
  readonly authentic: number
  /** Accounts without the score: not flagged, and ranked lowest. */
  readonly missing: number
}

export interface FlippedAccount {
  readonly account: number
  readonly flip: Flip
  readonly archetype: string
  /** NaN is missing. */
  readonly scoreA: number
  readonly scoreB: number
  readonly causes: readonly Cause[]
}

export interface ComparisonReport {
  readonly a: SideReport
  readonly b: SideReport
  readonly accounts: number
  readonly maxFpr: number | null
  readonly figures: readonly FigureComparison[]
  readonly flips: FlipCounts
  readonly relabelled: Flips["relabelled"]
  /** Empty unless both sides judge by the risk as their run's fusion makes it. */
  readonly causes: readonly FlipCauses[]
  /** McNemar's test within each class that has accounts. */
  readonly tests: readonly ClassTest[]
  /** Archetypes in which accounts flipped. */
  readonly archetypes: readonly (FlipCounts & { readonly archetype: string })[]
  readonly cohortKind: CohortKind
  readonly cohorts: readonly CohortTest[]
  /** Those of each kind whose score moved most. */
  readonly listed: readonly FlippedAccount[]
}

/** Throws a UsageError when the runs hold different accounts. */
export function compareRuns(a: Judgement, b: Judgement, options: ComparisonOptions): ComparisonReport {
  requireSamePopulation(a.run, b.run)
  const [sideA, sideB] = [sideOf(a, options.maxFpr), sideOf(b, options.maxFpr)]
  const flips = flipsBetween(sideA, sideB)
  const { columns, manifest } = a.run
  const seed = `${manifest.scenario.seed}/compare`
  const drawing = { ...drawingOf(options, seed), group: columns.group }
  const sizes = classCounts(sideA)
  const [fusedA, fusedB] = [fusedSideOf(a, sideA), fusedSideOf(b, sideB)]
  return {
    a: sideReport(a, sideA),
    b: sideReport(b, sideB),
    accounts: sideA.score.length,
    maxFpr: options.maxFpr ?? null,
    figures: compareFigures(sideA, sideB, flips.counts, options.matters, drawing),
    flips: flips.counts,
    relabelled: flips.relabelled,
    causes: fusedA && fusedB ? meanCauses(fusedA, fusedB, flips) : [],
    tests: CLASSES.flatMap((name) => {
      const accounts = name === "AI-managed" ? sizes.managed : sizes.authentic
      return accounts === 0 ? [] : [classTest(flipsOfClass(flips.counts, name), name, accounts)]
    }),
    archetypes: archetypeFlips(a.run, flips),
    cohortKind: options.cohort,
    cohorts: cohortTests(
      sideA,
      flips,
      cohortsOf(options.cohort, columns, manifest.archetypes),
      options.matters,
    ),
    listed: FLIPS.flatMap((flip) =>
      mostMoved(flips.accounts[flip], sideA, sideB, options.listed).map((account) => ({
        account,
        flip,
        archetype: manifest.archetypes[columns.archetype[account]].id,
        scoreA: sideA.score[account],
        scoreB: sideB.score[account],
        causes: fusedA && fusedB ? causesOf(fusedA, fusedB, account) : [],
      })),
    ),
  }
}

/** Figures of runs that hold different accounts. */
export interface UnpairedReport {
  readonly a: SideReport
  readonly b: SideReport
  readonly maxFpr: number | null
  readonly figures: readonly FigureComparison[]
}

export type Comparison =
  | { readonly kind: "paired"; readonly report: ComparisonReport }
  | { readonly kind: "unpaired"; readonly report: UnpairedReport }

export const holdSameAccounts = (a: Run["manifest"], b: Run["manifest"]): boolean =>
  a.populationDigest === b.populationDigest

/** As well as these two runs can be compared: account by account, or by their figures only. */
export function compareSides(a: Judgement, b: Judgement, options: ComparisonOptions): Comparison {
  if (holdSameAccounts(a.run.manifest, b.run.manifest))
    return { kind: "paired", report: compareRuns(a, b, options) }
  const [sideA, sideB] = [sideOf(a, options.maxFpr), sideOf(b, options.maxFpr)]
  const seed = `${a.run.manifest.scenario.seed}/compare`
  const figures = compareUnpaired(
    { side: sideA, group: a.run.columns.group },
    { side: sideB, group: b.run.columns.group },
    options.matters,
    drawingOf(options, seed),
  )
  const sides = { a: sideReport(a, sideA), b: sideReport(b, sideB) }
  return { kind: "unpaired", report: { ...sides, maxFpr: options.maxFpr ?? null, figures } }
}

function drawingOf({ maxFpr, prevalence }: ComparisonOptions, seed: string) {
  return {
    seed,
    ...(maxFpr === undefined ? {} : { maxFpr }),
    ...(prevalence === undefined ? {} : { prevalence }),
  }
}

const SHOWN_DIGITS = 12

/** Throws a UsageError when the runs hold different accounts. */
export function requireSamePopulation({ manifest: a }: Run, { manifest: b }: Run): void {
  if (holdSameAccounts(a, b)) return
  const [digestA, digestB] = [a, b].map(({ populationDigest }) => populationDigest.slice(0, SHOWN_DIGITS))
  throw new UsageError(
    `${a.id} and ${b.id} hold different accounts (populations ${digestA} and ${digestB}); only runs of the same ` +
      "population can be compared: the same scenario and seed, whatever their detectors, fusion and thresholds",
  )
}

function sideOf({ run, score, definition, threshold }: Judgement, maxFpr: number | undefined): Side {
  const judged = {
    score: score === "risk" ? run.columns.risk : run.columns.scores[score],
    label: labelAccounts(run.columns.truth, definition),
  }
  if (maxFpr === undefined) return { ...judged, threshold }
  return { ...judged, threshold: thresholdForFalsePositiveRate(indexOfSide(judged), maxFpr) }
}

function fusedSideOf({ run, score, off = [] }: Judgement, { threshold }: Side): FusedSide | null {
  if (score !== "risk" || off.length > 0) return null
  return { model: run.manifest.fusion, scores: run.columns.scores, threshold }
}

function sideReport({ run, score, definition }: Judgement, side: Side): SideReport {
  return {
    run: run.manifest.id,
    score,
    threshold: side.threshold,
    definition,
    ...classCounts(side),
    missing: side.score.reduce((missing, value) => missing + (Number.isNaN(value) ? 1 : 0), 0),
  }
}

function archetypeFlips({ columns, manifest }: Run, flips: Flips): ComparisonReport["archetypes"] {
  const rows = flipsByCohort(flips, columns.archetype, manifest.archetypes.length)
  return rows
    .map((counts, at) => ({ archetype: manifest.archetypes[at].id, ...counts }))
    .filter((row) => FLIPS.some((flip) => row[flip] > 0))
}

/** Accounts in the order of how far their score moved; one that has a score on one side only comes first. */
function mostMoved(accounts: Uint32Array, a: Side, b: Side, most: number): number[] {
  const moved = (account: number) => {
    const distance = Math.abs(b.score[account] - a.score[account])
    return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance
  }
  const order = Array.from(accounts, (account) => ({ account, distance: moved(account) }))
  // Infinity less Infinity is no number, so equal distances are told first.
  order.sort((x, y) => (x.distance === y.distance ? x.account - y.account : y.distance - x.distance))
  return order.slice(0, most).map(({ account }) => account)
}
