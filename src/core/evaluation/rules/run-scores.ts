/** The scores of a run that rules may name: its detectors', its layers' and the fused risk. */
import { LAYERS, type Layer } from "../../detection/detector.ts"
import { sigmoid } from "../../detection/fusion/calibration.ts"
import { contributions } from "../../detection/fusion/fusion.ts"
import type { Run } from "../../run.ts"

/** Name of the fused score. */
export const RISK = "risk"

/** Detectors in the run's order, then the layers that have any, then the risk. */
export function scoreNames({ manifest }: Pick<Run, "manifest">): string[] {
  const layers = LAYERS.filter((layer) => manifest.detectors.some((detector) => detector.layer === layer))
  return [...manifest.detectors.map(({ id }) => id), ...layers, RISK]
}

/** One score an account, in [0, 1]; NaN is missing. `name`: one of `scoreNames`. */
export function scoreNamed(run: Run, name: string): Float32Array {
  if (name === RISK) return run.columns.risk
  return run.columns.scores[name] ?? layerScore(run, name as Layer)
}

/**
 * What the risk would be if the layer's detectors alone had something to say: the fusion's intercept and what they add
 * to it. Missing where all of them are.
 */
function layerScore({ manifest, columns }: Run, layer: Layer): Float32Array {
  const ids = manifest.detectors.filter((detector) => detector.layer === layer).map(({ id }) => id)
  const score = new Float32Array(columns.risk.length)
  for (let account = 0; account < score.length; account++) {
    const own = Object.fromEntries(
      Object.entries(columns.scores).map(([id, column]) => [id, column[account]]),
    )
    const added = contributions(manifest.fusion, own)
    const isMissing = ids.every((id) => Number.isNaN(own[id]))
    const logOdds = ids.reduce((sum, id) => sum + (added[id] ?? 0), manifest.fusion.intercept)
    score[account] = isMissing ? Number.NaN : sigmoid(logOdds)
  }
  return score
}
