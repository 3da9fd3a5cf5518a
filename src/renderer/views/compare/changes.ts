/** What parts two sides of a comparison: how each is judged, what scored its accounts, and who they are. */
import type { FusionMethod } from "../../../core/detection/fusion/model.ts"
import type { RunManifest } from "../../../core/run.ts"
import type { ComparedSetting } from "../../state/against.ts"

export interface ManifestSide {
  readonly manifest: RunManifest
  readonly setting: ComparedSetting
  /** Detectors that are switched off. */
  readonly off?: readonly string[]
}

export type Change =
  | {
      readonly kind: "threshold" | "oversight" | "automation" | "days"
      readonly a: number
      readonly b: number
    }
  | {
      readonly kind: "detectorsAdded" | "detectorsGone" | "detectorsRenewed" | "failedInA" | "failedInB"
      readonly detectors: readonly string[]
    }
  | { readonly kind: "fusion"; readonly a: FusionMethod; readonly b: FusionMethod }
  /** The same method of fusion, learned otherwise. */
  | { readonly kind: "weights" }
  | { readonly kind: "scenario" | "seed" | "generator"; readonly a: string; readonly b: string }
  | { readonly kind: "accounts" | "period"; readonly a: number; readonly b: number }
  | { readonly kind: "prevalence"; readonly a: number; readonly b: number }
  /** Other accounts, though nothing above says why: something else in the scenario. */
  | { readonly kind: "population" }

/** Side B against side A; thresholds that are chosen for a false-positive rate (`isChosen`) are no change of anybody's. */
export function changesBetween(a: ManifestSide, b: ManifestSide, isChosen: boolean): Change[] {
  return [...accountChanges(a.manifest, b.manifest), ...scoreChanges(a, b), ...settingChanges(a, b, isChosen)]
}

function accountChanges(a: RunManifest, b: RunManifest): Change[] {
  if (a.populationDigest === b.populationDigest) return []
  const changes: Change[] = []
  if (a.name !== b.name) changes.push({ kind: "scenario", a: a.name, b: b.name })
  if (a.scenario.seed !== b.scenario.seed)
    changes.push({ kind: "seed", a: a.scenario.seed, b: b.scenario.seed })
  if (a.accounts !== b.accounts) changes.push({ kind: "accounts", a: a.accounts, b: b.accounts })
  if (a.scenario.days !== b.scenario.days)
    changes.push({ kind: "period", a: a.scenario.days, b: b.scenario.days })
  if (a.scenario.prevalence !== b.scenario.prevalence)
    changes.push({ kind: "prevalence", a: a.scenario.prevalence, b: b.scenario.prevalence })
  if (a.versions.generator !== b.versions.generator)
    changes.push({ kind: "generator", a: a.versions.generator, b: b.versions.generator })
  return changes.length > 0 ? changes : [{ kind: "population" }]
}

/** Versions by detector id, of those that are on; of a plug-in also its contents, as nobody sees to its version. */
function versionsOf({ manifest, off = [] }: ManifestSide): Map<string, string> {
  return new Map(
    manifest.detectors
      .filter(({ id }) => !off.includes(id))
      .map(({ id, version, plugin }) => [id, `${version} ${plugin?.digest ?? ""}`]),
  )
}

/** Plug-ins that failed in one run, and not in the other. */
function failedOnly(kind: "failedInA" | "failedInB", one: RunManifest, other: RunManifest): Change[] {
  const failedIn = ({ failures = [] }: RunManifest) => failures.map(({ detector }) => detector)
  const detectors = failedIn(one).filter((detector) => !failedIn(other).includes(detector))
  return detectors.length === 0 ? [] : [{ kind, detectors }]
}

function scoreChanges(sideA: ManifestSide, sideB: ManifestSide): Change[] {
  const [a, b] = [sideA.manifest, sideB.manifest]
  const [versionsA, versionsB] = [versionsOf(sideA), versionsOf(sideB)]
  const added = [...versionsB.keys()].filter((id) => !versionsA.has(id))
  const gone = [...versionsA.keys()].filter((id) => !versionsB.has(id))
  const renewed = [...versionsB].filter(([id, version]) => versionsA.has(id) && versionsA.get(id) !== version)
  const changes: Change[] = [...failedOnly("failedInA", a, b), ...failedOnly("failedInB", b, a)]
  if (added.length > 0) changes.push({ kind: "detectorsAdded", detectors: added })
  if (gone.length > 0) changes.push({ kind: "detectorsGone", detectors: gone })
  if (renewed.length > 0) changes.push({ kind: "detectorsRenewed", detectors: renewed.map(([id]) => id) })
  if (a.fusion.method !== b.fusion.method)
    changes.push({ kind: "fusion", a: a.fusion.method, b: b.fusion.method })
  else if (changes.length === 0 && JSON.stringify(a.fusion) !== JSON.stringify(b.fusion))
    changes.push({ kind: "weights" })
  return changes
}

function settingChanges(a: ManifestSide, b: ManifestSide, isChosen: boolean): Change[] {
  const changes: Change[] = []
  if (!isChosen && a.setting.threshold !== b.setting.threshold)
    changes.push({ kind: "threshold", a: a.setting.threshold, b: b.setting.threshold })
  for (const kind of ["oversight", "automation", "days"] as const) {
    const [before, after] = [a.setting.definition[kind], b.setting.definition[kind]]
    if (before !== after) changes.push({ kind, a: before, b: after })
  }
  return changes
}
