/** The rows of the table of detectors and layers, put together from a report, a run and its accounts' labels. */
import type { AblatedDetector, AblatedLayer, WhyReport } from "../../../api/contract.ts"
import type { Layer } from "../../../core/detection/detector.ts"
import type { Estimate } from "../../../core/evaluation/index.ts"
import type { RunColumns, RunManifest } from "../../../core/run.ts"
import { type SoleCatches, soleCatchesOfLayers } from "./sole-catches.ts"

export interface PartRow {
  /** A detector's id, or null for the whole layer. */
  readonly detector: string | null
  readonly layer: Layer
  readonly title: string
  /** null for a layer. */
  readonly judged: number | null
  /** null where it cannot be told. */
  readonly auc: Estimate | null
  readonly addedAuc: Estimate | null
  readonly addedRecall: Estimate | null
  readonly only: SoleCatches
}

/** Layers in the order of the detectors, each followed by its own. */
export function partRows(
  { ablation, overlap }: Pick<WhyReport, "ablation" | "overlap">,
  { detectors, archetypes }: Pick<RunManifest, "detectors" | "archetypes">,
  { scores, archetype }: Pick<RunColumns, "scores" | "archetype">,
  label: Uint8Array,
): PartRow[] {
  const catches = new Map(overlap.detectors.map((one) => [one.id, one]))
  const layerCatches = soleCatchesOfLayers({
    detectors: detectors.map(({ id, layer }) => ({
      id,
      layer,
      threshold: catches.get(id)?.threshold ?? Number.NaN,
    })),
    scores,
    label,
    archetype,
    archetypes: archetypes.map(({ id }) => id),
  })
  const layers = [...new Set(detectors.map(({ layer }) => layer))]
  return layers.flatMap((layer) => [
    {
      detector: null,
      layer,
      title: layer,
      judged: null,
      only: layerCatches.get(layer)!,
      ...figuresOf(ablation?.layers.find((part) => part.layer === layer)),
    },
    ...detectors
      .filter((one) => one.layer === layer)
      .map(({ id, title, judged, auc, aucInterval }) => {
        const figures = figuresOf(ablation?.detectors.find((part) => part.id === id))
        const { alone = 0, aloneByArchetype = [] } = catches.get(id) ?? {}
        // Without an ablation there is still the area of the score itself.
        const own = auc === null || aucInterval === null ? null : { value: auc, interval: aucInterval }
        return {
          detector: id,
          layer,
          title,
          judged,
          only: { accounts: alone, byArchetype: aloneByArchetype },
          ...figures,
          auc: ablation ? figures.auc : own,
        }
      }),
  ])
}

/** The detector whose absence takes the least area away, or gives the most back; null when none can be told. */
export function leastLoss(rows: readonly PartRow[]): PartRow | null {
  const known = rows.filter(({ detector, addedAuc }) => detector !== null && Number.isFinite(addedAuc?.value))
  const [least] = known.sort((p, q) => p.addedAuc!.value - q.addedAuc!.value)
  return least ?? null
}

function figuresOf(part: AblatedDetector | AblatedLayer | undefined) {
  return {
    auc: part?.alone.auc ?? null,
    addedAuc: part?.added.auc ?? null,
    addedRecall: part?.added.recall ?? null,
  }
}
