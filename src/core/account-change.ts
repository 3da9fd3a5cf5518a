/**
 * One account in two runs of the same population: which side each puts it on, what moved it, and what each detector
 * measured, scored and said, before and after. Told from the runs alone, so that no population has to be generated.
 */
import type { Layer, Reason } from "./detection/detector.ts"
import { type Cause, causesOf, type FusedSide, requireSamePopulation } from "./evaluation/comparison/index.ts"
import { type Judgement, judgeAccount, openJudging } from "./judgement.ts"
import type { Persona } from "./population/persona.ts"
import type { Run } from "./run.ts"

export interface AccountSide {
  /** The run's id. */
  readonly run: string
  readonly threshold: number
  readonly risk: number
  readonly isFlagged: boolean
}

export interface DetectorSide {
  readonly version: number
  /** null without evidence. */
  readonly score: number | null
  /** To the log-odds of the risk; null where the fusion gives no parts. */
  readonly contribution: number | null
  readonly reasons: readonly Reason[]
}

export interface FeatureChange {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly before: number | null
  readonly after: number | null
}

export interface DetectorChange {
  readonly id: string
  readonly layer: Layer
  readonly title: string
  /** null where the run has no such detector. */
  readonly before: DetectorSide | null
  readonly after: DetectorSide | null
  /** All that either measured. */
  readonly features: readonly FeatureChange[]
}

export interface AccountChange {
  readonly account: number
  readonly profile: Persona
  readonly before: AccountSide
  readonly after: AccountSide
  /** What changed of its distance to the threshold, in log-odds, the largest first; above 0 towards a flag. */
  readonly causes: readonly Cause[]
  /** In the order of the run after; those that it has not come last. */
  readonly detectors: readonly DetectorChange[]
}

/** `threshold`: on both sides; each scenario's own unless told. Throws a UsageError when the runs hold other accounts. */
export function accountChange(before: Run, after: Run, account: number, threshold?: number): AccountChange {
  requireSamePopulation(before, after)
  const [was, is] = [before, after].map((run) => sideOf(run, account, threshold)) as [Side, Side]
  return {
    account,
    profile: is.judgement.profile,
    before: was.told,
    after: is.told,
    causes: causesOf(was.fused, is.fused, account),
    detectors: detectorChanges(was, is),
  }
}

interface Side {
  readonly told: AccountSide
  readonly fused: FusedSide
  readonly judgement: Judgement
  /** By detector id. */
  readonly versions: ReadonlyMap<string, number>
}

function sideOf(run: Run, account: number, told: number | undefined): Side {
  const { manifest, columns } = run
  const threshold = told ?? manifest.scenario.threshold
  const risk = columns.risk[account]
  return {
    told: { run: manifest.id, threshold, risk, isFlagged: risk >= threshold },
    fused: { model: manifest.fusion, scores: columns.scores, threshold },
    judgement: judgeAccount(openJudging(run), account, threshold),
    versions: new Map(manifest.detectors.map(({ id, version }) => [id, version])),
  }
}

function detectorChanges(before: Side, after: Side): DetectorChange[] {
  const known = [...after.judgement.detectors, ...before.judgement.detectors]
  const ids = [...new Set(known.map(({ id }) => id))]
  return ids.map((id) => {
    const { layer, title } = known.find((one) => one.id === id)!
    return {
      id,
      layer,
      title,
      before: detectorSide(before, id),
      after: detectorSide(after, id),
      features: featureChanges(before, after, id),
    }
  })
}

const detectorIn = ({ judgement }: Side, id: string) => judgement.detectors.find((one) => one.id === id)

function detectorSide(side: Side, id: string): DetectorSide | null {
  const found = detectorIn(side, id)
  if (!found) return null
  const { score, contribution, reasons } = found
  return { version: side.versions.get(id)!, score, contribution, reasons }
}

function featureChanges(before: Side, after: Side, detector: string): FeatureChange[] {
  const [was, is] = [before, after].map((side) => detectorIn(side, detector)?.features ?? [])
  const ids = [...new Set([...is!, ...was!].map(({ id }) => id))]
  return ids.map((id) => {
    const [old, now] = [was, is].map((features) => features!.find((feature) => feature.id === id))
    const { title, unit } = (now ?? old)!
    return { id, title, unit, before: old?.value ?? null, after: now?.value ?? null }
  })
}
