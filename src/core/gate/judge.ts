/**
 * The verdict of a check, over all of its scenarios together.
 *
 * Two keys turn: a difference is significant, corrected for every test of the check, and at least as large as what
 * matters. Significant means that the test says so and the 95 % interval leaves 0 out: a few accounts that all turned one
 * way convince the test, and one fleet beside them makes the size, about which nothing is known then. Half of the rate of
 * false alarms is for the figures of all accounts, half for cohorts, so that many cohorts do not blunt the figures. That
 * nothing got worse by what matters is a finding as well (non-inferiority: Piaggio and others 2006, JAMA 295): the bad
 * end of the 95 % interval says so. What is neither is inconclusive.
 */
import { isSignificant } from "../evaluation/comparison/verdict.ts"
import { normalQuantile } from "../evaluation/normal.ts"
import type { Tested } from "./difference-test.ts"
import type { Measured, MeasuredTest } from "./measure.ts"
import { holmTarone } from "./multiplicity.ts"
import type { GateOutcome, GateRow, ScenarioCheck } from "./report.ts"
import { GATE_BETTER_WHEN, type GateFigure } from "./settings.ts"
import { whyOf } from "./why.ts"

/** Chance of any false alarm in a check, unless told. */
export const FALSE_ALARMS = 0.05

/** A scenario's check but for where its files are and what it took. */
export type JudgedScenario = Omit<ScenarioCheck, "file" | "seconds" | "reused" | "made">

export interface JudgedCheck {
  readonly outcome: GateOutcome
  readonly exitCode: 0 | 1 | 3
  /** In the order given. */
  readonly scenarios: readonly JudgedScenario[]
}

/** `rate`: in (0, 1). */
export function judgeCheck(measured: readonly Measured[], rate = FALSE_ALARMS): JudgedCheck {
  const figures = adjust(measured.map((one) => one.figures))
  const cohorts = adjust(measured.map((one) => one.cohorts))
  const scenarios = measured.map((one, at): JudgedScenario => {
    const { state, reason, figures: _, cohorts: __, ...told } = one
    const judged = {
      figures: one.figures.map((test, k) => rowOf(test, figures[at][k], one, rate)),
      cohorts: one.cohorts.map((test, k) => rowOf(test, cohorts[at][k], one, rate)),
    }
    const outcome = scenarioOutcome(one, [...judged.figures, ...judged.cohorts])
    return { ...told, ...judged, outcome, why: whyOf(one, judged, outcome) }
  })
  const outcome = worstOf(scenarios.map((scenario) => scenario.outcome))
  return { outcome, exitCode: EXIT_CODES[outcome], scenarios }
}

const EXIT_CODES: Readonly<Record<GateOutcome, 0 | 1 | 3>> = {
  regress: 1,
  inconclusive: 3,
  new: 3,
  gone: 3,
  improve: 0,
  pass: 0,
}

const WORST_FIRST = Object.keys(EXIT_CODES) as GateOutcome[]

/** Of no scenarios: pass. */
export const worstOf = (outcomes: readonly GateOutcome[]): GateOutcome =>
  WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? "pass"

/** p-values of one family, adjusted for half of the rate; NaN where no test was made. */
function adjust(families: readonly (readonly MeasuredTest[])[]): number[][] {
  const made = families.flat().flatMap(({ tested }) => (tested === null ? [] : [tested]))
  const adjusted = holmTarone(made).map((p) => Math.min(1, 2 * p))
  let next = 0
  return families.map((tests) => tests.map(({ tested }) => (tested === null ? Number.NaN : adjusted[next++])))
}

function rowOf(test: MeasuredTest, adjusted: number, one: Measured, rate: number): GateRow {
  const { tested, unchanged, ...told } = test
  const outcome = one.state === "new" ? "new" : outcomeOf(test, adjusted, rate)
  // Equal bit for bit: nothing is left to chance.
  const interval = one.identical ? ([0, 0] as const) : (tested?.interval ?? null)
  return {
    ...told,
    difference: tested?.difference ?? differenceOf(test),
    interval: tested === null ? null : interval,
    p: tested?.p ?? null,
    adjusted: tested === null ? null : adjusted,
    outcome,
    accountsToSettle:
      outcome === "inconclusive" ? settlingAccounts(test, adjusted, one.accounts!, rate) : null,
    counts: outcome !== "inconclusive" || countsThough(test, rate),
  }
}

const differenceOf = ({ before, after }: MeasuredTest) =>
  before === null || after === null ? null : after - before

function outcomeOf(
  { figure, tested, matters, unchanged }: MeasuredTest,
  adjusted: number,
  rate: number,
): GateOutcome {
  if (unchanged) return "pass"
  if (tested === null) return "inconclusive"
  const better = tested.difference * GATE_BETTER_WHEN[figure]
  const isReal = adjusted <= rate && isSignificant(tested.interval)
  if (isReal && Math.abs(better) >= matters) return better > 0 ? "improve" : "regress"
  return badEnd(figure, tested.interval) > -matters ? "pass" : "inconclusive"
}

/** How much better the figure is at the bad end of the interval. */
const badEnd = (figure: GateFigure, [low, high]: readonly [number, number]) =>
  GATE_BETTER_WHEN[figure] === 1 ? low : -high

/**
 * Whether an inconclusive row makes the scenario so. One of all accounts does, unless a side has no such figure. A cohort
 * does when what was seen is itself worse by what matters, and would be hardly chance if it were the only test: among
 * dozens of cohorts, some small, chance alone turns an account or two.
 */
function countsThough({ cohort, figure, tested, matters, accounts }: MeasuredTest, rate: number): boolean {
  if (tested === null) return false
  if (cohort === null) return true
  if (tested.difference * GATE_BETTER_WHEN[figure] > -matters) return false
  return tested.p <= rate || isBeyondItsTest(tested, accounts, rate)
}

/**
 * Of a cohort of so few operators that no change could be significant, as when one fleet is all of it: more accounts
 * turned one way than chance would turn if each were on its own (McNemar's exact p-value with all flips one way). It is
 * no regress, since one operator is one observation, but nor may the loss of a whole kind pass unseen.
 */
function isBeyondItsTest({ difference, least }: Tested, accounts: number, rate: number): boolean {
  const turned = Math.round(Math.abs(difference) * accounts)
  return least > rate && 2 ** (1 - turned) <= rate
}

/**
 * About how many accounts of the same mix would settle it, if the difference is what it seems: n (h / d)^2, with h what
 * the interval reaches on its bad side and d the room that it has above -matters; and when the difference is itself worse
 * than that, n (z / z_seen)^2, with z what its corrected test needs, or n (h / difference)^2 for an interval without 0,
 * whichever is more. null when no number would.
 */
function settlingAccounts(
  { figure, tested, matters }: MeasuredTest,
  adjusted: number,
  accounts: number,
  rate: number,
): number | null {
  if (tested === null) return null
  const better = tested.difference * GATE_BETTER_WHEN[figure]
  const times =
    better > -matters
      ? ((better - badEnd(figure, tested.interval)) / (better + matters)) ** 2
      : Math.max(timesToSignificance(tested.p, adjusted, rate), timesToLeaveZeroOut(tested))
  const needed = accounts * times
  return Number.isFinite(needed) ? Math.max(accounts + 1, Math.ceil(needed)) : null
}

function timesToSignificance(p: number, adjusted: number, rate: number): number {
  if (p >= 1) return Number.POSITIVE_INFINITY
  // An adjusted p-value that was cut at 1 does not tell by how much it was multiplied.
  const level = Math.min(rate, (rate * p) / adjusted)
  return (normalQuantile(level / 2) / normalQuantile(p / 2)) ** 2
}

function timesToLeaveZeroOut({ difference, interval: [low, high] }: Tested): number {
  const reach = difference > 0 ? difference - low : high - difference
  return (reach / difference) ** 2
}

function scenarioOutcome(
  { state, expectations, detectors }: Measured,
  rows: readonly GateRow[],
): GateOutcome {
  const has = (outcome: GateOutcome) => rows.some((row) => row.outcome === outcome && row.counts)
  if (has("regress") || expectations.some(({ outcome }) => outcome === "broken")) return "regress"
  if (state !== "paired") return state
  const isOpen =
    has("inconclusive") ||
    expectations.some(({ outcome }) => outcome === "inconclusive") ||
    detectors.some((detector) => detector.state === "failed")
  if (isOpen) return "inconclusive"
  return has("improve") ? "improve" : "pass"
}
