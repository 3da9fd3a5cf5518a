/**
 * Finds the commit that moved a figure: both ends are measured first, and git's own bisection chooses what is measured
 * next. A commit counts as bad when its figure lies nearer to the bad end's than to the good end's.
 */

import { basename, dirname } from "node:path"
import { AssayError, CancelledError, UsageError } from "../../core/errors.ts"
import { isSignificant } from "../../core/evaluation/comparison/verdict.ts"
import { baselineOf } from "../../core/gate/baseline.ts"
import { measureAgainst } from "../../core/gate/measure.ts"
import { type GateFigure, type GateMatters, gateSchema } from "../../core/gate/settings.ts"
import type { Run } from "../../core/run.ts"
import { openStore } from "../../store/store.ts"
import { type Commit, describeCommit, type Step, short, type Verdict } from "./git.ts"
import { type Cohort, type Measurement, measure, type Question, type Surroundings } from "./measure.ts"

export interface TriedCommit extends Commit {
  readonly verdict: "good" | "bad" | "skipped"
  /** null for one that was skipped. */
  readonly value: number | null
  /** Whether its accounts are other ones than the good end's; null where that is not known. */
  readonly otherAccounts: boolean | null
  /** Why it was skipped. */
  readonly problem: string | null
}

/** Whether the ends differ, and by what that was decided. */
export interface EndsDiffer {
  /** "paired": tested account by account; "figures": only the figures could be compared. */
  readonly by: "paired" | "figures"
  readonly difference: number
  /** 95 %, by operator; null unless paired. */
  readonly interval: readonly [number, number] | null
  /** Two-sided; null unless paired. */
  readonly p: number | null
  readonly matters: number
  readonly moved: boolean
  /** Whether they are known to be much the same: nothing that the figure looks at changed, or by less than matters. */
  readonly same: boolean
}

export interface BisectReport {
  /**
   * "found": first is the commit. "nothing moved"; "undecided": the ends' accounts do not tell whether anything did.
   * "several": those in between could not be measured.
   */
  readonly outcome: "found" | "nothing moved" | "undecided" | "several"
  readonly repository: string
  readonly scenario: string
  readonly figure: GateFigure
  readonly cohort: Cohort | null
  readonly good: TriedCommit
  readonly bad: TriedCommit
  readonly ends: EndsDiffer
  readonly first: Commit | null
  /** Of several: it is one of these. */
  readonly candidates: readonly Commit[]
  /** All that were measured or skipped, the ends among them, in that order. */
  readonly tried: readonly TriedCommit[]
}

export type OnProgress = (text: string) => void

/** Share of false alarms of the one test that the ends are held to. */
const RATE = 0.05

export async function findCommit(
  ends: { readonly good: Commit; readonly bad: Commit },
  question: Question,
  surroundings: Surroundings,
  onProgress: OnProgress,
): Promise<BisectReport> {
  const { worktree, repository } = surroundings
  const tried: TriedCommit[] = []
  const good = await measureEnd("good", ends.good, question, surroundings, onProgress)
  tried.push(triedAs(ends.good, "good", good, good))
  const bad = await measureEnd("bad", ends.bad, question, surroundings, onProgress)
  tried.push(triedAs(ends.bad, "bad", bad, good))
  const differ = await compareEnds(good, bad, question)
  const { scenario, figure, cohort } = question
  const report = { repository, scenario, figure, cohort, good: tried[0], bad: tried[1], ends: differ }
  if (!differ.moved) {
    const outcome = differ.same ? "nothing moved" : "undecided"
    return { outcome, ...report, first: null, candidates: [], tried }
  }
  let step: Step = await worktree.begin(ends.good.id, ends.bad.id)
  while ("next" in step) {
    const commit = await describeCommit(repository, step.next)
    onProgress(`measuring ${short(commit)} ${commit.subject}; ${step.left} more to choose from`)
    const found = await measure(commit, question, surroundings)
    const verdict = verdictOf(found, good.value, bad.value)
    tried.push(triedAs(commit, verdict, found, good))
    step = await worktree.judge(commit.id, verdict)
  }
  if ("first" in step)
    return {
      outcome: "found",
      ...report,
      first: await describeCommit(repository, step.first),
      candidates: [],
      tried,
    }
  const candidates = await Promise.all(step.among.map((id) => describeCommit(repository, id)))
  return { outcome: "several", ...report, first: null, candidates, tried }
}

type Measured = Exclude<Measurement, { failure: string }>

/** An end that cannot be measured leaves nothing to search. */
async function measureEnd(
  name: "good" | "bad",
  commit: Commit,
  question: Question,
  surroundings: Surroundings,
  onProgress: OnProgress,
): Promise<Measured> {
  onProgress(`measuring --${name} ${short(commit)} ${commit.subject}`)
  const found = await measure(commit, question, surroundings)
  if ("failure" in found)
    throw new UsageError(
      `--${name} ${short(commit)} cannot be measured: ${found.failure.replaceAll("\n", "\n  ")}`,
    )
  return found
}

/** For a table. */
const onOneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, " ")

function verdictOf(found: Measurement, good: number, bad: number): Verdict {
  if ("failure" in found) return "skip"
  return Math.abs(found.value - bad) < Math.abs(found.value - good) ? "bad" : "good"
}

function triedAs(commit: Commit, verdict: Verdict, found: Measurement, good: Measured): TriedCommit {
  if ("failure" in found)
    return {
      ...commit,
      verdict: "skipped",
      value: null,
      otherAccounts: null,
      problem: onOneLine(found.failure),
    }
  const isKnown = found.population !== null && good.population !== null
  return {
    ...commit,
    verdict: verdict === "bad" ? "bad" : "good",
    value: found.value,
    otherAccounts: isKnown ? found.population !== good.population : null,
    problem: null,
  }
}

/**
 * The gate's test where this Assay can read both runs and they hold the same accounts, of this one figure alone; else all
 * that can be said is whether the figures differ by what matters.
 */
async function compareEnds(good: Measured, bad: Measured, { figure, cohort }: Question): Promise<EndsDiffer> {
  const [before, after] = [await readRun(good.run), await readRun(bad.run)]
  const matters = leastOf((after?.manifest.scenario.gate ?? gateSchema.parse({})).matters, figure, cohort)
  const difference = bad.value - good.value
  const byFigures: EndsDiffer = {
    by: "figures",
    difference,
    interval: null,
    p: null,
    matters,
    moved: Math.abs(difference) >= matters,
    same: Math.abs(difference) < matters,
  }
  if (!before || !after) return byFigures
  const measured = measureAgainst(baselineOf(before), after)
  const tests = cohort === null ? measured.figures : measured.cohorts
  const isAsked = (other: Cohort | null) => other?.kind === cohort?.kind && other?.name === cohort?.name
  const test = tests.find((one) => one.figure === figure && isAsked(one.cohort))
  if (!test?.tested) return byFigures
  const { p, interval } = test.tested
  const moved = p <= RATE && isSignificant(interval) && Math.abs(test.tested.difference) >= matters
  const same = test.unchanged || (interval[0] > -matters && interval[1] < matters)
  return { by: "paired", difference: test.tested.difference, interval, p, matters, moved, same }
}

function leastOf(matters: GateMatters, figure: GateFigure, cohort: Cohort | null): number {
  if (cohort === null) return matters[figure]
  return figure === "recall" ? matters.cohortRecall : matters.cohortFpr
}

/** null for a run that another Assay wrote so that this one cannot read it. */
async function readRun(folder: string): Promise<Run | null> {
  try {
    return await openStore(dirname(folder)).read(basename(folder))
  } catch (error) {
    if (error instanceof AssayError && !(error instanceof CancelledError)) return null
    throw error
  }
}
