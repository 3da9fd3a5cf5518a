/** One check, by the very path that `assay check` takes: a baseline is made, written and read again, and a run held against it. */
import {
  baselineOf,
  type JudgedCheck,
  judgeCheck,
  measureAgainst,
  parseBaseline,
  writeBaseline,
} from "../../src/core/gate/index.ts"
import type { Run } from "../../src/core/run.ts"
import type { Population } from "./populations.ts"
import type { Versions } from "./versions.ts"

/** Judges a folder of scenarios, each in two versions. */
export type Gate = (folder: readonly Versions[]) => JudgedCheck

export const gate: Gate = (folder) => judgeCheck(folder.map(measured))

export function measured({ before, after }: Versions) {
  const written = writeBaseline(baselineOf(runOf(before)))
  return measureAgainst(parseBaseline(written, "baseline.yaml"), runOf(after))
}

/**
 * Features and pairs are for reasons, which a check does not tell. Promises are left out: they are no comparison and stand
 * apart from the rate of false alarms, and noise in both versions may well break one that the scenario made without it.
 */
function runOf({ manifest, columns }: Population): Run {
  const scenario = { ...manifest.scenario, expectations: [] }
  return { manifest: { ...manifest, scenario }, columns, features: {}, pairs: {} }
}
