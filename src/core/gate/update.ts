/**
 * What a check may make of a folder's baselines: the one rule of `assay check --update` and of the workbench. Nothing is
 * written when anything could not be checked, since a baseline that is left behind would look accepted; nor when a
 * plug-in failed, since a baseline without it would let it fail for good.
 */
import type { CheckReport } from "./report.ts"

export const BASELINE_UPDATES = ["new", "changed", "unchanged", "removed"] as const

/** What becomes of one baseline, by the name of its file within the folder of baselines. */
export interface BaselineUpdate {
  readonly file: string
  readonly update: (typeof BASELINE_UPDATES)[number]
}

/** Why a check is written to no baseline. */
export type UpdateRefusal = "problems" | "failedPlugins"

/** As the end of a sentence that says that nothing is written. */
export const REFUSALS: Readonly<Record<UpdateRefusal, string>> = {
  problems: "some scenarios could not be checked, and baselines that are left behind would look accepted",
  failedPlugins: "a plug-in failed, and a baseline without it would let it fail for good",
}

/** null when it may be written. */
export function updateRefusal({
  problems,
  scenarios,
}: Pick<CheckReport, "problems" | "scenarios">): UpdateRefusal | null {
  if (problems.length > 0) return "problems"
  return failedPlugins(scenarios).length > 0 ? "failedPlugins" : null
}

/** Of all scenarios, each once, as they are called. */
export const failedPlugins = (scenarios: CheckReport["scenarios"]): readonly string[] => [
  ...new Set(
    scenarios.flatMap(({ detectors }) =>
      detectors.filter(({ state }) => state === "failed").map(({ detector }) => detector),
    ),
  ),
]

export interface UpdatePlan {
  /** In the order of the report. */
  readonly updates: readonly BaselineUpdate[]
  /** Of baselines that are not as they are to be, by the name of their file. */
  readonly texts: ReadonlyMap<string, string>
  /** Files to remove. */
  readonly gone: readonly string[]
}

/**
 * `after`: texts of what each run would be held against from now on; `present`: those in the folder, "" for one that
 * cannot be read; both by the name of their file.
 */
export function planUpdate(
  { scenarios }: Pick<CheckReport, "scenarios">,
  after: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
): UpdatePlan {
  const updates = scenarios.flatMap(({ file, outcome }): BaselineUpdate[] => {
    const before = present.get(file)
    if (outcome === "gone") return before === undefined ? [] : [{ file, update: "removed" }]
    const text = after.get(file)
    if (text === undefined) return []
    return [{ file, update: before === undefined ? "new" : before === text ? "unchanged" : "changed" }]
  })
  const isWritten = (file: string) =>
    updates.some((one) => one.file === file && (one.update === "new" || one.update === "changed"))
  return {
    updates,
    texts: new Map([...after].filter(([file]) => isWritten(file))),
    gone: updates.filter(({ update }) => update === "removed").map(({ file }) => file),
  }
}
