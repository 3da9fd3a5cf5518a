/** A saved model as text. */

import { weightOf } from "../core/detection/fusion/model.ts"
import type { SavedModel } from "../core/saved-model.ts"
import { count, counted, decimal, percentage } from "../report/plain-numbers.ts"
import { CALLED } from "./called.ts"
import { definitionText } from "./definition.ts"
import { table, wrapped } from "./table.ts"

export function modelText(file: string, model: SavedModel): string {
  const { fusion, learned, versions } = model
  const method = fusion.method === "k-of-n" ? `k-of-n, k = ${fusion.k}` : fusion.method
  const { accounts, aiManaged } = fusion.learnedFrom
  const rows = Object.entries(versions.detectors).map(([id, version]) => {
    const weight = weightOf(fusion, id)
    const curve = fusion.calibration[id]
    const form = "a" in curve ? "beta" : `isotonic, ${counted(curve.score.length, "knot")}`
    return [id, version, weight === null ? "–" : decimal(weight), form]
  })
  return [
    `${model.name}: ${method}`,
    `Learned by ${learned.run} on ${learned.createdAt.slice(0, 10)}, from ${count(accounts)} accounts of ` +
      `${learned.scenario} (seed ${learned.seed}), ${count(aiManaged)} AI-managed (${percentage(aiManaged / accounts)})`,
    definitionText(learned.definition),
    `Assay ${versions.assay}, generator ${versions.generator}, co-action window ${model.coActionWindow} s`,
    wrapped(`Has seen ${learned.archetypes.join(", ")}`),
    "",
    table(["detector", "version", "weight", "calibration"], rows),
    "",
    `Use it with: ${CALLED} run SCENARIO --model ${file}`,
  ].join("\n")
}
