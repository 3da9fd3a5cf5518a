/** What decided a scenario's outcome, worst first: from the rows, so that it can be told in the reader's language. */
import type {
  CheckedScenario,
  CheckOutcome,
  CheckReport,
  ExpectationRow,
  GateDetectorRow,
  GateRow,
} from "../../../api/contract.ts"
import { WORST_FIRST } from "../../state/gate-place.ts"

export type Decision =
  | { readonly kind: "row"; readonly row: GateRow }
  | { readonly kind: "promise"; readonly row: ExpectationRow }
  | { readonly kind: "detector"; readonly row: GateDetectorRow }
  /** Of one that is open: what is better all the same. */
  | { readonly kind: "better"; readonly rows: readonly GateRow[] }
  | { readonly kind: "identical" | "noBaseline" | "otherAccounts" | "gone" | "none" }

export function decisionsOf(scenario: CheckedScenario): readonly Decision[] {
  const rows = [...scenario.figures, ...scenario.cohorts].filter(({ counts }) => counts)
  const having = (outcome: GateRow["outcome"]) =>
    rows.filter((row) => row.outcome === outcome).map((row) => ({ kind: "row", row }) as const)
  const promised = (outcome: ExpectationRow["outcome"]) =>
    scenario.expectations
      .filter((row) => row.outcome === outcome)
      .map((row) => ({ kind: "promise", row }) as const)
  const failed = scenario.detectors
    .filter(({ state }) => state === "failed")
    .map((row) => ({ kind: "detector", row }) as const)
  const unsettled = [...having("inconclusive"), ...promised("inconclusive")]
  const better = having("improve").map(({ row }) => row)
  const isBoth = scenario.outcome === "inconclusive" && better.length > 0
  const told = [
    ...(isBoth ? [{ kind: "better", rows: better } as const] : []),
    ...promised("broken"),
    ...having("regress"),
    ...failed,
    ...comparedWith(scenario),
    ...unsettled,
    ...having("improve"),
  ]
  return told.length > 0 ? told : [{ kind: "none" }]
}

/** What there is to say of the baseline itself. */
function comparedWith({ outcome, identical, baselineRun, figures }: CheckedScenario): readonly Decision[] {
  if (outcome === "gone") return [{ kind: "gone" }]
  if (identical) return [{ kind: "identical" }]
  if (figures.some((row) => row.outcome !== "new")) return []
  return [{ kind: baselineRun === null ? "noBaseline" : "otherAccounts" }]
}

export const worstFirst = (scenarios: readonly CheckedScenario[]): readonly CheckedScenario[] =>
  scenarios.toSorted((a, b) => WORST_FIRST.indexOf(a.outcome) - WORST_FIRST.indexOf(b.outcome))

/** What the headline says of the whole check. */
export function overallOf({
  outcome,
  scenarios,
}: Pick<CheckReport, "outcome" | "scenarios">): CheckOutcome | "nothing" | "failed" {
  // Inconclusive: of a check of before a plug-in that failed made it incomplete.
  const isOpen = outcome === "incomplete" || outcome === "inconclusive"
  if (isOpen && failedPlugins(scenarios).length > 0) return "failed"
  return outcome === "incomplete" && scenarios.length === 0 ? "nothing" : outcome
}

/** Of all scenarios, each once. */
export const failedPlugins = (scenarios: readonly CheckedScenario[]): readonly string[] => [
  ...new Set(
    scenarios.flatMap(({ detectors }) =>
      detectors.filter(({ state }) => state === "failed").map(({ detector }) => detector),
    ),
  ),
]

/** Outcomes that there are, the worst first, each with how many have it. */
export const countOutcomes = <Outcome extends string>(
  found: readonly { readonly outcome: Outcome }[],
  order: readonly Outcome[],
): readonly (readonly [outcome: Outcome, count: number])[] =>
  order
    .map((outcome) => [outcome, found.filter((one) => one.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)
