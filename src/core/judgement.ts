/**
 * What the detectors made of one account: scores, what they add to the risk, reasons, and what would have cleared it.
 * Told from the run alone, so that it is there at once, before anybody generates the account's evidence again.
 */
import type { AccountDetector } from "./account-detail.ts"
import { populationView, rowOf } from "./detection/detect.ts"
import type { Detector, Feature, PopulationView, Reason } from "./detection/detector.ts"
import { contributions } from "./detection/fusion/fusion.ts"
import type { DetectorId } from "./detection/ids.ts"
import { type NeededFeature, neededFeature } from "./detection/needed-feature.ts"
import { detectorsNamed } from "./detection/registry.ts"
import { toldOf } from "./detection/told-reasons.ts"
import { type Bound, clearingOf, type DetectorClearing, wayOf } from "./evaluation/clearing.ts"
import { type Persona, personaOf } from "./population/persona.ts"
import type { Run } from "./run.ts"

export interface AccountClearing {
  readonly threshold: number
  readonly isFlagged: boolean
  readonly detectors: readonly {
    readonly detector: string
    /** null without evidence. */
    readonly score: number | null
    /** The scores that alone would have put the account on the other side of the threshold; null when none would. */
    readonly needed: Bound | null
    /** How far the score would have to go; null without either. */
    readonly way: number | null
    /** Share of the accounts that the detector judged whose score is one of those; null without any. */
    readonly share: number | null
    /** One measured feature that would bring the score there, the others as they are. */
    readonly feature: NeededFeature | null
    /** The risk had the detector had no evidence. */
    readonly riskWithout: number
  }[]
  readonly smallest: string | null
  readonly without: readonly string[] | null
}

export interface Judgement {
  readonly account: number
  readonly profile: Persona
  readonly risk: number
  readonly detectors: readonly AccountDetector[]
  readonly clearing: AccountClearing
}

/** What judgements of one run are told from. */
export interface Judging {
  readonly run: Run
  /** By detector id. */
  readonly views: Readonly<Record<string, PopulationView>>
}

export function openJudging(run: Run): Judging {
  const views = Object.fromEntries(
    Object.entries(run.features).map(([id, features]) => [id, populationView(features)]),
  )
  return { run, views }
}

/** `threshold`: in [0, 1]; the scenario's unless told. */
export function judgeAccount(
  judging: Judging,
  account: number,
  threshold: number = judging.run.manifest.scenario.threshold,
): Judgement {
  const { manifest, columns } = judging.run
  return {
    account,
    profile: personaOf(manifest.scenario.seed, account, columns.language[account]),
    risk: columns.risk[account],
    detectors: detectorsOf(judging, account),
    clearing: accountClearing(judging.run, account, threshold),
  }
}

/** The names that accounts show. */
export function namesOf({ manifest, columns }: Run, accounts: readonly number[]): string[] {
  const { seed } = manifest.scenario
  return accounts.map((account) => personaOf(seed, account, columns.language[account]).name)
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value)

/** By detector id, NaN where it is missing. */
function scoresOf({ columns }: Run, account: number): Record<string, number> {
  return Object.fromEntries(Object.entries(columns.scores).map(([id, score]) => [id, score[account]]))
}

/** The detector behind an id; none of a plug-in, whose code nobody needs to have to read its run. */
function codeOf(id: string): Detector | undefined {
  return detectorsNamed([id as DetectorId])[0]
}

export function detectorsOf(judging: Judging, account: number): AccountDetector[] {
  const { manifest, columns, features } = judging.run
  const added = contributions(manifest.fusion, scoresOf(judging.run, account))
  return manifest.detectors.map(({ id, layer, title, plugin }) => {
    const measured: readonly Feature[] = plugin?.features ?? codeOf(id)?.features ?? []
    return {
      id,
      layer,
      title,
      score: orNull(columns.scores[id][account]),
      contribution: added[id] ?? null,
      features: measured.map((feature) => ({ ...feature, value: orNull(features[id][feature.id][account]) })),
      reasons: reasonsOf(judging, id, account),
    }
  })
}

/** A plug-in's as it told them when it ran, a built-in detector's from its features. */
function reasonsOf({ run, views }: Judging, id: string, account: number): readonly Reason[] {
  const told = run.reasons?.[id]
  if (told) return toldOf(told, account)
  const detector = codeOf(id)
  return detector ? detector.reasons(rowOf(detector, run.features[id], account), views[id]) : []
}

/** What would have cleared a flagged account, or flagged another. */
export function accountClearing(run: Run, account: number, threshold: number): AccountClearing {
  const clearing = clearingOf(run.manifest.fusion, scoresOf(run, account), threshold)
  return {
    threshold,
    isFlagged: clearing.isFlagged,
    detectors: clearing.detectors.map((one) => ({
      detector: one.detector,
      score: orNull(one.score),
      needed: one.needed,
      way: orNull(wayOf(one)),
      share: shareWithin(run.columns.scores[one.detector], one.needed),
      feature: featureFor(run, account, one),
      riskWithout: one.riskWithout,
    })),
    smallest: clearing.smallest,
    without: clearing.without,
  }
}

const isWithin = (score: number, { side, score: bound }: Bound) =>
  side === "at-most" ? score <= bound : score >= bound

function shareWithin(scores: Float32Array | undefined, needed: Bound | null): number | null {
  if (scores === undefined || needed === null) return null
  let judged = 0
  let within = 0
  for (const score of scores) {
    if (Number.isNaN(score)) continue
    judged++
    if (isWithin(score, needed)) within++
  }
  return judged > 0 ? within / judged : null
}

/** Null of a plug-in: what its score would be elsewhere only its code could tell. */
function featureFor(
  run: Run,
  account: number,
  { detector: id, score, needed }: DetectorClearing,
): NeededFeature | null {
  const detector = codeOf(id)
  if (!detector || needed === null || Number.isNaN(score)) return null
  const row = rowOf(detector, run.features[detector.id], account)
  return neededFeature(detector, row, (other) => isWithin(other, needed))
}
